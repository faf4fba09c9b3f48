"""The groups of this agency, for its public home page."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import get_language

from tenants.experts import selectors
from tenants.workspace import home


@home.register_groups
def names() -> Iterable[str]:
    """Open groups by name, without their specialties; English where the reader reads it and the group has it."""
    english = (get_language() or "").startswith("en")
    return [(group.name_en if english else "") or group.name for group in selectors.groups().filter(parent=None)]
