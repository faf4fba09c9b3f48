"""The numbers on the desk's front: every app may offer some, all of them counts without any person.

@figures.register
def pool(on: date) -> figures.Offer: ...
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from juxian.common.texts import Text


@dataclass(frozen=True, slots=True)
class Figure:
    """One number, its name and the page that lists what it counts."""

    key: str
    label: Text
    value: int
    link: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What one app has to show: figures, and counts by group name and by band of age."""

    figures: tuple[Figure, ...] = ()
    groups: tuple[tuple[str, int], ...] = ()
    ages: tuple[tuple[str, int], ...] = ()


Source = Callable[[date], Offer]
_sources: list[Source] = []


def register(source: Source) -> Source:
    """Add a source; may be used as a decorator."""
    if source not in _sources:
        _sources.append(source)
    return source


def gather(on: date) -> dict[str, Any]:
    """Everything offered, in the order of registration."""
    offers = [source(on) for source in _sources]
    return {
        "figures": [
            {"key": each.key, "label": str(each.label), "value": each.value, "link": each.link}
            for offer in offers
            for each in offer.figures
        ],
        "groups": [{"group": name, "count": count} for offer in offers for name, count in offer.groups],
        "ages": [{"band": band, "count": count} for offer in offers for band, count in offer.ages],
    }
