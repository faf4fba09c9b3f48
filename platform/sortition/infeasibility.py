"""Why no panel is valid, and what would help: a smallest conflicting set of demands and a smallest relaxation.

The smallest conflict is found through its dual: it must meet every set of demands whose dropping makes a panel possible. Such
correction sets are collected one by one, a smallest set meeting them all is taken, and when no panel satisfies that set, it is a
conflict and none is smaller (Ignatiev, Previti, Liffiton and Marques-Silva, "Smallest MUS extraction", CP 2015).
"""

import time
from collections.abc import Iterable, Set

import numpy as np

from sortition.linear import INFINITY, Columns, Model, Trouble
from sortition.model import Barred, Demand, Infeasible, Quota, Typing
from sortition.system import System
from sortition.words import say

SECONDS = 1.5  # spent at most on showing that a conflict is smallest


def explain(system: System) -> Infeasible:
    """Return the error that tells why a system has no valid panel and what would help."""
    conflict, proven = _Conflicts(system).smallest()
    return Infeasible(conflict, _relaxation(system), proven)


def barred(typing: Typing, system: System, kinds: Iterable[int]) -> tuple[Barred, ...]:
    """Return, for types that fit no valid panel of a system that has some, the fewest demands that would have to give way."""
    found: list[Barred] = []
    search: _Conflicts | None = None
    bounds = _bounds(system)
    for kind in kinds:
        blocking = _closed(system, kind)
        if not blocking:
            search = search or _Conflicts(system)
            blocking = search.blocking(kind)
        names = dict.fromkeys((one.category, one.value) for one in blocking if one.kind in ("lower", "upper"))
        zh, en = (
            say("barred.quota", language, demands="；".join(one.words(language) for one in blocking))
            for language in ("zh", "en")
        )
        quotas = tuple(Quota(*name, *bounds[name]) for name in names)
        found.append(Barred(kind, typing.types[kind].members, quotas, zh, en))
    return tuple(found)


def _closed(system: System, kind: int) -> tuple[Demand, ...]:
    """Return the demand that allows nobody of this type at all, the commonest reason."""
    rows = system.matrix.index[system.matrix.start[kind] : system.matrix.start[kind + 1]]
    for row in rows[1:]:
        upper = system.demands[row - 1][1]
        if upper is not None and upper.bound == 0:
            return (upper,)
    return ()


def _bounds(system: System) -> dict[tuple[str, str], tuple[int, int]]:
    return {
        (upper.category, upper.value): (lower.bound if lower else 0, upper.bound)
        for lower, upper in system.demands
        if upper is not None and upper.kind == "upper"
    }


class _Slack:
    """The system with one slack per demand: how far a panel misses it, and whether it does."""

    def __init__(self, system: System) -> None:
        self.system = system
        self.demands: list[Demand] = []
        rows: list[list[tuple[int, float]]] = []
        place: dict[Demand, int] = {}
        for row, pair in enumerate(system.demands, start=1):
            for demand, sign in zip(pair, (1.0, -1.0), strict=True):
                if demand is None:
                    continue
                if demand not in place:
                    place[demand] = len(self.demands)
                    self.demands.append(demand)
                    rows.append([])
                rows[place[demand]].append((row, sign))
        self._slack_rows = rows

    def model(self, *, counted: bool) -> Model:
        """Return the program: minimise total slack, or (`counted`) the number of demands missed."""
        system, count = self.system, len(self.demands)
        entries = [*self._slack_rows]
        lower, upper = system.lower, system.upper
        flags = count if counted else 0
        if counted:
            links = range(system.rows, system.rows + count)
            most = [float(max(system.seats, demand.bound)) for demand in self.demands]
            entries = [[*rows, (link, 1.0)] for rows, link in zip(entries, links, strict=True)]
            entries += [[(link, -bound)] for link, bound in zip(links, most, strict=True)]
            lower = np.append(lower, np.full(count, -INFINITY))
            upper = np.append(upper, np.zeros(count))
        caps = np.minimum(system.sizes, system.seats)  # a dropped group rule no longer caps its types
        slack = float(max(system.seats, *[demand.bound for demand in self.demands], 1))
        ceiling = np.concatenate([caps, np.full(count, slack), np.ones(flags)])
        cost = np.concatenate([np.zeros(system.types), np.full(count, float(not counted)), np.ones(flags)])
        matrix = _extend(system.matrix, entries)
        return Model(matrix, cost, (np.zeros(len(cost)), ceiling), (lower, upper), maximise=False).whole()


