"""Granting waivers of conditions "in principle": the category, the reason, somebody who may."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from juxian.audit import services as trail
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from juxian.identity import roles
from rulebook import RuleRefusal, Waiver
from tenants.experts.standing import Standing, refused, standing
from tenants.recruitment import facts
from tenants.recruitment.models import Application, WaiverGrant
from tenants.recruitment.services import engine, rulings


@transaction.atomic
def grant(*, actor: Actor, application_id: UUID | str, waiver: str, reason: str, category: str = "") -> WaiverGrant:
    """Grant a waiver for one application and decide it anew. Refused without category or reason where the clause asks."""
    application = engine.locked(application_id)
    engine.under_way(application)
    found = standing()
    asked = {"key": waiver, "reason": reason, "category": category}
    made = grant_on(actor=actor, application=application, found=found, asked=asked)
    rulings.rule(actor=actor, application=application, standing=found, occasion="waiver")
    application.save()
    return made


def grant_on(
    *, actor: Actor, application: Application, found: Standing, asked: Mapping[str, str], fallback: str = ""
) -> WaiverGrant:
    """Grant a waiver on a locked application; `asked` names it by `key`, or by the `rule` that it lifts."""
    key = asked.get("key") or _of_rule(found, application, asked.get("rule", ""))
    spec = found.policy.waivers.get(key)
    if spec is None:
        raise Refusal("recruitment.no_waiver", status=400, waiver=key)
    if not actor.roles & set(spec.roles):
        titles = [roles.find(role, on_platform=False) for role in spec.roles]
        names = "、".join(str(role.title) for role in titles if role)
        raise Refusal(
            "recruitment.waiver_role", status=403, waiver=spec.name, roles=names, clauses=[found.clause(spec.clause)]
        )
    reason, category = asked.get("reason") or fallback, asked.get("category", "")
    try:
        found.policy.check_waiver(Waiver(key, actor.name, reason, category))
    except RuleRefusal as error:
        raise refused(error, found.policy) from error
    made, _ = WaiverGrant.objects.update_or_create(
        application=application,
        key=key,
        defaults={
            "category": category, "reason": reason, "granted_by": actor.account_id, "granted_by_name": actor.name,
            "granted_at": clock.now(), "clause": spec.clause,
        },
    )  # fmt: skip
    trail.record(
        actor=actor, action="recruitment.waiver.granted", target=application, subject=application.person_id,
        after={"waiver": key, "category": category}, reason=reason, clause=spec.clause,
    )  # fmt: skip
    return made


def _of_rule(found: Standing, application: Application, rule: str) -> str:
    decision = facts.decide(application, found)
    return next((finding.waiver for finding in decision.findings if finding.rule == rule), "")
