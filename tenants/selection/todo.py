"""What selection puts on people's to-do lists. No item of a held draw names a person, save one's own invitation to oneself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.texts import Text
from tenants.experts import selectors as experts
from tenants.selection import selectors
from tenants.selection.models import DrawRequest, Invitation
from tenants.selection.services.panels import task_label
from tenants.workspace import todo
from tenants.workspace.todo import Item

_KINDS = {
    "selection.approve": Text("批准抽取需求", "Approve a draw request"),
    "selection.confirm": Text("监督抽取", "Supervise a draw"),
    "selection.draw": Text("随机抽取", "Draw"),
    "selection.held": Text("抽取保密中", "Draw held"),
    "selection.close": Text("办结抽取", "Close a draw"),
    "selection.mine": Text("我的抽取需求", "My draw request"),
    "selection.invited": Text("答复邀请", "Answer an invitation"),
}


@todo.register(kinds=_KINDS)
def items(actor: Actor, on: date) -> Iterator[Item]:
    """What waits for this actor, and how the actor's own requests stand."""
    if not actor.roles:
        yield from _invited(actor)
    if not actor.may("selection.request.view"):
        return
    for row in selectors.visible(actor).exclude(state__in=["closed", "cancelled", "repeated"])[:300]:
        yield from _of(actor, row)


def _of(actor: Actor, row: DrawRequest) -> Iterator[Item]:
    subject, link = f"{row.number} {row.title}", f"/draws/{row.id}"
    mine, due = row.asked_by == actor.account_id, _day(row.opens_at)
    if row.state == "submitted" and not mine and actor.may("selection.request.approve"):
        yield Item("selection.approve", subject, link, due, row.submitted_at, from_name=row.asked_by_name)
    elif row.state == "approved" and actor.may("selection.supervise"):
        if not mine and row.approved_by != actor.account_id:
            yield Item("selection.confirm", subject, link, due, row.submitted_at, from_name=row.asked_by_name)
    elif row.state in {"confirmed", "frozen"} and actor.may("selection.draw"):
        if row.supervised_by != actor.account_id:
            yield Item("selection.draw", subject, link, due, row.supervised_at or row.approved_at)
    elif row.state == "opened" and actor.may("selection.open"):
        yield Item("selection.close", subject, f"/draws/results/{row.draw_id}", _day(row.meets_at), row.opened_at)
    if mine and row.state in {"submitted", "approved", "confirmed", "frozen", "held"}:
        yield Item("selection.mine", subject, link, due, row.submitted_at, state="started")
    if mine and row.state == "refused":
        yield Item("selection.mine", f"{subject}（未同意：{row.end_reason}）", link, None, row.submitted_at)


def _day(at: datetime | None) -> date | None:
    return at.astimezone(clock.BEIJING).date() if at else None


def _invited(actor: Actor) -> Iterator[Item]:
    """One's own unanswered invitations."""
    expert = experts.of_account(actor.account_id)
    for one in selectors.invitations_of(expert) if expert else ():
        if one.state == Invitation.State.PENDING:
            yield Item(
                "selection.invited", task_label(one.request), f"/invitations/{one.id}", _day(one.answer_by), one.sent_at
            )
