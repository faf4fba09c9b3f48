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
    """`full_years` over a column of datetime64[D]; NaT gives NaN."""
    known = ~np.isnat(starts)
    months = starts.astype("datetime64[M]")
    years = starts.astype("datetime64[Y]").astype(np.int64) + 1970
    month = months.astype(np.int64) % 12 + 1
    day = (starts - months).astype(np.int64) + 1
    later = (month * 100 + day) > (on.month * 100 + on.day)
    return np.where(known, on.year - years - later, np.nan)


def to_date(value: np.datetime64) -> date:
    """A datetime64[D] as a date."""
    return date.fromisoformat(str(value.astype("datetime64[D]")))
