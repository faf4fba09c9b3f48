"""Calls for applications: drafting, publishing, closing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from juxian.audit import services as trail
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Detail, Refusal, invalid, not_found
from juxian.notifications import outbox
from rulebook import Stage
from tenants.experts.services.entering import groups_by_key
from tenants.experts.standing import standing
from tenants.recruitment import routing
from tenants.recruitment.models import Campaign, Wanted

_FIELDS = ("title", "body", "year", "door", "opens_at", "closes_at", "deadlines")


def locked(campaign_id: UUID | str) -> Campaign:
    """A campaign's row, locked; 404 where there is none."""
    row = Campaign.objects.select_for_update().filter(id=campaign_id).first()
    if row is None:
        raise not_found("征集公告")
    return row


@transaction.atomic
def draft(*, actor: Actor, values: Mapping[str, Any], wanted: Mapping[str, int]) -> Campaign:
    """Draft a call; `wanted` maps group keys to the number of experts wanted."""
    given = {name: values[name] for name in _FIELDS if values.get(name)}
    given.setdefault("door", routing.form_door(standing()))
    campaign = Campaign(created_by=actor.account_id, **given)
    _check(campaign)
    campaign.save(force_insert=True)
    _want(campaign, wanted)
    trail.record(actor=actor, action="recruitment.campaign.made", target=campaign, after={"title": campaign.title})
    return campaign


@transaction.atomic
def change(
    *, actor: Actor, campaign_id: UUID | str, values: Mapping[str, Any], wanted: Mapping[str, int] | None = None
) -> Campaign:
    """Change a draft; of a published call only the end may be moved later."""
    campaign = locked(campaign_id)
    if campaign.state not in {Campaign.State.DRAFT, Campaign.State.OPEN}:
        raise Refusal("recruitment.campaign_state", state=campaign.get_state_display())
    if campaign.state == Campaign.State.OPEN and (
        set(values) - {"closes_at", "deadlines", "body"}
        or values.get("closes_at", campaign.closes_at) < campaign.closes_at
    ):
        raise Refusal("recruitment.campaign_state", state=campaign.get_state_display())
    before = {name: str(getattr(campaign, name)) for name in values if name in _FIELDS}
    for name in before:
        setattr(campaign, name, values[name])
    _check(campaign)
    campaign.version += 1
    campaign.save()
    if wanted is not None and campaign.state == Campaign.State.DRAFT:
        _want(campaign, wanted)
    if campaign.state == Campaign.State.OPEN:
        _order_close(campaign)
    after = {name: str(getattr(campaign, name)) for name in before}
    trail.record(actor=actor, action="recruitment.campaign.changed", target=campaign, before=before, after=after)
    return campaign


def _check(campaign: Campaign) -> None:
    if campaign.closes_at <= campaign.opens_at:
        raise invalid(Detail("截止时间须晚于开始时间", field="closes_at"))
    campaign.deadlines = {
        name: at if isinstance(at, str) else at.isoformat() for name, at in campaign.deadlines.items()
    }
    for name in deadlines_needed(campaign.door):
        # What is not stated falls on the end of the call.
        campaign.deadlines.setdefault(name, campaign.closes_at.isoformat())
        if not _in_order(campaign.deadlines.get(name), campaign.closes_at):
            raise Refusal(
                "recruitment.campaign_deadline",
                status=400,
                name=name,
                details=[Detail("请填写", field=f"deadlines.{name}")],
            )


def _in_order(text: object, closes_at: datetime) -> bool:
    try:
        at = datetime.fromisoformat(str(text))
    except ValueError:
        return False
    return at.tzinfo is not None and at >= closes_at


def deadlines_needed(door: str) -> list[str]:
    """Names of the deadlines that later stages of a door go by, beside the window of the call itself."""
    return [stage.clock.deadline for stage in deadline_stages(door) if stage.clock]


def deadline_stages(door: str) -> list[Stage]:
    """Stages after the application whose end the call must state."""
    return [
        stage
        for stage in routing.procedure(standing(), door).stages
        if stage.clock and stage.clock.unit == "deadline" and stage.kind != "application"
    ]


def _want(campaign: Campaign, wanted: Mapping[str, int]) -> None:
    groups = groups_by_key(list(wanted))
    campaign.wanted.all().delete()
    Wanted.objects.bulk_create(
        Wanted(campaign=campaign, group=groups[key], number=number) for key, number in wanted.items()
    )


@transaction.atomic
def publish(*, actor: Actor, campaign_id: UUID | str) -> Campaign:
    """Publish a call on the agency's public pages; it takes applications in its window and closes by itself."""
    campaign = locked(campaign_id)
    if campaign.state != Campaign.State.DRAFT:
        raise Refusal("recruitment.campaign_state", state=campaign.get_state_display())
    campaign.state, campaign.published_at, campaign.published_by = Campaign.State.OPEN, clock.now(), actor.account_id
    campaign.save()
    _order_close(campaign)
    announced = next((item for item in routing.procedure(standing(), campaign.door).of_kind("announcement")), None)
    trail.record(
        actor=actor,
        action="recruitment.campaign.published",
        target=campaign,
        clause=announced.clause if announced else "",
    )
    return campaign


def _order_close(campaign: Campaign) -> None:
    outbox.enqueue(
        kind="recruitment.campaign_close",
        key=f"campaign:{campaign.id}:close:{campaign.closes_at:%Y%m%d%H%M%S}",
        payload={"campaign": str(campaign.id)},
        not_before=campaign.closes_at,
    )


@transaction.atomic
def close(*, actor: Actor, campaign_id: UUID | str, reason: str) -> Campaign:
    """Close a call; drafts stay with their authors but can no longer be handed in under it."""
    campaign = locked(campaign_id)
    if campaign.state != Campaign.State.OPEN:
        return campaign
    campaign.state, campaign.closed_at, campaign.close_reason = Campaign.State.CLOSED, clock.now(), reason
    campaign.save()
    trail.record(actor=actor, action="recruitment.campaign.closed", target=campaign, reason=reason)
    return campaign


def close_due(*, campaign_id: UUID | str) -> None:
    """Close a call whose last second is over; one whose end was moved stays open."""
    campaign = Campaign.objects.filter(id=campaign_id).first()
    if campaign and clock.now() > campaign.closes_at:
        close(actor=Actor.system("征集截止时间已到"), campaign_id=campaign_id, reason="截止时间已到")
