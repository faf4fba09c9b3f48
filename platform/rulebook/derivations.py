"""Facts calculated from other facts: ages, years since a date, the level of a professional title."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import numpy as np

from rulebook import days, titles
from rulebook.facts import Value

Lookup = Callable[[str], Value | None]


class Derivation(Protocol):
    """Calculates one fact from others, for one person and for a column; unknown inputs give unknown (NaN, NaT, -1)."""

    @property
    def inputs(self) -> tuple[str, ...]: ...

    def value(self, lookup: Lookup, on: date) -> Value | None: ...

    def column(self, inputs: tuple[np.ndarray, ...], on: date) -> np.ndarray: ...


@dataclass(frozen=True)
class FullYears:
    """Completed years since the date fact `since` (age since birth, years in a title since its award)."""

    since: str

    @property
    def inputs(self) -> tuple[str, ...]:
        return (self.since,)

    def value(self, lookup: Lookup, on: date) -> Value | None:
        start = lookup(self.since)
        return days.full_years(start, on) if isinstance(start, date) else None

    def column(self, inputs: tuple[np.ndarray, ...], on: date) -> np.ndarray:
        return days.full_years_column(inputs[0], on)

    def day_of(self, start: date, years: int) -> date:
        """The first day on which `years` are completed."""
        return days.anniversary(start, years)


@dataclass(frozen=True)
class TitleLevel:
    """The level of a professional title by the 27 title series; an unlisted title stays unknown."""

    title: str

    @property
    def inputs(self) -> tuple[str, ...]:
        return (self.title,)

    def value(self, lookup: Lookup, on: date) -> Value | None:
        name = lookup(self.title)
        return titles.level(name) if isinstance(name, str) else None

    def column(self, inputs: tuple[np.ndarray, ...], on: date) -> np.ndarray:
        codes: dict[object, int] = {None: -1}
        result = np.empty(len(inputs[0]), dtype=np.int16)
        for index, name in enumerate(inputs[0].tolist()):
            code = codes.get(name)
            if code is None:
                found = titles.level(name)
                code = codes[name] = -1 if found is None else titles.LEVELS.index(found)
            result[index] = code
        return result
