"""Days, ages and terms as the law counts them; no clock, every day is an input.

Civil Code art. 200-204 and 1259; someone born on 29 February turns on 1 March of a common year.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

Days = npt.NDArray[np.datetime64]


def anniversary(start: date, years: int) -> date:
    """The same-numbered day `years` on; for 29 February in a common year, 1 March."""
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        return date(start.year + years, 3, 1)


def full_years(start: date, on: date) -> int:
    """Completed years from `start` to `on` (ages, years in a title), negative if `on` comes first."""
    years = on.year - start.year
    return years if anniversary(start, years) <= on else years - 1


def add_months(day: date, months: int) -> date:
    """The same-numbered day `months` on (or back, if negative); the month's last day where there is none."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def term_last_day(start: date, years: int) -> date:
    """Last day of a term of `years` from its first day, that day included: 2022-11-01 and 5 give 2027-10-31."""
    return anniversary(start, years) - timedelta(days=1)


def full_years_column(starts: Days, on: date) -> npt.NDArray[np.float64]:
    """`full_years` over a column of datetime64[D]; NaT gives NaN.

    Counted by the few days on which somebody would just have completed each number of years, instead of taking every
    date of the column apart.
    """
    known = ~np.isnat(starts)
    if not known.any():
        return np.full(len(starts), np.nan)
    first, last = to_date(np.min(starts[known])), to_date(np.max(starts[known]))
    most, least = on.year - first.year, on.year - last.year - 1
    turning = [np.datetime64(_years_before(on, years)) for years in range(most, least - 1, -1)]
    result = most - np.searchsorted(np.array(turning, dtype="datetime64[D]"), starts).astype(np.float64)
    result[~known] = np.nan
    return result


def _years_before(on: date, years: int) -> date:
    """The latest day from which `years` are completed by `on`."""
    try:
        return on.replace(year=on.year - years)
    except ValueError:
        return date(on.year - years, 2, 28)


def to_date(value: np.datetime64) -> date:
    """A datetime64[D] as a date."""
    return date.fromisoformat(str(value.astype("datetime64[D]")))
