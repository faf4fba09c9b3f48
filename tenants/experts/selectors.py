"""Reading the pool, in a bounded number of queries whatever its size."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from juxian.audit import selectors as trail
from juxian.audit.models import Event
from juxian.common.actors import Actor
from juxian.common.errors import not_found
from juxian.identity import roles
from juxian.vault import services as vault
from tenants.experts.models import Expert, ExpertGroup, Group, Label, Restriction, Unavailability

ORDERINGS = {"name", "employer_name", "title_level", "entered_on", "term_until", "state", "birth_year"}


def groups(*, retired: bool = False) -> QuerySet[Group]:
    """The agency's groups in their order."""
    found = Group.objects.select_related("parent")
    return found if retired else found.filter(retired_on=None)


def labels() -> QuerySet[Label]:
    """Labels that were made."""
    return Label.objects.all()


def group_counts() -> dict[str, int]:
    """People in the pool per group key."""
    rows = (
        ExpertGroup.objects.filter(expert__state=Expert.State.IN_POOL).values("group__key").annotate(people=Count("id"))
    )
    return {row["group__key"]: row["people"] for row in rows}


def visible(actor: Actor) -> QuerySet[Expert]:
    """The experts an actor may see: all, or those of the actor's own employer or district."""
    experts = Expert.objects.all()
    if roles.everywhere(actor, "experts.expert.view"):
        return experts
    mine = Q(employer__in=actor.scope_ids("employer")) | Q(district__in=actor.scope_ids("district"))
    return experts.filter(mine)


def listed(actor: Actor, filters: Mapping[str, Any]) -> QuerySet[Expert]:
    """Experts that fit every given filter.

    `search` finds names, employers and titles by part, and identity and phone numbers whole (by their index).
    """
    found = visible(actor).prefetch_related(
        Prefetch("memberships", ExpertGroup.objects.select_related("group")), "labels"
    )
    exact = {"state": "state", "tier": "tier", "title_level": "title_level", "district": "district", "door": "door"}
    for name, column in exact.items():
        if filters.get(name):
            found = found.filter(**{column: filters[name]})
    if filters.get("group"):
        found = found.filter(Exists(ExpertGroup.objects.filter(expert=OuterRef("pk"), group__key=filters["group"])))
    if filters.get("label"):
        found = found.filter(labels__key=filters["label"])
    if filters.get("employer"):
        found = found.filter(employer=filters["employer"])
    if filters.get("search"):
        found = found.filter(_matching(filters["search"].strip()))
    return found.order_by(*_ordering(filters.get("ordering", "")), "id")


def _matching(text: str) -> Q:
    wanted = Q(name__icontains=text) | Q(employer_name__icontains=text) | Q(title__icontains=text)
    if any(character.isdigit() for character in text):
        wanted |= Q(identity_index=vault.blind_index("identity", text)) | Q(
            phone_index=vault.blind_index("phone", text)
        )
    return wanted


def _ordering(asked: str) -> list[str]:
    # Only columns that are not personal can be ordered by: an order over sealed values would leak them.
    return [asked] if asked.lstrip("-") in ORDERINGS else ["name"]


def expert(actor: Actor, expert_id: UUID | str) -> Expert:
    """One expert that the actor may see; 404 for any other."""
    found = (
        visible(actor)
        .select_related("employer")
        .prefetch_related(
            Prefetch("memberships", ExpertGroup.objects.select_related("group")),
            "labels",
            "restrictions",
            "unavailabilities",
        )
        .filter(id=expert_id)
        .first()
    )
    if found is None:
        raise not_found("专家")
    return found


def of_account(account_id: UUID) -> Expert | None:
    """The expert that an account is in this agency, or None."""
    return Expert.objects.filter(account_id=account_id).first()


def timeline(expert: Expert) -> QuerySet[Event]:
    """Everything that happened to a person here, newest first, looks left out."""
    return trail.events(subject_id=expert.person_id).exclude(action__startswith="person.")


def viewers(expert: Expert) -> QuerySet[Event]:
    """Who looked at the file, newest first."""
    return trail.who_looked(expert.person_id)


@dataclass(frozen=True)
class PoolMember:
    """What a draw may know of one expert. No personal data beyond the name and the year of birth.

    `restrictions` are (code, clause, reason) in force on the day; `in_term` tells whether an appointment is in force;
    `unavailable` are first and last days of periods that touch the asked days.
    """

    expert_id: UUID
    person_id: UUID
    account_id: UUID | None
    name: str
    sex: str
    birth_year: int | None
    employer_id: UUID | None
    employer_name: str
    title: str
    title_level: str
    title_series: str
    discipline: str
    district: str
    tier: str
    group_keys: tuple[str, ...]
    main_group: str
    label_keys: tuple[str, ...]
    in_term: bool
    entered_on: date
    door: str
    restrictions: tuple[tuple[str, str, str], ...] = ()
    unavailable: tuple[tuple[date, date], ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)

    def age_band(self, on: date) -> str:
        """`-45`, `46-55`, `56-65` or `66-` by year of birth; "" where it is not known."""
        if self.birth_year is None:
            return ""
        age = on.year - self.birth_year
        return "-45" if age <= 45 else "46-55" if age <= 55 else "56-65" if age <= 65 else "66-"

    def of_employer(self, employer_id: UUID | None) -> str:
        """`internal` for people of that employer, `external` for all others."""
        return "internal" if employer_id is not None and self.employer_id == employer_id else "external"


