"""Terms of appointment and how they are renewed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from rulebook import days
from rulebook.errors import RuleRefusal
from rulebook.parameters import Parameters
from rulebook.procedure import Procedure


@dataclass(frozen=True)
class RenewalRule:
    """How a term is renewed.

    Attributes
    ----------
    mode:
        "new_appointment": by going through admission again; "decision": somebody decides after an evaluation;
        "automatic": a passed term assessment renews by itself; "application": who passed may apply.
    procedure:
        The declared stages, None for new_appointment.
    window_months:
        Parameter key of the months before the last day in which renewal may start; "" for no window.
    needs_grade:
        Lowest assessment grade (its key in the assessment scheme) that renewal takes; "" for none.
    opinions:
        Whose opinions are asked ("expert", "employer").
    letters:
        (document kind, receiver) pairs sent when renewal is refused.
    """

    mode: Literal["new_appointment", "decision", "automatic", "application"]
    clause: str
    procedure: Procedure | None = None
    window_months: str = ""
    needs_grade: str = ""
    opinions: tuple[str, ...] = ()
    letters: tuple[tuple[str, str], ...] = ()

    def opens(self, last_day: date, parameters: Parameters) -> date | None:
        """First day on which renewal may be started: the same-numbered day that many months before the last day.

        2029-06-30 and three months give 2029-03-30. None where the policy knows no window.
        """
        if not self.window_months:
            return None
        return days.add_months(last_day, -parameters.integer(self.window_months))

    def check_open(self, *, last_day: date, on: date, parameters: Parameters, cite: str = "") -> None:
        """Raise RuleRefusal (renewal_not_open, renewal_over) outside the window."""
        first = self.opens(last_day, parameters)
        where = cite or self.clause
        if first is not None and on < first:
            raise RuleRefusal(
                "renewal_not_open",
                f"{where}：聘期{last_day}届满，续聘自{first}起办理，今日为{on}",
                f"{where}: the term ends on {last_day}; renewal opens on {first}, today is {on}",
                clause=self.clause,
                cite=cite,
                facts={"on": on, "last_day": last_day},
                thresholds={"opens": first},
            )
        if on > last_day:
            raise RuleRefusal(
                "renewal_over",
                f"{where}：聘期已于{last_day}届满，不能再续聘，请重新申报",
                f"{where}: the term ended on {last_day}; apply again instead",
                clause=self.clause,
                cite=cite,
                facts={"on": on},
                thresholds={"last_day": last_day},
            )


@dataclass(frozen=True)
class TermRule:
    """How long an appointment lasts.

    `years` is the key of the parameter that holds the length; its value may be None where the text leaves it to the
    agency, which must then set it before the first appointment.
    """

    clause: str
    years: str
    renewal: RenewalRule
    ends_by_itself: bool = True

    def length(self, parameters: Parameters) -> int | None:
        """Years in force, None while the agency has not set them."""
        value = parameters[self.years]
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def last_day(self, start: date, parameters: Parameters) -> date:
        """Last day of a term that starts on `start`, that day included (2022-11-01, five years: 2027-10-31).

        Raises
        ------
        RuleRefusal
            Code term_not_set, where the agency has not set the length.
        """
        years = self.length(parameters)
        if years is None:
            raise RuleRefusal(
                "term_not_set",
                "聘期年限尚未设定，请先在“设置—参数”中设定聘期",
                "the length of the term is not set; set it under settings first",
                clause=self.clause,
                thresholds={self.years: None},
            )
        return days.term_last_day(start, years)


def leaving_day(filed: date, notice_days: int) -> date:
    """Earliest end after a resignation filed on a day: 2026-03-01 and 30 days give 2026-03-31."""
    return date.fromordinal(filed.toordinal() + notice_days)
