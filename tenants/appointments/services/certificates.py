"""The certificate: a printed page with a QR code that leads to its public check."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import transaction

from juxian.audit import services as trail
from juxian.common import pdf
from juxian.common.actors import Actor
from juxian.tenancy import addresses, context
from tenants.appointments.models import Appointment
from tenants.experts.standing import standing
from tenants.workspace.models import Document
from tenants.workspace.services import documents


def check_address(appointment: Appointment) -> str:
    """Where anybody can check the certificate."""
    return addresses.of_agency(context.agency(), f"/certificates/{appointment.code}/")


@transaction.atomic
def make(*, actor: Actor, appointment_id: str) -> Document:
    """Print the certificate once and keep it; a second call changes nothing."""
    row = Appointment.objects.select_for_update(of=("self",)).select_related("expert").get(id=appointment_id)
    if row.certificate:
        return row.certificate
    made = documents.keep(
        actor=actor,
        name=f"聘书-{row.number}.pdf",
        content=pdf.render("certificate", _data(row)),
        content_type="application/pdf",
        kind="certificate",
        subject=row.expert.person_id,
        owner=("appointments.appointment", row.id),
    )
    row.certificate = made
    row.save(update_fields=["certificate"])
    trail.record(
        actor=actor,
        action="appointments.certificate.made",
        target=row,
        subject=row.expert.person_id,
        after={"sha256": made.sha256},
    )
    return made


def _data(row: Appointment) -> dict[str, object]:
    agency, policy = context.agency(), standing(row.first_day).policy
    address = check_address(row)
    return {
        "agency": agency.name,
        "pool": f"{agency.short_name}专家库",
        "name": row.name,
        "honorific": "同志",
        "groups": row.groups,
        "basis": f"《{policy.title}》{policy.cite(row.clause)}" if row.clause else f"《{policy.title}》",
        "from_day": chinese_day(row.first_day),
        "to_day": chinese_day(row.last_day),
        "issued_on": chinese_day(row.first_day),
        "number": row.number,
        "check_url": address,
        "qr": pdf.qr_svg(address),
        "demonstration": settings.DEMONSTRATION,
    }


def read(*, actor: Actor, appointment: Appointment) -> bytes:
    """The certificate's bytes, with the view on record; one that was never printed is printed now."""
    printed = appointment.certificate or make(actor=actor, appointment_id=str(appointment.id))
    return documents.hand_out(actor=actor, document=printed)


def chinese_day(day: date) -> str:
    """2026年11月23日."""
    return f"{day.year}年{day.month}月{day.day}日"
