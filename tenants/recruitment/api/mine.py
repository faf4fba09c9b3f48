"""An expert's own applications at one agency, on `my.`."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.audit import selectors as events
from juxian.audit.models import Event
from juxian.common.api.access import SIGNED_IN
from juxian.common.api.views import View
from juxian.common.errors import not_found
from juxian.tenancy import context
from tenants.experts.standing import Standing, standing
from tenants.recruitment import forms as questions
from tenants.recruitment import states
from tenants.recruitment.api import campaigns, forms, presenting
from tenants.recruitment.models import Application
from tenants.recruitment.selectors import applications as selectors
from tenants.recruitment.selectors import notices
from tenants.recruitment.services import deciding, drafts, submitting
from tenants.workspace.api.documents import refuse_oversized
from tenants.workspace.services import documents


def mine(view: View, application_id: UUID) -> Application:
    """The signed-in person's own application; 404 for any other."""
    row = selectors.of_account(view.actor.account_id).filter(id=application_id).first()
    if row is None:
        raise not_found("申报")
    return row


def shown(row: Application) -> dict[str, Any]:
    """My application put together."""
    found = standing()
    agency = context.agency()
    verdict, findings = presenting.findings(row, found) if row.state != states.State.DRAFT else _draft_check(row, found)
    stage = presenting.present_stage(row, found)
    waits = stage is not None and stage.role in {"applicant", "expert"} and stage.kind != "application"
    return {
        "id": row.id,
        "number": row.number,
        "agency": {"slug": agency.slug, "name": agency.name},
        "campaign": {"id": str(row.campaign_id), "title": row.campaign.title} if row.campaign else None,
        "door": row.door,
        "state": row.state,
        "state_label": row.get_state_display(),
        "stage_label": presenting.stage_name(row, found),
        "sections": sections(row, found),
        "values": drafts.content(row),
        "files": _files(row, found),
        "file_kinds": file_kinds(row, found),
        "pledges": [
            {"key": item.fact, "text": item.text, "clause": item.clause, "cite": found.policy.cite(item.clause)}
            for item in found.policy.statements
        ],
        "check": {"verdict": verdict, "findings": findings},
        "stages": [_without_hands(item) for item in presenting.stages(row, found)],
        "outcomes": presenting.outcomes(stage) if stage and waits else [],
        "timeline": _timeline(row, agency.name),
        "due": presenting.due(row),
        "submitted_at": row.submitted_at,
        "version": row.version,
        "actions": _actions(row, waits),
    }


def _timeline(row: Application, agency: str) -> list[Event]:
    found = list(events.timeline("recruitment.application", str(row.id)).reverse()[:100])
    for event in found:
        if event.actor_id != row.account_id:
            event.actor_name = agency
    return found


def _without_hands(stage: dict[str, Any]) -> dict[str, Any]:
    # Who reviewed and how is the agency's; what was decided and why is the person's to know.
    return stage | {"who": "", "judgements": {}}


def _files(row: Application, found: Standing) -> list[dict[str, Any]]:
    slug = context.agency().slug
    shown_ = presenting.files(row, found)
    return [item | {"url": f"/at/{slug}/api/workspace/documents/{item['id']}/content"} for item in shown_]


def _draft_check(row: Application, found: Standing) -> tuple[str, list[dict[str, Any]]]:
    filled = questions.Filled(questions.sections(found, row.campaign), drafts.content(row))
    known, _ = questions.facts_of(filled, found)
    decision = found.decide(known)
    return decision.verdict, [presenting.labelled(finding.to_dict(), found) for finding in decision.findings]


def _actions(row: Application, waits: bool) -> list[str]:
    if row.state in {states.State.DRAFT, states.State.RETURNED}:
        return ["edit", "submit", "withdraw"]
    if row.state in {states.State.IN_PROGRESS, states.State.HELD}:
        return ["answer", "withdraw"] if waits else ["withdraw"]
    return []


