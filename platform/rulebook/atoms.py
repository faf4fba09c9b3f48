"""The leaves of conditions: comparisons, yes/no facts and judgements, membership, overlapping sets."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np

from rulebook import logic
from rulebook.case import Case
from rulebook.columns import Table
from rulebook.conditions import Condition
from rulebook.derivations import FullYears
from rulebook.facts import FactSpec, FactTable, Value
from rulebook.logic import UNDECIDED, Truth, Truths
from rulebook.plans import IMPOSSIBLE, NOTHING, Plan, Step, cost_of
from rulebook.terms import FactTerm, ParameterTerm, Term, Voice

_OPERATIONS: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "<=": operator.le,
    "<": operator.lt,
    ">=": operator.ge,
    ">": operator.gt,
    "==": operator.eq,
}
_WORDS: Final = {"<=": "不超过", "<": "不满", ">=": "不少于", ">": "超过", "==": "为"}
_WORDS_EN: Final = {"<=": "at most", "<": "less than", ">=": "at least", ">": "more than", "==": "is"}
_OPPOSITE: Final = {"<=": ">", "<": ">=", ">=": "<", ">": "<="}
_MIRROR: Final = {"<=": ">=", "<": ">", ">=": "<=", ">": "<", "==": "=="}


@dataclass(frozen=True)
class Compare(Condition):
    """A comparison of two terms; choices of an ordered fact compare by rank."""

    left: Term
    sign: str
    right: Term

    def facts(self) -> tuple[str, ...]:
        return tuple(term.key for term in (self.left, self.right) if isinstance(term, FactTerm))

    def parameters(self) -> tuple[str, ...]:
        return tuple(term.key for term in (self.left, self.right) if isinstance(term, ParameterTerm))

    def spec(self, specs: FactTable) -> FactSpec:
        """The fact that gives this comparison its kind. Raises ValueError where neither side is a fact."""
        for term in (self.left, self.right):
            if isinstance(term, FactTerm):
                return specs[term.key]
        raise ValueError("a comparison needs a fact on one side")

    def evaluate(self, case: Case) -> Truth:
        left, right = self.left.value(case), self.right.value(case)
        if left is None or right is None:
            return UNDECIDED
        spec = self.spec(case.specs)
        return logic.truth_of(bool(_OPERATIONS[self.sign](_ranked(spec, left), _ranked(spec, right))))

    def column(self, table: Table) -> Truths:
        spec = self.spec(table.specs)
        left, left_known = self.left.column(table, spec)
        right, right_known = self.right.column(table, spec)
        if left is None or right is None:
            return np.zeros(table.size, dtype=np.int8)
        known = np.broadcast_to(np.logical_and(left_known, right_known), (table.size,))
        return logic.truths(np.broadcast_to(_OPERATIONS[self.sign](left, right), (table.size,)), known)

    def show(self, voice: Voice) -> str:
        spec = self.spec(voice.specs)
        left, right = self.left.show(voice, spec), self.right.show(voice, spec)
        if voice.english:
            return f"{left} {_WORDS_EN[self.sign]} {right}"
        if spec.kind == "ordered" and self.sign in ("<=", ">="):
            return f"{left}在{right}及以{'上' if self.sign == '>=' else '下'}"
        if spec.kind == "ordered" and self.sign in ("<", ">"):
            return f"{left}{'低于' if self.sign == '<' else '高于'}{right}"
        return f"{left}{_WORDS[self.sign]}{right}"

    def missing(self, case: Case) -> tuple[str, ...]:
        unknown = (key for key in self.facts() if case.get(key) is None)
        return tuple(dict.fromkeys(source for key in unknown for source in case.sources(key)))

    def plan(self, case: Case, wanted: bool = True) -> Plan:
        if self.evaluate(case) == logic.truth_of(wanted):
            return NOTHING
        flipped = not isinstance(self.left, FactTerm)
        term, bound = (self.right, self.left) if flipped else (self.left, self.right)
        sign = _MIRROR[self.sign] if flipped else self.sign
        threshold = bound.value(case)
        if not isinstance(term, FactTerm) or threshold is None or isinstance(threshold, tuple):
            return IMPOSSIBLE
        return _step(case, term.key, sign, threshold, wanted)


def _ranked(spec: FactSpec, value: Any) -> Any:
    return spec.rank(value) if spec.kind == "ordered" else value


def _step(case: Case, key: str, sign: str, threshold: Value, wanted: bool) -> Plan:
    spec = case.specs[key]
    if not wanted:
        if sign not in _OPPOSITE:
            return IMPOSSIBLE
        sign = _OPPOSITE[sign]
    cost = cost_of(spec)
    if cost == float("inf"):
        return IMPOSSIBLE
    target = _target(spec, sign, threshold)
    if target is None:
        return IMPOSSIBLE
    now, then = case.get(key), spec.show(threshold)
    zh = f"{spec.label}由{spec.show(now)}变为{_WORDS[sign]}{then}"
    en = f"{spec.label_en} from {spec.show(now, 'en')} to {_WORDS_EN[sign]} {spec.show(threshold, 'en')}"
    if spec.kind == "ordered":
        zh = f"{spec.label}由{spec.show(now)}变为{spec.show(target)}{'及以上' if sign in ('>', '>=') else ''}"
    day = _day(case, spec, target) if sign in (">=", ">") else None
    if day:
        zh, en = f"{zh}（{day}起满足）", f"{en} (from {day})"
    return Plan((Step(key, sign.replace("==", "="), target, zh, en, cost=cost),))


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


def _day(case: Case, spec: FactSpec, target: Value) -> str:
    if not isinstance(spec.derived, FullYears) or not isinstance(target, int):
        return ""
    start = case.get(spec.derived.since)
    return spec.derived.day_of(start, target).isoformat() if isinstance(start, date) else ""


@dataclass(frozen=True)
class Holds(Condition):
    """A yes/no fact is true. Where only a person can state it, the fact's `role` is asked."""

    key: str

    def facts(self) -> tuple[str, ...]:
        return (self.key,)

    def evaluate(self, case: Case) -> Truth:
        value = case.get(self.key)
        return UNDECIDED if value is None else logic.truth_of(bool(value))

    def column(self, table: Table) -> Truths:
        column = table.column(self.key)
        return logic.truths(column.values.astype(np.bool_), column.known)

    def show(self, voice: Voice) -> str:
        return voice.specs[self.key].name(voice.lang)

    def missing(self, case: Case) -> tuple[str, ...]:
        return () if case.get(self.key) is not None else (self.key,)

    def plan(self, case: Case, wanted: bool = True) -> Plan:
        if self.evaluate(case) == logic.truth_of(wanted):
            return NOTHING
        spec = case.specs[self.key]
        cost = cost_of(spec)
        if cost == float("inf"):
            return IMPOSSIBLE
        zh = f"{spec.label}：由“{spec.show(case.get(self.key))}”变为“{spec.show(wanted)}”"
        en = f"{spec.label_en}: from {spec.show(case.get(self.key), 'en')!r} to {spec.show(wanted, 'en')!r}"
        return Plan((Step(self.key, "=", wanted, zh, en, cost=cost),))


