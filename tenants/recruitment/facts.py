"""The facts of one application: kept in two parts, put together for the rules."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from juxian.tenancy.context import AgencyValue
from juxian.vault import services as vault
from rulebook import Decision, Policy, Waiver
from tenants.experts.models import Restriction
from tenants.experts.standing import PERSONAL_FACTS, Standing, facts_from_json, split
from tenants.recruitment.models import Application
from tenants.workspace.models import Employer

RECORDS = {"on_blacklist": "blacklist", "barred": "barred"}
"""Facts of the agency's own records -> code of the restriction that stands on a person of whom they are true."""


def of(application: Application, policy: Policy) -> dict[str, object]:
    """All facts known of an application, personal ones opened."""
    return of_many([application], policy)[0]


def of_many(applications: Iterable[Application], policy: Policy) -> list[dict[str, object]]:
    """The facts of many applications; one query for all keys."""
    rows = list(applications)
    sealed = vault.open_many(row.personal_facts for row in rows)
    return [
        facts_from_json(policy, {**row.facts, **(json.loads(text) if text else {})})
        for row, text in zip(rows, sealed, strict=True)
    ]


def put(application: Application, facts: Mapping[str, object]) -> None:
    """Keep these facts on an application; saving is the caller's."""
    plain, personal = split(facts)
    application.facts = plain
    application.personal_facts = json.dumps(personal, ensure_ascii=False) if personal else ""


def of_employer(policy: Policy, agency: AgencyValue, employer: Employer | None) -> dict[str, object]:
    """What the register of employers says, under the policy's names; nothing for an employer not on file."""
    facts: dict[str, object] = {}
    if employer is None:
        return facts
    kind = policy.facts.get("employer_kind")
    if kind and employer.kind in {choice.key for choice in kind.choices}:
        facts["employer_kind"] = employer.kind
    if employer.province:
        inside = employer.province == agency.province
        for key in ("employer_in_province", "employer_in_municipality", "employer_in_region"):
            if key in policy.facts:
                facts[key] = inside
    affiliation = policy.facts.get("employer_affiliation")
    if affiliation and employer.affiliation in {choice.key for choice in affiliation.choices}:
        facts["employer_affiliation"] = employer.affiliation
    return facts


def on_record(policy: Policy, identity_index: str) -> dict[str, object]:
    """What the agency's own records say of a person: on the blacklist, barred from applying again.

    Somebody whose earlier application was void (false statements) is barred as well.
    """
    asked = {key: code for key, code in RECORDS.items() if key in policy.facts and policy.facts[key].source == "record"}
    if not asked:
        return {}
    standing = Restriction.objects.filter(lifted_on=None, expert__identity_index=identity_index or "-")
    codes = set(standing.filter(code__in=asked.values()).values_list("code", flat=True))
    if Application.objects.filter(identity_index=identity_index or "-", state=Application.State.VOIDED).exists():
        codes.add(RECORDS["barred"])
    return {key: code in codes for key, code in asked.items()}


def waivers_of(application: Application) -> tuple[Waiver, ...]:
    """The waivers granted for an application, as the rules take them."""
    return tuple(
        Waiver(row.key, row.granted_by_name or str(row.granted_by), row.reason, row.category)
        for row in application.waiver_grants.all()
    )


def decide(application: Application, standing: Standing, known: Mapping[str, object] | None = None) -> Decision:
    """What the rules of the application's door say today of everything known, with the waivers on file."""
    procedure = standing.policy.admission.get(application.door)
    given = known if known is not None else of(application, standing.policy)
    granted = waivers_of(application) if not application._state.adding else ()
    return standing.decide(given, waivers=granted, only=procedure.rules if procedure else None)


def labels(standing: Standing, keys: Iterable[str]) -> dict[str, str]:
    """Chinese names of facts and parameters, for showing findings."""
    specs, parameters = standing.policy.facts, standing.policy.parameters.by_key
    named: dict[str, Any] = {}
    for key in keys:
        if key in specs:
            named[key] = specs[key].label
        elif key in parameters:
            named[key] = parameters[key].label
    return named


def shown(finding: dict[str, Any]) -> dict[str, Any]:
    """A finding without personal facts (birth date, health): what was found says enough, the facts stay sealed."""
    finding["facts"] = {key: value for key, value in finding["facts"].items() if key not in PERSONAL_FACTS}
    return finding
