"""Requests, draws and invitations as plain values for screens. What is sealed stays out of them until the opening."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from juxian.audit.names import action_name
from juxian.common.actors import Actor
from juxian.draws import selectors as ledger
from juxian.draws import services as draws
from juxian.draws.models import Draw
from juxian.tenancy import addresses, context
from tenants.committees import selectors as committees
from tenants.experts import selectors as experts
from tenants.experts.models import Expert
from tenants.experts.standing import standing
from tenants.selection import selectors, states
from tenants.selection.models import DrawRequest, Invitation

ALGORITHM = "LEXIMIN + HMAC 计数流，整数权重合计10⁹"


def row(one: DrawRequest) -> dict[str, Any]:
    """A request as lists show it."""
    names = (
        "id", "number", "title", "purpose", "committee", "unit", "size", "alternates", "state", "meets_at", "opens_at",
        "asked_at", "draw_number",
    )  # fmt: skip
    shown = {name: getattr(one, name) for name in names}
    return shown | {
        "state_label": str(states.STATES[one.state]),
        "asked_by": one.asked_by_name,
        "supervisor": _hand(one.supervised_by_name, one.supervised_at),
        "draw": one.draw_id if one.state in states.COMMITTED else None,
    }


def _hand(name: str, at: Any) -> dict[str, Any] | None:
    return {"name": name, "at": at} if at else None


def full(actor: Actor, one: DrawRequest) -> dict[str, Any]:
    """A request with everything asked, its history, and what the actor may do now."""
    names = (
        "meets_until", "place", "answer_by", "refill_hours", "regret_minutes", "groups", "title_levels", "district",
        "quotas", "one_per_employer", "random_share", "choice_reason", "public_source", "unit_part", "repeat_reason",
        "end_reason", "version",
    )  # fmt: skip
    labels = {group.key: group.name for group in experts.groups(retired=True)}
    later = one.repeated_by.order_by("-asked_at").first()
    return (
        row(one)
        | {name: getattr(one, name) for name in names}
        | {
            "committee": one.committee_id,
            "committee_name": one.committee.name if one.committee else "",
            "task_type": one.task_type or None,
            "group_labels": [labels.get(key, key) for key in one.groups],
            "recusals": _recusals(one),
            "named": [{"expert": seat.expert_id, "reason": seat.reason} for seat in one.named_seats.all()],
            "approver": _hand(one.approved_by_name, one.approved_at),
            "repeats": {"id": one.repeats.id, "name": one.repeats.number} if one.repeats else None,
            "repeated_by": {"id": later.id, "name": later.number} if later else None,
            "timeline": timeline(one),
            "actions": actions(actor, one),
        }
    )


def _recusals(one: DrawRequest) -> dict[str, Any]:
    rows = list(one.recusals.all())
    return {
        "employers": [each.employer_id for each in rows if each.employer_id],
        "experts": [
            {"expert": each.expert_id, "reason": each.reason} for each in rows if each.expert_id and not each.other_id
        ],
        "pairs": [
            {"expert": each.expert_id, "other": each.other_id, "reason": each.reason} for each in rows if each.other_id
        ],
    }


def timeline(one: DrawRequest) -> list[dict[str, Any]]:
    """What happened, newest first; steps of invitations are told by seat."""
    cite = standing().policy.cite
    return [
        {
            "id": str(event.id),
            "at": event.at,
            "who": event.actor_name,
            "what": _what(event),
            "why": event.reason,
            "clause": event.clause,
            "cite": cite(event.clause) if event.clause else "",
        }
        for event in selectors.history(one)
    ]


def _what(event: Any) -> str:
    seat = (event.data or {}).get("seat")
    return action_name(event.action) + (f"（第{seat}席）" if seat else "")


def actions(actor: Actor, one: DrawRequest) -> list[str]:
    """What this actor may do with the request now; the services hold the same rules."""
    found = []
    for move in states.MOVES:
        permission = move.permission
        if move.act == "refuse" and one.state == "approved":
            permission = "selection.supervise"
        if one.state in move.before and actor.may(permission) and _by_hand(actor, one, move.act):
            found.append(move.act)
    if one.state in {"draft", "refused"} and actor.may("selection.request.edit"):
        found.append("edit")
    if one.state == "confirmed" and "freeze" in found:
        found.append("draw")
    if one.state == "confirmed" and one.unit_part and str(one.unit_id) in actor.scope_ids("using_unit"):
        found.append("seal_part")
    if one.state == "frozen" and one.supervised_by == actor.account_id and draws.is_kept(draw_id=one.draw_ref):
        found.append("release")
    return found


def _by_hand(actor: Actor, one: DrawRequest, act: str) -> bool:
    """Whether the separation of duties lets this person do it; `open` is done on the draw's page."""
    mine = one.asked_by == actor.account_id
    supervised = one.supervised_by == actor.account_id
    approved = one.approved_by == actor.account_id
    barred = {"approve": mine, "confirm": mine or approved, "freeze": supervised, "draw": supervised, "open": True}
    return not barred.get(act, False)