def sections(row: Application, found: Standing) -> list[dict[str, Any]]:
    """The form's sections with their states."""
    values = drafts.content(row)
    shown_ = []
    for section in questions.sections(found, row.campaign):
        given = values.get(section.key, {})
        lacking = [item for item in section.fields if item.required and given.get(item.key) in (None, "", [])]
        faulty = questions.cleaned(section, given)[1]
        state = "partial" if lacking or faulty else "done"
        shown_.append(
            {
                "key": section.key,
                "title": section.title,
                "state": state if any(given.values()) else "empty",
                "saved_at": row.saved.get(section.key),
                "fields": [_field(item) for item in section.fields],
            }
        )
    return shown_


def _field(item: questions.Field) -> dict[str, Any]:
    choices = [{"value": key, "label": label} for key, label in item.choices]
    names = ("key", "label", "type", "required", "help", "clause", "cite")
    return {name: getattr(item, name) for name in names} | {"choices": choices, "most": item.limit}


def file_kinds(row: Application, found: Standing) -> list[dict[str, Any]]:
    """The kinds of files that the application asks for."""
    stage = found.policy.admission[row.door].of_kind("application")
    kinds = found.policy.documents
    asked = [
        key for item in stage for key in item.documents if key in kinds and kinds[key].use not in submitting.MADE_HERE
    ]
    return [
        {
            "key": key, "label": kinds[key].name, "required": True, "many": kinds[key].many, "clause": kinds[key].clause,
            "cite": found.policy.cite(kinds[key].clause),
        }
        for key in asked
    ]  # fmt: skip


class OpenCampaignsView(View):
    """`GET /at/<agency>/api/recruitment/campaigns/open`."""

    access = {"GET": SIGNED_IN}

    @extend_schema(
        operation_id="recruitment_mine_campaigns", tags=["recruitment"], responses=forms.OpenCampaignOut(many=True)
    )
    def get(self, request: Request) -> Response:
        """Calls that take applications."""
        agency = context.agency()
        own = {
            row.campaign_id: row.id for row in selectors.of_account(self.actor.account_id).filter(state__in=states.OPEN)
        }
        rows = [
            campaigns.shown(row)
            | {
                "consent_text": drafts.CONSENT.format(agency=agency.name),
                "my_application": own.get(row.id),
                "agency": {"slug": agency.slug, "name": agency.name},
            }
            for row in notices.open_campaigns()
        ]
        return Response(forms.OpenCampaignOut(rows, many=True).data)


class MyApplicationsView(View):
    """`/at/<agency>/api/recruitment/applications`."""

    access = {"GET": SIGNED_IN, "POST": SIGNED_IN}

    @extend_schema(operation_id="recruitment_mine_list", tags=["recruitment"], responses=forms.MineOut(many=True))
    def get(self, request: Request) -> Response:
        """My applications here."""
        return Response([forms.MineOut(shown(row)).data for row in selectors.of_account(self.actor.account_id)])

    @extend_schema(
        operation_id="recruitment_mine_start", tags=["recruitment"], request=forms.StartIn, responses=forms.MineOut
    )
    def post(self, request: Request) -> Response:
        """Begin an application; with my consent my profile is copied into it."""
        asked = self.parsed(forms.StartIn)
        row = drafts.start(
            actor=self.actor, campaign_id=asked["campaign"], door=asked["door"], consent=asked["consent"]
        )
        return Response(forms.MineOut(shown(mine(self, row.id))).data, status=201)


class MyApplicationView(View):
    """`/at/<agency>/api/recruitment/applications/<id>`."""

    access = {"GET": SIGNED_IN, "PATCH": SIGNED_IN}

    @extend_schema(operation_id="recruitment_mine_show", tags=["recruitment"], responses=forms.MineOut)
    def get(self, request: Request, application_id: UUID) -> Response:
        """My application."""
        return Response(forms.MineOut(shown(mine(self, application_id))).data)

    @extend_schema(
        operation_id="recruitment_mine_save", tags=["recruitment"], request=forms.SaveIn, responses=forms.SavedOut
    )
    def patch(self, request: Request, application_id: UUID) -> Response:
        """Keep a section of my draft; what is not right yet is said, and kept all the same."""
        asked = self.parsed(forms.SaveIn)
        row, faults = drafts.save(actor=self.actor, application_id=application_id, **asked)
        values = {
            "version": row.version,
            "saved_at": row.saved[asked["section"]],
            "sections": sections(row, standing()),
            "faults": [{"field": item.field, "message": item.message} for item in faults],
        }
        return Response(forms.SavedOut(values).data)


