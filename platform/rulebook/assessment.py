"""Assessment schemes: grades, their spread, hours, and what a result leads to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from rulebook.parameters import Parameters, show_share


@dataclass(frozen=True)
class Grade:
    """A grade, from best to worst in the scheme; `passes` says whether it is a pass."""

    key: str
    name: str
    name_en: str
    passes: bool


@dataclass(frozen=True)
class Spread:
    """A share of all graded experts that one grade may take at most, or should take at least (`parameter`)."""

    grade: str
    relation: Literal["<=", ">="]
    parameter: str


@dataclass(frozen=True)
class Hours:
    """Hours that an expert of a tier records in a year (`parameter` holds the least number)."""

    tier: str
    parameter: str
    clause: str


@dataclass(frozen=True)
class Part:
    """One thing assessed: results, discipline, review quality; `evidence` names the records it rests on."""

    key: str
    name: str
    name_en: str
    clause: str
    evidence: str = ""


@dataclass(frozen=True)
class SpreadFinding:
    """One grade's share beside its bound; `met` False is a warning, not a refusal ("in principle")."""

    grade: str
    share: Fraction
    bound: Fraction
    met: bool
    message: str
    message_en: str


@dataclass(frozen=True)
class AssessmentScheme:
    """How experts are assessed.

    Attributes
    ----------
    period:
        "year", "term" or "round" (as the agency calls it).
    optional:
        True where the agency may, but need not, assess in each period.
    automatic_renewal:
        True where a pass renews the term by itself.
    """

    clause: str
    period: Literal["year", "term", "round"]
    grades: tuple[Grade, ...]
    parts: tuple[Part, ...] = ()
    spread: tuple[Spread, ...] = ()
    spread_clause: str = ""
    hours: tuple[Hours, ...] = ()
    optional: bool = False
    automatic_renewal: bool = False

    def grade(self, key: str) -> Grade:
        """The grade of that key. Raises KeyError."""
        for grade in self.grades:
            if grade.key == key:
                return grade
        raise KeyError(key)

    def reaches(self, grade: str, needed: str) -> bool:
        """Whether a grade is as good as another or better."""
        order = [item.key for item in self.grades]
        return order.index(grade) <= order.index(needed)

    def check_spread(self, counts: Mapping[str, int], parameters: Parameters) -> tuple[SpreadFinding, ...]:
        """The spread of a round of grades; no findings for a round of nobody."""
        total = sum(counts.values())
        return tuple(self._check(rule, counts.get(rule.grade, 0), total, parameters) for rule in self.spread if total)

    def _check(self, rule: Spread, count: int, total: int, parameters: Parameters) -> SpreadFinding:
        share, bound = Fraction(count, total), parameters.share(rule.parameter)
        grade = self.grade(rule.grade)
        met = share <= bound if rule.relation == "<=" else share >= bound
        word, word_en = ("不超过", "at most") if rule.relation == "<=" else ("不低于", "at least")
        state, state_en = ("符合", "met") if met else ("不符合", "not met")
        return SpreadFinding(
            rule.grade,
            share,
            bound,
            met,
            f"{grade.name}{count}/{total}（{show_share(share)}），原则上{word}{show_share(bound)}：{state}",
            f"{grade.name_en} {count}/{total} ({show_share(share, 'en')}), in principle {word_en} "
            f"{show_share(bound, 'en')}: {state_en}",
        )

    def hours_needed(self, tier: str, parameters: Parameters) -> int | None:
        """The yearly hours of a tier, None where there is no such rule."""
        for rule in self.hours:
            if rule.tier == tier:
                return parameters.integer(rule.parameter)
        return None

    def hours_met(self, tier: str, hours: float, parameters: Parameters) -> bool:
        """Whether the recorded hours of a year suffice (以上 includes the number)."""
        needed = self.hours_needed(tier, parameters)
        return needed is None or hours >= needed
