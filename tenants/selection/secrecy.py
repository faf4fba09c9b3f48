"""How rows speak of drawn experts without naming them while a draw is held.

Everything here is keyed by keys outside the database, so that a copy of it tells nothing; and keyed per draw or per day,
so that what became known of one draw does not lead to another.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from juxian.common import clock
from juxian.common.actors import Actor
from juxian.draws import services as draws
from juxian.tenancy import context
from juxian.vault import master
from tenants.selection.models import Invitation


def _keyed(purpose: str, text: str) -> bytes:
    key = master.derived(master.oldest(), connection.schema_name, purpose)
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


def recipient(draw_id: UUID, expert_id: UUID) -> str:
    """The index by which one expert's invitation of one draw is found: 64 hex digits."""
    return _keyed("selection/recipient", f"{draw_id}:{expert_id}").hex()


def booking_key(expert_id: UUID, day: date) -> int:
    """The number under which an expert's time of one day is booked: 63 bits."""
    return int.from_bytes(_keyed("selection/booking", f"{expert_id}:{day.isoformat()}")[:8], "big") >> 1


def stretches(starts_at: datetime, ends_at: datetime) -> Iterator[tuple[date, datetime, datetime]]:
    """A span cut at Beijing midnights: day, start, end."""
    begin = starts_at.astimezone(clock.BEIJING)
    end = ends_at.astimezone(clock.BEIJING)
    while begin < end:
        midnight = (begin + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
        yield begin.date(), begin, min(midnight, end)
        begin = midnight


def seal(draw_id: UUID, invitation_id: UUID, value: Any) -> bytes:
    """Seal something of one invitation with its draw's key."""
    return draws.seal_note(draw_id=draw_id, place=f"invitation.{invitation_id}", value=value)


def expert_of(invitation: Invitation, draw_id: UUID) -> UUID:
    """Who is invited. In memory, for delivery and for the person's own answer alone."""
    if invitation.expert_id:
        return invitation.expert_id
    opened = draws.unseal_note(draw_id=draw_id, place=f"invitation.{invitation.id}", raw=invitation.sealed)
    return UUID(opened["expert"])


def note_of(invitation: Invitation, draw_id: UUID) -> str:
    """The expert's own words; only after the opening."""
    if invitation.note is None:
        return ""
    place = f"invitation.{invitation.id}.note"
    return str(draws.unseal_note(draw_id=draw_id, place=place, raw=invitation.note))


def invited(invitation: Invitation) -> Actor:
    """The invited expert as the trail may name them while the draw is held: by the invitation."""
    return Actor(
        account_id=invitation.id,
        name="受邀专家",
        roles=frozenset({"invited_expert"}),
        agency_slug=context.agency().slug,
    )
