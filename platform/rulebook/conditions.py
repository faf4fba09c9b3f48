"""Conditions: one expression that decides a person, filters a pool, renders itself, and names what would help.

Combine with `&`, `|` and `~`. Every node answers yes (1), no (-1) or undecided (0) for one `Case` and, as an int8
column, for a `Table`; both follow Kleene's logic and agree on every person.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from rulebook import logic
from rulebook.case import Case
from rulebook.columns import Table
from rulebook.facts import FactSpec, FactTable, Value
from rulebook.logic import UNDECIDED, YES, Truth, Truths
from rulebook.plans import IMPOSSIBLE, NOTHING, WAIVER_COST, Plan, Step, cheapest, cost_of, together
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


class Condition:
    """A condition over facts and parameters."""

    def __and__(self, other: Condition) -> Condition:
        return AllOf((*_parts(self, AllOf), *_parts(other, AllOf)))

    def __or__(self, other: Condition) -> Condition:
        return AnyOf((*_parts(self, AnyOf), *_parts(other, AnyOf)))

    def __invert__(self) -> Condition:
        return Not(self)

    @property
    def parts(self) -> tuple[Condition, ...]:
        """The conditions inside this one."""
        return ()

    def walk(self) -> Iterator[Condition]:
        """This condition and all inside it."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def facts(self) -> tuple[str, ...]:
        """Keys of the facts spoken of, in order, each once."""
        return tuple(dict.fromkeys(key for part in self.parts for key in part.facts()))

    def parameters(self) -> tuple[str, ...]:
        """Keys of the parameters spoken of, in order, each once."""
        return tuple(dict.fromkeys(key for part in self.parts for key in part.parameters()))

    def evaluate(self, case: Case) -> Truth:
        """The answer for one person."""
        raise NotImplementedError

    def column(self, table: Table) -> Truths:
        """The answers for a pool, int8."""
        raise NotImplementedError

    def show(self, voice: Voice) -> str:
        """The condition as (part of) a sentence."""
        raise NotImplementedError

    def plan(self, case: Case, wanted: bool = True) -> Plan:
        """The smallest change after which this would be yes (or, not `wanted`, no)."""
        raise NotImplementedError

    def computed(self, case: Case) -> dict[str, tuple[str, str, Value]]:
        """Thresholds that are calculated for this person: key -> (label zh, label en, value)."""
        return {key: value for part in self.parts for key, value in part.computed(case).items()}

    def missing(self, case: Case) -> tuple[str, ...]:
        """Facts whose absence leaves this undecided, each once."""
        if self.evaluate(case) != UNDECIDED:
            return ()
        return tuple(dict.fromkeys(key for part in self.parts for key in part.missing(case)))


def _parts(condition: Condition, kind: type[AllOf] | type[AnyOf]) -> tuple[Condition, ...]:
    return condition.parts if type(condition) is kind else (condition,)


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
    from datetime import date

    from rulebook.derivations import FullYears

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


@dataclass(frozen=True)
class AllOf(Condition):
    """Every part (且)."""

    items: tuple[Condition, ...]

    @property
    def parts(self) -> tuple[Condition, ...]:
        return self.items

    def evaluate(self, case: Case) -> Truth:
        return logic.both(part.evaluate(case) for part in self.items)

    def column(self, table: Table) -> Truths:
        result = self.items[0].column(table)
        for part in self.items[1:]:
            result = np.minimum(result, part.column(table))
        return result

    def show(self, voice: Voice) -> str:
        return voice.pick("，且", " and ").join(_bracketed(part, voice) for part in self.items)

    def plan(self, case: Case, wanted: bool = True) -> Plan:
        plans = (part.plan(case, wanted) for part in self.items)
        return together(plans) if wanted else cheapest(plans)


@dataclass(frozen=True)
class AnyOf(Condition):
    """At least one part (或)."""

    items: tuple[Condition, ...]

    @property
    def parts(self) -> tuple[Condition, ...]:
        return self.items

    def evaluate(self, case: Case) -> Truth:
        return logic.either(part.evaluate(case) for part in self.items)

    def column(self, table: Table) -> Truths:
        result = self.items[0].column(table)
        for part in self.items[1:]:
            result = np.maximum(result, part.column(table))
        return result

    def show(self, voice: Voice) -> str:
        return voice.pick("，或", " or ").join(_bracketed(part, voice) for part in self.items)

    def plan(self, case: Case, wanted: bool = True) -> Plan:
        plans = (part.plan(case, wanted) for part in self.items)
        return cheapest(plans) if wanted else together(plans)


