"""The stage of appointment: one or many people who have come through, for the policy's term."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from juxian.common.actors import Actor
from juxian.common.errors import Detail, Refusal
from tenants.experts.standing import standing
from tenants.recruitment import facts
from tenants.recruitment.models import Application
from tenants.recruitment.services import admitting, deciding, engine


@transaction.atomic
def appoint(
    *, actor: Actor, application_ids: Sequence[UUID], start: date | None = None, reason: str = ""
) -> list[Application]:
    """Appoint people who stand at the stage of appointment; all or none.

    The rules are held against each of them once more: whoever does not meet them on the day is named.
    """
    return [_one(actor, key, start, reason) for key in dict.fromkeys(application_ids)]


def _one(actor: Actor, application_id: UUID, start: date | None, reason: str) -> Application:
    application = engine.locked(application_id)
    found = standing()
    step, stage = deciding.present(application, found)
    if stage.kind != "appointment":
        raise Refusal("recruitment.not_at_stage", name=application.name, stage="聘任")
    deciding.check_hands(actor, application, stage, found)
    try:
        deciding.check_rules(actor, application, stage, found, facts.of(application, found.policy))
    except Refusal as refusal:
        refusal.details = tuple(
            Detail(f"{application.name}：{item.message}", field=item.field) for item in refusal.details
        )
        raise
    admitting.admit(actor=actor, application=application, standing=found, start=start, clause=stage.clause)
    outcome = next(item for item in stage.outcomes if item.to == "")
    engine.finish(actor=actor, application=application, step=step, outcome=outcome, standing=found, reason=reason)
    return application


@transaction.atomic
def refuse(*, actor: Actor, application_id: UUID | str, reason: str) -> Application:
    """Refuse somebody at the stage of appointment, with a reason."""
    application = engine.locked(application_id)
    found = standing()
    step, stage = deciding.present(application, found)
    if stage.kind != "appointment":
        raise Refusal("recruitment.not_at_stage", name=application.name, stage="聘任")
    deciding.check_hands(actor, application, stage, found)
    outcome = deciding.outcome_of(stage, "refuse", reason)
    engine.finish(actor=actor, application=application, step=step, outcome=outcome, standing=found, reason=reason)
    return application