def _extend(matrix: Columns, entries: list[list[tuple[int, float]]]) -> Columns:
    start = np.concatenate([matrix.start, matrix.start[-1] + np.cumsum([len(one) for one in entries])]).astype(np.int32)
    index = np.concatenate([matrix.index, [row for one in entries for row, _ in one]]).astype(np.int32)
    value = np.concatenate([matrix.value, [sign for one in entries for _, sign in one]]).astype(np.float64)
    return Columns(start, index, value)


class _Conflicts:
    """The search for a smallest conflict, and for what stands in one type's way."""

    def __init__(self, system: System) -> None:
        self.slack = _Slack(system)
        self.model = self.slack.model(counted=True)
        self.first = system.types + len(self.slack.demands)
        self.end = time.process_time() + SECONDS

    def smallest(self) -> tuple[tuple[Demand, ...], bool]:
        """Return the demands of a smallest conflict and whether that was proved; without proof none can be left out."""
        corrections: list[frozenset[int]] = []
        while True:
            chosen = _hit(corrections, len(self.slack.demands))
            missed = self._missed(chosen)
            if missed is None:
                return self._named(chosen), True
            corrections.append(missed)
            if time.process_time() > self.end:
                return self._named(self._reduced()), False

    def blocking(self, kind: int) -> tuple[Demand, ...]:
        """Return the fewest demands whose dropping lets somebody of this type sit."""
        most = float(min(self.slack.system.sizes[kind], self.slack.system.seats))
        self.model.highs.changeColBounds(kind, 1.0, most)
        missed = self._missed(frozenset())
        self.model.highs.changeColBounds(kind, 0.0, most)
        return self._named(missed or frozenset())

    def _missed(self, kept: Set[int]) -> frozenset[int] | None:
        """Return a smallest set of demands to drop so that a panel keeps all of `kept`; None when no panel does."""
        count = len(self.slack.demands)
        flags = np.arange(self.first, self.first + count, dtype=np.int32)
        upper = np.array([0.0 if one in kept else 1.0 for one in range(count)])
        self.model.highs.changeColsBounds(count, flags, np.zeros(count), upper)
        if not self.model.solve():
            return None
        flagged = self.model.x[self.first :]
        return frozenset(np.flatnonzero(flagged > 0.5).tolist())

    def _reduced(self) -> set[int]:
        """Drop demands one by one as long as the rest still conflicts."""
        kept = set(range(len(self.slack.demands)))
        for one in sorted(kept):
            if self._missed(kept - {one}) is None:
                kept.discard(one)
        return kept

    def _named(self, chosen: Set[int]) -> tuple[Demand, ...]:
        return tuple(self.slack.demands[one] for one in sorted(chosen))


def _hit(sets: list[frozenset[int]], count: int) -> set[int]:
    """Return a smallest set that meets all the given ones."""
    if not sets:
        return set()
    start = np.cumsum([0, *[sum(one in each for each in sets) for one in range(count)]]).astype(np.int32)
    index = np.array([row for one in range(count) for row, each in enumerate(sets) if one in each], dtype=np.int32)
    matrix = Columns(start, index, np.ones(len(index)))
    rows = (np.ones(len(sets)), np.full(len(sets), INFINITY))
    model = Model(matrix, np.ones(count), (np.zeros(count), np.ones(count)), rows, maximise=False).whole()
    if not model.solve():
        raise Trouble("an empty correction set")
    return set(np.flatnonzero(model.x > 0.5).tolist())


def _relaxation(system: System) -> tuple[Demand, ...]:
    """Return the changed demands of a relaxation of the least total size."""
    slack = _Slack(system)
    model = slack.model(counted=False)
    if not model.solve():
        raise Trouble("no relaxation")
    by = np.rint(model.x[system.types :]).astype(int)
    return tuple(
        Demand(
            one.kind,
            one.bound,
            one.bound + (-1 if one.kind == "lower" else 1) * int(d),
            one.category,
            one.value,
            one.people,
        )
        for one, d in zip(slack.demands, by, strict=True)
        if d
    )
