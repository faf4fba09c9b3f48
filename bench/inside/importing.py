"""Imports a summary table of 10,000 rows through the job that the upload starts; prints seconds and peak memory."""

from __future__ import annotations

import io
import resource
import time
from datetime import date

import django

django.setup()

from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: E402

from juxian.common.actors import Actor  # noqa: E402
from juxian.notifications import delivery  # noqa: E402
from juxian.tenancy import schemas, selectors  # noqa: E402
from tenants.demonstration.generator import summary  # noqa: E402
from tenants.recruitment.models import Batch  # noqa: E402
from tenants.recruitment.services import importing  # noqa: E402

ROWS = 10_000


def peak_mb() -> float:
    """The process's largest resident memory so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Make the table, upload it, let the worker's code carry it out."""
    table = io.BytesIO()
    summary.written(table, ROWS, seed=1, on=date(2026, 11, 23))
    with schemas.public():
        agency = next(a for a in selectors.all_open() if a.policy == "chongqing_injury_prevention")
    before, started = peak_mb(), time.monotonic()
    with schemas.inside(agency):
        file = SimpleUploadedFile("table.xlsx", table.getvalue(), content_type=importing.XLSX)
        batch = importing.upload(actor=Actor.system("bench"), file=file)
    with schemas.public():
        delivery.run()
    spent = time.monotonic() - started
    with schemas.inside(agency):
        done = Batch.objects.get(pk=batch.pk)
    print(
        f"{done.state}: {ROWS} rows in {spent:.1f} s; peak memory {peak_mb():.0f} MB (before the import {before:.0f} MB)"
    )


main()
