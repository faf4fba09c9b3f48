"""What a new agency is furnished with: each tenants app registers a function that lays out its part of the policy.

A function runs inside the agency's schema, in the transaction that opens it, and may run again: it adds what is
missing and changes nothing that is there.
"""

from __future__ import annotations

from collections.abc import Callable

from juxian.common.actors import Actor
from juxian.tenancy.context import AgencyValue

Layout = Callable[[AgencyValue, Actor], None]
_layouts: list[Layout] = []


def register(function: Layout) -> Layout:
    """Add a function to what opening an agency runs; may be used as a decorator. Once only."""
    if function not in _layouts:
        _layouts.append(function)
    return function


def run(agency: AgencyValue, actor: Actor) -> int:
    """Run every registered function in the present schema (the agency's); returns how many ran."""
    for function in _layouts:
        function(agency, actor)
    return len(_layouts)
