"""The end of an appointment: by itself on the day after its last day, or by a decision."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from juxian.audit import services as trail
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from juxian.notifications import services as notify
from juxian.tenancy import context
from tenants.appointments.models import Appointment
from tenants.experts.services import entering
from tenants.experts.standing import standing


@transaction.atomic
def end_of_term(*, actor: Actor, appointment_id: str) -> bool:
    """End an appointment whose last day is over; the expert leaves the pool where the policy says so.

    Says whether anything ended: one that was renewed, revoked or runs still is left alone.
    """
    row = Appointment.objects.select_for_update().select_related("expert").get(id=appointment_id)
    if row.state != Appointment.State.IN_FORCE or row.last_day >= clock.today():
        return False
    term = standing().policy.term
    _close(row, Appointment.State.ENDED, row.last_day, "聘期届满", term.clause)
    trail.record(actor=actor, action="appointments.ended", target=row, subject=row.expert.person_id, clause=term.clause)
    if term.ends_by_itself:
        entering.leave(actor=actor, expert=row.expert, reason="聘期届满未续聘", clause=term.clause)
    _tell(row, "appointments.ended", last_day=row.last_day.isoformat())
    return True


@transaction.atomic
def revoke(*, actor: Actor, appointment_id: str, reason: str, clause: str = "", on: date | None = None) -> Appointment:
    """Dismiss an expert: the certificate is void from that day, the expert leaves the pool."""
    row = Appointment.objects.select_for_update().select_related("expert").get(id=appointment_id)
    if row.state != Appointment.State.IN_FORCE:
        raise Refusal("appointments.not_in_force", state=row.get_state_display())
    day = on or clock.today()
    _close(row, Appointment.State.REVOKED, day, reason, clause)
    trail.record(
        actor=actor,
        action="appointments.revoked",
        target=row,
        subject=row.expert.person_id,
        reason=reason,
        clause=clause,
    )
    entering.leave(actor=actor, expert=row.expert, reason=reason, clause=clause, on=day)
    _tell(row, "appointments.revoked", on=day.isoformat(), reason=reason)
    return row


def _close(row: Appointment, state: str, day: date, reason: str, clause: str) -> None:
    row.state, row.ended_on, row.end_reason, row.end_clause = state, day, reason[:300], clause
    row.save(update_fields=["state", "ended_on", "end_reason", "end_clause"])


def _tell(row: Appointment, template: str, **values: str) -> None:
    if row.expert.account_id:
        notify.tell(
            account_ids=[row.expert.account_id],
            template=template,
            context={"agency": context.agency().name, "number": row.number, **values},
            key=f"{template}:{row.id}",
            channels=("inapp", "mail"),
        )
