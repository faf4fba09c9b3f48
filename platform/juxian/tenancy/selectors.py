"""Reading agencies as frozen values (each does its own short visit to the public tables)."""

from __future__ import annotations

import time
from uuid import UUID

from juxian.tenancy.context import AgencyValue
from juxian.tenancy.models import Agency, AgencyHost

_HOST_SECONDS = 3.0
_hosts: dict[str, tuple[float, AgencyValue]] = {}


def value(agency: Agency) -> AgencyValue:
    """The frozen value of an agency's row."""
    return AgencyValue(
        id=agency.id,
        slug=agency.slug,
        schema_name=agency.schema_name,
        name=agency.name,
        short_name=agency.short_name or agency.name,
        province=agency.province,
        policy=agency.policy,
        tier=agency.tier,
        parent_id=agency.parent_id,
        state=agency.state,
    )


def by_host(host: str) -> AgencyValue | None:
    """The open agency that answers on a host name, or None. Hits are kept for three seconds."""
    now = time.monotonic()
    kept = _hosts.get(host)
    if kept and now - kept[0] < _HOST_SECONDS:
        return kept[1]
    row = AgencyHost.objects.select_related("tenant").filter(domain=host, tenant__state=Agency.State.OPEN).first()
    if row is None:
        _hosts.pop(host, None)
        return None
    found = value(row.tenant)
    _hosts[host] = (now, found)
    return found


def forget_hosts() -> None:
    """Drop kept hosts, after an agency was opened or suspended in this process."""
    _hosts.clear()


def by_slug(slug: str) -> AgencyValue | None:
    """The open agency of that slug, or None."""
    row = Agency.objects.filter(slug=slug, state=Agency.State.OPEN).first()
    return value(row) if row else None


def by_id(agency_id: UUID | str) -> AgencyValue | None:
    """The agency of that id in whatever state, or None."""
    row = Agency.objects.filter(id=agency_id).first()
    return value(row) if row else None


def by_schema(schema_name: str) -> AgencyValue | None:
    """The open agency of that schema, or None."""
    row = Agency.objects.filter(schema_name=schema_name, state=Agency.State.OPEN).first()
    return value(row) if row else None


def all_open() -> list[AgencyValue]:
    """Every open agency, by slug."""
    return [value(row) for row in Agency.objects.filter(state=Agency.State.OPEN)]
