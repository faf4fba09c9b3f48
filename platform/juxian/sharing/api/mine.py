"""The expert's own side: consents to be named, and invitations."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.common.api.access import SIGNED_IN
from juxian.common.api.views import View
from juxian.sharing import presenting, selectors
from juxian.sharing.api.agreements import OptionalReasonIn, PartnerOut
from juxian.sharing.api.catalogue import SharingInvitationOut
from juxian.sharing.models import Agreement, SharingConsent
from juxian.sharing.services import consents, invitations


class SharingConsentOut(serializers.Serializer[Any]):
    """An agreement that concerns one, and whether one is named under it. `id` is the agreement's."""

    id = serializers.UUIDField()
    agency = PartnerOut()
    partner = PartnerOut()
    mode = serializers.CharField()
    text = serializers.CharField()
    state = serializers.ChoiceField(choices=["none", "given", "withdrawn"])
    given_at = serializers.DateTimeField(allow_null=True)
    withdrawn_at = serializers.DateTimeField(allow_null=True)
    until = serializers.DateField()


class MySharingInvitationOut(SharingInvitationOut):
    """An invitation with what accepting it means, word for word."""

    acceptance_text = serializers.CharField()


def _consent(agreement: Agreement, consent: SharingConsent | None) -> dict[str, Any]:
    state = "none" if consent is None else "withdrawn" if consent.withdrawn_at else "given"
    given = consent if state == "given" else None
    return {
        "id": agreement.id,
        "agency": {"slug": agreement.lender.slug, "name": agreement.lender.name},
        "partner": {"slug": agreement.receiver.slug, "name": agreement.receiver.name},
        "mode": agreement.mode,
        "text": given.text if given else consents.text_for(agreement),
        "state": state,
        "given_at": consent.given_at if consent else None,
        "withdrawn_at": consent.withdrawn_at if consent else None,
        "until": agreement.valid_until,
    }


def _own(view: View, agreement_id: UUID) -> Response:
    rows = selectors.concerning(view.actor.account_id)
    found = [_consent(row, consent) for row, consent in rows if row.id == agreement_id]
    return Response(SharingConsentOut(found[0]).data if found else None)


class MyConsentsView(View):
    """`consents`."""

    access = {"GET": SIGNED_IN}

    @extend_schema(operation_id="sharing_my_consents_list", tags=["sharing"], responses=SharingConsentOut(many=True))
    def get(self, request: Request) -> Response:
        """Agreements over pools one is in, and whether one consents to be named."""
        rows = [_consent(row, consent) for row, consent in selectors.concerning(self.actor.account_id)]
        return Response(SharingConsentOut(rows, many=True).data)


class GiveConsentView(View):
    """`consents/<agreement>/give`."""

    access = {"POST": SIGNED_IN}

    @extend_schema(operation_id="sharing_my_consents_give", tags=["sharing"], request=None, responses=SharingConsentOut)
    def post(self, request: Request, agreement_id: UUID) -> Response:
        """Consent to be named to the partner of this agreement."""
        consents.give(actor=self.actor, agreement_id=agreement_id)
        return _own(self, agreement_id)


class WithdrawConsentView(View):
    """`consents/<agreement>/withdraw`."""

    access = {"POST": SIGNED_IN}

    @extend_schema(operation_id="sharing_my_consents_withdraw", tags=["sharing"], request=None, responses={204: None})
    def post(self, request: Request, agreement_id: UUID) -> Response:
        """Withdraw; from now on one is not named, and an open invitation falls."""
        consents.withdraw(actor=self.actor, agreement_id=agreement_id)
        return Response(status=204)


class MyInvitationsView(View):
    """`invitations`."""

    access = {"GET": SIGNED_IN}

    @extend_schema(
        operation_id="sharing_my_invitations_list", tags=["sharing"], responses=MySharingInvitationOut(many=True)
    )
    def get(self, request: Request) -> Response:
        """Invitations to enter another pool."""
        rows = [
            {**presenting.invitation(row), "acceptance_text": row.acceptance_text or invitations.text_for(row)}
            for row in selectors.own_invitations(self.actor.account_id)
        ]
        return Response(MySharingInvitationOut(rows, many=True).data)


class AcceptView(View):
    """`invitations/<id>/accept`."""

    access = {"POST": SIGNED_IN}

    @extend_schema(
        operation_id="sharing_my_invitations_accept", tags=["sharing"], request=None, responses=SharingInvitationOut
    )
    def post(self, request: Request, invitation_id: UUID) -> Response:
        """Accept: the file crosses, the inviting agency's conditions are checked; the answer tells what came of it."""
        row = invitations.accept(actor=self.actor, invitation_id=invitation_id)
        return Response(SharingInvitationOut(presenting.invitation(row)).data)


class DeclineView(View):
    """`invitations/<id>/decline`."""

    access = {"POST": SIGNED_IN}

    @extend_schema(
        operation_id="sharing_my_invitations_decline", tags=["sharing"], request=OptionalReasonIn,
        responses=SharingInvitationOut,
    )  # fmt: skip
    def post(self, request: Request, invitation_id: UUID) -> Response:
        """Decline; no reason is needed."""
        reason = self.parsed(OptionalReasonIn)["reason"]
        row = invitations.decline(actor=self.actor, invitation_id=invitation_id, reason=reason)
        return Response(SharingInvitationOut(presenting.invitation(row)).data)
