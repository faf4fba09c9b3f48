"""Appointments over the API: for staff, and each expert's own."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any, cast
from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.audit import services as trail
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.api.access import SIGNED_IN
from juxian.common.api.views import View
from tenants.appointments import selectors, services
from tenants.appointments.services import certificates
from tenants.experts.standing import Standing, standing


class AppointmentOut(serializers.Serializer[Any]):
    """One appointment."""

    id = serializers.UUIDField()
    number = serializers.CharField()
    expert_id = serializers.UUIDField()
    name = serializers.CharField()
    groups = serializers.ListField(child=serializers.CharField())
    first_day = serializers.DateField()
    last_day = serializers.DateField()
    days_left = serializers.SerializerMethodField()
    state = serializers.CharField()
    state_label = serializers.CharField(source="get_state_display")
    check_url = serializers.SerializerMethodField()
    renewal_opens = serializers.SerializerMethodField()
    ended_on = serializers.DateField(allow_null=True)
    end_reason = serializers.CharField()

    def get_days_left(self, row: Any) -> int | None:
        """Days to the last day, None once it is over."""
        return (row.last_day - clock.today()).days if row.state == "in_force" else None

    def get_check_url(self, row: Any) -> str:
        """Where anybody can check it."""
        return certificates.check_address(row)

    def get_renewal_opens(self, row: Any) -> str | None:
        """First day for renewal."""
        # One reading of policy and parameters for a whole list: the context is shared by its rows.
        shared = cast("dict[str, Standing]", self.context)
        if "standing" not in shared:
            shared["standing"] = standing()
        day = selectors.renewal_opens(row, shared["standing"])
        return day.isoformat() if day else None


class AppointmentQuery(serializers.Serializer[Any]):
    """Filters."""

    state = serializers.ChoiceField(choices=["in_force", "ended", "revoked"], required=False)
    search = serializers.CharField(required=False, max_length=60)
    ends_before = serializers.DateField(required=False)


class ReasonIn(serializers.Serializer[Any]):
    """A reason, and the clause it rests on."""

    reason = serializers.CharField(max_length=300)
    clause = serializers.CharField(max_length=40, required=False, allow_blank=True)


class LeaveOut(serializers.Serializer[Any]):
    """A request to leave."""

    id = serializers.UUIDField()
    expert_id = serializers.UUIDField()
    name = serializers.CharField(source="expert.name")
    reason = serializers.CharField()
    clause = serializers.CharField()
    filed_on = serializers.DateField()
    earliest_end = serializers.DateField()
    ends_on = serializers.DateField(allow_null=True)
    state = serializers.CharField()
    state_label = serializers.CharField(source="get_state_display")
    decision_note = serializers.CharField()


class LeaveQuery(serializers.Serializer[Any]):
    """Filters."""

    state = serializers.ChoiceField(choices=["asked", "approved", "refused", "withdrawn", "done"], required=False)


class DecideIn(serializers.Serializer[Any]):
    """The decision on a request to leave."""

    approve = serializers.BooleanField()
    note = serializers.CharField(max_length=300, required=False, allow_blank=True, default="")
    ends_on = serializers.DateField(required=False, allow_null=True, default=None)


def _on_record(actor: Actor, where: str, rows: Iterable[Any]) -> None:
    trail.viewed_many(actor=actor, subjects=[row.expert.person_id for row in rows], where=where)


class AppointmentsView(View):
    """`/api/appointments/appointments`."""

    access = {"GET": "appointments.view"}

    @extend_schema(
        operation_id="appointments_appointment_list",
        tags=["appointments"],
        parameters=[AppointmentQuery],
        responses=AppointmentOut(many=True),
    )
    def get(self, request: Request) -> Response:
        """Appointments, newest first."""
        found = selectors.appointments(**self.query(AppointmentQuery))
        return self.page(found, AppointmentOut, note=partial(_on_record, self.actor, "appointments.appointment"))


class AppointmentView(View):
    """`/api/appointments/appointments/<id>`."""

    access = {"GET": "appointments.view"}

    @extend_schema(operation_id="appointments_appointment_show", tags=["appointments"], responses=AppointmentOut)
    def get(self, request: Request, appointment_id: UUID) -> Response:
        """One appointment."""
        row = selectors.appointment(appointment_id)
        trail.viewed(actor=self.actor, subject=row.expert.person_id, target=row)
        return Response(AppointmentOut(row).data)


class RevokeView(View):
    """`/api/appointments/appointments/<id>/revoke`."""

    access = {"POST": "appointments.exit.decide"}

    @extend_schema(
        operation_id="appointments_appointment_revoke",
        tags=["appointments"],
        request=ReasonIn,
        responses=AppointmentOut,
    )
    def post(self, request: Request, appointment_id: UUID) -> Response:
        """Dismiss the expert with a reason."""
        row = selectors.appointment(appointment_id)
        services.revoke(actor=self.actor, appointment_id=str(row.id), **self.parsed(ReasonIn))
        return Response(AppointmentOut(selectors.appointment(appointment_id)).data)


def _pdf(content: bytes, number: str) -> HttpResponse:
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{number}.pdf"'
    return answer


class CertificateView(View):
    """`/api/appointments/appointments/<id>/certificate`."""

    access = {"GET": "appointments.view"}

    @extend_schema(
        operation_id="appointments_certificate_read",
        tags=["appointments"],
        responses={(200, "application/pdf"): OpenApiTypes.BINARY},
    )
    def get(self, request: Request, appointment_id: UUID) -> HttpResponse:
        """The certificate as PDF."""
        row = selectors.appointment(appointment_id)
        return _pdf(certificates.read(actor=self.actor, appointment=row), row.number)


class LeavesView(View):
    """`/api/appointments/leaves`."""

    access = {"GET": "appointments.view"}

    @extend_schema(
        operation_id="appointments_leave_list",
        tags=["appointments"],
        parameters=[LeaveQuery],
        responses=LeaveOut(many=True),
    )
    def get(self, request: Request) -> Response:
        """Requests to leave, newest first."""
        found = selectors.leave_requests(**self.query(LeaveQuery))
        return self.page(found, LeaveOut, note=partial(_on_record, self.actor, "appointments.leave"))


class LeaveView(View):
    """`/api/appointments/leaves/<id>`."""

    access = {"POST": "appointments.exit.decide"}

    @extend_schema(
        operation_id="appointments_leave_decide", tags=["appointments"], request=DecideIn, responses=LeaveOut
    )
    def post(self, request: Request, request_id: UUID) -> Response:
        """Approve or refuse."""
        row = services.decide_leave(actor=self.actor, request_id=request_id, **self.parsed(DecideIn))
        return Response(LeaveOut(row).data)


class MyAppointmentsView(View):
    """`/at/<agency>/api/appointments/appointments`."""

    access = {"GET": SIGNED_IN}

    @extend_schema(operation_id="appointments_own_list", tags=["appointments"], responses=AppointmentOut(many=True))
    def get(self, request: Request) -> Response:
        """The signed-in expert's own appointments."""
        return self.page(selectors.of_account(self.actor.account_id), AppointmentOut)


