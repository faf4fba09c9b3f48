"""The smallest change that would turn a no into a yes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from rulebook.facts import FactSpec, Value

NEVER: Final = float("inf")
_COSTS: Final = {"act": 1.0, "time": 1.5, "choice": 2.0, "status": 3.0, "never": NEVER}
WAIVER_COST: Final = 2.5


@dataclass(frozen=True)
class Step:
    """One fact that would have to be otherwise, or one waiver that would have to be granted.

    `relation` says how the fact must stand to `target`: "=", ">=", "<=", ">" or "<".
    """

    fact: str
    relation: str
    target: Value | None
    text: str
    text_en: str
    waiver: str = ""
    cost: float = 1.0


@dataclass(frozen=True)
class Plan:
    """Steps to be taken together; `cost` orders alternatives, infinite where nothing can help."""

    steps: tuple[Step, ...] = ()
    possible: bool = True

    @property
    def cost(self) -> float:
        return sum(step.cost for step in self.steps) if self.possible else NEVER


NOTHING: Final = Plan()
IMPOSSIBLE: Final = Plan(possible=False)


def cost_of(spec: FactSpec) -> float:
    """How hard a fact is to change, infinite for one that cannot be."""
    return _COSTS[spec.change]


def together(plans: Iterable[Plan]) -> Plan:
    """All of several plans; of two steps on one fact the later one is kept only if it asks more."""
    steps: dict[tuple[str, str], Step] = {}
    for plan in plans:
        if not plan.possible:
            return IMPOSSIBLE
        for step in plan.steps:
            key = (step.fact, step.waiver)
            steps[key] = _stronger(steps[key], step) if key in steps else step
    return Plan(tuple(steps.values()))


def cheapest(plans: Iterable[Plan]) -> Plan:
    """The plan of least cost, the first of equals; impossible if there is none."""
    best = IMPOSSIBLE
    for plan in plans:
        if plan.cost < best.cost:
            best = plan
    return best


def _stronger(first: Step, second: Step) -> Step:
    ones, others = first.target, second.target
    if first.relation != second.relation or not isinstance(ones, (int, float)) or not isinstance(others, (int, float)):
        return second
    return second if (others > ones) == (first.relation in (">", ">=")) else first
