"""What experts must do and avoid: recusal grounds, training gates, duties with their checks, shares to be reached."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from rulebook.conditions import Condition
from rulebook.parameters import Parameters, show_share


@dataclass(frozen=True)
class RecusalGround:
    """A ground on which an expert stands aside.

    Attributes
    ----------
    ties:
        Keys of the ties that make it: spouse, direct_blood, collateral_three, in_law, same_unit, coauthor,
        teacher_student, interest, dispute, other.
    found_in_records:
        Those of the ties that the platform looks for itself; the rest are declared.
    not_when_self_evaluating:
        Ties that alone do not recuse in a committee that evaluates for its own unit.
    """

    key: str
    clause: str
    name: str
    name_en: str
    ties: tuple[str, ...]
    found_in_records: tuple[str, ...] = ()
    not_when_self_evaluating: tuple[str, ...] = ()
    declared_before: Literal["", "assignment", "meeting"] = "assignment"

    def recuses(self, ties: Iterable[str], *, self_evaluating: bool = False) -> bool:
        """Whether ties between an expert and an applicant (or an inspected unit) recuse on this ground."""
        without = self.not_when_self_evaluating if self_evaluating else ()
        return any(tie in self.ties and tie not in without for tie in ties)


def grounds_for(
    grounds: Iterable[RecusalGround], ties: Iterable[str], *, self_evaluating: bool = False
) -> tuple[RecusalGround, ...]:
    """The grounds on which an expert with those ties is recused; none: not recused."""
    known = tuple(ties)
    return tuple(ground for ground in grounds if ground.recuses(known, self_evaluating=self_evaluating))


@dataclass(frozen=True)
class TrainingGate:
    """A training that must be passed before work.

    Attributes
    ----------
    once:
        True for onboarding; False for one per scheme (each assessment round).
    closes:
        "all" work or only "assessment" work.
    failing_closes_year:
        A fail takes that work away for the calendar year of the exam.
    """

    key: str
    clause: str
    name: str
    name_en: str
    once: bool
    closes: Literal["all", "assessment"]
    failing_closes_year: bool = False
    topics: tuple[str, ...] = ()


@dataclass(frozen=True)
class Closed:
    """A gate that is closed to an expert, until a day (None: until it is passed)."""

    gate: str
    clause: str
    until: date | None
    message: str
    message_en: str


def closed_gates(
    gates: Iterable[TrainingGate],
    *,
    passed: Iterable[str],
    failed_on: Iterable[tuple[str, date]] = (),
    assessment: bool,
    on: date,
) -> tuple[Closed, ...]:
    """The gates that keep an expert out of a draw or a task on a day.

    `passed` holds the keys of the gates passed (for one per scheme: for this scheme), `failed_on` (gate, day) pairs.
    Clause 12 of the Henan rules: an exam failed in 2026 keeps out of assessment until 2027-01-01.
    """
    done = set(passed)
    failures = tuple(failed_on)
    result: list[Closed] = []
    for gate in gates:
        if gate.closes == "assessment" and not assessment:
            continue
        failed = [day for key, day in failures if key == gate.key and day.year == on.year]
        if gate.failing_closes_year and failed:
            until = date(on.year + 1, 1, 1)
            result.append(
                Closed(
                    gate.key,
                    gate.clause,
                    until,
                    f"{gate.name}于{failed[-1]}未通过，本年度取消资格，{until}起恢复",
                    f"{gate.name_en} failed on {failed[-1]}: closed for the calendar year, open again on {until}",
                )
            )
        elif gate.key not in done:
            result.append(
                Closed(gate.key, gate.clause, None, f"{gate.name}尚未通过", f"{gate.name_en} is not passed yet")
            )
    return tuple(result)


@dataclass(frozen=True)
class Duty:
    """A duty of experts or units with how it is seen to: a yearly count, a reminder, or a record."""

    key: str
    clause: str
    name: str
    name_en: str
    of: Literal["expert", "employer", "using_unit", "agency"] = "expert"
    yearly: str = ""
    due: str = ""
    tiers: tuple[str, ...] = ()

    def binds(self, tier: str) -> bool:
        """Whether the duty is one of that tier."""
        return not self.tiers or tier in self.tiers

    def met(self, count: int, parameters: Parameters) -> bool:
        """Whether a year's count suffices; duties without a count are met by being recorded."""
        return not self.yearly or count >= parameters.integer(self.yearly)


@dataclass(frozen=True)
class ShareTarget:
    """A share of the pool that is measured against a target, e.g. of experts aged 45 or under."""

    key: str
    clause: str
    name: str
    name_en: str
    counted: Condition
    parameter: str

    def measure(self, count: int, total: int, parameters: Parameters) -> Share:
        """The share reached; of an empty pool none."""
        share = Fraction(count, total) if total else Fraction(0)
        target = parameters.share(self.parameter)
        met = share >= target
        return Share(
            share,
            target,
            met,
            f"{self.name}{count}/{total}（{show_share(share)}），目标{show_share(target)}：{'达到' if met else '未达到'}",
            f"{self.name_en} {count}/{total} ({show_share(share, 'en')}), target {show_share(target, 'en')}: "
            f"{'met' if met else 'short of target'}",
        )


@dataclass(frozen=True)
class Share:
    """A measured share beside its target."""

    share: Fraction
    target: Fraction
    met: bool
    message: str
    message_en: str


@dataclass(frozen=True)
class ClassHours:
    """How many class hours of continuing education a day (or time) of review or training counts."""

    clause: str
    per_day: str

    def of(self, days: int, parameters: Parameters) -> int:
        """Class hours for that many days: 2 days of review and 1 of training, at 6 a day, give 18."""
        return days * parameters.integer(self.per_day)
