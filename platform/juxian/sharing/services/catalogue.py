"""Looking at the lender's pool: how many fit, and the names of those who consent; never more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from juxian.audit import services as trail
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from juxian.sharing import ports, selectors
from juxian.sharing.models import Agreement, SharingConsent
from juxian.sharing.services import record
from juxian.tenancy import schemas
from juxian.tenancy import selectors as agencies
from juxian.tenancy.context import AgencyValue

FEWEST = 5
"""Fewer unnamed people than this are not counted out: with a narrow search they could be guessed."""


@dataclass(frozen=True, slots=True)
class Named:
    """One who consents. `ref` is the consent's id, by which the person can be invited."""

    ref: UUID
    person: ports.SharedPerson
    consent_at: datetime


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a search shows. `unnamed` and `matching` are None where `fewer_than` stands in their place:
    then there are between one and `fewer_than - 1` unnamed people."""

    matching: int | None
    unnamed: int | None
    fewer_than: int | None
    named: tuple[Named, ...]


@transaction.atomic
def search(
    *, actor: Actor, agency: AgencyValue, agreement_id: UUID, groups: Sequence[str] = (), title_level: str = ""
) -> Catalogue:
    """Look, on record on both sides. Raises 404 for anybody but the receiver, `sharing.not_in_force` outside its time."""
    agreement = usable(agency, agreement_id)
    criteria = ports.Criteria(groups=_within(agreement, groups), title_level=title_level, on=clock.today())
    standing = SharingConsent.objects.filter(agreement=agreement, withdrawn_at=None)
    consents = {consent.account_id: consent for consent in standing}
    with schemas.inside(agencies.value(agreement.lender)):
        pool = ports.pool()
        total = pool.count(criteria)
        people = pool.people(criteria, set(consents)) if consents else []
    named = tuple(
        Named(consents[person.account_id].id, person, consents[person.account_id].given_at)
        for person in sorted(people, key=lambda each: (each.name, each.account_id))
    )
    found = _suppressed(total, named)
    _note(actor, agreement, criteria, found)
    return found


def usable(agency: AgencyValue, agreement_id: UUID) -> Agreement:
    """The agreement, if this agency is its receiver and it is in force; locked against being revoked meanwhile."""
    agreement = selectors.agreement(agency, agreement_id, lock=True)
    if agreement.receiver_id != agency.id:
        raise Refusal("common.not_found", status=404, what="协议")
    if not selectors.in_force(agreement):
        raise Refusal("sharing.not_in_force")
    return agreement


def _within(agreement: Agreement, asked: Sequence[str]) -> tuple[str, ...]:
    allowed = tuple(agreement.groups)
    if not asked:
        return allowed
    outside = [key for key in asked if allowed and key not in allowed]
    if outside:
        raise Refusal("sharing.groups", status=400, groups="、".join(outside))
    return tuple(asked)


def _suppressed(total: int, named: tuple[Named, ...]) -> Catalogue:
    unnamed = max(total - len(named), 0)
    if 0 < unnamed < FEWEST:
        return Catalogue(matching=None, unnamed=None, fewer_than=FEWEST, named=named)
    return Catalogue(matching=unnamed + len(named), unnamed=unnamed, fewer_than=None, named=named)


def _note(actor: Actor, agreement: Agreement, criteria: ports.Criteria, found: Catalogue) -> None:
    asked = {"groups": list(criteria.groups), "title_level": criteria.title_level}
    seen = {**asked, "matching": found.matching, "named": len(found.named)}
    record.one_side(
        actor=actor, action="sharing.catalogue.searched", agreement=agreement, side=agreement.receiver, data=seen
    )
    record.one_side(
        actor=actor, action="sharing.catalogue.answered", agreement=agreement, side=agreement.lender, data=seen
    )
    with schemas.inside(agencies.value(agreement.lender)):
        trail.viewed_many(
            actor=actor, subjects=[each.person.account_id for each in found.named], where=f"sharing:{agreement.id}"
        )
