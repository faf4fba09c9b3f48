"""Changing files over the API: reveal, suspend, labels, groups, days off."""

from __future__ import annotations

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.common.api.access import SIGNED_IN
from juxian.common.api.views import View
from juxian.common.errors import not_found
from tenants.experts import selectors
from tenants.experts.api import serializers as forms
from tenants.experts.models import Expert
from tenants.experts.services import keeping, layout, revealing


class RevealView(View):
    """`POST /api/experts/experts/<id>/reveal`."""

    access = {"POST": "experts.expert.reveal"}

    @extend_schema(
        operation_id="experts_expert_reveal", tags=["experts"], request=forms.RevealIn, responses=forms.RevealOut
    )
    def post(self, request: Request, expert_id: UUID) -> Response:
        """Named fields in plain text, with a reason, on record."""
        asked = self.parsed(forms.RevealIn)
        selectors.expert(self.actor, expert_id)
        values = revealing.reveal(actor=self.actor, expert_id=expert_id, fields=asked["fields"], reason=asked["reason"])
        return Response({"values": values})


class SuspendView(View):
    """`POST /api/experts/experts/<id>/suspend`."""

    access = {"POST": "experts.expert.edit"}

    @extend_schema(
        operation_id="experts_expert_suspend", tags=["experts"], request=forms.ReasonIn, responses=forms.CountOut
    )
    def post(self, request: Request, expert_id: UUID) -> Response:
        """Take an expert out of use for a time."""
        keeping.suspend(actor=self.actor, expert_id=expert_id, reason=self.parsed(forms.ReasonIn)["reason"])
        return Response({"changed": 1})


class ResumeView(View):
    """`POST /api/experts/experts/<id>/resume`."""

    access = {"POST": "experts.expert.edit"}

    @extend_schema(
        operation_id="experts_expert_resume", tags=["experts"], request=forms.ReasonIn, responses=forms.CountOut
    )
    def post(self, request: Request, expert_id: UUID) -> Response:
        """End a suspension."""
        keeping.resume(actor=self.actor, expert_id=expert_id, reason=self.parsed(forms.ReasonIn)["reason"])
        return Response({"changed": 1})


class LabelsView(View):
    """`/api/experts/labels`."""

    access = {"GET": "experts.expert.view", "POST": "experts.expert.edit"}

    @extend_schema(operation_id="experts_label_list", tags=["experts"], responses=forms.NamedOut(many=True))
    def get(self, request: Request) -> Response:
        """The labels there are."""
        return Response(forms.NamedOut(selectors.labels(), many=True).data)

    @extend_schema(operation_id="experts_label_set", tags=["experts"], request=forms.BulkIn, responses=forms.CountOut)
    def post(self, request: Request) -> Response:
        """Set the labels of many experts at once."""
        asked = self.parsed(forms.BulkIn)
        changed = keeping.label(
            actor=self.actor, expert_ids=asked["experts"], names=asked["values"], reason=asked["reason"]
        )
        return Response({"changed": changed})


class GroupsView(View):
    """`/api/experts/groups`."""

    access = {"GET": "rules.view", "POST": "experts.expert.edit"}

    @extend_schema(operation_id="experts_group_list", tags=["experts"], responses=forms.GroupOut(many=True))
    def get(self, request: Request) -> Response:
        """The groups with the number of people in the pool."""
        counts = selectors.group_counts()
        rows = list(selectors.groups())
        for row in rows:
            row.count = counts.get(row.key, 0)  # type: ignore[attr-defined]
        return Response(forms.GroupOut(rows, many=True).data)

    @extend_schema(operation_id="experts_group_add", tags=["experts"], request=forms.GroupIn, responses=forms.GroupOut)
    def post(self, request: Request) -> Response:
        """Add a group or a specialty."""
        asked = self.parsed(forms.GroupIn)
        made = layout.add_group(
            actor=self.actor,
            name=asked["name"],
            name_en=asked["name_en"],
            parent_id=asked["parent"],
            reason=asked["reason"],
        )
        return Response(forms.GroupOut(made).data, status=201)


class GroupRetireView(View):
    """`POST /api/experts/groups/<id>/retire`."""

    access = {"POST": "experts.expert.edit"}

    @extend_schema(
        operation_id="experts_group_retire", tags=["experts"], request=forms.ReasonIn, responses=forms.GroupOut
    )
    def post(self, request: Request, group_id: UUID) -> Response:
        """Close a group to new members."""
        reason = self.parsed(forms.ReasonIn)["reason"]
        return Response(forms.GroupOut(layout.retire_group(actor=self.actor, group_id=group_id, reason=reason)).data)


class RegroupView(View):
    """`POST /api/experts/regroup`."""

    access = {"POST": "experts.expert.edit"}

    @extend_schema(
        operation_id="experts_expert_regroup", tags=["experts"], request=forms.BulkIn, responses=forms.CountOut
    )
    def post(self, request: Request) -> Response:
        """Set the groups of many experts at once."""
        asked = self.parsed(forms.BulkIn)
        changed = keeping.regroup(
            actor=self.actor, expert_ids=asked["experts"], group_keys=asked["values"], reason=asked["reason"]
        )
        return Response({"changed": changed})


class OwnView(View):
    """Endpoints about the signed-in person's own record."""

    def own(self) -> Expert:
        """The signed-in person's expert record here; 404 for anybody else."""
        expert = selectors.of_account(self.actor.account_id)
        if expert is None:
            raise not_found("专家")
        return expert


class MyUnavailabilityView(OwnView):
    """`/at/<agency>/api/experts/unavailability`: days on which I cannot come."""

    access = {"GET": SIGNED_IN, "POST": SIGNED_IN}

    @extend_schema(
        operation_id="experts_mine_unavailable_list", tags=["experts"], responses=forms.UnavailabilityOut(many=True)
    )
    def get(self, request: Request) -> Response:
        """Days on which I cannot come."""
        return Response(forms.UnavailabilityOut(self.own().unavailabilities.all(), many=True).data)

    @extend_schema(
        operation_id="experts_mine_unavailable_add", tags=["experts"], request=forms.UnavailabilityIn,
        responses=forms.UnavailabilityOut,
    )  # fmt: skip
    def post(self, request: Request) -> Response:
        """Add days."""
        made = keeping.add_unavailability(actor=self.actor, expert=self.own(), **self.parsed(forms.UnavailabilityIn))
        return Response(forms.UnavailabilityOut(made).data, status=201)


class MyUnavailabilityDayView(OwnView):
    """`DELETE /at/<agency>/api/experts/unavailability/<id>`."""

    access = {"DELETE": SIGNED_IN}

    @extend_schema(operation_id="experts_mine_unavailable_remove", tags=["experts"], responses={204: None})
    def delete(self, request: Request, unavailability_id: UUID) -> Response:
        """Take days back."""
        keeping.remove_unavailability(actor=self.actor, expert=self.own(), unavailability_id=unavailability_id)
        return Response(status=204)


class MyRecordView(OwnView):
    """`GET /at/<agency>/api/experts/record`: my record in this agency's pool, or null."""

    access = {"GET": SIGNED_IN}

    @extend_schema(operation_id="experts_mine_show", tags=["experts"], responses=forms.ExpertOut)
    def get(self, request: Request) -> Response:
        """What the pool shows of me."""
        return Response(forms.ExpertOut(self.own()).data)
