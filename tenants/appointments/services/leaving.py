"""Leaving at one's own wish: filed in writing, effective after the policy's notice, decided where it says so."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from juxian.audit import services as trail
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal, not_found
from juxian.notifications import outbox
from juxian.notifications import services as notify
from juxian.tenancy import context
from rulebook import ExitGround, leaving_day
from tenants.appointments.models import Appointment, LeaveRequest
from tenants.appointments.services.appointing import midnight_after
from tenants.experts.models import Expert
from tenants.experts.services import entering
from tenants.experts.standing import standing


def own_request_ground() -> ExitGround | None:
    """The present policy's ground for leaving at one's own wish, None where it declares none."""
    return next((ground for ground in standing().policy.exits if ground.kind == "request"), None)


def notice_days(ground: ExitGround | None) -> int:
    """Days between filing and the earliest end; 0 where the policy asks for none."""
    stages = ground.procedure.stages if ground and ground.procedure else ()
    clocks = [stage.clock for stage in stages if stage.clock and stage.clock.unit == "calendar_days"]
    return max((int(c.days(standing().parameters) or 0) for c in clocks), default=0)


@transaction.atomic
def ask_to_leave(*, actor: Actor, reason: str) -> LeaveRequest:
    """File the actor's own request. Where the policy asks nobody to decide, it is approved at once."""
    # Locked, so that a second click waits for the first and is told what stands.
    expert = Expert.objects.select_for_update().get(pk=_own(actor).pk)
    if expert.leave_requests.filter(state__in=["asked", "approved"]).exists():
        raise Refusal("appointments.leave_open")
    ground = own_request_ground()
    filed = clock.today()
    row = LeaveRequest.objects.create(
        expert=expert,
        reason=reason,
        clause=ground.clause if ground else "",
        filed_on=filed,
        earliest_end=leaving_day(filed, notice_days(ground)),
    )
    trail.record(
        actor=actor,
        action="appointments.leave.asked",
        target=row,
        subject=expert.person_id,
        reason=reason,
        clause=row.clause,
        after={"earliest_end": row.earliest_end.isoformat()},
    )
    if not _somebody_decides(ground):
        _approve(actor, row, row.earliest_end, "")
    return row


def _somebody_decides(ground: ExitGround | None) -> bool:
    stages = ground.procedure.stages if ground and ground.procedure else ()
    return any(stage.role not in {"expert", "applicant"} for stage in stages)


@transaction.atomic
def decide_leave(
    *, actor: Actor, request_id: UUID, approve: bool, note: str = "", ends_on: date | None = None
) -> LeaveRequest:
    """Approve a request (from its earliest end or a later day on) or refuse it with a reason."""
    row = LeaveRequest.objects.select_for_update().select_related("expert").filter(id=request_id).first()
    if row is None:
        raise not_found("退出申请")
    if row.state != LeaveRequest.State.ASKED:
        raise Refusal("appointments.leave_not_open", state=row.get_state_display())
    if approve:
        day = ends_on or max(row.earliest_end, clock.today())
        if day < row.earliest_end:
            raise Refusal(
                "appointments.leave_too_early",
                clauses=[standing().clause(row.clause)] if row.clause else [],
                earliest=row.earliest_end.isoformat(),
                filed=row.filed_on.isoformat(),
            )
        _approve(actor, row, day, note)
    else:
        _decide(actor, row, LeaveRequest.State.REFUSED, note)
    return row


def _approve(actor: Actor, row: LeaveRequest, day: date, note: str) -> None:
    row.ends_on = day
    _decide(actor, row, LeaveRequest.State.APPROVED, note)
    outbox.enqueue(
        kind="appointments.leave",
        key=f"leave:{row.id}",
        payload={"request": str(row.id)},
        not_before=midnight_after(day),
    )


def _decide(actor: Actor, row: LeaveRequest, state: str, note: str) -> None:
    row.state, row.decided_by, row.decided_at, row.decision_note = state, actor.account_id, timezone.now(), note[:300]
    row.save()
    trail.record(
        actor=actor,
        action="appointments.leave.decided",
        target=row,
        subject=row.expert.person_id,
        reason=note,
        clause=row.clause,
        after={"state": state, "ends_on": row.ends_on.isoformat() if row.ends_on else None},
    )
    if row.expert.account_id:
        notify.tell(
            account_ids=[row.expert.account_id],
            template="appointments.leave_decided",
            context={"agency": context.agency().name, "outcome": row.get_state_display(), "note": note},
            key=f"leave:{row.id}:{state}",
            channels=("inapp", "mail"),
        )


@transaction.atomic
def leave_now(*, actor: Actor, request_id: str) -> bool:
    """Carry out an approved request whose day is over; says whether the expert left by it."""
    row = LeaveRequest.objects.select_for_update().select_related("expert").get(id=request_id)
    if row.state != LeaveRequest.State.APPROVED or row.ends_on is None or row.ends_on >= clock.today():
        return False
    row.state = LeaveRequest.State.DONE
    row.save(update_fields=["state"])
    running = row.expert.appointments.select_for_update().filter(state=Appointment.State.IN_FORCE).first()
    if running:
        running.state, running.ended_on = Appointment.State.ENDED, row.ends_on
        running.end_reason, running.end_clause = "本人申请退出", row.clause
        running.save(update_fields=["state", "ended_on", "end_reason", "end_clause"])
    entering.leave(actor=actor, expert=row.expert, reason="本人申请退出", clause=row.clause, on=row.ends_on)
    return True


@transaction.atomic
def withdraw_leave(*, actor: Actor, request_id: UUID) -> LeaveRequest:
    """Take the actor's own request back while the expert is still in the pool."""
    row = LeaveRequest.objects.select_for_update().filter(id=request_id, expert=_own(actor)).first()
    if row is None:
        raise not_found("退出申请")
    if row.state not in {LeaveRequest.State.ASKED, LeaveRequest.State.APPROVED}:
        raise Refusal("appointments.leave_not_open", state=row.get_state_display())
    row.state, row.ends_on = LeaveRequest.State.WITHDRAWN, None
    row.save(update_fields=["state", "ends_on"])
    outbox.cancel(key=f"leave:{row.id}")
    trail.record(
        actor=actor, action="appointments.leave.withdrawn", target=row, subject=row.expert.person_id, clause=row.clause
    )
    return row


def _own(actor: Actor) -> Expert:
    expert = Expert.objects.filter(account_id=actor.account_id).exclude(state=Expert.State.LEFT).first()
    if expert is None:
        raise not_found("专家档案")
    return expert