def pool_features(
    on: date, group_keys: Sequence[str] | None = None, *, until: date | None = None, ids: Iterable[UUID] | None = None
) -> list[PoolMember]:
    """Everybody in the pool on a day (of these groups, where given), with what a draw needs; five queries.

    `on` and `until` bound the days of the task, for unavailability. Specialties count for the series above them.
    """
    rows = Expert.objects.filter(state=Expert.State.IN_POOL, entered_on__lte=on)
    if group_keys is not None:
        wanted = Q(group__key__in=group_keys) | Q(group__parent__key__in=group_keys)
        rows = rows.filter(Exists(ExpertGroup.objects.filter(wanted, expert=OuterRef("pk"))))
    if ids is not None:
        rows = rows.filter(id__in=list(ids))
    experts = list(rows.defer("identity_number", "birth_date", "phone", "mail", "address").order_by("id"))
    keys = [row.pk for row in experts]
    own_groups, restrictions, away, labelled = (
        _groups(keys),
        _restrictions(keys, on),
        _away(keys, on, until or on),
        _labels(keys),
    )
    return [
        _member(row, own_groups[row.pk], restrictions[row.pk], away[row.pk], labelled[row.pk], on) for row in experts
    ]


def _member(
    row: Expert, own: list[str], limits: list[Any], away: list[Any], labelled: list[str], on: date
) -> PoolMember:
    return PoolMember(
        expert_id=row.id,
        person_id=row.person_id,
        account_id=row.account_id,
        name=row.name,
        sex=row.sex,
        birth_year=row.birth_year,
        employer_id=row.employer_id,
        employer_name=row.employer_name,
        title=row.title,
        title_level=row.title_level,
        title_series=row.title_series,
        discipline=row.discipline,
        district=row.district,
        tier=row.tier,
        group_keys=tuple(own),
        main_group=own[0] if own else "",
        label_keys=tuple(labelled),
        in_term=row.term_from is not None and row.term_until is not None and row.term_from <= on <= row.term_until,
        entered_on=row.entered_on,
        door=row.door,
        restrictions=tuple(limits),
        unavailable=tuple(away),
        facts=row.facts,
    )


def _groups(keys: list[UUID]) -> defaultdict[UUID, list[str]]:
    found: defaultdict[UUID, list[str]] = defaultdict(list)
    rows = ExpertGroup.objects.filter(expert_id__in=keys).order_by("expert_id", "-main", "group__position")
    for expert_id, key in rows.values_list("expert_id", "group__key"):
        found[expert_id].append(key)
    return found


def _labels(keys: list[UUID]) -> defaultdict[UUID, list[str]]:
    found: defaultdict[UUID, list[str]] = defaultdict(list)
    through = Expert.labels.through.objects.filter(expert_id__in=keys)
    for expert_id, key in through.values_list("expert_id", "label__key"):
        found[expert_id].append(key)
    return found


def _restrictions(keys: list[UUID], on: date) -> defaultdict[UUID, list[tuple[str, str, str]]]:
    found: defaultdict[UUID, list[tuple[str, str, str]]] = defaultdict(list)
    standing = Restriction.objects.filter(
        Q(lifted_on=None) | Q(lifted_on__gt=on), Q(until=None) | Q(until__gte=on), expert_id__in=keys, since__lte=on
    )
    for expert_id, code, clause, reason in standing.values_list("expert_id", "code", "clause", "reason"):
        found[expert_id].append((code, clause, reason))
    return found


def _away(keys: list[UUID], first: date, last: date) -> defaultdict[UUID, list[tuple[date, date]]]:
    found: defaultdict[UUID, list[tuple[date, date]]] = defaultdict(list)
    rows = Unavailability.objects.filter(expert_id__in=keys, first_day__lte=last, last_day__gte=first)
    for expert_id, begin, end in rows.values_list("expert_id", "first_day", "last_day"):
        found[expert_id].append((begin, end))
    return found


def renewal_soon(on: date, days: int) -> QuerySet[Expert]:
    """Experts whose term ends within so many days."""
    return Expert.objects.filter(state=Expert.State.IN_POOL, term_until__range=(on, on + timedelta(days=days)))
