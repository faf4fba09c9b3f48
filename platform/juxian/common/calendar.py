"""Working days after the State Council's yearly schedules.

    WorkdayCalendar              pure: counts over the schedules it is given
    load() -> WorkdayCalendar    the one over the published table
    add_working_days(start, n)   the deadline, by that table
    publish(schedule, by=...)    a new year's schedule enters the table

The starting day is not counted (Civil Code, article 201). A day of a year whose schedule is not published yet is
guessed (Monday to Friday without the fixed statutory holidays) and makes the deadline provisional.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from juxian.common.texts import Text

_DAY = timedelta(days=1)
_SATURDAY = 5
_FIXED_HOLIDAYS = frozenset({(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)})
"""Statutory holidays whose date does not move (Regulation on Holidays, 2024 revision, article 2)."""


@dataclass(frozen=True, slots=True)
class YearSchedule:
    """One year's schedule: the days off, and the weekend days worked in their place.

    A schedule may reach back into the December before; those days are listed here, with the year that announced them.
    """

    year: int
    holidays: frozenset[date]
    makeup_workdays: frozenset[date]

    def __post_init__(self) -> None:
        strangers = [day for day in self.holidays | self.makeup_workdays if not self._may_hold(day)]
        if strangers:
            raise ValueError(f"The schedule of {self.year} holds days of another year: {min(strangers)}.")
        both = self.holidays & self.makeup_workdays
        if both:
            raise ValueError(f"{min(both)} cannot be a holiday and a make-up workday at once.")
        weekdays = [day for day in self.makeup_workdays if day.weekday() < _SATURDAY]
        if weekdays:
            raise ValueError(f"{min(weekdays)} is no weekend day, so it cannot be a make-up workday.")

    def _may_hold(self, day: date) -> bool:
        return day.year == self.year or (day.year == self.year - 1 and day.month == 12)


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day of a period of working days, whether it may still move, and why it is that day."""

    day: date
    provisional: bool
    explanation: Text


class WorkdayCalendar:
    """Counts working days over a set of published years."""

    def __init__(self, schedules: Iterable[YearSchedule]) -> None:
        kept = tuple(schedules)
        self.years = frozenset(schedule.year for schedule in kept)
        self._holidays = frozenset(day for schedule in kept for day in schedule.holidays)
        self._makeup = frozenset(day for schedule in kept for day in schedule.makeup_workdays)

    def is_published(self, day: date) -> bool:
        """Whether the schedule of that day's year is known."""
        return day.year in self.years

    def is_workday(self, day: date) -> bool:
        """Whether people work on that day: by the schedule, or guessed where its year is not published."""
        if day in self._makeup:
            return True
        if day in self._holidays or day.weekday() >= _SATURDAY:
            return False
        return self.is_published(day) or (day.month, day.day) not in _FIXED_HOLIDAYS

    def add_working_days(self, start: date, days: int) -> Deadline:
        """The day on which `days` (1 or more) working days after `start` are full, `start` not counted."""
        if days < 1:
            raise ValueError("A period has at least one working day.")
        passed: list[date] = []
        left = days
        while left:
            day = start + _DAY * (len(passed) + 1)
            passed.append(day)
            left -= self.is_workday(day)
        provisional = any(not self.is_published(day) for day in passed)
        return Deadline(passed[-1], provisional, self._explain(start, days, passed, provisional))

    def working_days_left(self, today: date, last_day: date) -> int:
        """Working days still to come after `today` up to and including `last_day`; 0 when it is past."""
        span = (last_day - today).days
        return sum(self.is_workday(today + _DAY * step) for step in range(1, span + 1))

    def _explain(self, start: date, days: int, passed: list[date], provisional: bool) -> Text:
        off = [day for day in passed if day in self._holidays]
        worked = [day for day in passed if day in self._makeup]
        zh = f"{_zh(start)}当日不计，自次日起第{days}个工作日为{_zh(passed[-1])}"
        en = f"{start} is not counted; working day {days} after it is {passed[-1]}"
        if off:
            zh += "；其间" + "、".join(map(_zh_span, _spans(off))) + "为法定节假日安排的休息日"
            en += "; holidays in between: " + ", ".join(map(_en_span, _spans(off)))
        if worked:
            zh += "；" + "、".join(map(_zh, worked)) + "为调休上班日，计入"
            en += "; make-up workdays counted: " + ", ".join(map(str, worked))
        if provisional:
            years = sorted({day.year for day in passed if not self.is_published(day)})
            zh += "；" + "、".join(f"{year}年" for year in years) + "放假安排尚未公布，此日期为暂定，公布后重新计算"
            en += f"; the schedule of {', '.join(map(str, years))} is not published yet: this day is provisional"
        return Text(zh + "。", en + ".")


def add_working_days(start: date, days: int) -> Deadline:
    """The deadline by the published table; the caller keeps `provisional` and recomputes when the year is published."""
    return load().add_working_days(start, days)


def load() -> WorkdayCalendar:
    """The calendar over the published table (one query)."""
    from juxian.common.models import WorkdayYear

    return WorkdayCalendar(
        YearSchedule(row.year, _days(row.holidays), _days(row.makeup_workdays)) for row in WorkdayYear.objects.all()
    )


def publish(schedule: YearSchedule, *, by: str) -> None:
    """Enter or correct a year's schedule; `by` names the notice and the person who entered it."""
    from juxian.common import clock
    from juxian.common.models import WorkdayYear

    WorkdayYear.objects.update_or_create(
        year=schedule.year,
        defaults={
            "holidays": [day.isoformat() for day in sorted(schedule.holidays)],
            "makeup_workdays": [day.isoformat() for day in sorted(schedule.makeup_workdays)],
            "published_by": by,
            "published_at": clock.real_now(),
        },
    )


def library_schedules() -> list[YearSchedule]:
    """The years that the `chinesecalendar` package carries, for filling a new installation's table."""
    from chinese_calendar import constants

    years = sorted({day.year for day in constants.holidays})
    return [
        YearSchedule(
            year,
            frozenset(day for day in constants.holidays if day.year == year),
            frozenset(day for day in constants.workdays if day.year == year),
        )
        for year in years
    ]


def _days(texts: Iterable[str]) -> frozenset[date]:
    return frozenset(date.fromisoformat(text) for text in texts)


def _spans(days: list[date]) -> Iterator[tuple[date, date]]:
    first = last = days[0]
    for day in days[1:]:
        if day - last > _DAY:
            yield first, last
            first = day
        last = day
    yield first, last


def _zh(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _zh_span(span: tuple[date, date]) -> str:
    first, last = span
    if first == last:
        return _zh(first)
    end = f"{last.day}日" if (first.year, first.month) == (last.year, last.month) else f"{last.month}月{last.day}日"
    return f"{_zh(first)}至{end}"


def _en_span(span: tuple[date, date]) -> str:
    first, last = span
    return str(first) if first == last else f"{first} to {last}"