@dataclass(frozen=True)
class Within(Condition):
    """A choice is one of the values, or of those that the parameter `listed` holds."""

    key: str
    values: tuple[str, ...]
    listed: str = ""

    def facts(self) -> tuple[str, ...]:
        return (self.key,)

    def parameters(self) -> tuple[str, ...]:
        return (self.listed,) if self.listed else ()

    def members(self, parameters: Any) -> tuple[str, ...]:
        """The values with the parameters in force."""
        value = parameters[self.listed] if self.listed else self.values
        return value if isinstance(value, tuple) else ()

    def evaluate(self, case: Case) -> Truth:
        value = case.get(self.key)
        return UNDECIDED if value is None else logic.truth_of(value in self.members(case.parameters))

    def column(self, table: Table) -> Truths:
        spec = table.specs[self.key]
        column = table.column(self.key)
        offered = np.zeros(len(spec.choices) + 1, dtype=np.bool_)
        offered[[spec.rank(value) for value in self.members(table.parameters)]] = True
        return logic.truths(offered[column.values], column.known)

    def show(self, voice: Voice) -> str:
        spec = voice.specs[self.key]
        names = [spec.show(value, voice.lang) for value in self.members(voice.parameters)]
        if voice.english:
            return f"{spec.label_en} is {' or '.join(names)}"
        return f"{spec.label}为{'、'.join(names)}{'之一' if len(names) > 1 else ''}"

    def missing(self, case: Case) -> tuple[str, ...]:
        return () if case.get(self.key) is not None else case.sources(self.key)

    def plan(self, case: Case, wanted: bool = True) -> Plan:
        if self.evaluate(case) == logic.truth_of(wanted):
            return NOTHING
        spec = case.specs[self.key]
        members = self.members(case.parameters)
        goals = [choice.key for choice in spec.choices if (choice.key in members) == wanted]
        cost = cost_of(spec)
        if not goals or cost == float("inf"):
            return IMPOSSIBLE
        now = case.get(self.key)
        names = "、".join(spec.show(goal) for goal in goals[:6])
        names_en = ", ".join(spec.show(goal, "en") for goal in goals[:6])
        zh = f"{spec.label}由{spec.show(now)}变为{names}{'等之一' if len(goals) > 1 else ''}"
        en = f"{spec.label_en} from {spec.show(now, 'en')} to one of {names_en}"
        return Plan((Step(self.key, "=", goals[0], zh, en, cost=cost),))


