"""Entering and leaving the pool, and the term that is in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from juxian.audit import services as trail
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from juxian.vault import services as vault
from rulebook import titles
from tenants.experts.models import Expert, ExpertGroup, Group, Restriction
from tenants.experts.standing import split, standing


@dataclass(frozen=True)
class Entrant:
    """Who enters, as the deciding record knows the person; personal values in plain text.

    `group_keys` name the groups, the first one is the main one; `facts` are facts of the policy.
    """

    person_id: UUID
    name: str
    account_id: UUID | None = None
    sex: str = ""
    birth_date: date | None = None
    identity_number: str = ""
    phone: str = ""
    mail: str = ""
    address: str = ""
    employer_id: UUID | None = None
    employer_name: str = ""
    post: str = ""
    title: str = ""
    discipline: str = ""
    education: str = ""
    district: str = ""
    group_keys: Sequence[str] = ()
    facts: dict[str, object] = field(default_factory=dict)


@transaction.atomic
def admit(*, actor: Actor, entrant: Entrant, door: str, origin: str = "", reason: str = "", clause: str = "") -> Expert:
    """Put a person into the pool, or back into it. Raises `experts.known_already` for somebody who is in it.

    The policy's training gate for new experts is laid on as a restriction by whoever knows it (see `restrict`).
    """
    expert = _existing(entrant)
    if expert is not None and expert.state != Expert.State.LEFT:
        raise Refusal("experts.known_already", name=expert.name)
    expert = expert or Expert(person_id=entrant.person_id)
    fill(expert, entrant)
    expert.state, expert.left_on, expert.exit_reason, expert.exit_clause = Expert.State.IN_POOL, None, "", ""
    expert.door, expert.origin, expert.entered_on = door, origin, clock.today()
    expert.tier = standing().tier
    expert.save()
    set_groups(expert, entrant.group_keys)
    trail.record(
        actor=actor,
        action="experts.entered",
        target=expert,
        subject=expert.person_id,
        after={"door": door, "groups": list(entrant.group_keys)},
        reason=reason,
        clause=clause,
    )
    return expert


def _existing(entrant: Entrant) -> Expert | None:
    """The file of the same person: by person, or by identity number where the account is new."""
    same = Expert.objects.select_for_update().filter(person_id=entrant.person_id).first()
    index = vault.blind_index("identity", entrant.identity_number)
    if same is None and index:
        same = Expert.objects.select_for_update().filter(identity_index=index).first()
    return same


def fill(expert: Expert, entrant: Entrant) -> None:
    """Copy an entrant's values onto an expert that is not saved yet; looks the title's level up, never guesses it."""
    plain, _ = split(entrant.facts)
    found = titles.series_of(entrant.title) if entrant.title else ()
    expert.account_id = entrant.account_id or expert.account_id
    for name in ("name", "sex", "employer_id", "employer_name", "post", "title", "discipline", "education", "district"):
        setattr(expert, name, getattr(entrant, name))
    expert.title_series = found[0] if found else ""
    expert.title_level = (titles.level(entrant.title) or "") if entrant.title else ""
    expert.birth_year = entrant.birth_date.year if entrant.birth_date else None
    expert.birth_date = entrant.birth_date.isoformat() if entrant.birth_date else ""
    expert.identity_number, expert.phone = entrant.identity_number, entrant.phone
    expert.mail, expert.address = entrant.mail, entrant.address
    expert.identity_index = vault.blind_index("identity", entrant.identity_number)
    expert.phone_index = vault.blind_index("phone", entrant.phone)
    expert.facts = plain


def set_groups(expert: Expert, keys: Sequence[str]) -> None:
    """Make these the expert's groups, the first one the main one."""
    groups = groups_by_key(keys)
    scheme = standing().policy.groups
    if len(keys) > 1 and not scheme.several:
        raise Refusal("experts.one_group_only", clauses=[standing().clause(scheme.clause)])
    expert.memberships.all().delete()
    ExpertGroup.objects.bulk_create(
        ExpertGroup(expert=expert, group=groups[key], main=position == 0, since=clock.today())
        for position, key in enumerate(dict.fromkeys(keys))
    )


def groups_by_key(keys: Sequence[str]) -> dict[str, Group]:
    """Open groups by key; raises `experts.group_unknown` for one that is not there."""
    found = {group.key: group for group in Group.objects.filter(key__in=keys, retired_on=None)}
    for key in keys:
        if key not in found:
            raise Refusal("experts.group_unknown", key=key, status=400)
    return found


@transaction.atomic
def leave(*, actor: Actor, expert: Expert, reason: str, clause: str = "", on: date | None = None) -> Expert:
    """Take an expert out of the pool; the file stays."""
    row = Expert.objects.select_for_update().get(pk=expert.pk)
    if row.state == Expert.State.LEFT:
        return row
    before = row.state
    row.state, row.left_on, row.exit_reason, row.exit_clause = Expert.State.LEFT, on or clock.today(), reason, clause
    row.term_from = row.term_until = None
    row.save()
    trail.record(
        actor=actor,
        action="experts.left",
        target=row,
        subject=row.person_id,
        before={"state": before},
        after={"state": row.state, "left_on": row.left_on.isoformat()},
        reason=reason,
        clause=clause,
    )
    return row


def set_term(*, actor: Actor, expert: Expert, first_day: date, last_day: date) -> None:
    """Note the appointment in force on the expert."""
    Expert.objects.filter(pk=expert.pk).update(term_from=first_day, term_until=last_day)
    trail.record(
        actor=actor,
        action="experts.term",
        target=expert,
        subject=expert.person_id,
        after={"from": first_day.isoformat(), "until": last_day.isoformat()},
    )


@transaction.atomic
def restrict(
    *, actor: Actor, expert: Expert, code: str, reason: str, clause: str = "", until: date | None = None
) -> None:
    """Keep an expert from tasks for a stated reason; a restriction of that code that stands already stays."""
    _, made = Restriction.objects.get_or_create(
        expert=expert,
        code=code,
        lifted_on=None,
        defaults={"clause": clause, "reason": reason, "since": clock.today(), "until": until},
    )
    if made:
        after: dict[str, Any] = {"code": code, "until": until.isoformat() if until else None}
        trail.record(
            actor=actor, action="experts.restricted", target=expert, subject=expert.person_id, after=after,
            reason=reason, clause=clause,
        )  # fmt: skip


@transaction.atomic
def lift(*, actor: Actor, expert: Expert, code: str, reason: str) -> bool:
    """Lift a restriction; says whether one stood."""
    lifted = Restriction.objects.filter(expert=expert, code=code, lifted_on=None).update(
        lifted_on=clock.today(), lifted_by=actor.account_id, lift_reason=reason
    )
    if lifted:
        trail.record(
            actor=actor, action="experts.restriction.lifted", target=expert, subject=expert.person_id,
            after={"code": code}, reason=reason,
        )  # fmt: skip
    return bool(lifted)
