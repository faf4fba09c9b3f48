"""Single changes in words: what would have to be otherwise with one fact, and who would have to say so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from rulebook import roles
from rulebook.case import Case
from rulebook.derivations import FullYears
from rulebook.facts import FactSpec, Value, show_date
from rulebook.plans import IMPOSSIBLE, NEVER, Plan, Step, cost_of

WORDS: Final = {"<=": "不超过", "<": "不满", ">=": "不少于", ">": "超过", "==": "为"}
WORDS_EN: Final = {"<=": "at most", "<": "less than", ">=": "at least", ">": "more than", "==": "is"}
OPPOSITE: Final = {"<=": ">", "<": ">=", ">=": "<", ">": "<="}


def reaching(case: Case, key: str, sign: str, threshold: Value, wanted: bool) -> Plan:
    """The fact must stand to the threshold as `sign` says (not `wanted`: must not)."""
    spec = case.specs[key]
    if not wanted:
        if sign not in OPPOSITE:
            return IMPOSSIBLE
        sign = OPPOSITE[sign]
    cost, target = cost_of(spec), _target(spec, sign, threshold)
    if cost == NEVER or target is None:
        return IMPOSSIBLE
    zh, en = _reaching_text(spec, case.get(key), sign, threshold, target)
    day = _day(case, spec, target) if sign in (">=", ">") else None
    if day is not None:
        zh, en = f"{zh}（{show_date(day)}起满足）", f"{en} (from {day})"
    return Plan((Step(key, sign.replace("==", "="), target, zh, en, cost=cost),))


def _reaching_text(spec: FactSpec, now: Value | None, sign: str, threshold: Value, target: Value) -> tuple[str, str]:
    goal = f"{WORDS[sign]}{spec.show(threshold)}"
    goal_en = f"{WORDS_EN[sign]} {spec.show(threshold, 'en')}"
    if spec.kind == "ordered":
        goal = f"{spec.show(target)}{ {'>=': '及以上', '>': '及以上', '<=': '及以下', '<': '及以下'}.get(sign, '') }"
    return _moved(spec, now, goal, goal_en)


def _moved(spec: FactSpec, now: Value | None, goal: str, goal_en: str) -> tuple[str, str]:
    if now is None:
        return f"{spec.label}（现未知）须为{goal}", f"{spec.label_en} (not known now) must be {goal_en}"
    return (
        f"{spec.label}由{spec.show(now)}变为{goal}",
        f"{spec.label_en} from {spec.show(now, 'en')} to {goal_en}",
    )


def _target(spec: FactSpec, sign: str, threshold: Value) -> Value | None:
    """A value that just meets the comparison, None where there is none."""
    if sign in (">=", "<=", "=="):
        return threshold
    up = 1 if sign == ">" else -1
    if spec.kind == "ordered":
        rank = spec.rank(threshold) + up
        return spec.choices[rank].key if 0 <= rank < len(spec.choices) else None
    if isinstance(threshold, int) and not isinstance(threshold, bool):
        return threshold + up
    return None


def _day(case: Case, spec: FactSpec, target: Value) -> date | None:
    """The day on which waiting alone is enough."""
    if not isinstance(spec.derived, FullYears) or not isinstance(target, int):
        return None
    start = case.get(spec.derived.since)
    return spec.derived.day_of(start, target) if isinstance(start, date) else None


def turning(case: Case, key: str, wanted: bool) -> Plan:
    """The yes/no fact must be as wanted, said by whoever states it: nobody is told to state what is not so."""
    spec = case.specs[key]
    cost = cost_of(spec)
    if cost == NEVER:
        return IMPOSSIBLE
    zh, en = _turning_text(spec, case.get(key), wanted)
    return Plan((Step(key, "=", wanted, zh, en, cost=cost),))


def _turning_text(spec: FactSpec, now: Value | None, wanted: bool) -> tuple[str, str]:
    label, label_en = spec.label, spec.label_en
    if spec.source == "statement" and wanted:
        return (
            f"本人能够如实声明“{spec.asks or label}”",
            f"the applicant can truthfully state: {spec.asks_en or label_en}",
        )
    if spec.source == "employer" and wanted and spec.change == "act":
        return f"所在单位证明“{label}”", f"the employer attests: {label_en}"
    if spec.source == "reviewer":
        who, who_en = roles.name(spec.role), roles.name(spec.role, "en")
        verb, verb_en = ("认定", "finds") if wanted else ("不认定", "does not find")
        return f"{who}{verb}“{label}”", f"{who_en} {verb_en}: {label_en}"
    if spec.source == "record" and not wanted:
        return f"“{label}”的记录已解除", f"the record is lifted: {label_en}"
    if now is None:
        return (
            f"{label}（现未知）须为“{spec.show(wanted)}”",
            f"{label_en} (not known now) must be {spec.show(wanted, 'en')!r}",
        )
    return (
        f"{label}：由“{spec.show(now)}”变为“{spec.show(wanted)}”",
        f"{label_en}: from {spec.show(now, 'en')!r} to {spec.show(wanted, 'en')!r}",
    )


def choosing(case: Case, key: str, goals: Sequence[str]) -> Plan:
    """The choice must be one of the goals."""
    spec = case.specs[key]
    cost = cost_of(spec)
    if not goals or cost == NEVER:
        return IMPOSSIBLE
    names = "、".join(spec.show(goal) for goal in goals[:6])
    names_en = " or ".join(spec.show(goal, "en") for goal in goals[:6])
    zh, en = _moved(spec, case.get(key), f"{names}{'之一' if len(goals) > 1 else ''}", names_en)
    return Plan((Step(key, "=", goals[0], zh, en, cost=cost),))


def including(case: Case, key: str, values: tuple[str, ...], wanted: bool) -> Plan:
    """The set must have at least one of the values (not `wanted`: none of them)."""
    spec = case.specs[key]
    cost = cost_of(spec)
    if cost == NEVER:
        return IMPOSSIBLE
    held = case.get(key)
    now = held if isinstance(held, frozenset) else frozenset()
    target = now | {values[0]} if wanted else now - set(values)
    names = "、".join(spec.show(value) for value in values[:6])
    names_en = ", ".join(spec.show(value, "en") for value in values[:6])
    zh = f"{spec.label}{'包括' if wanted else '不包括'}{names}{'等之一' if wanted and len(values) > 1 else ''}"
    en = f"{spec.label_en} {'includes one of' if wanted else 'includes none of'} {names_en}"
    return Plan((Step(key, "=", target, zh, en, cost=cost),))
