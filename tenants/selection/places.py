"""Where an expert stood in opened draws: whether on the list, with what chance, and the secret to check it with."""

from __future__ import annotations

from typing import Any

from juxian.common.errors import Refusal
from juxian.draws import selectors as ledger
from juxian.draws import services as draws
from juxian.tenancy import addresses, context
from tenants.experts.models import Expert
from tenants.selection.models import DrawRequest


def of_expert(expert: Expert, *, most: int = 50) -> list[dict[str, Any]]:
    """The newest opened draws that have this expert on the list or among the excluded."""
    opened = DrawRequest.objects.filter(opened_at__isnull=False, draw_id__isnull=False).order_by("-opened_at")
    return [found for row in opened[:most] if (found := _place(row, expert))]


def _place(row: DrawRequest, expert: Expert) -> dict[str, Any] | None:
    draw = ledger.by_id(row.draw_ref)
    if draw.published is None:
        return None
    secret = draws.secret_of(draw_id=draw.id, person=str(expert.id))
    try:
        place = ledger.place_of(draw, secret)
    except Refusal:
        return None
    return {
        "number": draw.number,
        "purpose": draw.purpose,
        "on_list": place.index is not None,
        "chance": float(place.chance),
        "chance_exact": str(place.chance),
        "excluded": place.excluded,
        "barred": place.barred,
        "commitment": place.commitment,
        "secret": secret,
        "check_url": addresses.of_agency(context.agency(), f"/draws/{draw.number}/"),
    }
