"""The draw: one panel, one invitation a seat, all in one transaction with the effects that follow."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from juxian.draws import services as draws
from juxian.notifications import outbox
from tenants.selection.models import DrawRequest
from tenants.selection.services import bookings, common, inviting


@transaction.atomic
def draw(*, actor: Actor, request_id: UUID, values: Sequence[str] = ()) -> DrawRequest:
    """Draw a frozen request and hold the result until its opening time.

    `values` answer the announced public source, if there is one. Nothing of the result is returned.
    """
    row = common.locked(actor, request_id, "draw")
    if row.supervised_by == actor.account_id:
        raise Refusal("selection.supervisor_draws", status=403)
    drawn = draws.draw(actor=actor, draw_id=row.draw_ref, values=values)
    row.drawn_at = clock.now()
    common.moved(actor=actor, row=row, act="draw", after="held", result=drawn.result_hash)
    bookings.lock()
    for position, person in enumerate(drawn.members, 1):
        inviting.seat(actor=actor, row=row, position=position, expert_id=UUID(person))
    for position, named in enumerate(row.named_seats.order_by("id"), len(drawn.members) + 1):
        inviting.seat(actor=actor, row=row, position=position, expert_id=named.expert_id, named=True)
    outbox.enqueue(
        kind="selection.open",
        key=f"selection.open:{row.id}",
        payload={"request": str(row.id)},
        not_before=row.opening,
    )
    return row
