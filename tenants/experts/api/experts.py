"""The pool over the API: list, file, timeline, viewers, export."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse, StreamingHttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.audit import services as trail
from juxian.common.api.views import View
from juxian.tenancy import context, streaming
from tenants.experts import exports, selectors
from tenants.experts.api import serializers as forms
from tenants.experts.models import Expert
from tenants.experts.services.revealing import masked

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def file_of(actor: Any, expert: Expert) -> dict[str, Any]:
    """An expert's file with masked personal fields and what this actor may do."""
    personal = masked([expert])[0]
    shown = forms.ExpertOut(expert).data
    shown |= {
        "identity_number": personal["identity_number"],
        "mobile": personal["phone"],
        "email": personal["mail"],
        "birth": f"{expert.birth_year}年" if expert.birth_year else "",
        "address": personal["address"],
        "restrictions": expert.restrictions.all(),
        "unavailability": expert.unavailabilities.all(),
        "labels": expert.labels.all(),
        "actions": actions(actor, expert),
    }
    names = ("discipline", "education", "origin", "facts", "left_on", "exit_reason", "term_from", "version")
    return shown | {name: getattr(expert, name) for name in names}


def actions(actor: Any, expert: Expert) -> list[str]:
    """What the actor may do with this file now."""
    offered = []
    if actor.may("experts.expert.edit"):
        offered = ["edit", "label", "regroup"]
        if expert.state == Expert.State.IN_POOL:
            offered.append("suspend")
        if expert.state == Expert.State.SUSPENDED:
            offered.append("resume")
    if actor.may("experts.expert.reveal"):
        offered.append("reveal")
    return offered


class ExpertsView(View):
    """`GET /api/experts/experts`."""

    access = {"GET": "experts.expert.view"}

    @extend_schema(
        operation_id="experts_expert_list",
        tags=["experts"],
        parameters=[forms.ExpertQuery],
        responses=forms.ExpertOut(many=True),
    )
    def get(self, request: Request) -> Response:
        """Search the pool; that a person stood in a list is on record."""
        answer = self.page(selectors.listed(self.actor, self.query(forms.ExpertQuery)), forms.ExpertOut)
        ids = [row["id"] for row in answer.data["results"]]
        people = Expert.objects.filter(id__in=ids).values_list("person_id", flat=True)
        trail.viewed_many(actor=self.actor, subjects=list(people), where="experts.expert")
        return answer


class ExpertView(View):
    """`/api/experts/experts/<id>`."""

    access = {"GET": "experts.expert.view", "PATCH": "experts.expert.edit"}

    @extend_schema(operation_id="experts_expert_show", tags=["experts"], responses=forms.ExpertFileOut)
    def get(self, request: Request, expert_id: UUID) -> Response:
        """One file; the look is on record."""
        expert = selectors.expert(self.actor, expert_id)
        trail.viewed(actor=self.actor, subject=expert.person_id, target=expert)
        return Response(Shown(file_of(self.actor, expert)).data)

    @extend_schema(
        operation_id="experts_expert_edit", tags=["experts"], request=forms.EditIn, responses=forms.ExpertFileOut
    )
    def patch(self, request: Request, expert_id: UUID) -> Response:
        """Correct a file."""
        from tenants.experts.services import keeping

        asked = self.parsed(forms.EditIn)
        version, reason = asked.pop("version"), asked.pop("reason")
        selectors.expert(self.actor, expert_id)
        keeping.edit(actor=self.actor, expert_id=expert_id, version=version, changes=asked, reason=reason)
        return Response(Shown(file_of(self.actor, selectors.expert(self.actor, expert_id))).data)


class TimelineView(View):
    """`GET /api/experts/experts/<id>/timeline`."""

    access = {"GET": "experts.expert.view"}

    @extend_schema(operation_id="experts_expert_timeline", tags=["experts"], responses=forms.MomentOut(many=True))
    def get(self, request: Request, expert_id: UUID) -> Response:
        """Everything that happened to the person here."""
        return self.page(selectors.timeline(selectors.expert(self.actor, expert_id)), forms.MomentOut)


class ViewersView(View):
    """`GET /api/experts/experts/<id>/viewers`."""

    access = {"GET": "experts.expert.view"}

    @extend_schema(operation_id="experts_expert_viewers", tags=["experts"], responses=forms.LookOut(many=True))
    def get(self, request: Request, expert_id: UUID) -> Response:
        """Who looked at the file."""
        return self.page(selectors.viewers(selectors.expert(self.actor, expert_id)), forms.LookOut)


class ExportView(View):
    """`POST /api/experts/export`."""

    access = {"POST": "experts.export"}

    @extend_schema(
        operation_id="experts_export",
        tags=["experts"],
        request=forms.ExportIn,
        responses={(200, XLSX): OpenApiTypes.BINARY},
    )
    def post(self, request: Request) -> HttpResponse | StreamingHttpResponse:
        """The filtered list as a masked table with a watermark; registered before the first byte."""
        asked = self.parsed(forms.ExportIn)
        experts = selectors.listed(self.actor, asked.get("filters") or {})
        note = exports.note_export(actor=self.actor, experts=experts, reason=asked["reason"], form=asked["form"])
        answer: HttpResponse | StreamingHttpResponse
        if asked["form"] == "csv":
            lines = streaming.kept(exports.csv(experts, note=note))
            answer = StreamingHttpResponse((line.encode() for line in lines), content_type="text/csv; charset=utf-8")
        else:
            title = f"{context.agency().name}专家名单"
            answer = HttpResponse(exports.xlsx(experts, title=title, note=note), content_type=XLSX)
        answer["Content-Disposition"] = f'attachment; filename="experts.{asked["form"]}"'
        return answer


class Shown(forms.ExpertFileOut):
    """A file that is already put together."""

    sex_label = forms.serializers.CharField()  # type: ignore[assignment]
    age = forms.serializers.IntegerField(allow_null=True)  # type: ignore[assignment]
    group = forms.serializers.CharField()  # type: ignore[assignment]
    group_label = forms.serializers.CharField()  # type: ignore[assignment]
    groups = forms.serializers.ListField()  # type: ignore[assignment]
    title_level_label = forms.serializers.CharField()  # type: ignore[assignment]
    employer = forms.serializers.CharField()
    state_label = forms.serializers.CharField()
    term_end = forms.serializers.DateField(allow_null=True)
