"""Why no panel is valid, and what would help: a smallest conflicting set of demands and a smallest relaxation.

The smallest conflict is found through its dual: it must meet every set of demands whose dropping makes a panel possible. Such
correction sets are collected one by one, a smallest set meeting them all is taken, and when no panel satisfies that set, it is a
conflict and none is smaller (Ignatiev, Previti, Liffiton and Marques-Silva, "Smallest MUS extraction", CP 2015).
"""

from collections.abc import Iterable, Set
from dataclasses import replace

import numpy as np

from sortition.deadline import Deadline
from sortition.finding import Counts, whole
from sortition.linear import INFINITY, Columns, Floats, Model, TimeOver, Trouble
from sortition.model import Barred, Demand, Infeasible, Quota, Typing
from sortition.system import System
from sortition.words import say

SECONDS = 0.7  # of CPU time spent at most on each of: the smallest conflict, the smallest relaxation, those barred
SHAKES = 10


def explain(system: System) -> Infeasible:
    """Return the error that tells why a system has no valid panel and what would help."""
    relaxation = _Elastic(system).relaxation()
    conflict, proven = _Elastic(system).smallest()
    return Infeasible(conflict, relaxation, proven)


def barred(typing: Typing, system: System, kinds: Iterable[int]) -> tuple[Barred, ...]:
    """Return, for types that fit no valid panel of a system that has some, the demands that would have to give way."""
    found: list[Barred] = []
    search: _Elastic | None = None
    bounds = _bounds(system)
    for kind in kinds:
        blocking = _closed(system, kind)
        if not blocking:
            search = search or _Elastic(system)
            blocking = _blocking(search, kind)
        names = dict.fromkeys((one.category, one.value) for one in blocking if one.kind in ("lower", "upper"))
        zh, en = (
            say("barred.quota", language, demands="；".join(one.words(language, named=False) for one in blocking))
            for language in ("zh", "en")
        )
        quotas = tuple(Quota(*name, *bounds[name]) for name in names)
        found.append(Barred(kind, typing.types[kind].members, quotas, zh, en))
    return tuple(found)


def _blocking(search: "_Elastic", kind: int) -> tuple[Demand, ...]:
    """Return the demands that would have to give way, by the least in total, for somebody of this type to sit."""
    try:
        missed = search.miss(frozenset(), kind)
    except TimeOver:
        missed = search.roughly(kind)
    return search.named(np.flatnonzero(missed).tolist()) if missed is not None else ()


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


