"""Long work of the operators."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from juxian.common.errors import Refusal
from juxian.operations import jobs
from juxian.tenancy import addresses, opening
from juxian.tenancy.models import Agency


@jobs.runner("tenancy.open")
def open_agency(job: jobs.Handle) -> dict[str, Any]:
    """Open an agency that was entered; a failure stays on its row, and the job can be tried again."""
    admin = job.params.get("first_admin")
    value = opening.carry_out(
        agency_id=UUID(job.params["agency"]),
        actor=job.actor,
        first_admin=UUID(admin) if admin else None,
        progress=job.progress,
    )
    if value.state != Agency.State.OPEN:
        job.fail(Refusal("tenancy.opening_failed", why=Agency.objects.get(id=value.id).failure))
    else:
        job.progress(opening.STEPS, opening.STEPS)
    return {"agency": str(value.id), "slug": value.slug, "address": addresses.of_agency(value)}
