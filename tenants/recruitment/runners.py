"""Long work of recruitment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from juxian.operations import jobs
from tenants.recruitment.services import importing


@jobs.runner(importing.KIND)
def run_import(job: jobs.Handle) -> Mapping[str, Any]:
    """Read a summary table."""
    return importing.carry_out(actor=job.actor, batch_id=job.params["batch"], progress=job.progress)
