"""Due effects of selection; each runs in the agency's schema and may run twice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from juxian.notifications import outbox
from tenants.selection import services
from tenants.selection.services import inviting


@outbox.handler("selection.invite")
def invite(payload: Mapping[str, Any]) -> None:
    """Open one recipient and tell them."""
    services.send(invitation_id=UUID(payload["invitation"]))


@outbox.handler("selection.lapse")
def lapse(payload: Mapping[str, Any]) -> None:
    """Silence past the deadline."""
    services.lapse(invitation_id=UUID(payload["invitation"]))


@outbox.handler("selection.refill")
def refill(payload: Mapping[str, Any]) -> None:
    """A refusal that was not taken back."""
    services.refill_later(invitation_id=UUID(payload["invitation"]))


@outbox.handler("selection.sms")
def sms(payload: Mapping[str, Any]) -> None:
    """Reach an expert who has no account yet."""
    inviting.reach_by_sms(invitation_id=UUID(payload["invitation"]), template=payload["template"], said=payload["said"])


@outbox.handler("selection.open")
def open_(payload: Mapping[str, Any]) -> None:
    """The opening time has come."""
    services.open_due(request_id=UUID(payload["request"]))
