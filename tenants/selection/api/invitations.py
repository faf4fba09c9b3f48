"""One's own invitations: what an expert sees and answers on the experts' host. Everything is checked to be their own."""

from __future__ import annotations

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.common.api.access import SIGNED_IN
from juxian.common.api.views import View
from juxian.tenancy import context
from tenants.selection import invited, places, selectors, services
from tenants.selection.api import forms, shapes
from tenants.selection.models import Invitation


def _shown(row: Invitation) -> Response:
    found = Invitation.objects.select_related("request", "request__committee").get(id=row.id)
    return Response(shapes.MyInvitationOut(invited.full(found)).data)


class MyInvitationsView(View):
    """`GET /at/<agency>/api/selection/invitations`."""

    access = {"GET": SIGNED_IN}

    @extend_schema(
        operation_id="selection_my_invitation_list", tags=["selection"], responses=shapes.MyInvitationRowOut(many=True)
    )
    def get(self, request: Request) -> Response:
        """One's own, newest first."""
        rows = invited.gathered(context.agency(), self.actor.account_id)
        return Response(shapes.MyInvitationRowOut(rows, many=True).data)


class MyInvitationView(View):
    """`GET /at/<agency>/api/selection/invitations/<id>`."""

    access = {"GET": SIGNED_IN}

    @extend_schema(operation_id="selection_my_invitation_show", tags=["selection"], responses=shapes.MyInvitationOut)
    def get(self, request: Request, invitation_id: UUID) -> Response:
        """One of one's own."""
        return _shown(selectors.my_invitation(self.actor.account_id, invitation_id))


class AcceptView(View):
    """`POST …/<id>/accept`."""

    access = {"POST": SIGNED_IN}

    @extend_schema(
        operation_id="selection_my_invitation_accept",
        tags=["selection"],
        request=forms.InvitationAcceptIn,
        responses=shapes.MyInvitationOut,
    )
    def post(self, request: Request, invitation_id: UUID) -> Response:
        """Accept; a declared conflict recuses instead."""
        given = self.parsed(forms.InvitationAcceptIn)
        return _shown(services.accept(actor=self.actor, invitation_id=invitation_id, **given))


class DeclineView(View):
    """`POST …/<id>/decline`."""

    access = {"POST": SIGNED_IN}

    @extend_schema(
        operation_id="selection_my_invitation_decline",
        tags=["selection"],
        request=forms.InvitationDeclineIn,
        responses=shapes.MyInvitationOut,
    )
    def post(self, request: Request, invitation_id: UUID) -> Response:
        """Decline with a reason."""
        given = self.parsed(forms.InvitationDeclineIn)
        row = services.decline(
            actor=self.actor, invitation_id=invitation_id, code=given["reason_code"], reason=given["reason"]
        )
        return _shown(row)


class TakeBackView(View):
    """`POST …/<id>/take_back`."""

    access = {"POST": SIGNED_IN}

    @extend_schema(
        operation_id="selection_my_invitation_take_back",
        tags=["selection"],
        request=None,
        responses=shapes.MyInvitationOut,
    )
    def post(self, request: Request, invitation_id: UUID) -> Response:
        """Take a refusal back while the seat is free."""
        return _shown(services.take_back(actor=self.actor, invitation_id=invitation_id))


class MyPlacesView(View):
    """`GET /at/<agency>/api/selection/draws`."""

    access = {"GET": SIGNED_IN}

    @extend_schema(operation_id="selection_my_place_list", tags=["selection"], responses=shapes.MyPlaceOut(many=True))
    def get(self, request: Request) -> Response:
        """Opened draws that one was a candidate of or excluded from, newest first."""
        expert = selectors.my_expert(self.actor.account_id)
        return Response(shapes.MyPlaceOut(places.of_expert(expert), many=True).data)
