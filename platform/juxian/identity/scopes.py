"""What a role can be narrowed to: the apps that keep employers, using units and the like name them here."""

from __future__ import annotations

from collections.abc import Callable

from juxian.common.errors import Refusal

Naming = Callable[[str], str | None]
_namings: dict[str, Naming] = {}


def register(kind: str, name_of: Naming) -> None:
    """Say how a scope of this kind is named: a function of its id, None for one that is not there."""
    _namings[kind] = name_of


def label(kind: str, scope_id: str) -> str:
    """The name of a scope in the present agency; kinds nobody registered (districts) are named by their id.

    Raises `identity.scope_needed` for an id that is not there.
    """
    naming = _namings.get(kind)
    if naming is None:
        return scope_id
    found = naming(scope_id)
    if found is None:
        raise Refusal("identity.scope_needed", status=400, role=kind)
    return found
