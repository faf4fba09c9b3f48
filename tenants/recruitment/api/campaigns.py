"""Calls over the API."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.api.views import View
from juxian.common.errors import not_found
from juxian.tenancy import addresses, context
from tenants.recruitment.api import forms
from tenants.recruitment.models import Campaign
from tenants.recruitment.selectors import notices as selectors
from tenants.recruitment.services import campaigns


def shown(row: Campaign, actor: Actor | None = None) -> dict[str, Any]:
    """A call as the API gives it."""
    filled = selectors.filled(row)
    groups = [
        {"key": item.group.key, "name": item.group.name, "wanted": item.number, "filled": filled.get(item.group.key, 0)}
        for item in row.wanted.all()
    ]
    public = addresses.of_agency(context.agency(), f"/campaigns/{row.id}/") if row.published_at else None
    names = (
        "id", "title", "body", "year", "door", "state", "opens_at", "closes_at", "deadlines", "published_at",
        "close_reason", "version",
    )  # fmt: skip
    return {name: getattr(row, name) for name in names} | {
        "state_label": row.get_state_display(),
        "opens_on": row.opens_at.astimezone(clock.BEIJING).date(),
        "closes_on": row.closes_at.astimezone(clock.BEIJING).date(),
        "groups": groups,
        "application_count": getattr(row, "application_count", 0),
        "notice_url": public,
        "actions": _actions(row, actor),
    }


def _actions(row: Campaign, actor: Actor | None) -> list[str]:
    if actor is None or not actor.may("recruitment.campaign.edit"):
        return []
    return {"draft": ["edit", "publish"], "open": ["edit", "close"]}.get(row.state, [])


def fetch(campaign_id: UUID) -> Campaign:
    """One call; 404 where there is none."""
    row = selectors.campaigns().filter(id=campaign_id).first()
    if row is None:
        raise not_found("征集公告")
    return row


class CampaignsView(View):
    """`/api/recruitment/campaigns`."""

    access = {"GET": "recruitment.campaign.view", "POST": "recruitment.campaign.edit"}

    @extend_schema(
        operation_id="recruitment_campaign_list", tags=["recruitment"], responses=forms.CampaignOut(many=True)
    )
    def get(self, request: Request) -> Response:
        """All calls, the latest first."""
        rows = [shown(row, self.actor) for row in selectors.campaigns()]
        return self.page(rows, forms.CampaignOut)

    @extend_schema(
        operation_id="recruitment_campaign_draft",
        tags=["recruitment"],
        request=forms.CampaignIn,
        responses=forms.CampaignOut,
    )
    def post(self, request: Request) -> Response:
        """Draft a call."""
        asked = self.parsed(forms.CampaignIn)
        made = campaigns.draft(actor=self.actor, values=asked, wanted=asked.pop("wanted", {}))
        return Response(forms.CampaignOut(shown(fetch(made.id), self.actor)).data, status=201)


class CampaignView(View):
    """`/api/recruitment/campaigns/<id>`."""

    access = {"GET": "recruitment.campaign.view", "PATCH": "recruitment.campaign.edit"}

    @extend_schema(operation_id="recruitment_campaign_show", tags=["recruitment"], responses=forms.CampaignOut)
    def get(self, request: Request, campaign_id: UUID) -> Response:
        """One call."""
        return Response(forms.CampaignOut(shown(fetch(campaign_id), self.actor)).data)

    @extend_schema(
        operation_id="recruitment_campaign_change", tags=["recruitment"], request=forms.CampaignPatch,
        responses=forms.CampaignOut,
    )  # fmt: skip
    def patch(self, request: Request, campaign_id: UUID) -> Response:
        """Change a draft, or move the end of an open call later."""
        asked = self.parsed(forms.CampaignPatch)
        campaigns.change(actor=self.actor, campaign_id=campaign_id, wanted=asked.pop("wanted", None), values=asked)
        return Response(forms.CampaignOut(shown(fetch(campaign_id), self.actor)).data)


class CampaignPublishView(View):
    """`POST /api/recruitment/campaigns/<id>/publish`."""

    access = {"POST": "recruitment.campaign.edit"}

    @extend_schema(
        operation_id="recruitment_campaign_publish", tags=["recruitment"], request=None, responses=forms.CampaignOut
    )
    def post(self, request: Request, campaign_id: UUID) -> Response:
        """Publish a call."""
        campaigns.publish(actor=self.actor, campaign_id=campaign_id)
        return Response(forms.CampaignOut(shown(fetch(campaign_id), self.actor)).data)


class CampaignCloseView(View):
    """`POST /api/recruitment/campaigns/<id>/close`."""

    access = {"POST": "recruitment.campaign.edit"}

    @extend_schema(
        operation_id="recruitment_campaign_close",
        tags=["recruitment"],
        request=forms.ReasonIn,
        responses=forms.CampaignOut,
    )
    def post(self, request: Request, campaign_id: UUID) -> Response:
        """Close a call before its time."""
        reason = self.parsed(forms.ReasonIn)["reason"]
        campaigns.close(actor=self.actor, campaign_id=campaign_id, reason=reason)
        return Response(forms.CampaignOut(shown(fetch(campaign_id), self.actor)).data)
