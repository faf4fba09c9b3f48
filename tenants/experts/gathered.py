"""What `my.` shows of the pools an expert is in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from juxian.profiles import gathering
from juxian.tenancy.context import AgencyValue
from tenants.experts import selectors


def memberships(agency: AgencyValue, account_id: UUID) -> Iterator[dict[str, Any]]:
    """The account's place in one agency's pool, if it has one."""
    row = selectors.of_account(account_id)
    if row is not None:
        yield {
            "id": str(row.id),
            "state": row.state,
            "state_label": row.get_state_display(),
            "groups": list(row.memberships.values_list("group__name", flat=True)),
            "term_from": row.term_from.isoformat() if row.term_from else None,
            "term_until": row.term_until.isoformat() if row.term_until else None,
            "restrictions": list(row.restrictions.filter(lifted_on=None).values_list("reason", flat=True)),
        }


def unavailability(agency: AgencyValue, account_id: UUID) -> Iterator[dict[str, Any]]:
    """Days on which the account's expert has said not to be free."""
    row = selectors.of_account(account_id)
    for item in row.unavailabilities.all() if row else ():
        yield {
            "id": str(item.id),
            "first_day": item.first_day.isoformat(),
            "last_day": item.last_day.isoformat(),
            "note": item.note,
        }


gathering.register("memberships", memberships)
gathering.register("unavailability", unavailability)
