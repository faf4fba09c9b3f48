"""Checking a certificate, for anybody: no login, no JavaScript."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from juxian.common import clock
from tenants.appointments import selectors
from tenants.appointments.models import Appointment


@require_GET
def ask(request: HttpRequest) -> HttpResponse:
    """The form: number and name; its answer stands on the same page."""
    number, name = request.GET.get("number", ""), request.GET.get("name", "")
    asked = bool(number.strip() and name.strip())
    row = selectors.by_number_and_name(number, name) if asked else None
    shown = {"asked": asked, "number": number, "name": name, **_verdict(row)}
    return render(request, "appointments/check.html", shown)


@require_GET
def check(request: HttpRequest, code: str) -> HttpResponse:
    """Where the QR code leads."""
    row = selectors.by_code(code)
    shown = {"asked": True, **_verdict(row)}
    return render(request, "appointments/check.html", shown, status=200 if row else 404)


def _verdict(row: Appointment | None) -> dict[str, object]:
    if row is None:
        return {"row": None, "verdict": "unknown"}
    if row.state == Appointment.State.REVOKED:
        return {"row": row, "verdict": "revoked"}
    today = clock.today()
    if row.state == Appointment.State.ENDED or row.last_day < today:
        return {"row": row, "verdict": "ended"}
    return {"row": row, "verdict": "valid" if row.first_day <= today else "future"}
