"""Appointing an expert for the policy's term, with a numbered certificate."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import transaction

from juxian.audit import services as trail
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from juxian.notifications import outbox
from juxian.notifications import services as notify
from juxian.tenancy import context
from rulebook import RuleRefusal
from tenants.appointments.models import Appointment, NumberSeries
from tenants.experts.models import Expert
from tenants.experts.services import entering
from tenants.experts.standing import refused, standing


@transaction.atomic
def appoint(
    *, actor: Actor, expert: Expert, start: date, application_id: UUID | None = None, clause: str = ""
) -> Appointment:
    """Appoint an expert from a day on, for as long as the policy says.

    Raises `appointments.in_force` when a term is running, and the rulebook's refusal when the agency has not set
    the length of its terms.
    """
    row = Expert.objects.select_for_update().get(pk=expert.pk)
    running = row.appointments.filter(state=Appointment.State.IN_FORCE).first()
    if running:
        raise Refusal(
            "appointments.in_force", name=row.name, number=running.number, last_day=running.last_day.isoformat()
        )
    last_day = term_last_day(start)
    appointment = Appointment.objects.create(
        number=_next_number(start.year),
        expert=row,
        name=row.name,
        groups=list(row.groups.order_by("position").values_list("name", flat=True)),
        first_day=start,
        last_day=last_day,
        clause=clause or standing().policy.term.clause,
        application_id=application_id,
        appointed_by=actor.account_id,
    )
    entering.set_term(actor=actor, expert=row, first_day=start, last_day=last_day)
    trail.record(
        actor=actor,
        action="appointments.appointed",
        target=appointment,
        subject=row.person_id,
        after={"number": appointment.number, "from": start.isoformat(), "until": last_day.isoformat()},
        clause=appointment.clause,
    )
    _set_going(appointment, row)
    return appointment


def term_last_day(start: date) -> date:
    """Last day of a term of the present agency that begins on `start`."""
    now = standing()
    try:
        return now.policy.term.last_day(start, now.parameters)
    except RuleRefusal as error:
        raise refused(error, now.policy) from error


def _set_going(appointment: Appointment, expert: Expert) -> None:
    outbox.enqueue(
        kind="appointments.certificate",
        key=f"certificate:{appointment.id}",
        payload={"appointment": str(appointment.id)},
    )
    outbox.enqueue(
        kind="appointments.term_end",
        key=f"term-end:{appointment.id}",
        payload={"appointment": str(appointment.id)},
        not_before=midnight_after(appointment.last_day),
    )
    if expert.account_id:
        notify.tell(
            account_ids=[expert.account_id],
            template="appointments.appointed",
            context={
                "agency": context.agency().name,
                "first_day": appointment.first_day.isoformat(),
                "last_day": appointment.last_day.isoformat(),
                "number": appointment.number,
            },
            key=f"appointed:{appointment.id}",
            channels=("inapp", "sms", "mail"),
        )


def midnight_after(day: date) -> datetime:
    """The first moment of the day after, Beijing time."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=clock.BEIJING)


def _next_number(year: int) -> str:
    NumberSeries.objects.get_or_create(year=year)
    series = NumberSeries.objects.select_for_update().get(year=year)
    series.last += 1
    series.save(update_fields=["last"])
    return f"{context.agency().slug.upper()}-{year}-{series.last:05d}"