class _Elastic:
    """The system with one slack per demand: how far a panel must miss it."""

    def __init__(self, system: System) -> None:
        self.system = system
        self.demands: list[Demand] = []
        self._entries: list[list[tuple[int, float]]] = []
        place: dict[Demand, int] = {}
        for row, pair in enumerate(system.demands, start=1):
            for demand, sign in zip(pair, (1.0, -1.0), strict=True):
                if demand is None:
                    continue
                if demand not in place:
                    place[demand] = len(self.demands)
                    self.demands.append(demand)
                    self._entries.append([])
                self._entries[place[demand]].append((row, sign))
        self.end = Deadline(SECONDS)
        self._noise = np.random.default_rng(1)
        self._most = float(max(system.seats, 1, *[demand.bound for demand in self.demands]))
        self._caps = np.minimum(system.sizes, system.seats)  # a dropped group rule no longer caps its types
        self._relaxed = self._model()
        self._exact: Model | None = None

    def _model(self) -> Model:
        """Return the program that minimises the total slack."""
        system, count = self.system, len(self.demands)
        ceiling = np.append(self._caps, np.full(count, self._most))
        matrix = _extend(system.matrix, self._entries)
        rows = (system.lower, system.upper)
        return Model(matrix, self._costs(0.0), (np.zeros(len(ceiling)), ceiling), rows, maximise=False).precise()

    def _costs(self, shake: float) -> Floats:
        noise = shake * self._noise.random(self.system.types) / self.system.seats
        return np.append(noise, np.ones(len(self.demands)))

    def miss(self, kept: Set[int], kind: int | None = None) -> Counts | None:
        """Return by how much a panel that keeps all of `kept` must miss each demand, in total as little as possible.

        None when no panel keeps them. `kind` is a type of which somebody must sit. Raise `TimeOver` when that takes too long.
        """
        bounds = self._bounds(kept, kind)
        missed, settled = self._corner(bounds)
        return missed if settled else self._search(bounds)

    def roughly(self, kind: int) -> Counts | None:
        """Return what `miss` would, rounded up from the linear relaxation, when there is no time for more."""
        return self._corner(self._bounds(frozenset(), kind))[0]

    def _corner(self, bounds: tuple[Floats, Floats]) -> tuple[Counts | None, bool]:
        """Return what the linear relaxation misses, rounded up, and whether that is settled by a corner of whole numbers."""
        self._relaxed.bounds(*bounds)
        self._relaxed.costs(self._costs(0.0))
        if not self._relaxed.solve():
            return None, True
        least = np.ceil(self._relaxed.objective - 1e-6)
        first = np.ceil(self._relaxed.x[self.system.types :] - 1e-6).astype(np.int64)
        for _ in range(SHAKES):
            x = whole(self._relaxed.x)
            if x is not None and x[self.system.types :].sum() <= least:
                return x[self.system.types :], True
            self._relaxed.costs(self._costs(0.5))
            self._relaxed.solve()
        return first, False

    def _bounds(self, kept: Set[int], kind: int | None) -> tuple[Floats, Floats]:
        slack = np.array([0.0 if one in kept else self._most for one in range(len(self.demands))])
        lower, upper = np.zeros(self.system.types + len(slack)), np.append(self._caps, slack)
        if kind is not None:
            lower[kind] = 1.0
        return lower, upper

    def _search(self, bounds: tuple[Floats, Floats]) -> Counts | None:
        if self._exact is None:
            self._exact = self._model().whole()
        self._exact.bounds(*bounds)
        self._exact.limit(self.end.left)
        if not self._exact.solve():
            return None
        return np.rint(self._exact.x).astype(np.int64)[self.system.types :]

    def conflicting(self, kept: Set[int]) -> bool:
        """Whether already the linear relaxation shows that no panel keeps all of these demands."""
        self._relaxed.bounds(*self._bounds(kept, None))
        return not self._relaxed.solve()

    def smallest(self) -> tuple[tuple[Demand, ...], bool]:
        """Return the demands of a smallest conflict and whether that was proved; without proof none can be left out."""
        corrections: list[frozenset[int]] = []
        unsettled: list[frozenset[int]] = []
        try:
            while not self.end.over:
                chosen = _hit(corrections, len(self.demands))
                missed, settled = self._corner(self._bounds(chosen, None))
                if not settled and missed is not None and not missed.any():
                    missed, settled = self.miss(chosen), True
                if missed is None:
                    return self.named(chosen), all(map(self._possible, unsettled))
                corrections.append(frozenset(np.flatnonzero(missed).tolist()))
                unsettled += [] if settled else corrections[-1:]
        except TimeOver:
            pass  # what follows needs no integer program
        return self.named(self._reduced()), False

    def _possible(self, correction: frozenset[int]) -> bool:
        """Whether some panel keeps everything but this correction set, as far as time tells."""
        try:
            return self.miss(set(range(len(self.demands))) - correction) is not None
        except TimeOver:
            return False

    def _reduced(self) -> set[int]:
        """Drop demands one by one as long as the rest still conflicts."""
        kept = set(range(len(self.demands)))
        for one in sorted(kept):
            if self.conflicting(kept - {one}):
                kept.discard(one)
        return kept

    def named(self, chosen: Iterable[int]) -> tuple[Demand, ...]:
        """Return the chosen demands."""
        return tuple(self.demands[one] for one in sorted(chosen))

    def relaxation(self) -> tuple[Demand, ...]:
        """Return the changed demands of a relaxation of the least total size; after the time is over, of a small one."""
        try:
            by = self.miss(frozenset())
        except TimeOver:
            self._relaxed.costs(self._costs(0.0))
            self._relaxed.solve()
            by = np.ceil(self._relaxed.x[self.system.types :] - 1e-6).astype(np.int64)
        if by is None:
            raise Trouble("no relaxation")
        return tuple(_relaxed(one, int(d)) for one, d in zip(self.demands, by, strict=True) if d)


def _relaxed(demand: Demand, by: int) -> Demand:
    return replace(demand, relaxed=demand.bound + (-by if demand.kind == "lower" else by))


def _extend(matrix: Columns, entries: list[list[tuple[int, float]]]) -> Columns:
    start = np.concatenate([matrix.start, matrix.start[-1] + np.cumsum([len(one) for one in entries])]).astype(np.int32)
    index = np.concatenate([matrix.index, [row for one in entries for row, _ in one]]).astype(np.int32)
    value = np.concatenate([matrix.value, [sign for one in entries for _, sign in one]]).astype(np.float64)
    return Columns(start, index, value)


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
