"""Public notices and objections over the API, for staff."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.audit import selectors as events
from juxian.audit import services as trail
from juxian.common.actors import Actor
from juxian.common.api.views import View
from juxian.tenancy import addresses, context
from tenants.experts.standing import standing
from tenants.recruitment.api import forms
from tenants.recruitment.api.applications import Dressed
from tenants.recruitment.models import NoticeEntry, PublicNotice
from tenants.recruitment.selectors import notices as selectors
from tenants.recruitment.services import notices, objections

_COLUMNS = (("no", "序号"), ("name", "姓名"), ("employer", "工作单位"), ("title", "职称"), ("group", "专业组"))


def dressed_notices(rows: list[PublicNotice]) -> list[PublicNotice]:
    """Notices with deadline, citation and public address."""
    policy, agency = standing().policy, context.agency()
    for row in rows:
        row.deadline = selectors.deadline(row)  # type: ignore[attr-defined]
        row.cite = policy.cite(row.clause)  # type: ignore[attr-defined]
        row.public_url = addresses.of_agency(agency, f"/notices/{row.id}/")  # type: ignore[attr-defined]
    return rows


def detail(row: PublicNotice, actor: Actor) -> dict[str, Any]:
    """A notice with its people, objections, and what happens at its end."""
    base = forms.NoticeOut(dressed_notices([row])[0]).data
    rows = [forms.NoticeEntryOut(entry).data for entry in row.entries.all()]
    seen = selectors.objections(row) if actor.may("recruitment.objection.settle") else []
    for item in seen:
        trail.viewed(actor=actor, subject=item.reporter_id, target=item, fields=["reporter", "text"], reason="处理异议")
    return base | {
        "text": row.body,
        "preview": {"columns": [{"key": key, "label": label} for key, label in _COLUMNS], "rows": rows},
        "objections": [forms.ObjectionOut(item).data for item in seen],
        "timeline": forms.MomentOut(events.timeline("recruitment.publicnotice", str(row.id)).reverse(), many=True).data,
        "afterwards": afterwards(row),
        "actions": _actions(row, actor),
    }


def afterwards(row: PublicNotice) -> str:
    """What happens when the last day is over, in words."""
    if row.state == PublicNotice.State.CLOSED:
        return "公示已结束。"
    held = row.entries.filter(state=NoticeEntry.State.HELD).count()
    text = "最后一日24:00期满后，无未处理异议的人员自动进入下一环节。" if row.gate else "此公示为公布，不影响后续环节。"
    return text + (f"有异议的{held}人暂缓，异议处理完毕后再行决定。" if held else "")


def _actions(row: PublicNotice, actor: Actor) -> list[str]:
    if not actor.may("recruitment.notice.publish"):
        return []
    return {"draft": ["publish", "withdraw"], "running": ["withdraw"]}.get(row.state, [])


class NoticesView(View):
    """`/api/recruitment/notices`."""

    access = {"GET": "recruitment.notice.view", "POST": "recruitment.notice.draft"}

    @extend_schema(operation_id="recruitment_notice_list", tags=["recruitment"], responses=forms.NoticeOut(many=True))
    def get(self, request: Request) -> Response:
        """All notices, drafts first."""
        return self.page(dressed_notices(list(selectors.notices())), forms.NoticeOut)

    @extend_schema(
        operation_id="recruitment_notice_draft",
        tags=["recruitment"],
        request=forms.NoticeIn,
        responses=forms.NoticeDetailOut,
    )
    def post(self, request: Request) -> Response:
        """Draw up a notice over the people named, or over everybody who waits for one."""
        asked = self.parsed(forms.NoticeIn)
        people = asked["applications"] or list(selectors.waiting_for_notice().values_list("id", flat=True))
        made = notices.draft(actor=self.actor, title=asked["title"], body=asked["text"], application_ids=people)
        return Response(detail(selectors.notice(made.id), self.actor), status=201)


class NoticeCandidatesView(View):
    """`GET /api/recruitment/notices/candidates`."""

    access = {"GET": "recruitment.notice.view"}

    @extend_schema(
        operation_id="recruitment_notice_candidates", tags=["recruitment"], responses=forms.ApplicationOut(many=True)
    )
    def get(self, request: Request) -> Response:
        """People who wait for a notice and stand on none."""
        return self.page(Dressed(selectors.waiting_for_notice(), self.actor), forms.ApplicationOut)


class NoticeView(View):
    """`GET /api/recruitment/notices/<id>`."""

    access = {"GET": "recruitment.notice.view"}

    @extend_schema(operation_id="recruitment_notice_show", tags=["recruitment"], responses=forms.NoticeDetailOut)
    def get(self, request: Request, notice_id: UUID) -> Response:
        """One notice; objections only for those who settle them. Whose names were seen is on record."""
        row = selectors.notice(notice_id)
        people = row.entries.values_list("application__person_id", flat=True)
        trail.viewed_many(actor=self.actor, subjects=sorted(people), where="recruitment.notice")
        return Response(detail(row, self.actor))


class NoticePublishView(View):
    """`POST /api/recruitment/notices/<id>/publish`."""

    access = {"POST": "recruitment.notice.publish"}

    @extend_schema(
        operation_id="recruitment_notice_publish", tags=["recruitment"], request=forms.PublishIn,
        responses=forms.NoticeDetailOut,
    )  # fmt: skip
    def post(self, request: Request, notice_id: UUID) -> Response:
        """Publish a notice."""
        notices.publish(actor=self.actor, notice_id=notice_id, starts_on=self.parsed(forms.PublishIn)["starts_on"])
        return Response(detail(selectors.notice(notice_id), self.actor))


class NoticeWithdrawView(View):
    """`POST /api/recruitment/notices/<id>/withdraw`."""

    access = {"POST": "recruitment.notice.publish"}

    @extend_schema(
        operation_id="recruitment_notice_withdraw", tags=["recruitment"], request=forms.ReasonIn,
        responses=forms.NoticeDetailOut,
    )  # fmt: skip
    def post(self, request: Request, notice_id: UUID) -> Response:
        """Take a notice back."""
        notices.withdraw(actor=self.actor, notice_id=notice_id, reason=self.parsed(forms.ReasonIn)["reason"])
        return Response(detail(selectors.notice(notice_id), self.actor))


class SettleView(View):
    """`POST /api/recruitment/objections/<id>/settle`."""

    access = {"POST": "recruitment.objection.settle"}

    @extend_schema(
        operation_id="recruitment_objection_settle", tags=["recruitment"], request=forms.SettleIn,
        responses=forms.NoticeDetailOut,
    )  # fmt: skip
    def post(self, request: Request, objection_id: UUID) -> Response:
        """Settle an objection with a reason."""
        asked = self.parsed(forms.SettleIn)
        row = objections.settle(
            actor=self.actor, objection_id=objection_id, upheld=asked["outcome"] == "upheld", reason=asked["reason"]
        )
        return Response(detail(selectors.notice(row.entry.notice_id), self.actor))
