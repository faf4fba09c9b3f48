"""The policies that are installed, found by entry point and never by import."""

from __future__ import annotations

import logging
from datetime import date
from functools import cache
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any

from juxian.tenancy.context import AgencyValue

if TYPE_CHECKING:
    from rulebook import Parameters, Policy

GROUP = "juxian.policies"
log = logging.getLogger("juxian.policies")


class UnknownPolicy(LookupError):
    """An agency names a policy that is not installed."""


@cache
def installed() -> dict[str, Any]:
    """Entry points by name."""
    return {point.name: point for point in entry_points(group=GROUP)}


@cache
def named(name: str) -> Policy:
    """The policy of that name, loaded once; raises `UnknownPolicy`."""
    point = installed().get(name)
    if point is None:
        raise UnknownPolicy(f"The policy {name!r} is not installed. Installed: {', '.join(sorted(installed()))}.")
    loaded = point.load()
    policy: Policy = loaded() if callable(loaded) else loaded
    return policy


def load_all() -> None:
    """Load every installed policy when a process starts, so that no request waits for it.

    One that does not load is logged and left out: it refuses its own agency's requests, and nobody else's.
    """
    for name in installed():
        try:
            named(name)
        except Exception:
            log.exception("policy not loaded", extra={"policy": name})


def of(agency: AgencyValue) -> Policy:
    """The agency's policy."""
    return named(agency.policy)


def parameters(agency: AgencyValue, on: date) -> Parameters:
    """The values that bind an agency on a day: its policy's, with what the agency itself has set."""
    from juxian.tenancy import parameters as own

    return own.in_force(agency, on)


def changes(agency: AgencyValue, on: date) -> dict[str, object]:
    """The values the agency itself has set that are in force on a day, by parameter, in their JSON form."""
    from juxian.tenancy import parameters as own

    return {row.parameter: row.value for row in own.own_changes(agency) if row.valid_from <= on}
