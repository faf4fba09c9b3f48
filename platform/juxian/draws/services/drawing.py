"""The draw itself, and replacements out of the same stream."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from juxian.draws import sealing
from juxian.draws.models import Draw, DrawPart, LedgerEntry
from juxian.draws.services import opening, states
from juxian.draws.services.states import State
from juxian.tenancy import context
from sortition import Refused, record

Kind = LedgerEntry.Kind


@dataclass(frozen=True, slots=True)
class Drawn:
    """Who was drawn, by the caller's keys: members in the order of seats, alternates in the order they follow.

    Secret: for sealed invitations alone, never to be shown, logged or kept in plain before the opening.
    """

    number: int
    members: tuple[str, ...]
    alternates: tuple[str, ...]
    result_hash: str


@transaction.atomic
def release_part(*, actor: Actor, draw_id: UUID, holder: str) -> None:
    """A holder who kept the part lets it go."""
    draw = states.locked(draw_id, State.COMMITTED, what="揭示秘密部分")
    part = draw.parts.select_for_update().filter(holder=holder, committed_by=actor.account_id).first()
    if part is None:
        raise Refusal("draws.holder", number=draw.number, holder=holder, holders="、".join(draw.holders), status=403)
    if part.revealed_at is None:
        _reveal(actor, draw, part)


def is_kept(*, draw_id: UUID) -> bool:
    """Whether a part of the draw still waits for its own holder to reveal it."""
    kept = DrawPart.objects.filter(draw_id=draw_id, draw__agency_id=context.agency().id, revealed_at=None)
    return kept.filter(release=DrawPart.Release.BY_HOLDER).exists()


def _reveal(actor: Actor, draw: Draw, part: DrawPart) -> None:
    # The ledger says that it was revealed; the secret itself stands in the record, which is published at the opening.
    part.revealed_at = clock.real_now()
    part.save(update_fields=["revealed_at"])
    payload = {"holder": part.holder, "hash": part.hash}
    states.note(actor=actor, draw=draw, kind=Kind.PART_REVEALED, payload=payload)


@transaction.atomic
def draw(*, actor: Actor, draw_id: UUID, values: Sequence[str] = ()) -> Drawn:
    """Combine the parts and the public values, draw, and hold.

    `values` answer the announced sources in order. A withheld part refuses with `draws.part_withheld`: the draw waits,
    and whenever it goes on the result is the same, because all that it depends on is committed.
    """
    row = states.locked(draw_id, State.COMMITTED, what="抽取")
    parts = list(row.parts.select_for_update())
    withheld = [one.holder for one in parts if one.revealed_at is None and one.release == DrawPart.Release.BY_HOLDER]
    if withheld:
        raise Refusal("draws.part_withheld", holders="、".join(withheld))
    for part in parts:
        if part.revealed_at is None:
            _reveal(actor, row, part)
    inside = states.look_inside(row)
    revealed = {
        part.holder: sealing.unseal(row, context.agency(), f"part.{part.holder}", part.sealed) for part in parts
    }
    try:
        inside.document = record.draw(inside.document, parts=revealed, values=values)
    except Refused as error:
        raise states.refused(error) from error
    states.keep(row, inside)
    row.state = State.DRAWN
    row.save(update_fields=["sealed", "state"])
    result = inside.document["result"]
    payload = {"result": result["hash"], "seal": inside.document["seal"]}
    states.note(actor=actor, draw=row, kind=Kind.DRAWN, payload=payload)
    return Drawn(
        number=row.number,
        members=tuple(inside.people[index] for index in result["members"]),
        alternates=tuple(inside.people[index] for index in result["alternates"]),
        result_hash=result["hash"],
    )


@transaction.atomic
def replace(*, actor: Actor, draw_id: UUID, out: str, reason: str) -> str | None:
    """Replace a person by whoever follows in the stream under the same quotas; None when nobody does.

    `reason` is public (a kind of reason, never a person's words). The order of successors was fixed by the draw.
    """
    row = states.locked(draw_id, State.DRAWN, State.OPENED, what="补抽")
    inside = states.look_inside(row)
    try:
        inside.document = record.replace(inside.document, out=inside.people.index(out), reason=reason)
    except (Refused, ValueError) as error:
        raise Refusal("draws.not_on_panel") from error
    states.keep(row, inside)
    fields = ["sealed"]
    if row.state == State.OPENED:
        row.published = opening.publishable(row, inside.document)
        fields.append("published")
    row.save(update_fields=fields)
    payload = {"count": len(inside.document["replacements"]), "seal": inside.document["seal"]}
    states.note(actor=actor, draw=row, kind=Kind.REPLACED, payload=payload)
    successor = inside.document["replacements"][-1]["in"]
    return None if successor is None else inside.people[successor]
