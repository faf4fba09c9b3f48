"""Bringing the public schema and every agency's to the migrations on disk."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from juxian.tenancy import laying, ledger, opening

log = logging.getLogger("juxian.tenancy")


@dataclass(frozen=True, slots=True)
class Migrated:
    """How it went with one schema: migrations applied (or lacking, when only asked), or why it failed."""

    schema_name: str
    count: int
    failure: str = ""

    @property
    def failed(self) -> bool:
        """Whether the schema was left behind."""
        return bool(self.failure)

    @property
    def text(self) -> str:
        """One line for a log."""
        return self.failure or f"{self.count} migrations"


def migrate_public() -> int:
    """Migrate the public schema if it lacks anything; returns how many migrations were applied."""
    return 0 if ledger.public_standing().current else laying.migrate(ledger.PUBLIC)


def migrate_agencies(*, dry_run: bool = False) -> list[Migrated]:
    """Migrate every agency that lacks something, in order; those that lack nothing are not in the answer.

    A failure (also a missing schema) stands in the answer and does not stop the others.
    """
    return [_one(standing, dry_run) for standing in ledger.agency_standings() if not standing.current]


def _one(standing: ledger.Standing, dry_run: bool) -> Migrated:
    if not standing.exists:
        return Migrated(standing.schema_name, 0, "the schema is missing; restore it from a backup")
    if dry_run:
        return Migrated(standing.schema_name, len(standing.pending))
    try:
        return Migrated(standing.schema_name, laying.migrate(standing.schema_name))
    except Exception as error:
        log.exception("agency not migrated", extra={"schema": standing.schema_name})
        return Migrated(standing.schema_name, 0, opening.reason_of(error))
