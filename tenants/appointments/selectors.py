"""Reading appointments and requests to leave."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from juxian.common.errors import not_found
from tenants.appointments.models import Appointment, LeaveRequest
from tenants.experts.standing import Standing


def appointments(*, state: str = "", search: str = "", ends_before: date | None = None) -> QuerySet[Appointment]:
    """Appointments that fit the filters, newest first."""
    found = Appointment.objects.select_related("expert", "certificate")
    if state:
        found = found.filter(state=state)
    if search:
        found = found.filter(Q(name__contains=search) | Q(number__icontains=search))
    if ends_before:
        found = found.filter(state=Appointment.State.IN_FORCE, last_day__lte=ends_before).order_by("last_day")
    return found


def appointment(appointment_id: UUID, *, account_id: UUID | None = None) -> Appointment:
    """One appointment (of the account's own expert, where one is named); 404 for any other."""
    found = appointments().filter(id=appointment_id)
    if account_id:
        found = found.filter(expert__account_id=account_id)
    row = found.first()
    if row is None:
        raise not_found("聘任")
    return row


def of_account(account_id: UUID) -> QuerySet[Appointment]:
    """The appointments of an account's own expert."""
    return appointments().filter(expert__account_id=account_id)


def by_code(code: str) -> Appointment | None:
    """The appointment whose certificate carries this check code."""
    return appointments().filter(code=code).first()


def by_number_and_name(number: str, name: str) -> Appointment | None:
    """The appointment of that number if it is made out to that name: both are needed, so that names cannot be fished."""
    return appointments().filter(number__iexact=number.strip(), name=name.strip()).first()


def renewal_opens(row: Appointment, now: Standing) -> date | None:
    """First day on which renewal may be started, None where the policy knows no window or the term is over."""
    if row.state != Appointment.State.IN_FORCE:
        return None
    return now.policy.term.renewal.opens(row.last_day, now.parameters)


def leave_requests(*, state: str = "") -> QuerySet[LeaveRequest]:
    """Requests to leave, newest first."""
    found = LeaveRequest.objects.select_related("expert")
    return found.filter(state=state) if state else found
