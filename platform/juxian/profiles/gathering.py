"""What an expert sees of all their agencies at once: each app's part is gathered agency by agency, as plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from juxian.common.errors import not_found
from juxian.identity.models import Membership
from juxian.tenancy import crossing, selectors
from juxian.tenancy.context import AgencyValue

Gatherer = Callable[[AgencyValue, UUID], Iterable[dict[str, Any]]]
_gatherers: dict[str, Gatherer] = {}
_everywhere: set[str] = set()
_sorted_by: dict[str, str] = {}


def register(kind: str, function: Gatherer, *, everywhere: bool = False, newest_first: str = "") -> None:
    """Add a kind; the function runs inside one agency's schema and returns plain JSON-able rows about the account.

    `everywhere` asks every agency and not only those that know the account (calls that take applications);
    `newest_first` names the key by whose value the rows of all agencies are sorted.
    """
    if kind in _gatherers:
        raise ValueError(f"{kind!r} is gathered by two functions.")
    _gatherers[kind] = function
    if everywhere:
        _everywhere.add(kind)
    if newest_first:
        _sorted_by[kind] = newest_first


def kinds() -> list[str]:
    """Every registered kind."""
    return sorted(_gatherers)


def gather(kind: str, account_id: UUID) -> list[dict[str, Any]]:
    """The rows of every agency that knows the account (or of all, see `register`), each with its `agency`.

    404 for an unknown kind.
    """
    function = _gatherers.get(kind)
    if function is None:
        raise not_found(kind)
    known = set(Membership.objects.filter(account_id=account_id).values_list("agency_id", flat=True))
    rows: list[dict[str, Any]] = []
    for agency in selectors.all_open():
        if kind in _everywhere or agency.id in known:
            place = {"id": str(agency.id), "slug": agency.slug, "name": agency.name, "short_name": agency.short_name}
            found = crossing.call_in(agency.schema_name, _rows, function, agency, account_id) or []
            rows += [{**row, "agency": place} for row in found]
    if key := _sorted_by.get(kind):
        rows.sort(key=lambda row: str(row[key]), reverse=True)
    return rows


def _rows(function: Gatherer, agency: AgencyValue, account_id: UUID) -> list[dict[str, Any]]:
    return list(function(agency, account_id))
