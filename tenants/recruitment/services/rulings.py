"""Deciding an application by the rules, and keeping the ruling."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from juxian.common import clock
from juxian.common.actors import Actor
from rulebook import Decision
from rulebook.rules import plain
from tenants.experts.standing import Standing, split
from tenants.recruitment import facts
from tenants.recruitment.models import Application, Ruling


def rule(
    *,
    actor: Actor,
    application: Application,
    standing: Standing,
    occasion: str,
    known: Mapping[str, object] | None = None,
) -> Decision:
    """Decide an application with everything known, keep the ruling, note the verdict. The caller saves the row.

    `known` replaces the facts on file where the caller has more (they are not kept by this).
    """
    given = dict(known) if known is not None else facts.of(application, standing.policy)
    decision = facts.decide(application, standing, given)
    ruling_of(actor, application, standing, decision, occasion, given).save(force_insert=True)
    note_verdict(application, decision)
    return decision


def note_verdict(application: Application, decision: Decision) -> None:
    """Put verdict and counts on an application, for lists."""
    verdicts = [finding.verdict for finding in decision.findings]
    application.verdict = decision.verdict
    application.counts = {name: verdicts.count(name) for name in ("yes", "no", "undecided")}


def ruling_of(
    actor: Actor,
    application: Application,
    standing: Standing,
    decision: Decision,
    occasion: str,
    given: Mapping[str, object],
    *,
    waivers: list[dict[str, str]] | None = None,
    findings: list[dict[str, Any]] | None = None,
    at: datetime | None = None,
) -> Ruling:
    """The ruling's row, not saved. `waivers`, `findings` and the moment `at` can be handed in where many are made."""
    open_facts, personal = split(given)
    return Ruling(
        application=application,
        person_id=application.person_id,
        occasion=occasion,
        policy=standing.policy.key,
        policy_version=standing.policy.version,
        tier=standing.tier,
        on=standing.on,
        facts=open_facts,
        personal_facts=json.dumps(personal, ensure_ascii=False) if personal else "",
        parameters=parameters_of(standing),
        waivers=_waivers(application) if waivers is None else waivers,
        verdict=decision.verdict,
        findings=[facts.shown(finding.to_dict()) for finding in decision.findings] if findings is None else findings,
        decided_by=actor.account_id,
        decided_by_name=actor.name,
        decided_at=at or clock.now(),
    )


def parameters_of(standing: Standing) -> dict[str, Any]:
    """The values in force as JSON."""
    return {key: plain(value) for key, value in standing.parameters.values.items()}


def _waivers(application: Application) -> list[dict[str, str]]:
    return [
        {"key": row.key, "category": row.category, "reason": row.reason, "granted_by": row.granted_by_name}
        for row in application.waiver_grants.all()
    ]
