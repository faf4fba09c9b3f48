"""The agency's policy as it stands on a day, and facts on their way into and out of JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from juxian.common import clock
from juxian.common.errors import Clause, Detail, Refusal
from juxian.tenancy import context, policies
from juxian.tenancy.context import AgencyValue
from rulebook import Decision, Parameters, Policy, RuleRefusal, Waiver

PERSONAL_FACTS = frozenset({"birth_date", "healthy", "healthy_and_free"})
"""Facts about birth and health: they are kept sealed, apart from the others."""


@dataclass(frozen=True)
class Standing:
    """Policy, tier and parameters of the present agency on one day."""

    agency: AgencyValue
    policy: Policy
    parameters: Parameters
    tier: str
    on: date

    def decide(
        self, facts: Mapping[str, object], *, waivers: Iterable[Waiver] = (), only: Iterable[str] | None = None
    ) -> Decision:
        """Decide one person on that day; a waiver that may not be granted is a `Refusal`."""
        try:
            return self.policy.decide(
                tier=self.tier, facts=facts, on=self.on, parameters=self.parameters, waivers=waivers, only=only
            )
        except RuleRefusal as error:
            raise refused(error, self.policy) from error

    def clause(self, clause_id: str) -> Clause:
        """A clause of the policy as refusals cite it."""
        return Clause(self.policy.title, clause_id, self.policy.cite(clause_id))


def standing(on: date | None = None) -> Standing:
    """The present agency's policy on a day (today if none is given); one query."""
    agency = context.agency()
    day = on or clock.today()
    policy = policies.of(agency)
    return Standing(agency, policy, policies.parameters(agency, day), agency.tier, day)


def refused(error: RuleRefusal, policy: Policy) -> Refusal:
    """What the rulebook refuses, as the house refuses: the clause and the words stay the rulebook's."""
    clauses = [Clause(policy.title, error.clause, error.cite or policy.cite(error.clause))] if error.clause else []
    return Refusal("experts.rule", clauses=clauses, message_zh=error.message, message_en=error.message_en)


def not_eligible(decision: Decision, standing_: Standing, code: str = "experts.not_eligible") -> Refusal:
    """The refusal of a person whom rules refuse: every finding with its article, fact and threshold."""
    found = decision.refused or decision.undecided
    return Refusal(
        code,
        clauses=[standing_.clause(clause) for clause in dict.fromkeys(finding.clause for finding in found)],
        details=[Detail(field=finding.rule, message=told(finding)) for finding in found],
    )


def told(finding: Any) -> str:
    """A finding's sentence with what would help."""
    from juxian.common.texts import Text

    text = Text(finding.message, finding.message_en)
    if finding.remedy:
        text = Text(f"{text.zh}办法：{finding.remedy}", f"{text.en} What would help: {finding.remedy_en}")
    return str(text)


def facts_to_json(facts: Mapping[str, object]) -> dict[str, Any]:
    """Facts as JSON values: dates ISO, sets sorted lists; unknown ones are left out."""
    plain: dict[str, Any] = {}
    for key, value in facts.items():
        if value is None or value == "":
            continue
        if isinstance(value, date):
            plain[key] = value.isoformat()
        elif isinstance(value, set | frozenset):
            plain[key] = sorted(value)
        else:
            plain[key] = value
    return plain


def facts_from_json(policy: Policy, data: Mapping[str, Any]) -> dict[str, object]:
    """Facts as the rulebook takes them; keys that the policy does not know are left out."""
    facts: dict[str, object] = {}
    for key, value in data.items():
        spec = policy.facts.get(key)
        if spec is None or value in (None, ""):
            continue
        facts[key] = date.fromisoformat(value) if spec.kind == "date" and isinstance(value, str) else value
    return facts


def split(facts: Mapping[str, object]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Facts as JSON in two parts: those that may be read plainly, and the personal ones."""
    data = facts_to_json(facts)
    plain = {key: value for key, value in data.items() if key not in PERSONAL_FACTS}
    return plain, {key: value for key, value in data.items() if key in PERSONAL_FACTS}


def waivers(rows: Iterable[Mapping[str, str]]) -> tuple[Waiver, ...]:
    """Waivers on file as the rulebook takes them."""
    return tuple(Waiver(row["key"], row["granted_by"], row["reason"], row.get("category", "")) for row in rows)
