"""Applications over the API, for those who decide them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.audit import selectors as events
from juxian.audit import services as trail
from juxian.common.actors import Actor
from juxian.common.api.views import View
from tenants.experts.models import Group
from tenants.experts.standing import Standing, standing
from tenants.recruitment import states
from tenants.recruitment.api import forms, presenting
from tenants.recruitment.models import Application
from tenants.recruitment.selectors import applications as selectors
from tenants.recruitment.services import deciding, revealing, waiving


def dressed(rows: Iterable[Application], *, with_due: bool = True) -> list[Application]:
    """Applications with what lists show beside their columns."""
    found = standing()
    names = dict(Group.objects.values_list("key", "name"))
    listed = list(rows)
    due = presenting.dues(listed) if with_due else {}
    for row in listed:
        row.group = row.group_keys[0] if row.group_keys else ""  # type: ignore[attr-defined]
        row.group_label = "、".join(names.get(key, key) for key in row.group_keys)  # type: ignore[attr-defined]
        row.stage_label = presenting.stage_name(row, found)  # type: ignore[attr-defined]
        row.due = due.get(row.pk)  # type: ignore[attr-defined]
    return listed


class ApplicationsView(View):
    """`GET /api/recruitment/applications`."""

    access = {"GET": "recruitment.application.view"}

    @extend_schema(
        operation_id="recruitment_application_list", tags=["recruitment"], parameters=[forms.ApplicationQuery],
        responses=forms.ApplicationOut(many=True),
    )  # fmt: skip
    def get(self, request: Request) -> Response:
        """Search the applications this actor may see; that people stood in a list is on record."""
        rows = selectors.listed(self.actor, self.query(forms.ApplicationQuery))
        return self.page(Dressed(rows, self.actor), forms.ApplicationOut)


class Dressed:
    """A queryset that dresses and records the rows of the page that is asked for."""

    def __init__(self, rows: Any, actor: Actor) -> None:
        self.rows, self.actor = rows, actor
        self.ordered = True

    def __len__(self) -> int:
        return int(self.rows.count())

    def __getitem__(self, part: slice) -> list[Application]:
        page = dressed(self.rows[part])
        trail.viewed_many(actor=self.actor, subjects=[row.person_id for row in page], where="recruitment.application")
        return page


def detail(actor: Actor, row: Application) -> dict[str, Any]:
    """Everything about one application that its reviewers need."""
    found = standing()
    verdict, findings = presenting.findings(row, found)
    stage = presenting.present_stage(row, found)
    acting = presenting.may_act(actor, row, stage)
    base = forms.ApplicationOut(dressed([row])[0]).data
    return base | {
        "verdict": verdict if row.state in states.OPEN else row.verdict,
        "form": presenting.form(row, found),
        "files": presenting.files(row, found),
        "findings": findings,
        "duplicates": selectors.duplicates(actor, row),
        "timeline": _timeline(actor, row),
        "stages": _stages(actor, row, found),
        "judgements": presenting.judgements(stage, found) if stage and acting else [],
        "waivers": presenting.waivers(row, found, findings),
        "outcomes": presenting.outcomes(stage) if stage and acting else [],
        "missing_facts": presenting.missing_facts(findings, found),
        "pledges": row.pledges,
        "expert": row.expert_id,
        "version": row.version,
        "actions": _actions(actor, row, found, acting),
        **selectors.neighbours(actor, row),
    }


def _stages(actor: Actor, row: Application, found: Standing) -> list[dict[str, Any]]:
    shown = presenting.stages(row, found)
    # Employers and districts see how far it is, and not what the agency's reviewers judged and why.
    return shown if selectors.sees_all(actor) else [item | presenting.CLOSED for item in shown]


def _timeline(actor: Actor, row: Application) -> Any:
    found = events.timeline("recruitment.application", str(row.id)).reverse()
    return (found if selectors.sees_all(actor) else found.filter(actor_id=actor.account_id))[:200]


def _actions(actor: Actor, row: Application, found: Standing, acting: bool) -> list[str]:
    offered = []
    if acting:
        offered += [item["code"] for item in presenting.outcomes(found.policy.admission[row.door].by_key[row.stage])]
        offered.append("decide")
    if row.state in {states.State.IN_PROGRESS, states.State.HELD}:
        offered.append("remind")
        if actor.may("recruitment.application.review") or actor.may("recruitment.application.intake"):
            offered.append("facts")
        if actor.may("recruitment.waiver.grant") or actor.may("recruitment.application.review"):
            offered.append("waive")
    if actor.may("recruitment.application.reveal"):
        offered.append("reveal")
    return offered


class ApplicationView(View):
    """`GET /api/recruitment/applications/<id>`."""

    access = {"GET": "recruitment.application.view"}

    @extend_schema(
        operation_id="recruitment_application_show", tags=["recruitment"], responses=forms.ApplicationDetailOut
    )
    def get(self, request: Request, application_id: UUID) -> Response:
        """One application; the look is on record."""
        row = selectors.application(self.actor, application_id)
        trail.viewed(actor=self.actor, subject=row.person_id, target=row)
        return Response(Detail(detail(self.actor, row)).data)


class Detail(forms.ApplicationDetailOut):
    """An application that is already put together."""

    applicant = serializers.CharField()
    employer = serializers.CharField()
    state_label = serializers.CharField()


class DecideView(View):
    """`POST /api/recruitment/applications/<id>/decide`."""

    access = {"POST": "recruitment.application.view"}

    @extend_schema(
        operation_id="recruitment_application_decide", tags=["recruitment"], request=forms.DecideIn,
        responses=forms.DecidedOut,
    )  # fmt: skip
    def post(self, request: Request, application_id: UUID) -> Response:
        """End the present stage with an outcome; who may is the policy's say."""
        asked = self.parsed(forms.DecideIn)
        before = selectors.application(self.actor, application_id)
        following = selectors.neighbours(self.actor, before)["next"]
        row = deciding.decide(actor=self.actor, application_id=application_id, **asked)
        following = None if following == str(row.id) else following
        return Response(forms.DecidedOut({"next": following, "state": row.state, "stage": row.stage}).data)


