"""How experts leave a pool: grounds, what shows them, who decides, and what follows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rulebook import days
from rulebook.conditions import Condition
from rulebook.procedure import Procedure

GroundKind = Literal["flag", "case", "request", "term"]
Consequence = Literal[
    "dismissed",
    "circular",
    "blacklist",
    "barred",
    "unit_told",
    "departments_told",
    "credit_record",
    "handed_over",
    "filed",
]


@dataclass(frozen=True)
class ExitGround:
    """A ground on which an expert leaves.

    Attributes
    ----------
    kind:
        "flag": found by the platform in the records; "case": a case of misconduct or unfitness that people decide;
        "request": the expert's own; "term": by itself on the day after the last day of the term.
    flagged:
        For flags: the condition over record facts; a yes raises the flag with its evidence.
    asked:
        A condition under which a person is asked to decide rather than the flag being mandatory.
    evidence:
        Name of the records that the flag lists.
    collective:
        One decision removes the leader and the experts concerned together.
    """

    key: str
    clause: str
    name: str
    name_en: str
    kind: GroundKind
    flagged: Condition | None = None
    asked: Condition | None = None
    evidence: str = ""
    procedure: Procedure | None = None
    consequences: tuple[Consequence, ...] = ("dismissed",)
    reason_required: bool = True
    collective: bool = False
    at_once: bool = False
    tiers: tuple[str, ...] = ()


def absent_years(worked: Iterable[date], *, start: date, on: date, kind: str = "calendar") -> int:
    """Full years in a row, up to `on`, that were served without taking part in any work.

    `kind` "calendar" counts calendar years served in full and ended before `on`; "rolling" counts years back from
    `on`, none of them before the first day `start`.
    """
    days_worked = sorted(worked)
    count = 0
    while True:
        if kind == "calendar":
            first, last = date(on.year - 1 - count, 1, 1), date(on.year - 1 - count, 12, 31)
        else:
            first, last = (
                days.anniversary(on, -count - 1),
                date.fromordinal(days.anniversary(on, -count).toordinal() - 1),
            )
        if first < start or any(first <= day <= last for day in days_worked):
            return count
        count += 1


def most_within_a_year(happened: Iterable[date]) -> int:
    """The largest number of events within one year: the same-numbered day a year on still counts (一年以内)."""
    ordered = sorted(happened)
    most, start = 0, 0
    for index, day in enumerate(ordered):
        while days.anniversary(ordered[start], 1) < day:
            start += 1
        most = max(most, index - start + 1)
    return most
