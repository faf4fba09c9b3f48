"""Experts of an agency, their terms, and what keeps some of them from tasks; runs inside the agency's schema."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from juxian.common.actors import Actor
from juxian.notifications import outbox
from rulebook import Policy
from rulebook.days import add_months
from tenants.appointments.models import Appointment
from tenants.appointments.services import appointing, ending
from tenants.appointments.services.appointing_many import appoint_many
from tenants.demonstration.generator import SEED, answers, people
from tenants.demonstration.generator.people import Person
from tenants.demonstration.generator.plans import AgencyPlan, Guest, plan_of
from tenants.demonstration.services.units import Units
from tenants.experts.models import Expert, Group
from tenants.experts.services import entering, keeping
from tenants.experts.services.entering import Entrant
from tenants.experts.services.entering_many import admit_many

CASES = 40
"""People of the row that are kept for applications: they follow those who are in the pool."""

NOT_TRAINED = 8
"""Newcomers who still have to pass the first training, where the policy asks for one."""

PRINTED = 4
"""Experts whose certificates are printed: those whose login names are told."""

_KEPT_SOURCES = ("profile", "application", "statement", "employer")


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays which part: `pool` are in the pool, `applicants` fit and not in it, `unfit` would be refused."""

    pool: tuple[tuple[str, Person], ...]
    applicants: tuple[tuple[str, Person], ...]
    unfit: tuple[tuple[str, Person], ...]


def cast(plan: AgencyPlan, policy: Policy, *, on: date) -> Cast:
    """The agency's people as of a day, decided by its own policy; login names follow their place in the row."""
    fit: list[tuple[str, Person]] = []
    unfit: list[tuple[str, Person]] = []
    for index, person in enumerate(_row(plan, on)):
        named = (login(plan.slug, index), person)
        (fit if _passes(person, policy, plan.tier, on) else unfit).append(named)
        if len(fit) == plan.size + CASES:
            break
    guests = [_guest(guest, on) for guest in plan.guests]
    rest = fit[plan.size :]
    # Neighbours in the row share a group: applicants are taken crosswise.
    crosswise = [rest[index * 11 % len(rest)] for index in range(len(rest))]
    return Cast((*guests, *fit[: plan.size]), tuple(crosswise), tuple(unfit))


def login(slug: str, index: int) -> str:
    """The login name of somebody by the agency and the place in its row."""
    return f"{slug}.e{index + 1:03d}"


def _guest(guest: Guest, on: date) -> tuple[str, Person]:
    (person,) = people.made(plan_of(guest.source), 1, seed=SEED, on=on, start=guest.index)
    here = dataclasses.replace(person, groups=(guest.group,), specialty=guest.specialty)
    return login(guest.source, guest.index), here


def _row(plan: AgencyPlan, on: date) -> Iterator[Person]:
    """A row of people without end."""
    start = 0
    while True:
        yield from people.made(plan, 100, seed=SEED, on=on, start=start)
        start += 100


def _passes(person: Person, policy: Policy, tier: str, on: date) -> bool:
    """Whether the rules say yes, or no only where a waiver could lift it."""
    decision = policy.decide(tier=tier, facts=answers.of_person(person, policy, on=on), on=on)
    return not decision.undecided and all(finding.waivable for finding in decision.refused)


@transaction.atomic
def ensure(
    members: Sequence[tuple[str, Person]],
    *,
    accounts: Mapping[str, UUID],
    units: Units,
    policy: Policy,
    on: date,
    actor: Actor,
) -> list[Expert]:
    """The pool, taken over in cohorts whose terms began months apart; nothing happens where it is there already."""
    if Expert.objects.exists():
        return list(Expert.objects.order_by("created_at", "id"))
    specialties = {
        (top, name): key
        for top, name, key in Group.objects.exclude(parent=None).values_list("parent__name", "name", "key")
    }
    tops = dict(Group.objects.filter(parent=None).values_list("name", "key"))
    experts: list[Expert] = []
    for start, cohort in _cohorts(members, on):
        entrants = [
            _entrant(person, accounts[username], units, policy, on, _keys(person, tops, specialties))
            for username, person in cohort
        ]
        entered = admit_many(
            actor=actor, entrants=entrants, door="application", entered_on=start, reason="演示：既有专家库迁入"
        )
        appoint_many(actor=actor, experts=entered, start=start, reason="演示：既有聘期迁入")
        experts += entered
        if start == _newest(on):
            _gate(entered[:NOT_TRAINED], policy, actor)
    _print([accounts[username] for username, _ in members[:PRINTED]])
    _everyday(experts, on=on, actor=actor)
    return experts


