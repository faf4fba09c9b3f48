"""What a request can be made of, and what is being typed as the value that is worked out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Count, QuerySet

from juxian.common import clock
from juxian.common.actors import Actor
from juxian.identity import selectors as identity
from juxian.tenancy import context
from rulebook.titles import LEVEL_NAMES, LEVELS
from tenants.committees import selectors as committees
from tenants.experts import selectors as experts
from tenants.experts.models import Expert
from tenants.experts.standing import standing
from tenants.selection import asked, problems
from tenants.selection.asked import Asked
from tenants.workspace.models import Employer


def asked_of(actor: Actor, values: Mapping[str, Any]) -> Asked:
    """What is being typed, as the preview takes it."""
    recusals = values.get("recusals") or {}
    starts_at = values.get("meets_at")
    until = values.get("meets_until") or (starts_at + timedelta(hours=asked.MEETING_HOURS) if starts_at else None)
    return Asked(
        size=values["size"],
        alternates=values.get("alternates") or 0,
        committee=committees.committee(actor, values["committee"]) if values.get("committee") else None,
        task_type=values.get("task_type") or "",
        groups=tuple(values.get("groups") or ()),
        title_levels=tuple(values.get("title_levels") or ()),
        district=values.get("district") or "",
        quotas=tuple(asked.quota_of(one) for one in values.get("quotas") or ()),
        employers=frozenset(recusals.get("employers") or ()),
        experts={one["expert"]: one["reason"] for one in recusals.get("experts") or ()},
        pairs=tuple((one["expert"], one["other"]) for one in recusals.get("pairs") or ()),
        named={one["expert"]: one["reason"] for one in values.get("named") or ()},
        one_per_employer=bool(values.get("one_per_employer")),
        random_share=asked.share(values.get("random_share") or ""),
        meets_at=starts_at,
        meets_until=until,
    )


def people(search: str) -> list[Expert]:
    """Experts of the pool by part of their name: at most ten, none for fewer than two characters."""
    wanted = search.strip()
    if len(wanted) < 2:
        return []
    found = Expert.objects.filter(state=Expert.State.IN_POOL, name__icontains=wanted)
    return list(found.only("id", "person_id", "name", "employer_name").order_by("name", "id")[:10])


def employers(search: str) -> QuerySet[Employer]:
    """Employers by part of their name."""
    return Employer.objects.filter(active=True, name__icontains=search.strip()).order_by("name")


def options(actor: Actor) -> dict[str, Any]:
    """Task types, groups, categories with their values, committees, supervisors."""
    policy = standing().policy
    counts = experts.group_counts()
    groups = [{"key": one.key, "name": one.name, "count": counts.get(one.key, 0)} for one in experts.groups()]
    wanted = set(policy.draws.purposes)
    kinds = [one for one in policy.task_types if not wanted or one.key in wanted] or list(policy.task_types)
    people = identity.holders(context.agency().id, {policy.draws.supervisor or "supervisor", "supervisor"})
    return {
        "task_types": [
            {"key": one.key, "label": one.name, "clause": one.clause, "cite": policy.cite(one.clause)} for one in kinds
        ],
        "groups": groups,
        "categories": categories(groups),
        "committees": committees.visible(actor).filter(active=True).order_by("name"),
        "supervisors": [{"id": key, "name": name} for key, name in identity.names(people).items()],
    }


def categories(groups: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The categories that quotas can speak of, with their values and how many people in the pool have each."""
    pool = Expert.objects.filter(state=Expert.State.IN_POOL)
    levels = dict(pool.order_by().values_list("title_level").annotate(people=Count("id")))
    return [
        _category("group", [(one["key"], one["name"], one["count"]) for one in groups if one["count"]]),
        _category("origin", [("external", "外单位", 0), ("internal", "本单位", 0)]),
        _category("last_year", [("new", "上年度未参加", 0), ("member", "上年度参加", 0)]),
        _category("title_level", [(key, LEVEL_NAMES[key][0], levels[key]) for key in LEVELS if levels.get(key)]),
        _category("age_band", [(key, problems.value_label("age_band", key, {}), n) for key, n in _ages(pool)]),
        _category("sex", _plain(pool, "sex")),
        _category("district", _plain(pool, "district")),
    ]


def _plain(pool: Any, field: str) -> list[tuple[str, str, int]]:
    rows = pool.order_by().exclude(**{field: ""}).values_list(field).annotate(people=Count("id")).order_by("-people")
    return [(value, problems.value_label(field, value, {}), people) for value, people in rows[:100]]


def _ages(pool: Any) -> list[tuple[str, int]]:
    year = clock.today().year
    rows = pool.order_by().exclude(birth_year=None).values_list("birth_year").annotate(people=Count("id"))
    bands: Counter[str] = Counter()
    for born, people in rows:
        age = year - born
        bands["-45" if age <= 45 else "46-55" if age <= 55 else "56-65" if age <= 65 else "66-"] += people
    return [(band, bands[band]) for band in ("-45", "46-55", "56-65", "66-") if bands[band]]


def _category(key: str, values: list[tuple[str, str, int]]) -> dict[str, Any]:
    return {
        "key": key,
        "label": str(problems.CATEGORIES[key]),
        "values": [{"value": value, "label": label, "count": people} for value, label, people in values],
    }
