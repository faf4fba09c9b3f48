"""Seats and invitations: one recipient at a time, silence ends at its deadline, the next in line follows by itself."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from juxian.audit import services as trail
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal, not_found
from juxian.draws import services as draws
from juxian.identity import selectors as identity
from juxian.notifications import outbox, templates
from juxian.notifications import services as notify
from juxian.tenancy import context
from juxian.vault import services as vault
from tenants.experts.models import Expert
from tenants.selection import secrecy, selectors
from tenants.selection.models import DrawRequest, Invitation
from tenants.selection.services import bookings, panels

State = Invitation.State
PUBLIC_REASONS = {
    State.DECLINED: "本人不能参加",
    State.RECUSED: "本人声明回避",
    State.EXPIRED: "逾期未答复",
    State.WITHDRAWN: "机构撤销邀请",
    State.CLASH: "同一时间已有任务",
    State.GONE: "已不在库或暂停使用",
}


def seat(
    *, actor: Actor, row: DrawRequest, position: int, expert_id: UUID, round_: int = 1, named: bool = False
) -> Invitation:
    """Give a seat to a drawn expert and let the worker invite them.

    Somebody who has left the pool since the freezing, or whose time is taken by now, is followed by the next at once.
    """
    state = _standing(row, expert_id)
    invitation_id = uuid.uuid4()
    invitation = Invitation.objects.create(
        id=invitation_id,
        request=row,
        position=position,
        round=round_,
        named=named,
        recipient=secrecy.recipient(row.draw_ref, expert_id),
        sealed=secrecy.seal(row.draw_ref, invitation_id, {"expert": str(expert_id)}),
        expert_id=expert_id if row.state == "opened" else None,
        state=state,
    )
    if state == State.UNSENT:
        payload = {"invitation": str(invitation_id)}
        outbox.enqueue(kind="selection.invite", key=f"selection.invite:{invitation_id}", payload=payload)
    else:
        note(actor=actor, invitation=invitation, what=str(state))
        refill(actor=actor, invitation=invitation)
    return invitation


def _standing(row: DrawRequest, expert_id: UUID) -> State:
    """How an invitation begins: to be sent, unless the expert has gone or is taken at that time."""
    if not Expert.objects.filter(id=expert_id, state=Expert.State.IN_POOL).exists():
        return State.GONE
    return State.UNSENT if bookings.take(row, expert_id) else State.CLASH


def note(*, actor: Actor, invitation: Invitation, what: str, reason: str = "", **data: Any) -> None:
    """The trail of an invitation: by seat, never by person."""
    trail.record(
        actor=actor,
        action=f"selection.invitation.{what}",
        target=invitation,
        reason=reason,
        data={"seat": invitation.position, "round": invitation.round, **data},
    )


def locked(invitation_id: UUID) -> Invitation:
    """An invitation, locked with its request; 404 where there is none."""
    found = Invitation.objects.filter(id=invitation_id).values_list("request_id", flat=True).first()
    if found is None:
        raise not_found("邀请")
    # The request first, then the invitation: every path locks in this order.
    DrawRequest.objects.select_for_update().get(id=found)
    return Invitation.objects.select_for_update(of=("self",)).select_related("request").get(id=invitation_id)


@transaction.atomic
def send(*, invitation_id: UUID) -> None:
    """Tell one expert of their own invitation, and set the clock for their answer. Sending twice does nothing."""
    row = locked(invitation_id)
    if row.state != State.UNSENT:
        return
    row.state, row.sent_at, row.answer_by = State.PENDING, clock.now(), _deadline(row)
    row.save()
    tell(row, "selection.invited", key=f"invited:{row.id}")
    note(actor=Actor.system("抽取后自动邀请"), invitation=row, what="sent", answer_by=row.answer_by.isoformat())
    # One second after: an answer at the deadline itself is in time.
    outbox.enqueue(
        kind="selection.lapse",
        key=f"selection.lapse:{row.id}",
        payload={"invitation": str(row.id)},
        not_before=row.answer_by + timedelta(seconds=1),
    )


def _deadline(row: Invitation) -> datetime:
    """The request's deadline; who is asked later has `refill_hours`, though not beyond the meeting."""
    request = row.request
    starts_at, _ = request.meeting
    deadline = request.answer_by or starts_at
    if row.round == 1 and deadline > clock.now():
        return deadline
    least = clock.now() + timedelta(hours=request.refill_hours)
    return max(min(max(deadline, least), starts_at), clock.now() + timedelta(minutes=10))


def tell(row: Invitation, template: str, *, key: str) -> None:
    """One message to one recipient, with nothing in it but what that person may know."""
    request = row.request
    expert = Expert.objects.filter(id=secrecy.expert_of(row, request.draw_ref)).first()
    if expert is None:
        return
    said = {
        "agency": context.agency().name,
        "task": panels.task_label(request),
        "time": beijing(request.meets_at),
        "answer_by": beijing(row.answer_by),
    }
    if expert.account_id is None:
        payload = {"invitation": str(row.id), "template": template, "said": said}
        outbox.enqueue(kind="selection.sms", key=f"selection.sms:{key}", payload=payload)
        return
    notify.tell(
        account_ids=[expert.account_id],
        template=template,
        context=said,
        key=key,
        channels=("inapp", "sms", "mail"),
        secret=request.state not in {"opened", "closed"},
    )


