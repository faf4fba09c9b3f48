"""Who does something: a frozen value that services, the trail and rights speak of."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

SYSTEM_ID = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a grant is narrowed to: nothing, one employer, one using unit or one district."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A person acting in a realm, or the platform itself with a reason.

    `permissions` are codes such as "recruitment.application.review"; `scopes` narrow them;
    `acting_for` names whom somebody acts for, when it is another.
    """

    account_id: UUID
    name: str
    roles: frozenset[str] = frozenset()
    permissions: frozenset[str] = frozenset()
    scopes: tuple[Scope, ...] = ()
    agency_slug: str | None = None
    ip: str = ""
    acting_for: UUID | None = None
    reason: str = field(default="", compare=False)

    @classmethod
    def system(cls, reason: str) -> Actor:
        """The platform acting by itself: a due effect, a job, a command."""
        return cls(account_id=SYSTEM_ID, name="系统", reason=reason)

    @property
    def is_system(self) -> bool:
        """Whether the platform itself acts."""
        return self.account_id == SYSTEM_ID

    def may(self, permission: str) -> bool:
        """Whether the actor holds a permission."""
        return permission in self.permissions

    def scope_ids(self, kind: str) -> frozenset[str]:
        """The ids of one kind that the actor's grants are narrowed to."""
        return frozenset(scope.id for scope in self.scopes if scope.kind == kind)
