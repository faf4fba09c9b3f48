"""The partner's pool as an agreement lets it be seen, and inviting from it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.common.api.views import View
from juxian.sharing import presenting, selectors
from juxian.sharing.api.agreements import PartnerOut, ReasonIn
from juxian.sharing.services import catalogue, invitations
from juxian.tenancy import context


class CatalogueQuery(serializers.Serializer[Any]):
    """Whom one looks for: a group of the lender, a title level."""

    group = serializers.CharField(required=False, allow_blank=True, default="")
    title_level = serializers.CharField(required=False, allow_blank=True, default="")


class NamedOut(serializers.Serializer[Any]):
    """One who consents to be named. `ref` invites."""

    ref = serializers.UUIDField()
    name = serializers.CharField(source="person.name")
    group_label = serializers.CharField(source="person.group_label")
    title = serializers.CharField(source="person.title")
    title_level = serializers.CharField(source="person.title_level")
    employer = serializers.CharField(source="person.employer")
    consent_at = serializers.DateTimeField()


class CatalogueOut(serializers.Serializer[Any]):
    """What a search shows. Where few are unnamed, `matching` and `unnamed` are null and `fewer_than` says so."""

    matching = serializers.IntegerField(allow_null=True)
    unnamed = serializers.IntegerField(allow_null=True)
    fewer_than = serializers.IntegerField(allow_null=True)
    named = NamedOut(many=True)


class InviteIn(serializers.Serializer[Any]):
    """Whom to invite, and into which of our own groups."""

    ref = serializers.UUIDField()
    group = serializers.CharField(max_length=80, required=False, allow_blank=True, default="")
    message = serializers.CharField(max_length=1000, required=False, allow_blank=True, default="")


class SharingInvitationOut(serializers.Serializer[Any]):
    """An invitation to enter by the exchange door."""

    id = serializers.UUIDField()
    agreement = serializers.UUIDField()
    receiver = PartnerOut()
    lender = PartnerOut()
    message = serializers.CharField(allow_blank=True)
    invited_at = serializers.DateTimeField()
    answer_by = serializers.DateField()
    state = serializers.CharField()
    state_label = serializers.CharField()
    answered_at = serializers.DateTimeField(allow_null=True)
    reason = serializers.CharField(allow_blank=True)
    findings = serializers.ListField(child=serializers.DictField())


class CatalogueView(View):
    """`agreements/<id>/catalogue`."""

    access = {"GET": "sharing.catalogue.search"}

    @extend_schema(
        operation_id="sharing_catalogue_search", tags=["sharing"], parameters=[CatalogueQuery], responses=CatalogueOut
    )
    def get(self, request: Request, agreement_id: UUID) -> Response:
        """How many fit, and the names of those who consent; every look is on both agencies' trail."""
        asked = self.query(CatalogueQuery)
        found = catalogue.search(
            actor=self.actor,
            agency=context.agency(),
            agreement_id=agreement_id,
            groups=[asked["group"]] if asked["group"] else [],
            title_level=asked["title_level"],
        )
        return Response(CatalogueOut(found).data)


class InviteView(View):
    """`agreements/<id>/invite`."""

    access = {"POST": "sharing.invite"}

    @extend_schema(
        operation_id="sharing_invitations_send",
        tags=["sharing"],
        request=InviteIn,
        responses={201: SharingInvitationOut},
    )
    def post(self, request: Request, agreement_id: UUID) -> Response:
        """Invite one who consents."""
        row = invitations.invite(
            actor=self.actor, agency=context.agency(), agreement_id=agreement_id, **self.parsed(InviteIn)
        )
        return Response(SharingInvitationOut(presenting.invitation(row)).data, status=201)


class InvitationsView(View):
    """`invitations`."""

    access = {"GET": "sharing.view"}

    @extend_schema(operation_id="sharing_invitations_list", tags=["sharing"], responses=SharingInvitationOut(many=True))
    def get(self, request: Request) -> Response:
        """What this agency has sent out."""
        rows = [presenting.invitation(row) for row in selectors.invitations(context.agency())]
        return self.page(rows, SharingInvitationOut)  # type: ignore[no-any-return]


class WithdrawInvitationView(View):
    """`invitations/<id>/withdraw`."""

    access = {"POST": "sharing.invite"}

    @extend_schema(
        operation_id="sharing_invitations_withdraw", tags=["sharing"], request=ReasonIn, responses=SharingInvitationOut
    )
    def post(self, request: Request, invitation_id: UUID) -> Response:
        """Take an unanswered one back."""
        row = invitations.withdraw(
            actor=self.actor,
            agency=context.agency(),
            invitation_id=invitation_id,
            reason=self.parsed(ReasonIn)["reason"],
        )
        return Response(SharingInvitationOut(presenting.invitation(row)).data)
