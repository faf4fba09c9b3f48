"""The states of a draw, who may be moved where, and its sealed inside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from juxian.audit import services as trail
from juxian.common.actors import Actor
from juxian.common.errors import Refusal, not_found
from juxian.draws import ledger, sealing
from juxian.draws.models import Draw
from juxian.tenancy import context
from sortition import Refused

State = Draw.State
MOVES: dict[str, frozenset[str]] = {
    State.ANNOUNCED: frozenset({State.COMMITTED, State.ABANDONED}),
    State.COMMITTED: frozenset({State.DRAWN, State.ABANDONED}),
    State.DRAWN: frozenset({State.OPENED, State.ABANDONED}),
    State.OPENED: frozenset(),
    State.ABANDONED: frozenset(),
}
_INSIDE = "inside"


@dataclass(slots=True)
class Inside:
    """What is sealed: the record as it stands, who stands at which place, and what salts derive from."""

    document: dict[str, Any]
    people: list[str]
    salt_key: str


def locked(draw_id: UUID, *states: str, what: str) -> Draw:
    """The agency's own draw, locked, in one of these states; 404 for any other agency's."""
    row = Draw.objects.select_for_update().filter(id=draw_id, agency_id=context.agency().id).first()
    if row is None:
        raise not_found("抽取")
    if row.state not in states:
        raise Refusal("draws.state", number=row.number, state=row.get_state_display(), what=what)
    return row


def keep(draw: Draw, inside: Inside) -> None:
    """Seal the inside into the row (not saved yet)."""
    value = {"document": inside.document, "people": inside.people, "salt_key": inside.salt_key}
    draw.sealed = sealing.seal(draw, context.agency(), _INSIDE, value)


def look_inside(draw: Draw) -> Inside:
    """Open the inside, in memory."""
    if draw.sealed is None:
        raise Refusal("draws.state", number=draw.number, state=draw.get_state_display(), what="查看")
    return Inside(**sealing.unseal(draw, context.agency(), _INSIDE, draw.sealed))


def seal_note(*, draw_id: UUID, place: str, value: Any) -> bytes:
    """Seal something that belongs to a draw (an invitation's recipient) with the draw key."""
    return sealing.seal(_own(draw_id), context.agency(), f"note.{place}", value)


def unseal_note(*, draw_id: UUID, place: str, raw: bytes | memoryview) -> Any:
    """Open what `seal_note` sealed."""
    return sealing.unseal(_own(draw_id), context.agency(), f"note.{place}", raw)


def _own(draw_id: UUID) -> Draw:
    row = Draw.objects.filter(id=draw_id, agency_id=context.agency().id).first()
    if row is None:
        raise not_found("抽取")
    return row


def note(*, actor: Actor, draw: Draw, kind: str, payload: dict[str, Any], reason: str = "") -> None:
    """Write ledger and trail about a draw."""
    entry = ledger.append(draw=draw, kind=kind, payload=payload)
    trail.record(
        actor=actor,
        action=f"draws.{kind}",
        target=("draws.draw", draw.id),
        reason=reason,
        data={"number": draw.number, "entry": entry.sequence, "hash": entry.hash, **payload},
    )


def refused(error: Refused) -> Refusal:
    """What the library refuses, as the house refuses."""
    return Refusal("draws.sortition", message_zh=error.words("zh"), message_en=error.words("en"))
