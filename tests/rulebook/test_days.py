"""Ages, terms and windows at their boundaries."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulebook import days

DATES = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("birth", "on", "age"),
    [
        (date(1960, 11, 23), date(2026, 11, 22), 65),
        (date(1960, 11, 23), date(2026, 11, 23), 66),
        (date(1960, 2, 29), date(2026, 2, 28), 65),
        (date(1960, 2, 29), date(2026, 3, 1), 66),
        (date(1960, 2, 29), date(2028, 2, 28), 67),
        (date(1960, 2, 29), date(2028, 2, 29), 68),
    ],
)
def test_full_years_count_by_the_calendar_birthday(birth: date, on: date, age: int) -> None:
    assert days.full_years(birth, on) == age


@pytest.mark.parametrize(
    ("start", "years", "last"),
    [
        (date(2022, 11, 1), 5, date(2027, 10, 31)),
        (date(2026, 7, 1), 3, date(2029, 6, 30)),
        (date(2024, 2, 29), 4, date(2028, 2, 28)),
        (date(2024, 2, 29), 1, date(2025, 2, 28)),
        (date(2026, 1, 1), 3, date(2028, 12, 31)),
    ],
)
def test_a_term_ends_on_the_day_before_the_same_date(start: date, years: int, last: date) -> None:
    assert days.term_last_day(start, years) == last


@pytest.mark.parametrize(
    ("day", "months", "result"),
    [
        (date(2029, 6, 30), -3, date(2029, 3, 30)),
        (date(2029, 5, 31), -3, date(2029, 2, 28)),
        (date(2028, 5, 31), -3, date(2028, 2, 29)),
        (date(2026, 1, 15), -3, date(2025, 10, 15)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
    ],
)
def test_months_keep_the_day_number_or_take_the_last_day(day: date, months: int, result: date) -> None:
    assert days.add_months(day, months) == result


@given(starts=st.lists(DATES | st.none(), min_size=1, max_size=30), on=DATES)
def test_the_column_of_full_years_agrees_with_the_single_count(starts: list[date | None], on: date) -> None:
    column = days.full_years_column(np.array(starts, dtype="datetime64[D]"), on)
    assert [None if np.isnan(value) else int(value) for value in column] == [
        None if start is None else days.full_years(start, on) for start in starts
    ]
