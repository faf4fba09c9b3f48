"""What `my.` shows of appointments from every agency."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from juxian.profiles import gathering
from juxian.tenancy import addresses
from juxian.tenancy.context import AgencyValue
from tenants.appointments import selectors


def certificates(agency: AgencyValue, account_id: UUID) -> Iterator[dict[str, Any]]:
    """The account's appointments in one agency."""
    for row in selectors.of_account(account_id):
        yield {
            "id": str(row.id),
            "number": row.number,
            "groups": row.groups,
            "first_day": row.first_day.isoformat(),
            "last_day": row.last_day.isoformat(),
            "state": row.state,
            "state_label": row.get_state_display(),
            "certificate_url": f"/at/{agency.slug}/api/appointments/appointments/{row.id}/certificate",
            "check_url": addresses.of_agency(agency, f"/certificates/{row.code}/"),
        }


gathering.register("certificates", certificates)
