"""From the revealed parts to the panel: the seed, the ticket, the members, the alternates and those who replace.

Everything here is a function of the record alone, so that whoever holds the record can repeat it. No floating-point number
and no solver is used. The steps, all fed by one stream (`stream.Stream`):

1. the ticket, an integer below 10**9, falls to one panel of the portfolio, whose tickets are as many as its weight
   (a portfolio of one panel needs no ticket; it is 0);
2. for each type of the panel, in the order of types, that many of its candidates: the x-th of those left, x drawn below their number;
3. all other candidates in a random order, drawn one by one in the same way. The alternates are the first who could take the place of
   at least one member with every rule kept; a replacement is the first who keeps every rule in the place of the one who
   leaves: alternates first, then those passed over, then on along the same order.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sortition import digests, rfc3797
from sortition.panels import Rules, count
from sortition.stream import Exhausted, PublicStream, Source, Stream
from sortition.words import Refused

SEED_KIND = "juxian.draw.seed/1"


def source(document: Mapping[str, Any]) -> Source:
    """Return the source of integers of a record whose parts and public values are known."""
    values = document["entropy"]["value"] or []
    if document["mode"] == "rfc3797":
        return PublicStream(rfc3797.normalise(values))
    seed = digests.of_value(
        document["hash"],
        {
            "kind": SEED_KIND,
            "ledger": document["commitments"]["ledger"],
            "parts": document["parts"],
            "entropy": rfc3797.normalise(values),
        },
    )
    return Stream(bytes.fromhex(seed), document["hash"])


class Drawing:
    """One draw, made or repeated: `ticket`, `members`, `alternates` (candidate indices), then `replace` as often as needed."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._source = source(document)
        self._kinds: list[int] = [one["type"] for one in document["candidates"]]
        self._rules = Rules(document)
        self.ticket = ticket(document["portfolio"], self._source)
        counts = panel_of(document["portfolio"], self.ticket)
        self.members = members(counts, by_type(self._kinds, [kind for kind, _ in counts]), self._source)
        self._panel = list(self.members)
        self._vacant: set[int] = set()
        drawn = set(self.members)
        self._left = [index for index in range(len(self._kinds)) if index not in drawn]
        self.alternates: list[int] = []
        self._passed: list[int] = []
        self._name_alternates(document["alternates"])

    def _name_alternates(self, wanted: int) -> None:
        counts = count(self._kinds[index] for index in self.members)
        useful: set[int] = set()
        for kind in counts:
            useful |= self._rules.substitutes(counts, kind)
        available = sum(self._kinds[index] in useful for index in self._left)
        while len(self.alternates) < min(wanted, available) and (index := self._next()) is not None:
            (self.alternates if self._kinds[index] in useful else self._passed).append(index)
        self._waiting = [*self.alternates, *self._passed]

    def _next(self) -> int | None:
        """Return the next candidate of the random order of all others, or None at its end."""
        if not self._left:
            return None
        try:
            return self._left.pop(self._source.below(len(self._left)))
        except Exhausted:
            return None

    @property
    def panel(self) -> list[int]:
        """The candidates on the panel now, after the replacements made so far."""
        return [index for index in self._panel if index not in self._vacant]

    def replace(self, out: int) -> int | None:
        """Take `out` off the panel and return who takes the place, or None when nobody left keeps every rule.

        Raise `Refused` when `out` is not on the panel. A place that stays vacant still counts with its type for the rules.
        """
        if out not in self._panel or out in self._vacant:
            raise Refused("replace.out", index=out)
        counts = count(self._kinds[index] for index in self._panel)
        allowed = self._rules.substitutes(counts, self._kinds[out])
        successor = self._first(allowed)
        if successor is None:
            self._vacant.add(out)
        else:
            self._panel[self._panel.index(out)] = successor
        return successor

    def _first(self, allowed: set[int]) -> int | None:
        for place, index in enumerate(self._waiting):
            if self._kinds[index] in allowed:
                return self._waiting.pop(place)
        if not any(self._kinds[index] in allowed for index in self._left):
            return None
        while (following := self._next()) is not None:
            if self._kinds[following] in allowed:
                return following
            self._waiting.append(following)
        return None


def ticket(portfolio: Sequence[Mapping[str, Any]], source_: Source) -> int:
    """Draw the ticket of a portfolio: an integer below 10**9, or 0 without drawing where there is one panel only."""
    return source_.below(10**9) if len(portfolio) > 1 else 0


def panel_of(portfolio: Sequence[Mapping[str, Any]], ticket_: int) -> list[list[int]]:
    """Return the counts of the panel to which a ticket falls."""
    for panel in portfolio:
        ticket_ -= panel["weight"]
        if ticket_ < 0:
            counts: list[list[int]] = panel["counts"]
            return counts
    raise Refused("fail.weights", sum=ticket_)


def by_type(kinds: Sequence[int], wanted: Iterable[int]) -> dict[int, list[int]]:
    """Return the candidates of each wanted type, in the record's order."""
    people: dict[int, list[int]] = {kind: [] for kind in wanted}
    for index, kind in enumerate(kinds):
        if kind in people:
            people[kind].append(index)
    return people


def members(counts: Sequence[Sequence[int]], people: dict[int, list[int]], source_: Source) -> list[int]:
    """Draw so many of each type; those drawn are taken out of `people`."""
    return [people[kind].pop(source_.below(len(people[kind]))) for kind, number in counts for _ in range(number)]


def run(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the `result` of a committed record whose parts and public values are in it."""
    drawing = Drawing(document)
    result: dict[str, Any] = {"ticket": drawing.ticket, "members": drawing.members, "alternates": drawing.alternates}
    result["hash"] = result_hash(document, result)
    return result


def result_hash(document: Mapping[str, Any], result: Mapping[str, Any]) -> str:
    """Return the hash that binds the result to the ledger's commitment, the revealed parts and the public values."""
    return digests.of_value(
        document["hash"],
        {
            "kind": "juxian.draw.result/1",
            "ledger": document["commitments"]["ledger"],
            "parts": document["parts"],
            "entropy": document["entropy"],
            "ticket": result["ticket"],
            "members": result["members"],
            "alternates": result["alternates"],
        },
    )
