"""The to-do registry: every app says what waits for somebody, the list is put together when it is read.

An app's `todo.py` registers a function of actor and day that yields items, all of them the actor's own:

    @todo.register(kinds={"recruitment.review": Text("申报审核", "Review of an application")})
    def items(actor: Actor, on: date) -> Iterable[todo.Item]: ...
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, overload

from juxian.common.actors import Actor
from juxian.common.texts import Text

Box = Literal["open", "done", "started", "copied"]
BOXES: tuple[Box, ...] = ("open", "done", "started", "copied")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of one person.

    Attributes
    ----------
    kind:
        Code such as "recruitment.review"; its name is given at registration.
    subject, link:
        What it is about, and the page of the staff (or expert) application that deals with it.
    deadline:
        Last day (Beijing), or None.
    since:
        When it came to this person.
    state:
        "open" waits for the person, "done" the person dealt with it, "started" the person set it going and others
        are at it, "copied" is for information.
    """

    kind: str
    subject: str
    link: str
    deadline: date | None = None
    since: datetime | None = None
    state: Box = "open"
    from_name: str = ""
    done_at: datetime | None = None

    def overdue(self, on: date) -> bool:
        """Whether it still waits although its last day is over."""
        return self.state == "open" and self.deadline is not None and self.deadline < on


Source = Callable[[Actor, date], Iterable[Item]]
_sources: list[Source] = []
_kinds: dict[str, Text] = {}


@overload
def register(source: Source, *, kinds: Mapping[str, Text] | None = None) -> Source: ...
@overload
def register(source: None = None, *, kinds: Mapping[str, Text] | None = None) -> Callable[[Source], Source]: ...
def register(
    source: Source | None = None, *, kinds: Mapping[str, Text] | None = None
) -> Source | Callable[[Source], Source]:
    """Add a source of items with the names of its kinds; a plain call or a decorator."""
    _kinds.update(kinds or {})

    def keep(function: Source) -> Source:
        if function not in _sources:
            _sources.append(function)
        return function

    return keep if source is None else keep(source)


def name_kinds(kinds: Mapping[str, Text]) -> None:
    """Give kinds their names, apart from registering a source."""
    _kinds.update(kinds)


def label(kind: str) -> str:
    """A kind's name in the reader's language; the code itself where nobody named it."""
    return str(_kinds[kind]) if kind in _kinds else kind


def gather(*, actor: Actor, on: date) -> list[Item]:
    """Everything of this actor, unsorted."""
    return [item for source in _sources for item in source(actor, on)]


def box(*, actor: Actor, on: date, state: Box) -> list[Item]:
    """One box: what waits sorted by urgency (overdue first, then by deadline, then oldest first), the rest newest first."""
    found = [item for item in gather(actor=actor, on=on) if item.state == state]
    if state == "open":
        return sorted(found, key=lambda item: (item.deadline or date.max, _moment(item.since)))
    return sorted(found, key=lambda item: _moment(item.done_at or item.since), reverse=True)


def counts(*, actor: Actor, on: date) -> dict[str, int]:
    """How many there are in each box, and how many are overdue."""
    items = gather(actor=actor, on=on)
    found: dict[str, int] = {state: sum(item.state == state for item in items) for state in BOXES}
    return {**found, "overdue": sum(item.overdue(on) for item in items)}


def _moment(at: datetime | None) -> float:
    return at.timestamp() if at else 0.0
