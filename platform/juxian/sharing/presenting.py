"""Agreements and invitations as each side's screens show them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import get_language

from juxian.audit.models import Event
from juxian.audit.names import action_name
from juxian.common.actors import Actor
from juxian.common.texts import Text
from juxian.sharing import selectors
from juxian.sharing.models import Agreement, Invitation
from juxian.tenancy import policies
from juxian.tenancy import selectors as agencies
from juxian.tenancy.context import AgencyValue
from juxian.tenancy.models import Agency

_STATES = {
    "offered": Text("等待签署", "to be signed"),
    "active": Text("生效中", "in force"),
    "refused": Text("未签署", "not signed"),
    "revoked": Text("已撤销", "revoked"),
    "ended": Text("已到期", "ended"),
}


def groups_of(agency: Agency | AgencyValue) -> list[dict[str, str]]:
    """The groups that an agency's policy publishes."""
    value = agencies.value(agency) if isinstance(agency, Agency) else agency
    english = (get_language() or "").startswith("en")
    scheme = policies.of(value).groups.groups
    return [{"key": group.key, "name": (group.name_en if english else "") or group.name} for group in scheme]


def row(agreement: Agreement, agency: AgencyValue) -> dict[str, Any]:
    """One agreement in a list, seen from one of its sides."""
    receives = agreement.receiver_id == agency.id
    partner = agreement.lender if receives else agreement.receiver
    offered = groups_of(agreement.lender)
    state = selectors.shown_state(agreement)
    ours, theirs = ("receiver", "lender") if receives else ("lender", "receiver")
    return {
        "id": agreement.id,
        "partner": {"slug": partner.slug, "name": partner.name},
        "mode": agreement.mode,
        "direction": "in" if receives else "out",
        "state": state,
        "state_label": str(_STATES[state]),
        "from": agreement.valid_from,
        "until": agreement.valid_until,
        "groups": [group for group in offered if group["key"] in agreement.groups],
        "offered_groups": [group for group in offered if not agreement.groups or group["key"] in agreement.groups],
        "purpose": agreement.purpose,
        "signed_ours": _signature(agreement, ours),
        "signed_theirs": _signature(agreement, theirs),
    }


def whole(agreement: Agreement, agency: AgencyValue, actor: Actor, history: list[Event]) -> dict[str, Any]:
    """One agreement with its assessment, its history and what this actor may do now."""
    return {
        **row(agreement, agency),
        "assessment": agreement.assessment,
        "assessed_by": agreement.assessed_by_name,
        "assessed_at": agreement.assessed_at,
        "end_reason": agreement.end_reason,
        "timeline": [
            {
                "id": event.id,
                "at": event.at,
                "who": event.actor_name,
                "what": action_name(event.action),
                "why": event.reason,
                "clause": event.clause,
            }
            for event in history
        ],
        "actions": actions(agreement, agency, actor),
    }


def actions(agreement: Agreement, agency: AgencyValue, actor: Actor) -> list[str]:
    """What this actor may do with it now."""
    receives = agreement.receiver_id == agency.id
    signs, proposes = actor.may("sharing.agreement.sign"), actor.may("sharing.agreement.propose")
    signed_mine = agreement.receiver_signed_at if receives else agreement.lender_signed_at
    signed_any = agreement.receiver_signed_at or agreement.lender_signed_at
    offered = agreement.state == Agreement.State.OFFERED
    used = selectors.in_force(agreement) and receives
    possible = {
        "assess": offered and not signed_any and (signs or proposes),
        "sign": offered and signs and not signed_mine and bool(agreement.assessment),
        "refuse": offered and signs,
        "revoke": agreement.state == Agreement.State.ACTIVE and signs,
        "search": used and actor.may("sharing.catalogue.search"),
        "invite": used and agreement.mode == Agreement.Mode.ADMIT and actor.may("sharing.invite"),
    }
    return [code for code, may in possible.items() if may]


def history(agreement_id: UUID) -> list[Event]:
    """What this agency's own trail tells of the agreement and its invitations, newest first."""
    sent = Invitation.objects.filter(agreement_id=agreement_id).values_list("id", flat=True)
    about = Q(target_type="sharing.agreement", target_id=str(agreement_id))
    about |= Q(target_type="sharing.invitation", target_id__in=[str(key) for key in sent])
    return list(Event.objects.filter(about).exclude(action="sharing.file.handed_over").order_by("-id")[:200])


def invitation(row: Invitation) -> dict[str, Any]:
    """An invitation as both the expert and the inviting agency see it; `receiver` and `lender` by name."""
    agreement = row.agreement
    return {
        "id": row.id,
        "agreement": row.agreement_id,
        "receiver": {"slug": agreement.receiver.slug, "name": agreement.receiver.name},
        "lender": {"slug": agreement.lender.slug, "name": agreement.lender.name},
        "message": row.message,
        "invited_at": row.invited_at,
        "answer_by": row.answer_by,
        "state": row.state,
        "state_label": row.get_state_display(),
        "answered_at": row.answered_at,
        "reason": row.reason,
        "findings": row.findings,
    }


def _signature(agreement: Agreement, side: str) -> dict[str, Any] | None:
    at = getattr(agreement, f"{side}_signed_at")
    return {"who": getattr(agreement, f"{side}_signed_name"), "at": at} if at else None
