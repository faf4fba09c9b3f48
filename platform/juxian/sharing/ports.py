"""What crosses between agencies, as frozen values, and the doors by which the apps of an agency take part.

The apps of an agency register here (in their `exchange.py`); this app calls them inside the right schema:

    ports.register_pool(pool)            reads the lender's pool     (a `Pool`)
    ports.register_admission(admit)      takes one into the receiver's pool   (an `Admission`)
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Criteria:
    """Whom the receiver looks for: any of the lender's groups (none: all), of a title level, on a day."""

    groups: tuple[str, ...] = ()
    title_level: str = ""
    on: date = date.min


@dataclass(frozen=True, slots=True)
class SharedPerson:
    """What a consenting expert is shown by to the other agency; nothing more crosses before acceptance."""

    account_id: UUID
    name: str
    group_label: str
    title: str
    title_level: str
    employer: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """An expert's file as it crosses once the expert has accepted: plain values of the lender's record.

    `facts` are by fact key in JSON form; `group_names` are the lender's names of the groups the expert is in.
    """

    account_id: UUID
    name: str
    sex: str = ""
    birth_date: date | None = None
    identity_number: str = ""
    phone: str = ""
    mail: str = ""
    address: str = ""
    employer_name: str = ""
    post: str = ""
    title: str = ""
    discipline: str = ""
    education: str = ""
    district: str = ""
    group_names: tuple[str, ...] = ()
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExchangeCase:
    """What the admission is told beside the dossier: the agreement, the invitation, whose pool it was."""

    agreement_id: UUID
    invitation_id: UUID
    lender_name: str
    group: str
    accepted_at: date
    invited_by: UUID


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the receiver's own conditions made of it. `reference` names the expert or application in its schema.

    `findings` are the rulebook's findings in JSON form: the article, the fact, the threshold of each.
    """

    state: Literal["admitted", "in_procedure", "refused"]
    reference: str = ""
    findings: Sequence[dict[str, Any]] = ()


class Pool(Protocol):
    """Reading one agency's pool; every method runs inside that agency's schema."""

    def count(self, criteria: Criteria) -> int:
        """How many experts in the pool fit and could be asked."""

    def people(self, criteria: Criteria, accounts: Collection[UUID]) -> list[SharedPerson]:
        """Those of these accounts who are in the pool and fit."""

    def accounts(self, groups: Sequence[str]) -> list[UUID]:
        """Accounts of experts in the pool in these groups (none: all): whom an agreement concerns."""

    def dossier(self, account_id: UUID) -> Dossier | None:
        """One expert's file; None for somebody who is not in the pool (any more)."""


class Admission(Protocol):
    """Entering the receiver's pool by the exchange door; runs inside the receiver's schema, in one transaction."""

    def __call__(self, *, actor: Any, dossier: Dossier, case: ExchangeCase) -> Outcome: ...


_pool: list[Pool] = []
_admission: list[Admission] = []


def register_pool(pool: Pool) -> Pool:
    """Name the reader of pools; one for all agencies."""
    _pool[:] = [pool]
    return pool


def register_admission(admit: Admission) -> Admission:
    """Name the function that admits by exchange; one for all agencies."""
    _admission[:] = [admit]
    return admit


def pool() -> Pool:
    """The registered reader of pools; raises LookupError where no app has registered one."""
    if not _pool:
        raise LookupError("No app has registered a pool (juxian.sharing.ports.register_pool).")
    return _pool[0]


def admission() -> Admission:
    """The registered admission; raises LookupError where no app has registered one."""
    if not _admission:
        raise LookupError("No app has registered an admission by exchange (juxian.sharing.ports.register_admission).")
    return _admission[0]