def _bracketed(part: Condition, voice: Voice) -> str:
    text = part.show(voice)
    if isinstance(part, (AllOf, AnyOf, Depending, Otherwise)):
        return voice.pick(f"（{text}）", f"({text})")
    return text


@dataclass(frozen=True)
class Not(Condition):
    """The part does not hold (非)."""

    item: Condition

    @property
    def parts(self) -> tuple[Condition, ...]:
        return (self.item,)

    def evaluate(self, case: Case) -> Truth:
        return logic.negate(self.item.evaluate(case))

    def column(self, table: Table) -> Truths:
        return -self.item.column(table)

    def show(self, voice: Voice) -> str:
        return voice.pick(f"无“{self.item.show(voice)}”的情形", f"not ({self.item.show(voice)})")

    def plan(self, case: Case, wanted: bool = True) -> Plan:
        return self.item.plan(case, not wanted)


@dataclass(frozen=True)
class Otherwise(Condition):
    """A main condition and the exception that may stand in its place (否则，…可放宽)."""

    main: Condition
    exception: Condition
    name: str = "例外"
    name_en: str = "exception"

    @property
    def parts(self) -> tuple[Condition, ...]:
        return (self.main, self.exception)

    def evaluate(self, case: Case) -> Truth:
        return logic.either(part.evaluate(case) for part in self.parts)

    def column(self, table: Table) -> Truths:
        return np.maximum(self.main.column(table), self.exception.column(table))

    def show(self, voice: Voice) -> str:
        main, exception = self.main.show(voice), self.exception.show(voice)
        return voice.pick(
            f"{main}；否则（{self.name}）须{exception}", f"{main}; otherwise ({self.name_en}) {exception}"
        )

    def plan(self, case: Case, wanted: bool = True) -> Plan:
        plans = (part.plan(case, wanted) for part in self.parts)
        return cheapest(plans) if wanted else together(plans)


@dataclass(frozen=True)
class Depending(Condition):
    """If the test holds then one condition, else the other; undecided tests decide where both branches agree."""

    test: Condition
    then: Condition
    other: Condition

    @property
    def parts(self) -> tuple[Condition, ...]:
        return (self.test, self.then, self.other)

    def _spelled(self) -> Condition:
        return AnyOf(
            (AllOf((self.test, self.then)), AllOf((Not(self.test), self.other)), AllOf((self.then, self.other)))
        )

    def evaluate(self, case: Case) -> Truth:
        return self._spelled().evaluate(case)

    def column(self, table: Table) -> Truths:
        test, then, other = (part.column(table) for part in self.parts)
        chosen = np.maximum(np.minimum(test, then), np.minimum(-test, other))
        return np.maximum(chosen, np.minimum(then, other))

    def show(self, voice: Voice) -> str:
        test, then, other = (part.show(voice) for part in self.parts)
        return voice.pick(f"{test}的，须{then}；其他的，须{other}", f"if {test}: {then}; otherwise: {other}")

    def missing(self, case: Case) -> tuple[str, ...]:
        return self._spelled().missing(case)

    def plan(self, case: Case, wanted: bool = True) -> Plan:
        return self._spelled().plan(case, wanted)


@dataclass(frozen=True)
class InPrinciple(Condition):
    """A condition that holds "in principle" (原则上): a miss is lifted by the waiver of that key."""

    item: Condition
    waiver: str
    name: str = "豁免"
    name_en: str = "waiver"

    @property
    def parts(self) -> tuple[Condition, ...]:
        return (self.item,)

    def evaluate(self, case: Case) -> Truth:
        return YES if self.waiver in case.waivers else self.item.evaluate(case)

    def column(self, table: Table) -> Truths:
        return np.maximum(
            self.item.column(table), logic.truths(table.waived(self.waiver), np.ones(table.size, np.bool_))
        )

    def show(self, voice: Voice) -> str:
        text = self.item.show(voice)
        return voice.pick(f"原则上{text}（可经“{self.name}”豁免）", f"in principle {text} (waivable: {self.name_en})")

    def missing(self, case: Case) -> tuple[str, ...]:
        return () if self.waiver in case.waivers else self.item.missing(case)

    def plan(self, case: Case, wanted: bool = True) -> Plan:
        if self.evaluate(case) == logic.truth_of(wanted):
            return NOTHING
        if not wanted:
            return self.item.plan(case, wanted)
        lift = Step(
            "",
            "=",
            None,
            f"取得“{self.name}”（写明批准人和理由）",
            f"obtain the waiver {self.name_en!r} (naming who granted it and why)",
            waiver=self.waiver,
            cost=WAIVER_COST,
        )
        return cheapest((self.item.plan(case, wanted), Plan((lift,))))
