"""Statutory retirement ages under the gradual delay in force since 2025-01-01.

Decision of the Standing Committee of the National People's Congress of 13 September 2024: men from 60 and women
of the 55 category one month later for every 4 months of birth (to 63 and 58), women of the 50 category one month
for every 2 months (to 55). Senior women of the 60 category are treated like men.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np
import numpy.typing as npt

from rulebook import days

MALE: Final = "male"
FEMALE: Final = "female"


@dataclass(frozen=True)
class Schedule:
    """One line of the decision: base age in years, first delayed birth month, months of birth per month of delay,
    and the longest delay in months."""

    base: int
    first_year: int
    step: int
    longest: int

    def months(self, birth: date) -> int:
        """Retirement age in months for somebody born on `birth`."""
        since = (birth.year - self.first_year) * 12 + birth.month - 1
        delay = 0 if since < 0 else min(since // self.step + 1, self.longest)
        return self.base * 12 + delay


SCHEDULES: Final[dict[str, Schedule]] = {
    "60": Schedule(60, 1965, 4, 36),
    "55": Schedule(55, 1970, 4, 36),
    "50": Schedule(50, 1975, 2, 60),
}


@dataclass(frozen=True)
class RetirementAge:
    """An age in full years and months: 60 years 1 month."""

    years: int
    months: int

    def show(self, lang: str = "zh") -> str:
        """The age as people write it."""
        if lang == "en":
            return f"{self.years} years {self.months} months"
        return f"{self.years}周岁{self.months}个月" if self.months else f"{self.years}周岁"


def category_of(sex: str, category: str | None) -> str | None:
    """The schedule that applies: men always "60"; women "50", "55" or "60", None where it is not known."""
    return "60" if sex == MALE else category


def retirement_age(birth: date, sex: str, category: str | None = None) -> RetirementAge:
    """Statutory retirement age. Raises ValueError for a woman without a category (50, 55 or 60)."""
    kind = category_of(sex, category)
    if kind is None:
        raise ValueError("a woman's retirement category (50, 55 or 60) is needed")
    return RetirementAge(*divmod(SCHEDULES[kind].months(birth), 12))


def retirement_date(birth: date, sex: str, category: str | None = None) -> date:
    """The day on which the retirement age is reached; the day after, the age is passed."""
    age = retirement_age(birth, sex, category)
    if age.months == 0:
        return days.anniversary(birth, age.years)
    return days.add_months(birth, age.years * 12 + age.months)


def within(birth: date, sex: str, category: str | None, on: date) -> bool | None:
    """Whether the retirement age is not passed on that day.

    None for a woman of unknown category between the earliest and the latest of the three dates: there the readings
    part and a person must state the category.
    """
    kind = category_of(sex, category)
    if kind is not None:
        return on <= retirement_date(birth, sex, kind)
    if on <= retirement_date(birth, sex, "50"):
        return True
    return None if on <= retirement_date(birth, sex, "60") else False


def born_on_or_after(on: date, kind: str) -> date:
    """The earliest birth date whose retirement date under schedule `kind` is not before `on`.

    The retirement date never falls as the birth date rises, so one threshold answers for a whole column.
    """
    schedule = SCHEDULES[kind]
    low = on - timedelta(days=(schedule.base + 6) * 366)
    high = on
    while low < high:
        middle = low + (high - low) // 2
        if retirement_date(middle, FEMALE, kind) >= on:
            high = middle
        else:
            low = middle + timedelta(days=1)
    return low


def within_column(
    births: days.Days, male: npt.NDArray[np.bool_], category: npt.NDArray[np.int16], on: date
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """`within` over columns: (holds, known). `category` codes: 0, 1, 2 for "50", "55", "60", -1 unknown."""
    late = {kind: births >= np.datetime64(born_on_or_after(on, kind)) for kind in SCHEDULES}
    kind_code = np.where(male, 2, category)
    unknown = kind_code < 0
    holds = np.select(
        [kind_code == 0, kind_code == 1, kind_code == 2], [late["50"], late["55"], late["60"]], late["50"]
    )
    parted = unknown & ~late["50"] & late["60"]
    return holds, ~np.isnat(births) & ~parted
