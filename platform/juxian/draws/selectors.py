"""Reading draws: what anybody may know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

import sortition
from juxian.common.errors import Refusal, not_found
from juxian.draws import ledger
from juxian.draws.models import Draw, LedgerEntry
from juxian.tenancy import context
from sortition import Place, Report


def public_draws() -> QuerySet[Draw]:
    """The present agency's draws, newest first, without their sealed inside."""
    return Draw.objects.filter(agency_id=context.agency().id).defer("sealed", "wrapped_key", "published")


def by_number(number: int) -> Draw:
    """One draw of the present agency; 404 where there is none."""
    row = Draw.objects.filter(agency_id=context.agency().id, number=number).defer("sealed", "wrapped_key").first()
    if row is None:
        raise not_found("抽取")
    return row


def by_id(draw_id: UUID) -> Draw:
    """The same by id."""
    row = Draw.objects.filter(agency_id=context.agency().id, id=draw_id).defer("sealed", "wrapped_key").first()
    if row is None:
        raise not_found("抽取")
    return row


def record_of(draw: Draw) -> dict[str, Any]:
    """The published record; `draws.sealed` before it is public."""
    from juxian.common import clock

    if draw.published is None:
        local = draw.opens_at.astimezone(clock.BEIJING).strftime("%Y-%m-%d %H:%M")
        raise Refusal("draws.sealed", number=draw.number, opens_at=local, status=404)
    published: dict[str, Any] = draw.published
    return published


def entries(draw: Draw) -> list[LedgerEntry]:
    """The ledger's lines about a draw, oldest first."""
    return list(draw.entries.select_related("draw").order_by("sequence"))


def whole_ledger() -> QuerySet[LedgerEntry]:
    """The present agency's ledger, oldest first."""
    return LedgerEntry.objects.filter(agency_id=context.agency().id).select_related("draw").order_by("sequence")


def check_chain() -> ledger.Chain:
    """Check the present agency's whole ledger."""
    return ledger.check(whole_ledger().iterator(chunk_size=2000))


@dataclass(frozen=True, slots=True)
class Checked:
    """A draw with what a check of it found. `report` is None before the record is public."""

    draw: Draw
    entries: list[LedgerEntry]
    chain: ledger.Chain
    report: Report | None
    hashes: dict[str, str]

    @property
    def verdict(self) -> str:
        """ "sound", "unsound", or "sealed" while only the commitment is public."""
        if not self.chain.ok or (self.report is not None and not self.report.ok):
            return "unsound"
        return "sound" if self.report is not None else "sealed"


def checked(draw: Draw) -> Checked:
    """Check a draw's record against the ledger, and the ledger itself."""
    lines = entries(draw)
    hashes = _hashes(lines)
    report = sortition.verify(draw.published, list(hashes.values())) if draw.published is not None else None
    return Checked(draw, lines, check_chain(), report, hashes)


def _hashes(lines: list[LedgerEntry]) -> dict[str, str]:
    """What the ledger published of the record: commitment, frozen content, result, and the newest seal."""
    found: dict[str, str] = {}
    for line in lines:
        for name in ("record", "ledger", "result", "seal"):
            if name in line.payload:
                found[name] = line.payload[name]
    return found


def place_of(draw: Draw, secret: str) -> Place:
    """Where one person stands in a public record, by "salt:person"; whether drawn is not said."""
    try:
        return sortition.mine(record_of(draw), secret)
    except sortition.Refused as error:
        raise Refusal(
            "draws.sortition", status=400, message_zh=error.words("zh"), message_en=error.words("en")
        ) from error
