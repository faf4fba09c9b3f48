"""Who acts in the demonstration: the staff accounts themselves, with the roles and scopes of their grants."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from juxian.common.actors import Actor, Scope
from juxian.identity.models import Account, Grant
from juxian.identity.roles import permissions_of
from juxian.tenancy.context import AgencyValue

APPLICANT = frozenset({"applicant", "expert"})


@dataclass(frozen=True, slots=True)
class Company:
    """The actors of one agency by role, and by scope where a role is narrowed."""

    slug: str
    everywhere: Mapping[str, Actor]
    scoped: Mapping[tuple[str, str], Actor]

    def acts(self, role: str, scope: Scope | None = None) -> Actor:
        """Who acts in a role. Raises `KeyError` where nobody holds it."""
        return self.scoped[role, scope.id] if scope else self.everywhere[role]

    def person(self, account_id: UUID, name: str) -> Actor:
        """Somebody acting for themselves."""
        return Actor(account_id=account_id, name=name, agency_slug=self.slug)


def company(agency: AgencyValue) -> Company:
    """Everybody with a grant at the agency; runs in the public schema."""
    everywhere: dict[str, Actor] = {}
    scoped: dict[tuple[str, str], Actor] = {}
    grants = Grant.objects.filter(agency_id=agency.id, state=Grant.State.ACTIVE).select_related("account")
    for grant in grants.order_by("account__username"):
        actor = _actor(grant.account, grant, agency)
        if grant.scope_kind:
            scoped.setdefault((grant.role, grant.scope_id), actor)
        else:
            everywhere.setdefault(grant.role, actor)
    return Company(agency.slug, everywhere, scoped)


def _actor(account: Account, grant: Grant, agency: AgencyValue) -> Actor:
    held = frozenset({grant.role})
    return Actor(
        account_id=account.id,
        name=account.real_name,
        roles=held,
        permissions=permissions_of(held, on_platform=False),
        scopes=(Scope(grant.scope_kind, grant.scope_id),) if grant.scope_kind else (),
        agency_slug=agency.slug,
    )
