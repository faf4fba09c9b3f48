"""The expert's answer: accept, decline, declare a conflict, take a refusal back while the seat is free."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from django.db import transaction

from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from juxian.draws import services as draws
from juxian.notifications import outbox
from tenants.selection import questions, secrecy, selectors, states
from tenants.selection.models import Invitation
from tenants.selection.services import bookings, inviting

State = Invitation.State


def _mine(actor: Actor, invitation_id: UUID) -> Invitation:
    """One's own invitation, locked; 404 for anybody else's."""
    selectors.my_invitation(actor.account_id, invitation_id)
    row = inviting.locked(invitation_id)
    if row.request.state not in {"held", "opened"}:
        raise Refusal("selection.answered", state=str(states.STATES[row.request.state]), what="答复")
    return row


def _in_time(row: Invitation) -> None:
    # A deadline of 18:00 is met at 18:00:00: whole seconds count.
    if row.answer_by is not None and clock.now().replace(microsecond=0) > row.answer_by:
        raise Refusal("selection.too_late", answer_by=inviting.beijing(row.answer_by))


@transaction.atomic
def accept(*, actor: Actor, invitation_id: UUID, conflicts: Mapping[str, bool], declaration: bool) -> Invitation:
    """Accept, every question answered and the declaration ticked. A conflict that is declared recuses instead.

    Accepting again changes nothing.
    """
    row = _mine(actor, invitation_id)
    if row.state == State.ACCEPTED:
        return row
    if row.state != State.PENDING:
        raise Refusal("selection.answered", state=row.get_state_display(), what="接受")
    _in_time(row)
    asked = {one.key for one in questions.conflicts(row.request)}
    if not declaration or asked - conflicts.keys():
        raise Refusal("selection.declaration_missing", status=400)
    if any(conflicts[key] for key in asked):
        return _give_up(row, State.RECUSED, code=next(key for key in sorted(asked) if conflicts[key]), words="")
    row.state, row.answered_at = State.ACCEPTED, clock.now()
    row.answers += 1
    row.save()
    inviting.note(actor=secrecy.invited(row), invitation=row, what="accepted")
    return row


@transaction.atomic
def decline(*, actor: Actor, invitation_id: UUID, code: str, reason: str = "") -> Invitation:
    """Decline with a reason, before or after having accepted, until the meeting begins."""
    row = _mine(actor, invitation_id)
    if row.state in {State.DECLINED, State.RECUSED}:
        return row
    if row.state not in {State.PENDING, State.ACCEPTED}:
        raise Refusal("selection.answered", state=row.get_state_display(), what="谢绝")
    if row.state == State.PENDING:
        _in_time(row)
    if code not in questions.DECLINE_REASONS:
        raise Refusal("selection.reason_missing", status=400)
    return _give_up(row, State.DECLINED, code=code, words=reason)


def _give_up(row: Invitation, state: str, *, code: str, words: str) -> Invitation:
    row.state, row.answered_at, row.decline_code = state, clock.now(), code[:20]
    row.answers += 1
    if words.strip():
        place = f"invitation.{row.id}.note"
        row.note = draws.seal_note(draw_id=row.request.draw_ref, place=place, value=words.strip()[:500])
    row.save()
    inviting.note(actor=secrecy.invited(row), invitation=row, what=str(row.state))
    outbox.enqueue(
        kind="selection.refill",
        key=_refill_key(row),
        payload={"invitation": str(row.id)},
        not_before=clock.now() + timedelta(minutes=row.request.regret_minutes),
    )
    return row


def _refill_key(row: Invitation) -> str:
    # Every answer has a key of its own: a refusal that is taken back and given again is refilled all the same.
    return f"selection.refill:{row.id}:{row.answers}"


@transaction.atomic
def take_back(*, actor: Actor, invitation_id: UUID) -> Invitation:
    """Take a refusal back while the seat is not refilled; the invitation waits for an answer again."""
    row = _mine(actor, invitation_id)
    if row.state not in {State.DECLINED, State.RECUSED}:
        raise Refusal("selection.answered", state=row.get_state_display(), what="撤回谢绝")
    if row.refilled_at is not None:
        raise Refusal("selection.refilled")
    _in_time(row)
    outbox.cancel(key=_refill_key(row))
    bookings.lock()
    row.state, row.answered_at, row.decline_code, row.note = State.PENDING, None, "", None
    row.save()
    inviting.note(actor=secrecy.invited(row), invitation=row, what="corrected")
    return row
