"""The platform's security officer as second hand for an agency that has no security administrator yet."""

from __future__ import annotations

from uuid import UUID

from juxian.audit import services as trail
from juxian.common.actors import Actor
from juxian.common.errors import Refusal, not_found
from juxian.identity import grants, people
from juxian.identity.models import Grant
from juxian.tenancy import crossing, selectors
from juxian.tenancy.context import AgencyValue


def waiting() -> list[tuple[AgencyValue, Grant]]:
    """Grants asked for in open agencies where nobody could decide, oldest first."""
    found = []
    agencies = {agency.id: agency for agency in selectors.all_open()}
    asked = Grant.objects.filter(agency_id__in=list(agencies), state=Grant.State.ASKED).select_related("account")
    for row in asked.order_by("asked_at"):
        if row.agency_id and not _decidable_there(row):
            found.append((agencies[row.agency_id], row))
    return found


def decide(*, actor: Actor, grant_id: UUID, approved: bool, note: str) -> Grant:
    """Approve or refuse one of them; on record in the agency and on the platform.

    Raises `identity.has_second_hand` where the agency can decide by itself.
    """
    row = Grant.objects.filter(id=grant_id).exclude(agency_id=None).first()
    agency = selectors.by_id(row.agency_id) if row and row.agency_id else None
    if row is None or agency is None:
        raise not_found("授权")
    if _decidable_there(row):
        raise Refusal("identity.has_second_hand", status=403)
    deed = grants.approve if approved else grants.refuse
    decided = crossing.call_in(agency.schema_name, deed, actor=actor, agency=agency, grant_id=grant_id, note=note)
    if decided is None:
        raise not_found("授权")
    action = "identity.grant.approved" if approved else "identity.grant.refused"
    trail.record(
        actor=actor,
        action=action,
        target=decided,
        subject=decided.account_id,
        reason=note,
        data={"agency": agency.slug},
    )
    return decided


def _decidable_there(row: Grant) -> bool:
    return row.agency_id is not None and people.has_security_admin(
        row.agency_id, besides={row.account_id, row.asked_by}
    )
