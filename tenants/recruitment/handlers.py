"""Effects that recruitment has ordered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from juxian.common.actors import Actor
from juxian.notifications import outbox
from juxian.operations import workdays
from tenants.recruitment.models import Step
from tenants.recruitment.services import campaigns, inviting, notices


@outbox.handler("recruitment.notice_end")
def end_notice(payload: Mapping[str, Any]) -> None:
    """The last day of a notice is over."""
    notices.finish(notice_id=payload["notice"])


@outbox.handler("recruitment.campaign_close")
def close_campaign(payload: Mapping[str, Any]) -> None:
    """The window of a call is over."""
    campaigns.close_due(campaign_id=payload["campaign"])


@outbox.handler("recruitment.automatic")
def pass_automatic(payload: Mapping[str, Any]) -> None:
    """A stage that the platform itself passes."""
    step = Step.objects.select_related("application").filter(pk=payload["step"], state=Step.State.CURRENT).first()
    if step is not None:
        inviting.pass_kinds(
            actor=Actor.system("按程序自动办理"),
            application=step.application,
            kinds=(step.kind,),
            reason="按程序自动办理",
        )


workdays.on_published(notices.recompute_all)