@dataclass(frozen=True)
class Overlaps(Condition):
    """A set of choices has at least one of the values."""

    key: str
    values: tuple[str, ...]

    def facts(self) -> tuple[str, ...]:
        return (self.key,)

    def evaluate(self, case: Case) -> Truth:
        value = case.get(self.key)
        return logic.truth_of(bool(value & set(self.values))) if isinstance(value, frozenset) else UNDECIDED

    def column(self, table: Table) -> Truths:
        spec = table.specs[self.key]
        column = table.column(self.key)
        mask = np.int64(sum(1 << spec.rank(value) for value in self.values))
        return logic.truths((column.values & mask) != 0, column.known)

    def show(self, voice: Voice) -> str:
        spec = voice.specs[self.key]
        names = [spec.show(value, voice.lang) for value in self.values]
        if voice.english:
            return f"{spec.label_en} includes one of {', '.join(names)}"
        return f"{spec.label}包括{'、'.join(names)}{'之一' if len(names) > 1 else ''}"

    def missing(self, case: Case) -> tuple[str, ...]:
        return () if case.get(self.key) is not None else (self.key,)

    def plan(self, case: Case, wanted: bool = True) -> Plan:
        if self.evaluate(case) == logic.truth_of(wanted):
            return NOTHING
        spec = case.specs[self.key]
        cost = cost_of(spec)
        if cost == float("inf"):
            return IMPOSSIBLE
        held = case.get(self.key)
        now = held if isinstance(held, frozenset) else frozenset()
        target = now | {self.values[0]} if wanted else now - set(self.values)
        names = "、".join(spec.show(value) for value in self.values[:6])
        names_en = ", ".join(spec.show(value, "en") for value in self.values[:6])
        zh = f"{spec.label}{'包括' if wanted else '不包括'}{names}{'等之一' if wanted and len(self.values) > 1 else ''}"
        en = f"{spec.label_en} {'includes one of' if wanted else 'includes none of'} {names_en}"
        return Plan((Step(self.key, "=", target, zh, en, cost=cost),))
