"""What a draw would meet, worked out before anything is fixed: numbers only, no names."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import sortition
from tenants.experts import selectors as experts
from tenants.selection import pools, problems
from tenants.selection.asked import Asked, AskedQuota
from tenants.selection.pools import Gathered
from tenants.selection.problems import Question

THIN = 3
"""A pool with fewer than so many people a seat is thin: two refusals in a row would exhaust it."""


@dataclass(frozen=True)
class Way:
    """A way out of a thin or impossible draw: what to change, how many it gains, and where it stands."""

    code: str
    label: str
    gain: int = 0
    clause: str = ""
    cite: str = ""
    patch: dict[str, Any] | None = None


@dataclass(frozen=True)
class Caution:
    """Something to know before the draw."""

    code: str
    message: str
    clause: str = ""
    cite: str = ""


@dataclass(frozen=True)
class Preview:
    """The answer; `chances` are bands of people who are alike: label, chance, how many."""

    eligible: int
    total: int
    exclusions: list[dict[str, Any]]
    quotas: list[dict[str, Any]]
    chances: list[dict[str, Any]]
    feasible: bool
    thin: bool
    warnings: list[Caution] = field(default_factory=list)
    ways_out: list[Way] = field(default_factory=list)


def preview(asked: Asked) -> Preview:
    """Work out a request. Times booked by draws that are still held are not told here; they count at the freezing."""
    gathered = pools.gather(asked, with_held=False)
    question = problems.build(gathered)
    portfolio, warnings, ways = _solved(gathered, question)
    thin = _is_thin(gathered, question)
    if thin:
        warnings.append(_thin_warning(gathered))
    if thin or portfolio is None:
        ways += _ways(gathered)
    return Preview(
        eligible=len(gathered.eligible),
        total=gathered.in_pool,
        exclusions=_exclusions(gathered),
        quotas=[_quota(bound, gathered) for bound in question.bounds],
        chances=_bands(portfolio) if portfolio else [],
        feasible=portfolio is not None,
        thin=thin,
        warnings=warnings,
        ways_out=ways,
    )


def _solved(gathered: Gathered, question: Question) -> tuple[sortition.Portfolio | None, list[Caution], list[Way]]:
    try:
        portfolio = sortition.solve(question.problem)
    except sortition.Infeasible as error:
        return None, [Caution("infeasible", error.words("zh"))], _relaxations(gathered, question, error)
    except sortition.Refused as error:
        return None, [Caution(error.code, error.words("zh"))], []
    return portfolio, [_barred(one) for one in portfolio.barred], []


def _barred(one: sortition.Barred) -> Caution:
    return Caution("barred", f"有{len(one.people)}人在任何符合名额要求的名单中都无法入选：{one.words_zh}")


def _relaxations(gathered: Gathered, question: Question, error: sortition.Infeasible) -> list[Way]:
    """The smallest change that would do. A quota that a rule lays down is named, but cannot be changed here."""
    by_label = {
        (one.category, one.value): bound for one, bound in zip(question.problem.quotas, question.bounds, strict=True)
    }
    found = []
    for demand in error.relaxation:
        bound = by_label.get((demand.category, demand.value))
        if demand.relaxed == demand.bound:
            continue
        clause = bound.clause if bound else ""
        cite = gathered.standing.policy.cite(clause) if clause else ""
        patch = _patched(gathered.asked, bound, demand) if bound and bound.origin == "asked" else None
        if demand.kind == "group":
            patch = {"one_per_employer": False}
        found.append(Way("relax", demand.words("zh"), 0, clause, cite, patch))
    return found


def _patched(asked: Asked, bound: problems.Bound, demand: sortition.Demand) -> dict[str, Any]:
    changed = [
        _with_bound(one, demand) if (one.category, one.value) == (bound.category, bound.value) else one
        for one in asked.quotas
    ]
    return {
        "quotas": [
            {"category": one.category, "value": one.value, "lower": one.lower, "upper": one.upper} for one in changed
        ]
    }


def _with_bound(one: AskedQuota, demand: sortition.Demand) -> AskedQuota:
    return replace(one, lower=demand.relaxed) if demand.kind == "lower" else replace(one, upper=demand.relaxed)


def _is_thin(gathered: Gathered, question: Question) -> bool:
    wanted = THIN * question.drawn
    scarce = any(bound.lower > 0 and bound.available < 2 * bound.lower for bound in question.bounds)
    return len(gathered.eligible) < wanted or scarce


def _thin_warning(gathered: Gathered) -> Caution:
    people, seats = len(gathered.eligible), gathered.asked.size
    return Caution("thin", f"符合条件的只有{people}人，需要{seats}人：有人谢绝时可能无人可补，请先考虑扩大范围。")


def _ways(gathered: Gathered) -> list[Way]:
    asked, policy = gathered.asked, gathered.standing.policy
    ways = _neighbours(asked)
    if asked.one_per_employer:
        ways.append(Way("employers", "不限每单位一人", 0, patch={"one_per_employer": False}))
    spare = len(gathered.eligible) - asked.size
    if 0 <= spare < asked.alternates:
        ways.append(Way("alternates", f"候补减为{spare}人", 0, patch={"alternates": spare}))
    if policy.draws.outsiders:
        clause = policy.draws.outsiders_clause or policy.draws.clause
        label = "按1:3提出库外临时专家人选，仍随机抽取"
        ways.append(Way("temporary", label, 0, clause, policy.cite(clause)))
    if "exchange" in policy.admission:
        clause = policy.admission["exchange"].clause
        label = "与其他专家库签订交流协议，邀请符合条件的专家入库"
        ways.append(Way("exchange", label, 0, clause, policy.cite(clause)))
    return ways


def _neighbours(asked: Asked) -> list[Way]:
    """Groups beside the asked ones, those of the same series first, largest first."""
    if not asked.groups:
        return []
    every = {one.key: one for one in experts.groups()}
    counts = experts.group_counts()
    series = {every[key].parent_id for key in asked.groups if key in every}
    others = [one for key, one in every.items() if key not in asked.groups and counts.get(key)]
    others.sort(key=lambda one: (one.parent_id not in series, -counts[one.key], one.position))
    return [
        Way("widen", f"扩大到“{one.name}”", counts[one.key], patch={"groups": [*asked.groups, one.key]})
        for one in others[:3]
    ]


def _exclusions(gathered: Gathered) -> list[dict[str, Any]]:
    cite = gathered.standing.policy.cite
    return [
        {"code": code, "reason": reason, "count": number, "clause": clause, "cite": _cited(cite, clause)}
        for code, clause, reason, number in pools.counted(gathered.left)
    ]


def _cited(cite: Any, clause: str) -> str:
    try:
        return str(cite(clause)) if clause else ""
    except KeyError:
        return clause


def _quota(bound: problems.Bound, gathered: Gathered) -> dict[str, Any]:
    cite = _cited(gathered.standing.policy.cite, bound.clause)
    names = ("category", "value", "label", "lower", "upper", "available", "origin", "clause", "message")
    return {name: getattr(bound, name) for name in names} | {"cite": cite}


def _bands(portfolio: sortition.Portfolio) -> list[dict[str, Any]]:
    """People who are alike have the same chance; bands of the same words and chance are one line."""
    lines: dict[tuple[str, float], int] = {}
    for one, chance in zip(portfolio.typing.types, portfolio.type_chances(), strict=True):
        label = "，".join(f"{value}" for value in one.features.values()) or "全部候选人"
        key = (label, round(float(chance), 9))
        lines[key] = lines.get(key, 0) + len(one.members)
    rows = [{"group_label": label, "chance": chance, "count": people} for (label, chance), people in lines.items()]
    return sorted(rows, key=lambda row: (-float(str(row["chance"])), str(row["group_label"])))
