"""The agency's public home page: every app may offer a section of links, put together when the page is read.

@home.register
def sections(on: date) -> Iterable[home.Section]: ...
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from juxian.common.texts import Text


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a section: its text, where it leads, and a word beside it (a last day, a count)."""

    text: str
    link: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the home page. `empty` is what stands there while it has no lines; `order` sorts sections."""

    key: str
    title: Text
    empty: Text
    lines: tuple[Line, ...] = ()
    more: str = ""
    order: int = 50


Source = Callable[[date], Iterable[Section]]
_sources: list[Source] = []


def register(source: Source) -> Source:
    """Add a source of sections; may be used as a decorator."""
    if source not in _sources:
        _sources.append(source)
    return source


def sections(on: date) -> list[Section]:
    """Every section of the present agency, in order."""
    found = [section for source in _sources for section in source(on)]
    return sorted(found, key=lambda section: (section.order, section.key))


GroupNames = Callable[[], Iterable[str]]
_group_names: list[GroupNames] = []


def register_groups(source: GroupNames) -> GroupNames:
    """Say which groups the agency keeps (its own names for those that the regulation leaves to it)."""
    _group_names[:] = [source]
    return source


def groups() -> list[str] | None:
    """The agency's own groups; None where no app keeps them."""
    return list(_group_names[0]()) if _group_names else None