def done(one: DrawRequest) -> dict[str, Any]:
    """Where a request stands after an act."""
    return {
        "id": one.id,
        "state": one.state,
        "state_label": str(states.STATES[one.state]),
        "draw": one.draw_id if one.state in states.COMMITTED else None,
        "draw_number": one.draw_number,
    }


def draw(actor: Actor, one: DrawRequest) -> dict[str, Any]:
    """A draw as staff see it: seats with answers, names only once it is open."""
    found = ledger.by_id(one.draw_ref)
    lines = ledger.entries(found)
    committed = next((line for line in lines if line.kind == "committed"), None)
    opened = one.opened_at is not None
    record = found.published if opened and found.published else None
    here = addresses.of_agency(context.agency(), f"/draws/{found.number}/")
    return {
        "id": found.id,
        "number": str(found.number),
        "request": one.id,
        "title": one.title,
        "state": one.state,
        "state_label": str(states.STATES[one.state]),
        "sealed": not opened,
        "opens_at": one.opens_at,
        "commitment": committed.payload["ledger"] if committed else "",
        "committed_at": committed.at if committed else None,
        "seed": " ".join(part["secret"] for part in record["parts"]) if record else None,
        "entropy": _entropy(found, record),
        "algorithm": ALGORITHM,
        "record_url": f"{here}record.json" if record else None,
        "print_url": f"/api/selection/draws/{found.id}/print" if record else None,
        "check_url": here,
        "qr_url": f"{here}qr.svg",
        "supervisor": _hand(one.supervised_by_name, one.supervised_at),
        "pool_size": len(record["candidates"]) if record else None,
        "seats": seats(one, opened=opened),
        "replacements": replacements(one, opened=opened),
        "counts": counts(one),
        "chances": _chances(record),
        "timeline": timeline(one),
        "actions": draw_actions(actor, one),
    }


def _entropy(found: Draw, record: dict[str, Any] | None) -> dict[str, Any] | None:
    if not found.sources:
        return None
    values = (record or {}).get("entropy", {}).get("value") or []
    return {"source": "；".join(found.sources), "value": "；".join(values) or None}


def _chances(record: dict[str, Any] | None) -> dict[str, float] | None:
    if record is None:
        return None
    from sortition import checking

    some = [float(chance) for chance in checking.chances(record) if chance]
    return {"min": min(some), "max": max(some)}


def counts(one: DrawRequest) -> dict[str, int]:
    """Invitations by state."""
    found: dict[str, int] = {}
    for state in one.invitations.values_list("state", flat=True):
        found[state] = found.get(state, 0) + 1
    return found


def seats(one: DrawRequest, *, opened: bool) -> list[dict[str, Any]]:
    """Who was asked for each seat, in order, and the alternates; without names while the draw is sealed."""
    invited = list(one.invitations.select_related("expert").order_by("position", "round"))
    home = committees.home(one.committee)
    rows = [_seat(invitation, one, home, opened) for invitation in invited]
    if not opened:
        return rows
    asked = {invitation.expert_id for invitation in invited}
    waiting = [UUID(person) for person in draws.drawn_people(draw_id=one.draw_ref).alternates]
    people = Expert.objects.in_bulk([person for person in waiting if person not in asked])
    for order, person in enumerate(waiting, 1):
        if person in people:
            rows.append(_blank(order, "alternate", "waiting", "候补") | _who(people[person], home))
    return rows


