"""What `my.` shows of recruitment from every agency."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from juxian.common import clock
from juxian.profiles import gathering
from juxian.tenancy.context import AgencyValue
from tenants.experts.standing import standing
from tenants.recruitment import states
from tenants.recruitment.api import presenting
from tenants.recruitment.selectors import applications, notices
from tenants.recruitment.services import drafts


def own_applications(agency: AgencyValue, account_id: UUID) -> Iterator[dict[str, Any]]:
    """The account's applications in one agency."""
    found = standing()
    for row in applications.of_account(account_id):
        due = presenting.due(row)
        yield {
            "id": str(row.id),
            "number": row.number,
            "campaign": row.campaign.title if row.campaign else "",
            "state": row.state,
            "state_label": row.get_state_display(),
            "stage_label": presenting.stage_name(row, found),
            "due": {**due, "day": due["day"].isoformat()} if due else None,
            "updated_at": row.updated_at.isoformat(),
        }


def open_campaigns(agency: AgencyValue, account_id: UUID) -> Iterator[dict[str, Any]]:
    """Calls of one agency that take applications, with the consent each asks for."""
    own = {row.campaign_id: str(row.id) for row in applications.of_account(account_id).filter(state__in=states.OPEN)}
    for row in notices.open_campaigns():
        yield {
            "id": str(row.id),
            "title": row.title,
            "door": row.door,
            "opens_at": row.opens_at.isoformat(),
            "closes_at": row.closes_at.isoformat(),
            "closes_on": row.closes_at.astimezone(clock.BEIJING).date().isoformat(),
            "groups": [{"key": item.group.key, "name": item.group.name} for item in row.wanted.all()],
            "consent_text": drafts.CONSENT.format(agency=agency.name),
            "my_application": own.get(row.id),
        }


gathering.register("applications", own_applications)
gathering.register("campaigns", open_campaigns, everywhere=True)
