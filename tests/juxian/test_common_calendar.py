"""Working days: the decided examples, the unpublished year, and the table behind them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juxian.common import calendar

PUBLISHED = calendar.WorkdayCalendar(calendar.library_schedules())
EXAMPLES = [
    ("2025-01-24", "2025-02-07"),
    ("2025-09-26", "2025-10-10"),
    ("2026-02-11", "2026-02-25"),
    ("2026-04-30", "2026-05-11"),
    ("2026-09-18", "2026-09-24"),
    ("2026-09-28", "2026-10-10"),
    ("2026-09-30", "2026-10-13"),
]


@pytest.mark.parametrize(("start", "last_day"), EXAMPLES)
def test_five_working_days_end_on_the_decided_day(start, last_day):
    deadline = PUBLISHED.add_working_days(date.fromisoformat(start), 5)
    assert (deadline.day, deadline.provisional) == (date.fromisoformat(last_day), False)


def test_the_explanation_names_holidays_and_make_up_days():
    explanation = PUBLISHED.add_working_days(date(2026, 9, 28), 5).explanation
    assert explanation.zh == (
        "2026年9月28日当日不计，自次日起第5个工作日为2026年10月10日；其间2026年10月1日至7日为法定节假日安排的休息日；"
        "2026年10月10日为调休上班日，计入。"
    )
    assert explanation.en == (
        "2026-09-28 is not counted; working day 5 after it is 2026-10-10; holidays in between: 2026-10-01 to 2026-10-07; "
        "make-up workdays counted: 2026-10-10."
    )


def test_a_deadline_in_an_unpublished_year_is_provisional_and_says_so():
    deadline = PUBLISHED.add_working_days(date(2026, 12, 30), 5)
    assert (deadline.day, deadline.provisional) == (date(2027, 1, 7), True)
    assert "2027年放假安排尚未公布，此日期为暂定" in deadline.explanation.zh


def test_publishing_the_year_makes_the_deadline_firm():
    schedule = calendar.YearSchedule(
        2027, frozenset({date(2027, 1, 1), date(2027, 1, 4)}), frozenset({date(2027, 1, 2)})
    )
    complete = calendar.WorkdayCalendar([*calendar.library_schedules(), schedule])
    deadline = complete.add_working_days(date(2026, 12, 30), 5)
    assert (deadline.day, deadline.provisional) == (date(2027, 1, 7), False)


def test_a_schedule_may_reach_into_the_december_before_but_no_further():
    reaching = calendar.YearSchedule(2027, frozenset({date(2026, 12, 31)}), frozenset())
    assert not calendar.WorkdayCalendar([*calendar.library_schedules(), reaching]).is_workday(date(2026, 12, 31))
    with pytest.raises(ValueError, match="another year"):
        calendar.YearSchedule(2027, frozenset({date(2026, 11, 30)}), frozenset())


@pytest.mark.parametrize(
    ("holidays", "makeup", "why"),
    [
        ({date(2027, 2, 6)}, {date(2027, 2, 6)}, "at once"),
        (set(), {date(2027, 2, 5)}, "no weekend day"),
    ],
)
def test_a_schedule_that_contradicts_itself_is_refused(holidays, makeup, why):
    with pytest.raises(ValueError, match=why):
        calendar.YearSchedule(2027, frozenset(holidays), frozenset(makeup))


@given(st.dates(date(2010, 1, 1), date(2026, 11, 1)), st.integers(1, 30))
def test_the_deadline_is_the_first_day_with_that_many_working_days_before_it(start, days):
    deadline = PUBLISHED.add_working_days(start, days)
    span = (deadline.day - start).days
    assert sum(PUBLISHED.is_workday(start + timedelta(step)) for step in range(1, span + 1)) == days
    assert PUBLISHED.is_workday(deadline.day)
    assert PUBLISHED.working_days_left(start, deadline.day) == days
    assert PUBLISHED.working_days_left(deadline.day, deadline.day) == 0


def test_a_period_of_no_days_is_refused():
    with pytest.raises(ValueError, match="at least one"):
        PUBLISHED.add_working_days(date(2026, 1, 5), 0)


@pytest.mark.django_db
def test_the_table_of_a_new_installation_holds_the_published_years_and_takes_new_ones():
    assert calendar.add_working_days(date(2026, 9, 28), 5).day == date(2026, 10, 10)
    assert calendar.add_working_days(date(2026, 12, 30), 5).provisional
    calendar.publish(
        calendar.YearSchedule(2027, frozenset({date(2027, 1, 1)}), frozenset()), by="国办发明电〔2026〕0号"
    )
    assert not calendar.add_working_days(date(2026, 12, 30), 5).provisional
