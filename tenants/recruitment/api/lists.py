"""Decisions over lists, and appointing, over the API."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.audit import services as trail
from juxian.common.actors import Actor
from juxian.common.api.views import View
from juxian.common.errors import not_found
from juxian.identity import selectors as identity
from rulebook import Stage
from tenants.experts.services.entering import Entrant
from tenants.experts.standing import Standing, standing
from tenants.recruitment.api import forms, presenting
from tenants.recruitment.api.applications import Dressed, dressed
from tenants.recruitment.models import Resolution
from tenants.recruitment.selectors import applications as selectors
from tenants.recruitment.services import appointing, inviting, resolutions, submitting

MOST = 500
"""People offered for one list; whoever waits behind them is offered once these are decided."""


class ListStagesView(View):
    """`GET /api/recruitment/resolutions/stages`."""

    access = {"GET": "recruitment.application.view"}

    @extend_schema(
        operation_id="recruitment_list_stage_list", tags=["recruitment"], responses=forms.ListStageOut(many=True)
    )
    def get(self, request: Request) -> Response:
        """Stages decided over a list, each with those who wait there and the papers it asks for."""
        found = standing()
        rows = [_stage(self.actor, stage, found) for stage in resolutions.list_stages(found)]
        people = {row.person_id for stage in rows for row in stage["waiting"]}
        trail.viewed_many(actor=self.actor, subjects=sorted(people), where="recruitment.list_stages")
        return Response(forms.ListStageOut(rows, many=True).data)


def _stage(actor: Actor, stage: Stage, found: Standing) -> dict[str, Any]:
    kinds = found.policy.documents
    papers = [key for key in stage.documents if key in kinds and kinds[key].use not in submitting.MADE_HERE]
    return {
        "key": stage.key,
        "name": stage.name,
        "kind": stage.kind,
        "clause": stage.clause,
        "cite": found.policy.cite(stage.clause),
        "outcomes": presenting.outcomes(stage),
        "documents": [{"value": key, "label": kinds[key].name} for key in papers],
        "waiting": dressed(selectors.standing_at(actor, stage.key)[:MOST], with_due=False),
    }


class ResolutionsView(View):
    """`/api/recruitment/resolutions`."""

    # Which role may record is the stage's own say (joint conference, Party group, district); the service checks it.
    access = {"GET": "recruitment.application.view", "POST": "recruitment.application.view"}

    @extend_schema(
        operation_id="recruitment_resolution_list", tags=["recruitment"], responses=forms.ResolutionOut(many=True)
    )
    def get(self, request: Request) -> Response:
        """Resolutions on record."""
        rows = Resolution.objects.prefetch_related("entries__application")
        if not self.actor.may("recruitment.notice.view"):
            rows = rows.filter(recorded_by=self.actor.account_id)
        return self.page(rows, forms.ResolutionOut, note=self._on_record)

    def _on_record(self, rows: list[Resolution]) -> None:
        people = {entry.application.person_id for row in rows for entry in row.entries.all()}
        trail.viewed_many(actor=self.actor, subjects=sorted(people), where="recruitment.resolution")

    @extend_schema(
        operation_id="recruitment_resolution_record", tags=["recruitment"], request=forms.ResolutionIn,
        responses=forms.ResolutionOut,
    )  # fmt: skip
    def post(self, request: Request) -> Response:
        """Record a decision over a list, with a result for each person; all or nothing."""
        asked = self.parsed(forms.ResolutionIn)
        made = resolutions.record(actor=self.actor, document_ids=asked.pop("documents"), **asked)
        return Response(forms.ResolutionOut(made).data, status=201)


class AppointView(View):
    """`/api/recruitment/appointments`."""

    access = {"GET": "recruitment.application.view", "POST": "appointments.appoint"}

    @extend_schema(
        operation_id="recruitment_appointment_waiting", tags=["recruitment"], responses=forms.ApplicationOut(many=True)
    )
    def get(self, request: Request) -> Response:
        """People who have come through and wait to be appointed."""
        return self.page(Dressed(selectors.to_appoint(self.actor), self.actor), forms.ApplicationOut)

    @extend_schema(
        operation_id="recruitment_appointment_appoint", tags=["recruitment"], request=forms.AppointIn,
        responses=forms.ApplicationOut(many=True),
    )  # fmt: skip
    def post(self, request: Request) -> Response:
        """Appoint people for the policy's term; all or none."""
        asked = self.parsed(forms.AppointIn)
        made = appointing.appoint(
            actor=self.actor, application_ids=asked["applications"], start=asked["start"], reason=asked["reason"]
        )
        return Response(forms.ApplicationOut(dressed(made), many=True).data)


class AppointRefuseView(View):
    """`POST /api/recruitment/appointments/<application>/refuse`."""

    access = {"POST": "appointments.appoint"}

    @extend_schema(
        operation_id="recruitment_appointment_refuse", tags=["recruitment"], request=forms.ReasonIn,
        responses=forms.ApplicationOut,
    )  # fmt: skip
    def post(self, request: Request, application_id: UUID) -> Response:
        """Refuse somebody at the stage of appointment."""
        reason = self.parsed(forms.ReasonIn)["reason"]
        row = appointing.refuse(actor=self.actor, application_id=application_id, reason=reason)
        return Response(forms.ApplicationOut(dressed([row])[0]).data)


class InviteView(View):
    """`POST /api/recruitment/invitations`."""

    access = {"POST": "recruitment.invite"}

    @extend_schema(
        operation_id="recruitment_invitation_invite", tags=["recruitment"], request=forms.InviteIn,
        responses=forms.ApplicationOut,
    )  # fmt: skip
    def post(self, request: Request) -> Response:
        """Invite a person with an account into the pool, by the policy's door of invitation."""
        asked = self.parsed(forms.InviteIn)
        account = asked.pop("account")
        # The name must be that account's own: nobody is invited into somebody else's place.
        if account is None or identity.names([account]).get(account) != asked["name"].strip():
            raise not_found("账号")
        reason, groups = asked.pop("reason"), asked.pop("groups")
        entrant = Entrant(person_id=account, account_id=account, group_keys=tuple(groups), **asked)
        made = inviting.invite(actor=self.actor, entrant=entrant, reason=reason)
        return Response(forms.ApplicationOut(dressed([made])[0]).data, status=201)
