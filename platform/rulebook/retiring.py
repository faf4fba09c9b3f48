"""The condition "not past the statutory retirement age" (不超过法定退休年龄)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rulebook import logic, retirement
from rulebook.case import Case
from rulebook.columns import Table
from rulebook.conditions import Condition
from rulebook.facts import Value
from rulebook.logic import Truth, Truths
from rulebook.plans import IMPOSSIBLE, NOTHING, Plan
from rulebook.terms import Voice


@dataclass(frozen=True)
class WithinRetirementAge(Condition):
    """The retirement age of the national schedule is not passed; reaching it is not passing it (Civil Code 1259).

    A woman's category (50, 55, 60) is asked only between the earliest and the latest of the dates, where it decides.
    """

    birth: str = "birth_date"
    sex: str = "sex"
    category: str = "retirement_category"

    def facts(self) -> tuple[str, ...]:
        return (self.birth, self.sex, self.category)

    def evaluate(self, case: Case) -> Truth:
        birth, sex, category = (case.get(key) for key in self.facts())
        if not isinstance(birth, date) or sex is None:
            return logic.UNDECIDED
        return logic.truth_of(retirement.within(birth, str(sex), None if category is None else str(category), case.on))

    def column(self, table: Table) -> Truths:
        births, sexes, categories = (table.column(key) for key in self.facts())
        male = sexes.values == table.specs[self.sex].rank(retirement.MALE)
        holds, known = retirement.within_column(births.values, male, categories.values, table.on)
        return logic.truths(holds, known & births.known & sexes.known)

    def show(self, voice: Voice) -> str:
        return voice.pick(
            "年龄不超过法定退休年龄（按2025年1月1日起的渐进式延迟办法，依出生年月、性别和类别计算）",
            "age is not past the statutory retirement age (national schedule since 2025-01-01)",
        )

    def missing(self, case: Case) -> tuple[str, ...]:
        if self.evaluate(case) != logic.UNDECIDED:
            return ()
        asked = [key for key in (self.birth, self.sex) if case.get(key) is None]
        return tuple(asked) if asked else (self.category,)

    def computed(self, case: Case) -> dict[str, tuple[str, str, Value]]:
        reached = self.date_of(case)
        return {"retirement_date": ("法定退休日期", "statutory retirement date", reached)} if reached else {}

    def plan(self, case: Case, wanted: bool = True) -> Plan:
        return NOTHING if self.evaluate(case) == logic.truth_of(wanted) else IMPOSSIBLE

    def date_of(self, case: Case) -> date | None:
        """The day the retirement age is reached, None while it cannot be said."""
        birth, sex, category = (case.get(key) for key in self.facts())
        kind = retirement.category_of(str(sex), None if category is None else str(category))
        if not isinstance(birth, date) or sex is None or kind is None:
            return None
        return retirement.retirement_date(birth, str(sex), kind)