class FactsView(View):
    """`POST /api/recruitment/applications/<id>/facts`."""

    access = {"POST": "recruitment.application.review"}

    @extend_schema(
        operation_id="recruitment_application_facts",
        tags=["recruitment"],
        request=forms.FactsIn,
        responses=forms.DecidedOut,
    )
    def post(self, request: Request, application_id: UUID) -> Response:
        """Add facts that the agency establishes, with a reason."""
        asked = self.parsed(forms.FactsIn)
        selectors.application(self.actor, application_id)
        row = deciding.complete_facts(
            actor=self.actor, application_id=application_id, given=asked["facts"], reason=asked["reason"]
        )
        return Response(forms.DecidedOut({"next": None, "state": row.state, "stage": row.stage}).data)


class WaiversView(View):
    """`POST /api/recruitment/applications/<id>/waivers`."""

    access = {"POST": "recruitment.application.review"}

    @extend_schema(
        operation_id="recruitment_application_waive",
        tags=["recruitment"],
        request=forms.GrantIn,
        responses=forms.DecidedOut,
    )
    def post(self, request: Request, application_id: UUID) -> Response:
        """Grant a waiver; the clause says who may and for whom."""
        asked = self.parsed(forms.GrantIn)
        row = selectors.application(self.actor, application_id)
        waiving.grant(actor=self.actor, application_id=application_id, **asked)
        return Response(forms.DecidedOut({"next": None, "state": row.state, "stage": row.stage}).data)


class RemindView(View):
    """`POST /api/recruitment/applications/<id>/remind`."""

    access = {"POST": "recruitment.application.view"}

    @extend_schema(
        operation_id="recruitment_application_remind",
        tags=["recruitment"],
        request=forms.ReasonIn,
        responses=forms.ToldOut,
    )
    def post(self, request: Request, application_id: UUID) -> Response:
        """Remind whoever must act."""
        selectors.application(self.actor, application_id)
        reason = self.parsed(forms.ReasonIn)["reason"]
        return Response({"told": deciding.remind(actor=self.actor, application_id=application_id, reason=reason)})


class RevealView(View):
    """`POST /api/recruitment/applications/<id>/reveal`."""

    access = {"POST": "recruitment.application.reveal"}

    @extend_schema(
        operation_id="recruitment_application_reveal",
        tags=["recruitment"],
        request=forms.RevealIn,
        responses=forms.RevealOut,
    )
    def post(self, request: Request, application_id: UUID) -> Response:
        """Named fields in plain text, with a reason, on record."""
        asked = self.parsed(forms.RevealIn)
        row = selectors.application(self.actor, application_id)
        values = revealing.reveal(actor=self.actor, application=row, fields=asked["fields"], reason=asked["reason"])
        return Response({"values": values})


class RulingsView(View):
    """`GET /api/recruitment/applications/<id>/rulings`."""

    access = {"GET": "recruitment.application.view"}

    @extend_schema(operation_id="recruitment_ruling_list", tags=["recruitment"], responses=forms.RulingOut(many=True))
    def get(self, request: Request, application_id: UUID) -> Response:
        """The rulings on file, newest first."""
        row = selectors.application(self.actor, application_id)
        trail.viewed(actor=self.actor, subject=row.person_id, target=row)
        return Response(forms.RulingOut(row.rulings.all(), many=True).data)
