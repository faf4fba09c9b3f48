"""Writing and checking an agency's ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from juxian.common import clock
from juxian.draws.models import Draw, LedgerEntry
from sortition import digests

FIRST = "0" * 64


def lock(agency_id: UUID) -> None:
    """Hold the agency's ledger until the transaction ends: numbers are given one at a time."""
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("The ledger is written inside a transaction.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"juxian.draws.ledger:{agency_id}"])


def last(agency_id: UUID) -> LedgerEntry | None:
    """The newest line."""
    return LedgerEntry.objects.filter(agency_id=agency_id).order_by("-sequence").first()


def append(*, draw: Draw, kind: str, payload: Mapping[str, Any]) -> LedgerEntry:
    """Add a line about a draw; `payload` holds hashes, numbers and public words, never a person."""
    lock(draw.agency_id)
    before = last(draw.agency_id)
    entry = LedgerEntry(
        agency_id=draw.agency_id,
        sequence=before.sequence + 1 if before else 1,
        draw=draw,
        kind=str(kind),
        at=moment(clock.real_now()),
        payload=dict(payload),
        previous=before.hash if before else FIRST,
    )
    entry.hash = digests.of_value("sha256", line(entry))
    entry.save(force_insert=True)
    return entry


def moment(at: datetime) -> str:
    """A moment as the ledger writes it: ISO 8601, UTC, whole seconds."""
    return at.astimezone(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")


def line(entry: LedgerEntry) -> dict[str, Any]:
    """What an entry's hash is taken over."""
    return {
        "agency": str(entry.agency_id),
        "sequence": entry.sequence,
        "draw": entry.draw.number,
        "kind": entry.kind,
        "at": entry.at,
        "payload": entry.payload,
        "previous": entry.previous,
    }


@dataclass(frozen=True, slots=True)
class Chain:
    """How the check of a ledger ended: `broken_at` is the first line that does not fit, or None."""

    lines: int
    head: str
    broken_at: int | None

    @property
    def ok(self) -> bool:
        """Whether every line fits the one before."""
        return self.broken_at is None


def check(entries: Iterable[LedgerEntry]) -> Chain:
    """Repeat numbers and hashes of an agency's whole ledger, given in order."""
    head, count = FIRST, 0
    for entry in entries:
        count += 1
        fits = entry.sequence == count and entry.previous == head
        if not fits or entry.hash != digests.of_value("sha256", line(entry)):
            return Chain(count, head, entry.sequence)
        head = entry.hash
    return Chain(count, head, None)
