"""The leaves of conditions: comparisons, yes/no facts and judgements, membership, overlapping sets."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from rulebook import logic, steps
from rulebook.case import Case
from rulebook.columns import Table
from rulebook.conditions import Condition
from rulebook.facts import FactSpec, FactTable
from rulebook.logic import UNDECIDED, Truth, Truths
from rulebook.plans import IMPOSSIBLE, NOTHING, Plan, cheapest
from rulebook.steps import WORDS, WORDS_EN
from rulebook.terms import FactTerm, ParameterTerm, Term, Voice

_OPERATIONS: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "<=": operator.le,
    "<": operator.lt,
    ">=": operator.ge,
    ">": operator.gt,
    "==": operator.eq,
}
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
            return f"{left} {WORDS_EN[self.sign]} {right}"
        if spec.kind == "ordered" and self.sign in ("<=", ">="):
            return f"{left}在{right}及以{'上' if self.sign == '>=' else '下'}"
        if spec.kind == "ordered" and self.sign in ("<", ">"):
            return f"{left}{'低于' if self.sign == '<' else '高于'}{right}"
        return f"{left}{WORDS[self.sign]}{right}"

    def missing(self, case: Case) -> tuple[str, ...]:
        unknown = (key for key in self.facts() if case.get(key) is None)
        return tuple(dict.fromkeys(source for key in unknown for source in case.sources(key)))

    def plan(self, case: Case, wanted: bool = True) -> Plan:
        if self.evaluate(case) == logic.truth_of(wanted):
            return NOTHING
        mirrored = Compare(self.right, _MIRROR[self.sign], self.left)
        return cheapest((self._moving_left(case, wanted), mirrored._moving_left(case, wanted)))

    def _moving_left(self, case: Case, wanted: bool) -> Plan:
        threshold = self.right.value(case)
        if not isinstance(self.left, FactTerm) or threshold is None or isinstance(threshold, tuple):
            return IMPOSSIBLE
        return steps.reaching(case, self.left.key, self.sign, threshold, wanted)


def _ranked(spec: FactSpec, value: Any) -> Any:
    return spec.rank(value) if spec.kind == "ordered" else value


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
        return steps.turning(case, self.key, wanted)


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
        members = self.members(case.parameters)
        goals = [choice.key for choice in case.specs[self.key].choices if (choice.key in members) == wanted]
        return steps.choosing(case, self.key, goals)


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
        return steps.including(case, self.key, self.values, wanted)
