"""Evidence behind automatic flags, shares, draws, stages."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulebook import draws, exits
from rulebook.parameters import show_share
from rulebook.procedure import DECIDE, PASS, Clock, Outcome, Procedure, Route, Stage, deciding


@pytest.mark.parametrize(
    ("worked", "start", "on", "kind", "years"),
    [
        ([], date(2023, 1, 1), date(2026, 1, 1), "calendar", 3),
        ([], date(2023, 1, 2), date(2026, 1, 1), "calendar", 2),
        ([date(2024, 12, 31)], date(2020, 1, 1), date(2026, 6, 1), "calendar", 1),
        ([date(2025, 1, 1)], date(2020, 1, 1), date(2026, 6, 1), "calendar", 0),
        ([date(2026, 5, 1)], date(2020, 1, 1), date(2026, 6, 1), "calendar", 6),
        ([date(2024, 5, 31)], date(2020, 1, 1), date(2026, 6, 1), "rolling", 2),
        ([date(2024, 6, 1)], date(2020, 1, 1), date(2026, 6, 1), "rolling", 1),
        ([], date(2024, 6, 2), date(2026, 6, 1), "rolling", 1),
    ],
)
def test_years_without_work_are_counted_as_served_in_full(
    worked: list[date], start: date, on: date, kind: str, years: int
) -> None:
    assert exits.absent_years(worked, start=start, on=on, kind=kind) == years


@pytest.mark.parametrize(
    ("happened", "most"),
    [
        ([], 0),
        ([date(2026, 1, 1)], 1),
        ([date(2025, 1, 1), date(2025, 12, 31)], 2),
        ([date(2025, 1, 1), date(2026, 1, 1)], 2),
        ([date(2025, 1, 1), date(2026, 1, 2)], 1),
        ([date(2025, 12, 31), date(2025, 1, 1), date(2026, 3, 1)], 2),
    ],
)
def test_events_within_one_year_include_the_same_day_a_year_on(happened: list[date], most: int) -> None:
    assert exits.most_within_a_year(happened) == most


@given(numerator=st.integers(0, 20), denominator=st.integers(1, 20), total=st.integers(0, 1000))
def test_a_share_rounds_up_to_the_least_number_that_reaches_it(numerator: int, denominator: int, total: int) -> None:
    share = Fraction(numerator, denominator)
    count = draws.share_up(share, total)
    assert count >= share * total > count - 1


@pytest.mark.parametrize(
    ("share", "zh", "en"),
    [(Fraction(1, 3), "三分之一", "1/3"), (Fraction(1, 5), "20%", "20%"), (Fraction(7, 12), "12分之七", "7/12")],
)
def test_shares_are_written_as_people_write_them(share: Fraction, zh: str, en: str) -> None:
    assert (show_share(share), show_share(share, "en")) == (zh, en)


def _stage(key: str, outcomes: tuple[Outcome, ...] = DECIDE) -> Stage:
    return Stage(key, key, key, "review", "1", "first_reviewer", outcomes=outcomes)


def test_a_route_says_what_follows() -> None:
    first, second = _stage("a"), _stage("b", (PASS,))
    route = Route((first, second))
    assert route.after("a") is second
    assert route.after("b") is None
    with pytest.raises(KeyError):
        route.after("c")


def test_a_procedure_finds_its_stages_by_key_and_kind() -> None:
    procedure = Procedure("p", "p", "p", "1", (_stage("a"), _stage("b")))
    assert procedure.first().key == "a"
    assert procedure.by_key["b"].key == "b"
    assert [stage.key for stage in procedure.of_kind("review")] == ["a", "b"]


def test_a_return_leads_to_the_stage_that_is_named() -> None:
    assert [outcome.to for outcome in deciding("request")] == ["", "request", "refused"]


def test_a_clock_of_fixed_length_needs_no_parameter() -> None:
    from rulebook.parameters import ParameterTable

    assert Clock("working_days", 5).days(ParameterTable(()).on(date(2026, 1, 1))) == 5
