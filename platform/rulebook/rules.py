"""Rules, and what deciding by them yields: a verdict with a finding per rule, each naming article, fact, threshold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rulebook.conditions import Condition
from rulebook.facts import Value
from rulebook.logic import Verdict
from rulebook.parameters import ParameterValue, show_share

ThresholdValue = Value | ParameterValue


@dataclass(frozen=True)
class Rule:
    """One condition of a regulation.

    `since` and `until` (the last day) bound the time in which it is in force; a revision adds a rule beside the old
    one. `tiers` are those it binds; empty: all.
    """

    key: str
    clause: str
    name: str
    name_en: str
    condition: Condition
    since: date | None = None
    until: date | None = None
    tiers: tuple[str, ...] = ()

    def in_force(self, on: date) -> bool:
        """Whether the rule applies on that day."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


@dataclass(frozen=True)
class RuleSet:
    """The rules of one tier in the order of the law."""

    rules: tuple[Rule, ...]

    def on(self, day: date) -> tuple[Rule, ...]:
        """The rules in force on a day."""
        return tuple(rule for rule in self.rules if rule.in_force(day))

    def of(self, keys: Iterable[str]) -> RuleSet:
        """Only the rules of those keys."""
        wanted = set(keys)
        return RuleSet(tuple(rule for rule in self.rules if rule.key in wanted))


def rules_for(tier: str, rules: Iterable[Rule]) -> RuleSet:
    """The rules that bind a tier."""
    return RuleSet(tuple(rule for rule in rules if not rule.tiers or tier in rule.tiers))


@dataclass(frozen=True)
class Finding:
    """What one rule says of one person.

    Attributes
    ----------
    facts, thresholds:
        Values used, by fact key and by parameter key.
    missing:
        Facts (keys) without which the rule stays undecided.
    remedy, remedy_en:
        For a no, the smallest change that would turn it into a yes ("" if none exists); for an undecided, what to
        supply; for a yes "".
    waivable:
        True for a no that a waiver can lift; `waiver` is its key.
    waived:
        Key of the waiver that lifted a miss, "" if none did.
    judge:
        The role that must state what is missing, None where no judgement is missing.
    """

    rule: str
    clause: str
    cite: str
    name: str
    verdict: Verdict
    facts: Mapping[str, Value | None]
    thresholds: Mapping[str, ThresholdValue]
    message: str
    message_en: str
    missing: tuple[str, ...] = ()
    remedy: str = ""
    remedy_en: str = ""
    waivable: bool = False
    waiver: str = ""
    waived: str = ""
    judge: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The finding as plain JSON values (dates ISO, sets sorted lists, shares as text)."""
        return {
            "rule": self.rule,
            "clause": self.clause,
            "cite": self.cite,
            "name": self.name,
            "verdict": self.verdict,
            "facts": {key: plain(value) for key, value in self.facts.items()},
            "thresholds": {key: plain(value) for key, value in self.thresholds.items()},
            "message": self.message,
            "message_en": self.message_en,
            "missing": list(self.missing),
            "remedy": self.remedy,
            "remedy_en": self.remedy_en,
            "waivable": self.waivable,
            "waiver": self.waiver,
            "waived": self.waived,
            "judge": self.judge,
        }


@dataclass(frozen=True)
class Decision:
    """A person decided on a day: no if any finding is no, else undecided if any is undecided, else yes."""

    policy: str
    version: str
    tier: str
    day: date
    verdict: Verdict
    findings: tuple[Finding, ...]

    @property
    def refused(self) -> tuple[Finding, ...]:
        """The findings that say no."""
        return tuple(finding for finding in self.findings if finding.verdict == "no")

    @property
    def undecided(self) -> tuple[Finding, ...]:
        """The findings that still need a fact or a person."""
        return tuple(finding for finding in self.findings if finding.verdict == "undecided")

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts missing over all findings, each once."""
        return tuple(dict.fromkeys(key for finding in self.undecided for key in finding.missing))

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clauses that refuse."""
        return tuple(dict.fromkeys(finding.clause for finding in self.refused))

    def finding(self, rule: str) -> Finding:
        """The finding of one rule. Raises KeyError if that rule was not asked."""
        for finding in self.findings:
            if finding.rule == rule:
                return finding
        raise KeyError(rule)

    def to_dict(self) -> dict[str, Any]:
        """The decision as plain JSON values, to be kept as a ruling."""
        return {
            "policy": self.policy,
            "version": self.version,
            "tier": self.tier,
            "day": self.day.isoformat(),
            "verdict": self.verdict,
            "findings": [finding.to_dict() for finding in self.findings],
        }


def plain(value: object) -> Any:
    """A fact or parameter value as JSON."""
    from fractions import Fraction

    if isinstance(value, (bool, int, float, str)) or value is None:
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction):
        return show_share(value, "en")
    return sorted(value) if isinstance(value, frozenset) else list(value)  # type: ignore[call-overload]
