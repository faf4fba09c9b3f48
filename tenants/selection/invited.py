"""What an invited expert may see of their own invitation, for one agency and gathered over all of them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from juxian.common import clock
from juxian.common.texts import Text
from juxian.profiles import gathering
from juxian.tenancy import context
from juxian.tenancy.context import AgencyValue
from tenants.experts import selectors as experts
from tenants.selection import questions, selectors
from tenants.selection.models import DrawRequest, Invitation
from tenants.selection.services.panels import task_label

State = Invitation.State
SECRECY = Text(
    "名单在{at}启封。启封前，事项名称和其他人选对任何人保密；请不要透露您收到了邀请。",
    "The list opens at {at}. Until then title and panel are secret; please tell nobody that you were invited.",
)


def is_open(request: DrawRequest) -> bool:
    """Whether the draw has been opened."""
    return request.opened_at is not None


def row(invitation: Invitation, agency: AgencyValue) -> dict[str, Any]:
    """An invitation as its own expert's lists show it."""
    request = invitation.request
    opened = is_open(request)
    return {
        "id": invitation.id,
        "agency": {"slug": agency.slug, "name": agency.name},
        "kind": "draw",
        "state": invitation.state,
        "state_label": invitation.get_state_display(),
        "title": request.title if opened else None,
        "task_label": task_label(request),
        "meets_at": request.meets_at,
        "meets_until": request.meets_until,
        "place": request.place or None,
        "answer_by": invitation.answer_by,
        "secrecy": "" if opened else str(SECRECY.fill(at=_local(request.opens_at))),
    }


def _local(at: datetime | None) -> str:
    return at.astimezone(clock.BEIJING).strftime("%Y-%m-%d %H:%M") if at else ""


def full(invitation: Invitation) -> dict[str, Any]:
    """The same with what is asked and what may be answered now."""
    from tenants.workspace.models import AgencyFacts

    facts = AgencyFacts.objects.first()
    return row(invitation, context.agency()) | {
        "conflicts": questions.conflicts(invitation.request),
        "declaration_text": str(questions.DECLARATION),
        "decline_reasons": [{"code": code, "label": str(text)} for code, text in questions.DECLINE_REASONS.items()],
        "decline_code": invitation.decline_code,
        "opened": is_open(invitation.request),
        "contact": facts.phone if facts else "",
        "can_take_back_until": _take_back_until(invitation),
        "actions": actions(invitation),
    }


def _take_back_until(invitation: Invitation) -> datetime | None:
    given_up = invitation.state in {State.DECLINED, State.RECUSED}
    if not given_up or invitation.refilled_at is not None or invitation.answered_at is None:
        return None
    until = invitation.answered_at + timedelta(minutes=invitation.request.regret_minutes)
    return min(until, invitation.answer_by) if invitation.answer_by else until


def actions(invitation: Invitation) -> list[str]:
    """What the expert may answer now."""
    in_time = invitation.answer_by is None or clock.now() <= invitation.answer_by
    if invitation.request.state not in {"held", "opened"}:
        return []
    if invitation.state == State.PENDING and in_time:
        return ["accept", "decline"]
    if invitation.state == State.ACCEPTED:
        return ["decline"]
    return ["take_back"] if in_time and _take_back_until(invitation) else []


def gathered(agency: AgencyValue, account_id: UUID) -> list[dict[str, Any]]:
    """An account's invitations in one agency."""
    expert = experts.of_account(account_id)
    if expert is None:
        return []
    return [row(one, agency) for one in selectors.invitations_of(expert)]


gathering.register("invitations", gathered)
