"""Running one function in a named schema, for the platform's own dispatchers."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from juxian.tenancy import schemas, selectors

P = ParamSpec("P")
R = TypeVar("R")


def call_in(schema_name: str, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R | None:
    """Call a function inside the schema; None when the agency is not open (its effects wait)."""
    if schema_name == "public":
        with schemas.public():
            return function(*args, **kwargs)
    with schemas.public():
        agency = selectors.by_schema(schema_name)
    if agency is None:
        return None
    with schemas.inside(agency):
        return function(*args, **kwargs)