def _cohorts(members: Sequence[tuple[str, Person]], on: date) -> Iterator[tuple[date, Sequence[tuple[str, Person]]]]:
    """Half began 19 months ago, a quarter 8, some 2; the last twentieth has terms that end within three months.

    People are dealt out in turns, so that each cohort has every specialty.
    """
    years = round((appointing.term_last_day(on) - on).days / 365.25)
    starts = (add_months(on, -19), add_months(on, -8), _newest(on), add_months(on, 2 - 12 * years))
    dealt = [0] * 11 + [1] * 6 + [2] * 2 + [3]
    spread = [dealt[(7 * index) % len(dealt)] for index in range(len(members))]
    for number, start in enumerate(starts):
        yield start, [member for member, place in zip(members, spread, strict=True) if place == number]


def _print(account_ids: Sequence[UUID]) -> None:
    """Order the certificates of a few; the others had theirs on paper before the pool was taken over."""
    for appointment in Appointment.objects.filter(expert__account_id__in=account_ids):
        outbox.enqueue(
            kind="appointments.certificate",
            key=f"certificate:{appointment.id}",
            payload={"appointment": str(appointment.id)},
        )


def _newest(on: date) -> date:
    return add_months(on, -2)


def _gate(experts: Sequence[Expert], policy: Policy, actor: Actor) -> None:
    """Some of the newest have not passed the training that the policy asks for before any task."""
    for gate in policy.gates:
        if gate.once and gate.closes == "all":
            for expert in experts:
                reason = f"尚未通过{gate.name}"
                entering.restrict(actor=actor, expert=expert, code=gate.key, reason=reason, clause=gate.clause)


def _keys(person: Person, tops: Mapping[str, str], specialties: Mapping[tuple[str, str], str]) -> tuple[str, ...]:
    """Group keys, the main group first, then its specialty, then other groups."""
    first, *others = (tops[name] for name in person.groups)
    return (first, specialties[person.groups[0], person.specialty], *others)


def _entrant(
    person: Person, account_id: UUID, units: Units, policy: Policy, on: date, group_keys: tuple[str, ...]
) -> Entrant:
    return Entrant(
        person_id=account_id,
        account_id=account_id,
        name=person.name,
        sex=person.sex,
        birth_date=person.birth_date,
        identity_number=person.identity_number,
        phone=person.phone,
        mail=person.mail,
        employer_id=units.employers.get(person.employer.name),
        employer_name=person.employer.name,
        post=person.post,
        title=person.title,
        discipline=person.specialty,
        education=person.education,
        district=person.employer.city,
        group_keys=group_keys,
        facts=answers.of_person(person, policy, on=on, sources=_KEPT_SOURCES),
    )


def _everyday(experts: Sequence[Expert], *, on: date, actor: Actor) -> None:
    """What every real pool has: people who cannot come, some labels, a few suspended, a few who left."""
    for number, expert in enumerate(experts[5::23]):
        first = on + timedelta(days=3 + 5 * (number % 4))
        keeping.add_unavailability(
            actor=actor, expert=expert, first_day=first, last_day=first + timedelta(days=6), note="外出开会"
        )
    keeping.label(actor=actor, expert_ids=[expert.id for expert in experts[2::31]], names=["可担任组长"], reason="演示")
    keeping.label(actor=actor, expert_ids=[expert.id for expert in experts[9::47]], names=["青年专家"], reason="演示")
    for expert in experts[17::110]:
        keeping.suspend(actor=actor, expert_id=expert.id, reason="演示：本人借调，暂停安排任务")
    for appointment in Appointment.objects.filter(expert__in=[expert.id for expert in experts[40::130]]):
        day = on - timedelta(days=20)
        ending.revoke(actor=actor, appointment_id=str(appointment.id), reason="演示：调离原专业岗位", on=day)