def reach_by_sms(*, invitation_id: UUID, template: str, said: Mapping[str, str]) -> None:
    """Reach an expert who has no account yet, on the phone number that the agency has on file."""
    row = Invitation.objects.select_related("request").get(id=invitation_id)
    expert = Expert.objects.filter(id=secrecy.expert_of(row, row.request.draw_ref)).first()
    text = templates.named(template).sms
    number = vault.open_value(expert.phone) if expert else ""
    if number and text is not None:
        import_string(settings.SMS_GATEWAY)().send(number, str(text.fill(**said)))


def beijing(at: datetime | None) -> str:
    """A moment as people read it."""
    return at.astimezone(clock.BEIJING).strftime("%Y年%m月%d日 %H:%M") if at else ""


@transaction.atomic
def lapse(*, invitation_id: UUID) -> None:
    """Silence past the deadline: the seat goes to the next in line."""
    row = locked(invitation_id)
    if row.state != State.PENDING or row.answer_by is None or clock.now() <= row.answer_by:
        return
    actor = Actor.system("逾期未答复自动递补")
    row.state = State.EXPIRED
    row.save()
    note(actor=actor, invitation=row, what="expired")
    refill(actor=actor, invitation=row)


@transaction.atomic
def refill_later(*, invitation_id: UUID) -> None:
    """The time for second thoughts is over: the seat goes to the next in line."""
    row = locked(invitation_id)
    if row.state in {State.DECLINED, State.RECUSED} and row.refilled_at is None:
        refill(actor=Actor.system("谢绝后自动递补"), invitation=row)


def refill(*, actor: Actor, invitation: Invitation) -> None:
    """Give a seat that was given up to whoever follows in the draw's stream; on record where nobody does."""
    request = invitation.request
    person = secrecy.expert_of(invitation, request.draw_ref)
    reason = PUBLIC_REASONS[State(invitation.state)]
    invitation.refilled_at, invitation.refill_reason = clock.now(), reason
    invitation.save(update_fields=["refilled_at", "refill_reason"])
    if invitation.state not in {State.CLASH, State.GONE}:
        bookings.lock()
        bookings.give_back(request, person)
    if request.state not in {"held", "opened"}:
        return
    successor = None
    if not invitation.named:
        successor = draws.replace(actor=actor, draw_id=request.draw_ref, out=str(person), reason=reason)
    if successor is None:
        note_vacant(actor=actor, invitation=invitation)
    else:
        trail.record(
            actor=actor,
            action="selection.seat.refilled",
            target=request,
            reason=reason,
            data={"seat": invitation.position, "round": invitation.round + 1},
        )
        bookings.lock()
        seat(
            actor=actor, row=request, position=invitation.position, expert_id=UUID(successor),
            round_=invitation.round + 1,
        )  # fmt: skip
    if request.state == "opened":
        panels.sync(actor=actor, row=request)


def note_vacant(*, actor: Actor, invitation: Invitation) -> None:
    """A seat that nobody is left for: on record, and told to those concerned."""
    request = invitation.request
    data = {"seat": invitation.position}
    trail.record(actor=actor, action="selection.seat.vacant", target=request, data=data)
    officers = identity.holders(context.agency().id, ("draw_officer",))
    notify.tell(
        account_ids=officers,
        template="selection.vacant",
        context={
            "number": request.draw_number,
            "title": request.title,
            "position": invitation.position,
            "draw": request.draw_id,
        },
        key=f"vacant:{invitation.id}",
    )


@transaction.atomic
def remind(*, actor: Actor, invitation_id: UUID) -> Invitation:
    """Remind whoever holds a seat and has not answered; the officer does not learn who it is."""
    row = _managed(actor, invitation_id)
    if row.state != State.PENDING:
        raise Refusal("selection.answered", state=row.get_state_display(), what="催办")
    row.reminders += 1
    row.save(update_fields=["reminders"])
    tell(row, "selection.reminded", key=f"reminded:{row.id}:{row.reminders}")
    note(actor=actor, invitation=row, what="reminded")
    return row


@transaction.atomic
def withdraw(*, actor: Actor, invitation_id: UUID, reason: str) -> Invitation:
    """The officer takes an invitation back with a reason, or fills a declined seat at once; the next in line follows."""
    row = _managed(actor, invitation_id)
    if row.state in {State.DECLINED, State.RECUSED} and row.refilled_at is None:
        refill(actor=actor, invitation=row)
        return row
    if row.state not in selectors.ACTIVE:
        raise Refusal("selection.answered", state=row.get_state_display(), what="递补")
    if not reason.strip():
        raise Refusal("selection.reason_missing", status=400)
    was_sent, row.state = row.sent_at is not None, State.WITHDRAWN
    row.save()
    note(actor=actor, invitation=row, what="withdrawn", reason=reason)
    if was_sent:
        tell(row, "selection.withdrawn", key=f"withdrawn:{row.id}")
    refill(actor=actor, invitation=row)
    return row


def _managed(actor: Actor, invitation_id: UUID) -> Invitation:
    row = locked(invitation_id)
    if not selectors.visible(actor).filter(id=row.request_id).exists():
        raise not_found("邀请")
    if row.request.state not in {"held", "opened"}:
        raise Refusal("selection.answered", state=row.get_state_display(), what="办理")
    return row


def call_off(*, actor: Actor, row: DrawRequest) -> None:
    """Take every standing invitation of a request back and free the times; nobody follows."""
    bookings.lock()
    for one in selectors.sitting(row):
        was_sent, one.state = one.sent_at is not None, State.WITHDRAWN
        one.save(update_fields=["state"])
        bookings.give_back(row, secrecy.expert_of(one, row.draw_ref))
        note(actor=actor, invitation=one, what="withdrawn")
        if was_sent:
            tell(one, "selection.withdrawn", key=f"withdrawn:{one.id}")
