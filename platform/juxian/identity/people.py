"""Reading who holds which rights, in a bounded number of queries."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Max, Q

from juxian.common import clock
from juxian.identity import roles, selectors
from juxian.identity.models import Account, Grant, Session
from juxian.tenancy.context import AgencyValue


def users(agency: AgencyValue | None, *, search: str = "") -> list[dict[str, Any]]:
    """Everybody who holds, held or is asked to hold a role here, with all of them; by name."""
    grants = Grant.objects.filter(agency_id=agency.id if agency else None).select_related("account")
    if search := search.strip():
        grants = grants.filter(Q(account__real_name__icontains=search) | Q(account__username__icontains=search.lower()))
    by_account: dict[Account, list[Grant]] = defaultdict(list)
    for grant in grants.order_by("account__real_name", "account__username", "-asked_at"):
        by_account[grant.account].append(grant)
    names = selectors.names(
        key for held in by_account.values() for grant in held for key in (grant.asked_by, grant.decided_by) if key
    )
    seen = _last_seen(agency, [account.id for account in by_account])
    return [
        {
            "id": account.id,
            "name": account.real_name,
            "account": account.username,
            "roles": [presented(grant, names, on_platform=agency is None) for grant in held],
            "last_seen": seen.get(account.id),
        }
        for account, held in by_account.items()
    ]


def presented(grant: Grant, names: dict[UUID, str], *, on_platform: bool) -> dict[str, Any]:
    """A grant with the names of both hands."""
    role = roles.find(grant.role, on_platform=on_platform)
    over = grant.state == Grant.State.ACTIVE and grant.valid_until is not None and grant.valid_until < _today()
    return {
        "id": grant.id,
        "code": grant.role,
        "label": str(role.title) if role else grant.role,
        "account_id": grant.account_id,
        "account_name": grant.account.real_name,
        "scope": grant.scope_id,
        "scope_kind": grant.scope_kind,
        "scope_label": grant.scope_label or grant.scope_id,
        "granted_by": names.get(grant.asked_by, "系统"),
        "asked_at": grant.asked_at,
        "approved_by": names.get(grant.decided_by, "系统") if grant.decided_by else None,
        "decided_at": grant.decided_at,
        "from": grant.valid_from,
        "until": grant.valid_until,
        "state": "expired" if over else grant.state,
        "reason": grant.reason,
        "note": grant.decision_note,
    }


def one(grant: Grant, *, on_platform: bool) -> dict[str, Any]:
    """One grant, presented."""
    return several([grant], on_platform=on_platform)[0]


def several(grants: list[Grant], *, on_platform: bool) -> list[dict[str, Any]]:
    """Many grants, presented; one query for the names of all hands."""
    names = selectors.names(key for grant in grants for key in (grant.asked_by, grant.decided_by) if key)
    return [presented(grant, names, on_platform=on_platform) for grant in grants]


def waiting(agency: AgencyValue | None) -> list[Grant]:
    """Grants that wait for a second hand, oldest first."""
    asked = Grant.objects.filter(agency_id=agency.id if agency else None, state=Grant.State.ASKED)
    return list(asked.select_related("account").order_by("asked_at"))


def has_security_admin(agency_id: UUID, *, besides: set[UUID]) -> bool:
    """Whether somebody else than these could decide in that agency."""
    return bool(set(selectors.holders(agency_id, ["security_admin"])) - besides)


def _last_seen(agency: AgencyValue | None, accounts: list[UUID]) -> dict[UUID | None, datetime]:
    realm = f"agency:{agency.slug}" if agency else "ops"
    rows = Session.objects.filter(realm=realm, account_id__in=accounts).values("account_id")
    return {row["account_id"]: row["seen"] for row in rows.annotate(seen=Max("last_seen"))}


def _today() -> Any:
    return clock.real_now().astimezone(clock.BEIJING).date()
