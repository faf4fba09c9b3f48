"""Who looked at a person's record, gathered from every agency that knows them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from juxian.audit import selectors
from juxian.audit.names import action_name
from juxian.profiles import gathering
from juxian.tenancy.context import AgencyValue

_MOST = 200


def looks(agency: AgencyValue, account_id: UUID) -> Iterator[dict[str, Any]]:
    """The newest looks in one agency: when, who, what, why, and which fields were shown unmasked."""
    for event in selectors.who_looked(account_id).exclude(actor_id=account_id)[:_MOST]:
        yield {
            "at": event.at.isoformat(),
            "actor_name": event.actor_name,
            "action_name": action_name(event.action),
            "reason": event.reason,
            "shown": list((event.data or {}).get("fields", [])),
        }


gathering.register("looks", looks, newest_first="at")
