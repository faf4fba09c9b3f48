"""The end of the hold: names to those entitled, the record to the public."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from juxian.audit import services as trail
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from juxian.draws import services as draws
from juxian.notifications import services as notify
from tenants.experts.models import Expert
from tenants.selection import secrecy
from tenants.selection.models import DrawRequest
from tenants.selection.services import common, panels


@transaction.atomic
def open_due(*, request_id: UUID) -> None:
    """Open a held draw at its time; a repeated one has its record published too. Safe to run twice."""
    row = DrawRequest.objects.select_for_update().get(id=request_id)
    if row.draw_id is None or row.opened_at is not None or row.state not in {"held", "repeated"}:
        return
    actor = Actor.system("启封时间已到")
    draws.open_at(actor=actor, draw_id=row.draw_ref)
    _disclose(actor, row)


@transaction.atomic
def open_now(*, actor: Actor, request_id: UUID) -> DrawRequest:
    """Open by hand once the time has come."""
    row = common.locked(actor, request_id, "open")
    draws.open_at(actor=actor, draw_id=row.draw_ref)
    _disclose(actor, row)
    return row


@transaction.atomic
def open_early(*, actor: Actor, request_id: UUID, reason: str) -> DrawRequest:
    """Officer and supervisor each give their hand; the second one opens. The reason of the first becomes public."""
    row = common.locked(actor, request_id, "open")
    side = _side(actor, row)
    if getattr(row, side) is not None:
        raise Refusal("selection.early_asked")
    setattr(row, side, actor.account_id)
    row.early_reason = row.early_reason or common.need_reason(reason)
    row.version += 1
    row.save()
    trail.record(actor=actor, action="selection.request.early_asked", target=row, reason=row.early_reason)
    if row.early_officer is None or row.early_supervisor is None:
        roles = ("supervisor", "title_office") if side == "early_officer" else ("draw_officer",)
        common.tell_roles(row, roles, "申请提前启封，等待您同意", "early")
        return row
    draws.open_early(
        actor=actor,
        draw_id=row.draw_ref,
        officer=row.early_officer,
        supervisor=row.early_supervisor,
        reason=row.early_reason,
    )
    _disclose(actor, row)
    return row


def _side(actor: Actor, row: DrawRequest) -> str:
    """Which hand an actor is: whoever supervised or may supervise, otherwise the officer."""
    if actor.account_id == row.supervised_by:
        return "early_supervisor"
    if actor.may("selection.open") and actor.account_id != row.early_supervisor and row.early_officer is None:
        return "early_officer"
    if actor.may("selection.supervise") and actor.account_id != row.early_officer:
        return "early_supervisor"
    if actor.may("selection.open"):
        return "early_officer"
    raise Refusal("common.forbidden", status=403)


def _disclose(actor: Actor, row: DrawRequest) -> None:
    """Write names where they may stand from now on, and tell those concerned that it is open."""
    seats = list(row.invitations.select_for_update().order_by("position", "round"))
    for one in seats:
        one.expert_id = secrecy.expert_of(one, row.draw_ref)
        one.save(update_fields=["expert"])
    row.opened_at = clock.now()
    if row.state == "held":
        common.moved(actor=actor, row=row, act="open", after="opened")
        panels.sync(actor=actor, row=row)
    else:
        row.save(update_fields=["opened_at"])
    people = Expert.objects.filter(id__in=[one.expert_id for one in seats], account_id__isnull=False)
    accounts = dict(people.values_list("id", "account_id"))
    for one in seats:
        account_id = accounts.get(one.expert_id) if one.expert_id else None
        if account_id is not None:
            notify.disclose(account_id=account_id, about=str(one.id))
    notify.tell(
        account_ids=common.concerned(row),
        template="selection.opened",
        context={"number": row.draw_number, "title": row.title, "draw": row.draw_id},
        key=f"opened:{row.id}",
    )


@transaction.atomic
def close(*, actor: Actor, request_id: UUID, reason: str = "") -> DrawRequest:
    """Close an opened draw: the panel is final, nothing is refilled any more."""
    row = common.locked(actor, request_id, "close")
    panels.sync(actor=actor, row=row)
    row.ended_at = clock.now()
    common.moved(actor=actor, row=row, act="close", after="closed", reason=reason)
    return row