class MySubmitView(View):
    """`POST /at/<agency>/api/recruitment/applications/<id>/submit`."""

    access = {"POST": SIGNED_IN}

    @extend_schema(
        operation_id="recruitment_mine_submit",
        tags=["recruitment"],
        request=forms.SubmitIn,
        responses=forms.SubmittedOut,
    )
    def post(self, request: Request, application_id: UUID) -> Response:
        """Hand in my application."""
        row = submitting.submit(
            actor=self.actor, application_id=application_id, pledges=self.parsed(forms.SubmitIn)["pledges"]
        )
        return Response(forms.SubmittedOut(row).data)


class MyWithdrawView(View):
    """`POST /at/<agency>/api/recruitment/applications/<id>/withdraw`."""

    access = {"POST": SIGNED_IN}

    @extend_schema(
        operation_id="recruitment_mine_withdraw", tags=["recruitment"], request=forms.ReasonIn, responses=forms.MineOut
    )
    def post(self, request: Request, application_id: UUID) -> Response:
        """Take my application back."""
        reason = self.parsed(forms.ReasonIn)["reason"]
        submitting.withdraw(actor=self.actor, application_id=application_id, reason=reason)
        return Response(forms.MineOut(shown(mine(self, application_id))).data)


class MyAnswerView(View):
    """`POST /at/<agency>/api/recruitment/applications/<id>/answer`."""

    access = {"POST": SIGNED_IN}

    @extend_schema(
        operation_id="recruitment_mine_answer", tags=["recruitment"], request=forms.AnswerIn, responses=forms.MineOut
    )
    def post(self, request: Request, application_id: UUID) -> Response:
        """Accept or decline what waits for my own answer (an invitation)."""
        mine(self, application_id)
        deciding.decide(actor=self.actor, application_id=application_id, **self.parsed(forms.AnswerIn))
        return Response(forms.MineOut(shown(mine(self, application_id))).data)


class MyFilesView(View):
    """`POST /at/<agency>/api/recruitment/applications/<id>/files`."""

    access = {"POST": SIGNED_IN}
    parser_classes = [MultiPartParser]

    @extend_schema(
        operation_id="recruitment_mine_file_add", tags=["recruitment"], request={"multipart/form-data": forms.ProofIn},
        responses=forms.FileOut,
    )  # fmt: skip
    def post(self, request: Request, application_id: UUID) -> Response:
        """Add a proof."""
        refuse_oversized(request)
        asked = self.parsed(forms.ProofIn)
        made = drafts.add_file(actor=self.actor, application_id=application_id, file=asked["file"], kind=asked["kind"])
        kinds = standing().policy.documents
        slug = context.agency().slug
        values = documents.presented(made) | {
            "kind_label": kinds[made.kind].name, "url": f"/at/{slug}/api/workspace/documents/{made.id}/content",
        }  # fmt: skip
        return Response(forms.FileOut(values).data, status=201)


class MyFileView(View):
    """`DELETE /at/<agency>/api/recruitment/applications/<id>/files/<file>`."""

    access = {"DELETE": SIGNED_IN}

    @extend_schema(operation_id="recruitment_mine_file_remove", tags=["recruitment"], responses={204: None})
    def delete(self, request: Request, application_id: UUID, document_id: UUID) -> Response:
        """Take a file away."""
        drafts.remove_file(actor=self.actor, application_id=application_id, document_id=document_id)
        return Response(status=204)


class MyRulingsView(View):
    """`GET /at/<agency>/api/recruitment/applications/<id>/rulings`."""

    access = {"GET": SIGNED_IN}

    @extend_schema(operation_id="recruitment_mine_rulings", tags=["recruitment"], responses=forms.RulingOut(many=True))
    def get(self, request: Request, application_id: UUID) -> Response:
        """The rulings about me, to read and print."""
        rows = mine(self, application_id).rulings.all()
        return Response([item | {"decided_by_name": ""} for item in forms.RulingOut(rows, many=True).data])
