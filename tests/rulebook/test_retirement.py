"""The national schedule of gradually delayed retirement ages."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulebook import retirement

# The decision's table: (schedule, first and last birth month of a step, age in years and months).
TABLE = [
    ("60", (1964, 12), (60, 0)),
    ("60", (1965, 1), (60, 1)),
    ("60", (1965, 4), (60, 1)),
    ("60", (1965, 5), (60, 2)),
    ("60", (1968, 12), (61, 0)),
    ("60", (1969, 1), (61, 1)),
    ("60", (1972, 12), (62, 0)),
    ("60", (1976, 8), (62, 11)),
    ("60", (1976, 9), (63, 0)),
    ("60", (1990, 1), (63, 0)),
    ("55", (1969, 12), (55, 0)),
    ("55", (1970, 1), (55, 1)),
    ("55", (1973, 12), (56, 0)),
    ("55", (1981, 8), (57, 11)),
    ("55", (1981, 9), (58, 0)),
    ("50", (1974, 12), (50, 0)),
    ("50", (1975, 1), (50, 1)),
    ("50", (1975, 2), (50, 1)),
    ("50", (1975, 3), (50, 2)),
    ("50", (1984, 10), (54, 11)),
    ("50", (1984, 11), (55, 0)),
]


@pytest.mark.parametrize(("category", "month", "age"), TABLE)
def test_the_age_follows_the_birth_month(category: str, month: tuple[int, int], age: tuple[int, int]) -> None:
    found = retirement.retirement_age(date(*month, 15), "female", category)
    assert (found.years, found.months) == age


def test_men_need_no_category() -> None:
    assert retirement.retirement_date(date(1965, 1, 31), "male") == date(2025, 2, 28)


def test_a_woman_without_a_category_is_asked_about_only_where_it_decides() -> None:
    birth = date(1968, 6, 1)
    assert retirement.within(birth, "female", None, date(2018, 6, 1)) is True
    assert retirement.within(birth, "female", None, date(2018, 6, 2)) is None
    assert retirement.within(birth, "female", None, date(2040, 1, 1)) is False


def test_an_age_is_needed_to_state_a_womans_retirement_age() -> None:
    with pytest.raises(ValueError, match="category"):
        retirement.retirement_age(date(1970, 1, 1), "female")


def test_born_on_29_february_the_whole_year_falls_on_1_march() -> None:
    assert retirement.retirement_date(date(1968, 2, 29), "female", "55") == date(2023, 3, 1)


@given(
    births=st.lists(st.dates(date(1950, 1, 1), date(1995, 12, 31)), min_size=1, max_size=20),
    on=st.dates(date(2005, 1, 1), date(2060, 1, 1)),
    male=st.booleans(),
    category=st.sampled_from([None, "50", "55", "60"]),
)
def test_the_column_agrees_with_the_single_answer(
    births: list[date], on: date, male: bool, category: str | None
) -> None:
    codes = np.full(len(births), -1 if category is None else ["50", "55", "60"].index(category), dtype=np.int16)
    holds, known = retirement.within_column(
        np.array(births, dtype="datetime64[D]"), np.full(len(births), male), codes, on
    )
    sex = "male" if male else "female"
    singles = [retirement.within(birth, sex, category, on) for birth in births]
    assert [bool(hold) if know else None for hold, know in zip(holds, known, strict=True)] == singles