def _blank(order: int, kind: str, response: str, label: str) -> dict[str, Any]:
    empty = (
        "expert", "group_label", "employer", "outsider", "responded_at", "answer_by", "reason", "replaces",
        "invitation",
    )  # fmt: skip
    known = {"order": order, "kind": kind, "response": response, "response_label": label}
    return known | dict.fromkeys(empty)


def _seat(invitation: Invitation, one: DrawRequest, home: Any, opened: bool) -> dict[str, Any]:
    shown = _blank(invitation.position, "seat", invitation.state, invitation.get_state_display()) | {
        "responded_at": invitation.answered_at,
        "answer_by": invitation.answer_by,
        "invitation": invitation.id,
        "reason": invitation.refill_reason or None,
        "replaces": f"第{invitation.position}席第{invitation.round - 1}位" if invitation.round > 1 else None,
    }
    if opened and invitation.expert is not None:
        shown |= _who(invitation.expert, home)
        shown["reason"] = _reason(invitation, one)
    return shown


def _reason(invitation: Invitation, one: DrawRequest) -> str | None:
    from tenants.selection import questions, secrecy

    words = secrecy.note_of(invitation, one.draw_ref)
    label = questions.DECLINE_REASONS.get(invitation.decline_code)
    parts = [invitation.refill_reason, str(label) if label else "", words]
    return "；".join(part for part in parts if part) or None


def _who(expert: Expert, home: Any) -> dict[str, Any]:
    return {
        "expert": {"id": expert.id, "name": expert.name},
        "group_label": "、".join(link.group.name for link in expert.memberships.select_related("group")),
        "employer": expert.employer_name,
        "outsider": home.is_outsider(expert.employer_id, expert.employer_name) if home.name else None,
    }


def replacements(one: DrawRequest, *, opened: bool) -> list[dict[str, Any]]:
    """Every replacement in order; by seat while the draw is sealed."""
    invited = list(one.invitations.select_related("expert").order_by("position", "round"))
    following = {(each.position, each.round): each for each in invited}
    found = []
    for gone in sorted((each for each in invited if each.refilled_at), key=lambda each: str(each.refilled_at)):
        came = following.get((gone.position, gone.round + 1))
        found.append(
            {
                "at": gone.refilled_at,
                "position": gone.position,
                "out": _named(gone, opened),
                "in_": _named(came, opened) if came else None,
                "reason": gone.refill_reason,
                "clause": "",
                "cite": "",
            }
        )
    return found


def _named(invitation: Invitation, opened: bool) -> str:
    if opened and invitation.expert is not None:
        return invitation.expert.name
    return f"第{invitation.position}席第{invitation.round}位"


def draw_actions(actor: Actor, one: DrawRequest) -> list[str]:
    """What this actor may do with the draw now."""
    from juxian.common import clock

    found = []
    early = actor.may("selection.open") or actor.may("selection.supervise")
    if one.state == "held" and one.opens_at is not None:
        due = clock.now() >= one.opens_at
        if due and actor.may("selection.open"):
            found.append("open")
        given = actor.account_id in {one.early_officer, one.early_supervisor}
        if not due and early and not given:
            found.append("open_early")
    if one.state in {"held", "opened"} and actor.may("selection.invitation.manage"):
        found += ["remind", "replace"]
    if one.state == "opened" and actor.may("selection.open"):
        found.append("close")
    if one.state in {"held", "opened"} and actor.may("selection.request.edit"):
        found.append("repeat")
    if one.opened_at is not None:
        found.append("print")
    return found


def seen(one: DrawRequest) -> list[UUID]:
    """Whose names a page of an opened draw shows, for the trail."""
    if one.opened_at is None:
        return []
    waiting = [UUID(person) for person in draws.drawn_people(draw_id=one.draw_ref).alternates]
    invited = [each for each in one.invitations.values_list("expert_id", flat=True) if each]
    people = Expert.objects.filter(id__in={*waiting, *invited})
    return list(people.values_list("person_id", flat=True))
