"""Agreements on the agency's host."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.common.api.views import View
from juxian.sharing import presenting, selectors
from juxian.sharing.models import Agreement
from juxian.sharing.services import agreements
from juxian.tenancy import context
from juxian.tenancy import selectors as agencies


class PartnerOut(serializers.Serializer[Any]):
    """The other agency."""

    slug = serializers.CharField()
    name = serializers.CharField()


class SharedGroupOut(serializers.Serializer[Any]):
    """A professional group of the lender."""

    key = serializers.CharField()
    name = serializers.CharField()


class OpenPartnerOut(PartnerOut):
    """An agency with which an agreement can be made, and the groups its policy publishes."""

    province = serializers.CharField(allow_blank=True)
    groups = SharedGroupOut(many=True)


class SignatureOut(serializers.Serializer[Any]):
    """Who signed for a side, and when."""

    who = serializers.CharField()
    at = serializers.DateTimeField()


class AgreementRowOut(serializers.Serializer[Any]):
    """An agreement in the list. `direction` in: we look at their pool; out: they look at ours."""

    id = serializers.UUIDField()
    partner = PartnerOut()
    mode = serializers.ChoiceField(choices=Agreement.Mode.values)
    direction = serializers.ChoiceField(choices=["in", "out"])
    state = serializers.CharField()
    state_label = serializers.CharField()
    until = serializers.DateField()
    groups = SharedGroupOut(many=True)
    offered_groups = SharedGroupOut(many=True)
    purpose = serializers.CharField()
    signed_ours = SignatureOut(allow_null=True)
    signed_theirs = SignatureOut(allow_null=True)

    def get_fields(self) -> dict[str, Any]:
        """`from` is no name that Python lets stand in a class."""
        return {**super().get_fields(), "from": serializers.DateField()}


class AgreementEventOut(serializers.Serializer[Any]):
    """One thing that happened."""

    id = serializers.CharField()
    at = serializers.DateTimeField()
    who = serializers.CharField()
    what = serializers.CharField()
    why = serializers.CharField(allow_blank=True)
    clause = serializers.CharField(allow_blank=True)


class AgreementOut(AgreementRowOut):
    """The whole agreement."""

    assessment = serializers.CharField(allow_blank=True)
    assessed_by = serializers.CharField(allow_blank=True)
    assessed_at = serializers.DateTimeField(allow_null=True)
    end_reason = serializers.CharField(allow_blank=True)
    timeline = AgreementEventOut(many=True)
    actions = serializers.ListField(child=serializers.CharField())


class AgreementIn(serializers.Serializer[Any]):
    """A proposal. `lends`: let the partner use our pool, instead of using theirs."""

    partner = serializers.CharField(max_length=32)
    mode = serializers.ChoiceField(choices=Agreement.Mode.values)
    purpose = serializers.CharField(max_length=2000)
    until = serializers.DateField()
    groups = serializers.ListField(child=serializers.CharField(max_length=80), required=False, default=list)
    assessment = serializers.CharField(max_length=10_000, required=False, allow_blank=True, default="")
    lends = serializers.BooleanField(required=False, default=False)

    def get_fields(self) -> dict[str, Any]:
        """See `AgreementRowOut`."""
        return {**super().get_fields(), "from": serializers.DateField()}


class ReasonIn(serializers.Serializer[Any]):
    """Why."""

    reason = serializers.CharField(max_length=1000)


class OptionalReasonIn(serializers.Serializer[Any]):
    """Why, if one wants to say."""

    reason = serializers.CharField(max_length=1000, required=False, allow_blank=True, default="")


class AssessmentIn(serializers.Serializer[Any]):
    """The impact assessment."""

    assessment = serializers.CharField(max_length=10_000)


def shown(view: View, agreement: Agreement, status: int = 200) -> Response:
    """The whole agreement as this actor sees it."""
    history = presenting.history(agreement.id)
    return Response(
        AgreementOut(presenting.whole(agreement, context.agency(), view.actor, history)).data, status=status
    )


class PartnersView(View):
    """`partners`."""

    access = {"GET": "sharing.view"}

    @extend_schema(operation_id="sharing_partners_list", tags=["sharing"], responses=OpenPartnerOut(many=True))
    def get(self, request: Request) -> Response:
        """Every other agency on the platform, with what its policy publishes."""
        mine = context.agency().id
        rows = [
            {"slug": each.slug, "name": each.name, "province": each.province, "groups": presenting.groups_of(each)}
            for each in agencies.all_open()
            if each.id != mine
        ]
        return Response(OpenPartnerOut(rows, many=True).data)


class AgreementsView(View):
    """`agreements`."""

    access = {"GET": "sharing.view", "POST": "sharing.agreement.propose"}

    @extend_schema(operation_id="sharing_agreements_list", tags=["sharing"], responses=AgreementRowOut(many=True))
    def get(self, request: Request) -> Response:
        """Agreements of this agency, newest first."""
        agency = context.agency()
        rows = [presenting.row(each, agency) for each in selectors.agreements(agency)]
        return self.page(rows, AgreementRowOut)  # type: ignore[no-any-return]

    @extend_schema(
        operation_id="sharing_agreements_propose", tags=["sharing"], request=AgreementIn, responses={201: AgreementOut}
    )
    def post(self, request: Request) -> Response:
        """Propose an agreement to another agency."""
        given = self.parsed(AgreementIn)
        made = agreements.propose(
            actor=self.actor,
            agency=context.agency(),
            valid_from=given.pop("from"),
            valid_until=given.pop("until"),
            **given,
        )
        return shown(self, made, 201)


class AgreementView(View):
    """`agreements/<id>`."""

    access = {"GET": "sharing.view"}

    @extend_schema(operation_id="sharing_agreements_show", tags=["sharing"], responses=AgreementOut)
    def get(self, request: Request, agreement_id: UUID) -> Response:
        """One agreement of this agency; 404 for one between others."""
        return shown(self, selectors.agreement(context.agency(), agreement_id))


class AssessView(View):
    """`agreements/<id>/assess`."""

    access = {"POST": "sharing.view"}

    @extend_schema(
        operation_id="sharing_agreements_assess", tags=["sharing"], request=AssessmentIn, responses=AgreementOut
    )
    def post(self, request: Request, agreement_id: UUID) -> Response:
        """Put the impact assessment on record, before anybody signs."""
        if not (self.actor.may("sharing.agreement.sign") or self.actor.may("sharing.agreement.propose")):
            self.permission_denied(request)
        text = self.parsed(AssessmentIn)["assessment"]
        agency = context.agency()
        return shown(self, agreements.assess(actor=self.actor, agency=agency, agreement_id=agreement_id, text=text))


class SignView(View):
    """`agreements/<id>/sign`."""

    access = {"POST": "sharing.agreement.sign"}

    @extend_schema(
        operation_id="sharing_agreements_sign", tags=["sharing"], request=OptionalReasonIn, responses=AgreementOut
    )
    def post(self, request: Request, agreement_id: UUID) -> Response:
        """Sign for this agency; with both signatures it is in force."""
        return shown(self, agreements.sign(actor=self.actor, agency=context.agency(), agreement_id=agreement_id))


class RefuseView(View):
    """`agreements/<id>/refuse`."""

    access = {"POST": "sharing.agreement.sign"}

    @extend_schema(operation_id="sharing_agreements_refuse", tags=["sharing"], request=ReasonIn, responses=AgreementOut)
    def post(self, request: Request, agreement_id: UUID) -> Response:
        """Decline it, or take one's own proposal back."""
        reason, agency = self.parsed(ReasonIn)["reason"], context.agency()
        return shown(self, agreements.refuse(actor=self.actor, agency=agency, agreement_id=agreement_id, reason=reason))


class RevokeView(View):
    """`agreements/<id>/revoke`."""

    access = {"POST": "sharing.agreement.sign"}

    @extend_schema(operation_id="sharing_agreements_revoke", tags=["sharing"], request=ReasonIn, responses=AgreementOut)
    def post(self, request: Request, agreement_id: UUID) -> Response:
        """End it from this moment on."""
        reason, agency = self.parsed(ReasonIn)["reason"], context.agency()
        return shown(self, agreements.revoke(actor=self.actor, agency=agency, agreement_id=agreement_id, reason=reason))