class MyCertificateView(View):
    """`/at/<agency>/api/appointments/appointments/<id>/certificate`."""

    access = {"GET": SIGNED_IN}

    @extend_schema(
        operation_id="appointments_own_certificate_read",
        tags=["appointments"],
        responses={(200, "application/pdf"): OpenApiTypes.BINARY},
    )
    def get(self, request: Request, appointment_id: UUID) -> HttpResponse:
        """The signed-in expert's own certificate."""
        row = selectors.appointment(appointment_id, account_id=self.actor.account_id)
        return _pdf(certificates.read(actor=self.actor, appointment=row), row.number)


class LeaveIn(serializers.Serializer[Any]):
    """Why one wants to leave."""

    reason = serializers.CharField(max_length=2000)


class MyLeavesView(View):
    """`/at/<agency>/api/appointments/leaves`."""

    access = {"GET": SIGNED_IN, "POST": SIGNED_IN}

    @extend_schema(operation_id="appointments_own_leave_list", tags=["appointments"], responses=LeaveOut(many=True))
    def get(self, request: Request) -> Response:
        """The signed-in expert's own requests to leave."""
        rows = selectors.leave_requests().filter(expert__account_id=self.actor.account_id)
        return self.page(rows, LeaveOut)

    @extend_schema(
        operation_id="appointments_own_leave_ask",
        tags=["appointments"],
        request=LeaveIn,
        responses={201: LeaveOut},
    )
    def post(self, request: Request) -> Response:
        """Ask to leave; the answer names the earliest day."""
        return Response(LeaveOut(services.ask_to_leave(actor=self.actor, **self.parsed(LeaveIn))).data, status=201)


class MyLeaveView(View):
    """`/at/<agency>/api/appointments/leaves/<id>/withdraw`."""

    access = {"POST": SIGNED_IN}

    @extend_schema(
        operation_id="appointments_own_leave_withdraw", tags=["appointments"], request=None, responses=LeaveOut
    )
    def post(self, request: Request, request_id: UUID) -> Response:
        """Take an own request back."""
        return Response(LeaveOut(services.withdraw_leave(actor=self.actor, request_id=request_id)).data)
