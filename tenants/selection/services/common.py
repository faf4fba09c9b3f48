"""What the services of selection share: locking, moving along the states, telling staff."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from juxian.audit import services as trail
from juxian.common.actors import Actor, Scope
from juxian.common.errors import Clause, Refusal, not_found
from juxian.identity import selectors as identity
from juxian.notifications import services as notify
from juxian.tenancy import context
from rulebook import Policy, RuleRefusal
from tenants.selection import selectors, states
from tenants.selection.models import DrawRequest


def locked(actor: Actor, request_id: UUID, act: str) -> DrawRequest:
    """A request the actor may see, locked, in a state from which the act is possible."""
    row = selectors.visible(actor).select_for_update(of=("self",)).filter(id=request_id).first()
    if row is None:
        raise not_found("抽取需求")
    move = states.by_act(act)
    if row.state not in move.before:
        raise wrong_state(row, str(move.name))
    return row


def wrong_state(row: DrawRequest, what: str) -> Refusal:
    """The refusal of an act that the state does not allow."""
    return Refusal("selection.state", number=row.number, state=str(states.STATES[row.state]), what=what)


def moved(
    *, actor: Actor, row: DrawRequest, act: str, after: str, reason: str = "", clause: str = "", **data: Any
) -> None:
    """Save a request in its new state and write the trail."""
    before, row.state = row.state, after
    row.version += 1
    row.save()
    trail.record(
        actor=actor,
        action=f"selection.request.{act}",
        target=row,
        before={"state": before},
        after={"state": after},
        reason=reason,
        clause=clause,
        data=data or None,
    )


def ruled(error: RuleRefusal, policy: Policy) -> Refusal:
    """What the rulebook refuses, as the house refuses."""
    clauses = [Clause(policy.title, error.clause, error.cite or policy.cite(error.clause))] if error.clause else []
    return Refusal("selection.rule", clauses=clauses, message_zh=error.message, message_en=error.message_en)


def need_reason(reason: str) -> str:
    """The reason, stripped; refuses an empty one."""
    if not reason.strip():
        raise Refusal("selection.reason_missing", status=400)
    return reason.strip()[:300]


def tell_roles(row: DrawRequest, roles: tuple[str, ...], what: str, key: str) -> None:
    """Put a request on the minds of those who hold a role."""
    accounts = identity.holders(context.agency().id, roles)
    notify.tell(
        account_ids=accounts,
        template="selection.waiting",
        context={"title": row.title, "number": row.number, "what": what, "request": row.id},
        key=f"{key}:{row.id}:{row.version}",
    )


def concerned(row: DrawRequest) -> list[UUID]:
    """Who is told how a draw goes on: who asked, who supervised, who drew, and the using unit's users."""
    people = {one for one in (row.asked_by, row.supervised_by, row.frozen_by) if one}
    if row.unit_id:
        scope = Scope("using_unit", str(row.unit_id))
        people |= set(identity.holders(context.agency().id, ("unit_user",), scope=scope))
    return sorted(people)
