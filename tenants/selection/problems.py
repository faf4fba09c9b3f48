"""From the gathered pool to the question the draw library answers: features, quotas, groups, pairs, all in public words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import sortition
from juxian.common.errors import Detail, Refusal, invalid
from juxian.common.texts import Text
from rulebook.titles import LEVEL_NAMES
from tenants.experts import selectors as experts
from tenants.experts.selectors import PoolMember
from tenants.selection.pools import Gathered

CATEGORIES: dict[str, Text] = {
    "origin": Text("来源", "origin"),
    "last_year": Text("上年度", "last year"),
    "group": Text("专业组", "group"),
    "title_level": Text("职称层级", "title level"),
    "district": Text("地区", "district"),
    "sex": Text("性别", "sex"),
    "age_band": Text("年龄段", "age"),
    "employer": Text("工作单位", "employer"),
}
_FIXED = {
    "origin": {"external": "外单位", "internal": "本单位"},
    "last_year": {"member": "上年度参加", "new": "上年度未参加"},
    "sex": {"male": "男", "female": "女", "": "未登记"},
    "age_band": {"-45": "45岁及以下", "46-55": "46至55岁", "56-65": "56至65岁", "66-": "66岁及以上", "": "未登记"},
}


@dataclass(frozen=True, slots=True)
class Bound:
    """A quota with where it comes from: a rule of the policy with its clause, or the organizer's asking."""

    category: str
    value: str
    label: str
    lower: int
    upper: int
    available: int
    origin: str
    clause: str = ""
    message: str = ""


@dataclass(frozen=True)
class Question:
    """The problem for the library, and what its numbers mean to people."""

    problem: sortition.Problem
    bounds: tuple[Bound, ...]
    drawn: int


def build(gathered: Gathered) -> Question:
    """The question of this draw. Raises 400 for a quota that names nothing, `selection.named_too_many` for too many named seats."""
    asked = gathered.asked
    drawn = _drawn_seats(gathered)
    names = _group_names()
    bounds = _bounds(gathered, names)
    categories = dict.fromkeys(bound.category for bound in bounds)
    features = {
        str(one.expert_id): {
            CATEGORIES[category].zh: value_label(category, value_of(one, category, gathered), names)
            for category in categories
        }
        for one in gathered.eligible
    }
    taken = _tally(gathered.named, gathered, categories)
    quotas = tuple(
        sortition.Quota(
            CATEGORIES[bound.category].zh,
            value_label(bound.category, bound.value, names),
            max(0, bound.lower - taken[bound.category, bound.value]),
            max(0, min(bound.upper - taken[bound.category, bound.value], drawn)),
        )
        for bound in bounds
    )
    groups = {str(one.expert_id): _employer(one) for one in gathered.eligible if _employer(one)}
    here = set(features)
    problem = sortition.Problem(
        features=features,
        quotas=quotas,
        seats=drawn,
        groups=groups if asked.one_per_employer else {},
        group_label="工作单位",
        conflicts=tuple((str(a), str(b)) for a, b in asked.pairs if {str(a), str(b)} <= here),
    )
    return Question(problem, bounds, drawn)


def _drawn_seats(gathered: Gathered) -> int:
    """Seats that are drawn: all that are not named. The policy says how many must be."""
    asked, least = gathered.asked, gathered.bounds.random_seats
    if len(asked.named) > asked.size - least:
        rules = gathered.standing.policy.draws
        clause = gathered.standing.clause(rules.random_clause or rules.clause)
        raise Refusal("selection.named_too_many", clauses=[clause], named=len(asked.named), most=asked.size - least)
    return asked.size - len(asked.named)


def _employer(one: PoolMember) -> str:
    return str(one.employer_id) if one.employer_id else one.employer_name


def _group_names() -> dict[str, str]:
    """Group keys to public names; a specialty is named with its series."""
    return {
        one.key: f"{one.parent.name}·{one.name}" if one.parent else one.name for one in experts.groups(retired=True)
    }


def value_of(one: PoolMember, category: str, gathered: Gathered) -> str:
    """A person's value of a category, as a key."""
    match category:
        case "origin":
            return "external" if gathered.home.is_outsider(one.employer_id, one.employer_name) else "internal"
        case "last_year":
            return "member" if one.expert_id in gathered.history.last_year_members else "new"
        case "group":
            return one.main_group
        case "age_band":
            return one.age_band(gathered.asked.first_day)
        case "employer":
            return one.employer_name
        case _:
            return str(getattr(one, category))


def value_label(category: str, value: str, names: Mapping[str, str]) -> str:
    """A value in public words."""
    if category == "group":
        return names.get(value, value or "未分组")
    if category == "title_level":
        return LEVEL_NAMES.get(value, ("未登记", ""))[0]
    return _FIXED.get(category, {}).get(value, value or "未登记")


def _bounds(gathered: Gathered, names: Mapping[str, str]) -> tuple[Bound, ...]:
    """The policy's bounds and the asked ones; where both speak of one value, the narrower of each side holds."""
    size = gathered.asked.size
    rows: dict[tuple[str, str], Bound] = {}
    for rule in gathered.bounds.quotas:
        rows[rule.category, rule.value] = Bound(
            rule.category, rule.value, "", rule.lower, rule.upper, 0, "rule", rule.clause, rule.message
        )
    for quota in gathered.asked.quotas:
        if quota.category not in CATEGORIES:
            raise invalid(Detail(f"没有“{quota.category}”这一类名额。", field="quotas"))
        lower, upper = quota.lower or 0, size if quota.upper is None else quota.upper
        old = rows.get((quota.category, quota.value))
        if old is None:
            rows[quota.category, quota.value] = Bound(quota.category, quota.value, "", lower, upper, 0, "asked")
        else:
            rows[quota.category, quota.value] = Bound(
                old.category, old.value, "", max(old.lower, lower), min(old.upper, upper), 0, old.origin, old.clause,
                old.message,
            )  # fmt: skip
    counts = _tally(gathered.eligible, gathered, {category: None for category, _ in rows})
    return tuple(_finished(bound, counts, size, names) for bound in rows.values())


def _finished(bound: Bound, counts: Mapping[tuple[str, str], int], size: int, names: Mapping[str, str]) -> Bound:
    label = f"{CATEGORIES[bound.category].zh}：{value_label(bound.category, bound.value, names)}"
    upper = min(bound.upper, size)
    if bound.lower > upper:
        raise invalid(Detail(f"{label}的下限{bound.lower}高于上限{upper}。", field="quotas"))
    available = counts[bound.category, bound.value]
    return Bound(
        bound.category, bound.value, label, bound.lower, upper, available, bound.origin, bound.clause, bound.message
    )


def _tally(
    people: tuple[PoolMember, ...], gathered: Gathered, categories: Mapping[str, object]
) -> Counter[tuple[str, str]]:
    return Counter((category, value_of(one, category, gathered)) for one in people for category in categories)
