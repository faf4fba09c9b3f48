"""The one engine behind every door: entering stages, ending them, moving on. Policies declare the stages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from juxian.audit import services as trail
from juxian.common import calendar, clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal, not_found
from juxian.notifications import outbox
from rulebook import Outcome, Stage
from tenants.experts.standing import PERSONAL_FACTS, Standing
from tenants.recruitment import facts, routing, states
from tenants.recruitment.models import Application, Step
from tenants.recruitment.services import admitting, telling

ENDS = {"accepted": states.State.ACCEPTED, "refused": states.State.REFUSED, "withdrawn": states.State.WITHDRAWN}


def locked(application_id: UUID | str) -> Application:
    """An application's row, locked; 404 where there is none."""
    row = Application.objects.select_for_update(of=("self",)).filter(id=application_id).first()
    if row is None:
        raise not_found("申报")
    return row


def under_way(application: Application) -> None:
    """Raise `recruitment.wrong_state` unless the application waits for a decision: what was decided rests on its facts."""
    if application.state not in {states.State.IN_PROGRESS, states.State.HELD}:
        raise Refusal("recruitment.wrong_state", state=application.get_state_display(), wanted="办理")


def current_step(application: Application) -> Step | None:
    """The step at which an application stands."""
    return application.steps.filter(state=Step.State.CURRENT).first()


def enter(application: Application, stage: Stage, standing: Standing, *, beside: bool = False) -> Step:
    """Put an application at a stage: its clock starts, whoever must act is told."""
    step = Step(
        application=application,
        position=application.steps.count() + 1,
        stage=stage.key,
        kind=stage.kind,
        role=stage.role,
        clause=stage.clause,
        state=Step.State.BESIDE if beside else Step.State.CURRENT,
        entered_at=clock.now(),
    )
    start_clock(step, stage, application, standing)
    step.save(force_insert=True)
    if not beside:
        application.stage, application.due_day = stage.key, step.due_day
    if stage.automatic and stage.kind not in {"notice", "appointment"}:
        outbox.enqueue(kind="recruitment.automatic", key=f"automatic:{step.pk}", payload={"step": step.pk})
    if not beside:
        telling.work_waits(application, stage, standing, step)
    return step


def start_clock(step: Step, stage: Stage, application: Application, standing: Standing) -> None:
    """Set by when a step is due; a notice has its own clock."""
    if stage.clock is None or stage.kind == "notice":
        return
    if stage.clock.unit == "deadline":
        step.due_at = deadline_of(application, stage)
        step.due_day = step.due_at.astimezone(clock.BEIJING).date() if step.due_at else None
        return
    length = stage.clock.days(standing.parameters)
    if stage.clock.unit == "working_days":
        found = calendar.add_working_days(clock.today(), length)
        step.due_day, step.provisional = found.day, found.provisional
    elif stage.clock.unit == "calendar_days":
        step.due_day = clock.today() + timedelta(days=length)
    else:
        step.due_at = clock.now() + timedelta(hours=length)
        step.due_day = step.due_at.astimezone(clock.BEIJING).date()


def deadline_of(application: Application, stage: Stage) -> datetime | None:
    """The moment that the campaign states for a stage, None where there is no campaign or it states none."""
    campaign = application.campaign
    if campaign is None:
        return None
    if stage.kind == "application":
        return campaign.closes_at
    named = campaign.deadlines.get(stage.clock.deadline) if stage.clock else None
    return datetime.fromisoformat(named) if named else None


def finish(
    *,
    actor: Actor,
    application: Application,
    step: Step,
    outcome: Outcome,
    standing: Standing,
    reason: str = "",
    judgements: Mapping[str, Any] | None = None,
) -> None:
    """End a step with an outcome and move on to where the outcome leads. Saves application and step."""
    beside = step.state == Step.State.BESIDE
    step.state, step.outcome, step.reason = Step.State.DONE, outcome.key, reason
    step.judgements = dict(judgements or {})
    step.actor_id, step.actor_name, step.decided_at = actor.account_id, actor.name, clock.now()
    step.save()
    trail.record(
        actor=actor, action=f"recruitment.{step.kind}.{outcome.key}", target=application, subject=application.person_id,
        before={"stage": step.stage}, reason=reason, clause=step.clause,
        data={"judgements": {key: value for key, value in step.judgements.items() if key not in PERSONAL_FACTS}}
        if judgements else None,
    )  # fmt: skip
    if not beside:
        _lead_on(actor, application, step, outcome, standing)
    application.version += 1
    application.save()


def _lead_on(actor: Actor, application: Application, step: Step, outcome: Outcome, standing: Standing) -> None:
    if application.state == states.State.HELD and outcome.to not in ENDS:
        states.move(application, states.State.IN_PROGRESS)
    if outcome.to in ENDS:
        end(actor=actor, application=application, state=ENDS[outcome.to], reason=step.reason)
    elif outcome.to == "hold":
        # It stays where it stands: whoever held it back decides it later.
        states.move(application, states.State.HELD)
        enter(application, routing.stage(standing, application, step.stage), standing)
        telling.held(application, step.reason)
    elif outcome.to == "application":
        states.move(application, states.State.RETURNED)
        enter(application, routing.stage(standing, application, "application"), standing)
        telling.returned(application, step.reason)
    elif outcome.to:
        enter(application, routing.stage(standing, application, outcome.to), standing)
    else:
        go_on(actor=actor, application=application, after=step.stage, standing=standing)


def go_on(
    *, actor: Actor, application: Application, after: str, standing: Standing, known: Mapping[str, object] | None = None
) -> None:
    """Enter the stage that follows; publications beside the way are entered and passed by. Ends after the last one."""
    given = known if known is not None else facts.of(application, standing.policy)
    for stage in routing.after(routing.stages(standing, application, given), after):
        if stage.gate:
            enter(application, stage, standing)
            return
        enter(application, stage, standing, beside=True)
    if application.expert_id is None:
        # The procedure has no stage of appointment: what it decides is the entry itself.
        admitting.admit(actor=actor, application=application, standing=standing)
    end(actor=actor, application=application, state=states.State.ACCEPTED)


def end(*, actor: Actor, application: Application, state: str, reason: str = "") -> None:
    """End an application; open steps beside the way stay, since a publication may come after the decision."""
    before = application.state
    states.move(application, state)
    application.decided_at, application.due_day = clock.now(), None
    application.steps.filter(state=Step.State.CURRENT).update(state=Step.State.CANCELLED)
    trail.record(
        actor=actor, action=f"recruitment.application.{application.state}", target=application,
        subject=application.person_id, before={"state": before}, after={"state": application.state}, reason=reason,
    )  # fmt: skip
    telling.ended(application, reason)
