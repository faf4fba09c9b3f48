"""Bringing the public schema and every agency's to the migrations on disk."""

from __future__ import annotations

import logging
from collections import defaultdict
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
    """Migrate every agency that lacks something; those that lack nothing are not in the answer.

    Agencies that lack the same go together: the first is migrated Django's way with its statements recorded, the
    others replay them, which costs a twentieth. A failure (also a missing schema) stands in the answer and does not
    stop the others.
    """
    behind = [standing for standing in ledger.agency_standings() if not standing.current]
    found = [
        Migrated(each.schema_name, 0, "the schema is missing; restore it from a backup")
        for each in behind
        if not each.exists
    ]
    alike: dict[frozenset[ledger.Key], list[str]] = defaultdict(list)
    for standing in behind:
        if standing.exists:
            alike[standing.pending].append(standing.schema_name)
    for pending, names in alike.items():
        if dry_run:
            found += [Migrated(name, len(pending)) for name in names]
        else:
            found += _together(pending, names)
    return sorted(found, key=lambda each: each.schema_name)


def _together(pending: frozenset[ledger.Key], names: list[str]) -> list[Migrated]:
    """Migrate schemas that lack the same, in order."""
    found, recorded = [], None
    replayable = ledger.replayable(pending)
    for name in names:
        try:
            if recorded is None:
                statements = laying.migrate_recording(name)
                recorded = (name, statements) if replayable else None
            else:
                laying.replay(name, statements=recorded[1], of=recorded[0], migrations=pending)
            found.append(Migrated(name, len(pending)))
        except Exception as error:
            log.exception("agency not migrated", extra={"schema": name})
            found.append(Migrated(name, 0, opening.reason_of(error)))
    return found
