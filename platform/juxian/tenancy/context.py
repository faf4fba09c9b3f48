"""Where the present unit of work stands: which kind of host, and which agency, if any."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

RealmKind = Literal["agency", "id", "my", "ops", "portal", "system"]


@dataclass(frozen=True, slots=True)
class AgencyValue:
    """What others may know of an agency: a frozen value, never the row."""

    id: UUID
    slug: str
    schema_name: str
    name: str
    short_name: str
    province: str
    policy: str
    tier: str
    parent_id: UUID | None
    state: str


@dataclass(frozen=True, slots=True)
class Realm:
    """The place of a request or task. `key` separates caches, sessions, throttles and salts."""

    kind: RealmKind
    host: str
    agency: AgencyValue | None = None

    @property
    def agency_slug(self) -> str | None:
        """The agency's short name in hosts, or None outside agencies."""
        return self.agency.slug if self.agency else None

    @property
    def agency_schema(self) -> str | None:
        """The agency's schema, or None outside agencies."""
        return self.agency.schema_name if self.agency else None

    @property
    def session_key(self) -> str:
        """Names the login realm: an agency's host each its own, `my.` one for all agencies."""
        return f"agency:{self.agency.slug}" if self.kind == "agency" and self.agency else self.kind

    @property
    def key(self) -> str:
        """Prefix for caches, throttles and salts."""
        return f"{self.kind}:{self.agency.slug if self.agency else '-'}"


class NoRealm(RuntimeError):
    """Code that needs a realm ran outside one."""


_current: ContextVar[Realm | None] = ContextVar("juxian_realm", default=None)


def current() -> Realm:
    """The present realm; raises `NoRealm` outside requests, tasks and `schemas.inside`."""
    realm = _current.get()
    if realm is None:
        raise NoRealm("No realm is set: this ran outside a request, a task and schemas.inside().")
    return realm


def current_or_none() -> Realm | None:
    """The present realm, or None."""
    return _current.get()


def agency() -> AgencyValue:
    """The present agency; raises `NoRealm` where there is none."""
    realm = current()
    if realm.agency is None:
        raise NoRealm(f"The realm {realm.kind} has no agency.")
    return realm.agency


_memory: ContextVar[dict[str, object] | None] = ContextVar("juxian_memory", default=None)


@contextmanager
def entered(realm: Realm) -> Iterator[Realm]:
    """Make `realm` the present one for the block. Does not touch the database; see `schemas`."""
    token = _current.set(realm)
    outermost = _memory.set({}) if _memory.get() is None else None
    try:
        yield realm
    finally:
        if outermost:
            _memory.reset(outermost)
        _current.reset(token)


def memory() -> dict[str, object]:
    """What the present request or task remembers until it ends, across realms; nothing is kept outside one."""
    kept = _memory.get()
    return {} if kept is None else kept
