"""Conditions: one expression that decides a person, filters a pool, renders itself, and names what would help.

Combine with `&`, `|` and `~`. Every node answers yes (1), no (-1) or undecided (0) for one `Case` and, as an int8
column, for a `Table`; both follow Kleene's logic and agree on every person. The leaves are in `atoms`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from rulebook import logic
from rulebook.case import Case
from rulebook.columns import Table
from rulebook.facts import Value
from rulebook.logic import UNDECIDED, YES, Truth, Truths
from rulebook.plans import NOTHING, WAIVER_COST, Plan, Step, cheapest, together
from rulebook.terms import Voice


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
