"""Draws and their seats over the API, for staff."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.audit import services as trail
from juxian.common.actors import Actor
from juxian.common.api.views import View
from tenants.selection import presenting, prints, selectors, services
from tenants.selection.api import forms, shapes
from tenants.selection.models import DrawRequest

VIEW = "selection.request.view"


def _shown(actor: Actor, row: DrawRequest) -> Any:
    """The draw; whose names it shows is on record."""
    trail.viewed_many(actor=actor, subjects=presenting.seen(row), where=f"selection.draw:{row.draw_number}")
    return shapes.DrawOut(presenting.draw(actor, row)).data


class DrawView(View):
    """`GET /api/selection/draws/<draw>`."""

    access = {"GET": VIEW}

    @extend_schema(operation_id="selection_draw_show", tags=["selection"], responses=shapes.DrawOut)
    def get(self, request: Request, draw_id: UUID) -> Response:
        """Seats and answers; names once it is open."""
        return Response(_shown(self.actor, selectors.of_draw(self.actor, draw_id)))


class OpenView(View):
    """`POST /api/selection/draws/<draw>/open`."""

    access = {"POST": "selection.open"}

    @extend_schema(
        operation_id="selection_draw_open",
        tags=["selection"],
        request=forms.SelectionReasonIn,
        responses=shapes.DrawOut,
    )
    def post(self, request: Request, draw_id: UUID) -> Response:
        """Open once the time has come (the worker does so by itself)."""
        row = selectors.of_draw(self.actor, draw_id)
        return Response(_shown(self.actor, services.open_now(actor=self.actor, request_id=row.id)))


class OpenEarlyView(View):
    """`POST /api/selection/draws/<draw>/open_early`: officer and supervisor, one after the other."""

    access = {"POST": VIEW}

    @extend_schema(
        operation_id="selection_draw_open_early",
        tags=["selection"],
        request=forms.SelectionReasonIn,
        responses=shapes.DrawOut,
    )
    def post(self, request: Request, draw_id: UUID) -> Response:
        """Ask for, or agree to, opening before the time; public."""
        row = selectors.of_draw(self.actor, draw_id)
        reason = self.parsed(forms.SelectionReasonIn)["reason"]
        return Response(_shown(self.actor, services.open_early(actor=self.actor, request_id=row.id, reason=reason)))


class PrintView(View):
    """`GET /api/selection/draws/<draw>/print`."""

    access = {"GET": VIEW}

    @extend_schema(
        operation_id="selection_draw_print",
        tags=["selection"],
        responses={(200, "application/pdf"): OpenApiTypes.BINARY},
    )
    def get(self, request: Request, draw_id: UUID) -> HttpResponse:
        """The record with names on paper; only once it is open, and on record."""
        row = selectors.of_draw(self.actor, draw_id)
        pdf = prints.named_record(actor=self.actor, request=row)
        trail.viewed_many(actor=self.actor, subjects=presenting.seen(row), where=f"selection.print:{row.draw_number}")
        answer = HttpResponse(pdf, content_type="application/pdf")
        answer["Content-Disposition"] = f'inline; filename="draw-{row.draw_number}.pdf"'
        return answer


class RemindView(View):
    """`POST /api/selection/invitations/<id>/remind`."""

    access = {"POST": "selection.invitation.manage"}

    @extend_schema(
        operation_id="selection_invitation_remind",
        tags=["selection"],
        request=forms.SelectionReasonIn,
        responses=shapes.DrawOut,
    )
    def post(self, request: Request, invitation_id: UUID) -> Response:
        """Remind whoever was asked for the seat; nobody learns who it is."""
        found = services.remind(actor=self.actor, invitation_id=invitation_id)
        return Response(_shown(self.actor, selectors.request(self.actor, found.request_id)))


class ReplaceView(View):
    """`POST /api/selection/invitations/<id>/replace`."""

    access = {"POST": "selection.invitation.manage"}

    @extend_schema(
        operation_id="selection_invitation_replace",
        tags=["selection"],
        request=forms.SelectionReasonIn,
        responses=shapes.DrawOut,
    )
    def post(self, request: Request, invitation_id: UUID) -> Response:
        """Take the invitation back, or fill a declined seat at once; the next in line follows, nobody is chosen."""
        reason = self.parsed(forms.SelectionReasonIn)["reason"]
        found = services.withdraw(actor=self.actor, invitation_id=invitation_id, reason=reason)
        return Response(_shown(self.actor, selectors.request(self.actor, found.request_id)))
