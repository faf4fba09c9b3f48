"""Many good panels quickly: each takes the types that are furthest behind their target, so that the running mean stays near it.

Panels are sought on the target's face only: where the target meets a bound exactly, every panel of a mixture must meet it too.
Each search is a small linear program over the types furthest behind; where its corner is fractional the weights are shaken.
"""

import numpy as np
from numpy.typing import NDArray

from sortition.deadline import Deadline
from sortition.finding import Counts, Seats, whole
from sortition.linear import Columns, Floats, Model, new_highs
from sortition.system import System

AT_BOUND = 1e-7
SHAKES = 20
SETTLE = 2  # further corners tried for the seats left open by a fractional one
WIDTH = 8  # types looked at per seat, at first
LEAST_WIDTH = 120
AMPLE = 5  # times the width from which the best of each group are taken
OFTEN = 3.0  # panels that even the rarest type sits on, so that mixtures can set its share apart from its companions


class Face:
    """The rows of a system with those made equations that a target (expected counts) meets with equality."""

    def __init__(self, system: System, target: Floats) -> None:
        total = system.matrix.times(target, system.rows)
        slack = AT_BOUND * max(1.0, system.seats)
        self.matrix = system.matrix
        self.target = target
        self.lower = np.where(np.abs(total - system.upper) < slack, system.upper, system.lower)
        self.upper = np.where(np.abs(total - system.lower) < slack, system.lower, system.upper)
        self.most = np.where(target > 0, system.most, 0.0)
        self.least = np.where(target >= system.most - AT_BOUND, self.most, 0.0)
        self.ruled = np.ones(system.rows, dtype=np.bool_)
        self.ruled[system.group] = False
        self.usable: NDArray[np.int64] = np.flatnonzero(self.most)
        self.forced: NDArray[np.int64] = np.flatnonzero(self.least)
        self.group = system.group
        self.limit = system.limit
        self.grouped = bool(system.group.any())
        self.width = max(WIDTH * system.seats, LEAST_WIDTH)


class Herd:
    """Panels on a face, one after another; the random numbers only shake and are the same every time."""

    def __init__(self, face: Face) -> None:
        self.face = face
        self.pace = face.target.copy()
        self.debt = face.target.copy()
        self.noise = np.random.default_rng(1)
        self.width = face.width
        self.solver = new_highs()
        self.prices = np.zeros(len(face.lower))

    def gather(self, count: int, deadline: Deadline) -> list[Seats]:
        """Return `count` panels, fewer when the time is over or the face holds none that is found."""
        panels: list[Seats] = []
        self.pace = np.where(self.face.target > 0, np.maximum(self.face.target, OFTEN / count), 0.0)
        for _ in range(count):
            panel = None if deadline.over else self._next()
            if panel is None:
                break
            panels.append(panel)
        return panels

    def _next(self) -> Seats | None:
        usable = self.face.usable
        wish = (self.debt[usable] / self.pace[usable]) + 0.1 * self.noise.standard_normal(len(usable))
        while True:
            width = self.width
            last = width >= len(usable)
            panel = self._among(usable, wish, width, 5 * SHAKES if last else SHAKES)
            if panel is not None:
                self.debt += self.pace
                self.debt[panel.kinds] -= panel.numbers
                self.width = max(self.face.width, width - width // 16)
                return panel
            if last:
                return None
            self.width = min(2 * width, len(usable))

    def _among(self, usable: NDArray[np.int64], wish: Floats, width: int, tries: int) -> Seats | None:
        """Look for a panel among the `width` types with the largest wishes, and those that must sit.

        Wishes are weighed against what the quotas cost at the last panel, so that people whom a quota needs are among them.
        Of every group only its best few are looked at, as many as may sit, so that group rules need no rows. When the
        width covers all types, all are looked at, with their rows.
        """
        wishes = np.full(len(self.debt), -np.inf)
        wishes[usable] = wish
        near = usable
        if width < len(usable):
            worth = wish - self.face.matrix.transposed_times(self.prices)[usable]
            near = self._nearest(usable, worth, width)
        chosen = np.union1d(near, self.face.forced)
        x = self._corner(chosen, wishes[chosen], tries)
        if x is None:
            return None
        held = np.flatnonzero(x)
        return Seats(chosen[held], x[held])

    def _nearest(self, usable: NDArray[np.int64], wish: Floats, width: int) -> NDArray[np.int64]:
        wide = AMPLE * width if self.face.grouped else width
        if wide < len(usable):
            best = np.argpartition(-wish, wide)[:wide]
            usable, wish = usable[best], wish[best]
        if not self.face.grouped:
            return usable
        order = usable[np.argsort(-wish, kind="stable")]
        return order[_ranks(self.face.group[order]) < self.face.limit][:width]

    def _corner(self, chosen: NDArray[np.int64], wish: Floats, tries: int) -> Counts | None:
        face = self.face
        matrix, rows = _part(face, chosen)
        bounds = (face.least[chosen], face.most[chosen])
        model = Model(
            matrix, wish, bounds, (face.lower[rows], face.upper[rows]), maximise=True, solver=self.solver
        ).plain()
        spread = max(float(wish.std()), 0.2)
        for attempt in range(tries):
            if not model.solve():
                return None
            x = model.x
            if attempt == 0:
                self.prices[rows] = np.where(face.ruled[rows], model.prices, 0.0)
            counts = whole(x)
            if counts is not None:
                return counts
            counts = self._settle(model, x, bounds, wish, spread)
            if counts is not None:
                return counts
            model.bounds(*bounds)
            model.costs(wish + 0.2 * spread * (1 + attempt % SHAKES) * self.noise.standard_normal(len(wish)))
        return None

    def _settle(
        self, model: Model, x: Floats, bounds: tuple[Floats, Floats], wish: Floats, spread: float
    ) -> Counts | None:
        """Keep the seats that a fractional corner gave out whole, and look for another corner for the rest."""
        for _ in range(SETTLE):
            seated = (np.abs(x - np.rint(x)) < 1e-6) & (x > 0.5)
            fixed = np.rint(x[seated])
            lower, upper = bounds[0].copy(), bounds[1].copy()
            lower[seated], upper[seated] = fixed, fixed
            model.bounds(lower, upper)
            model.costs(wish + spread * self.noise.standard_normal(len(wish)))
            if not model.solve():
                return None
            x = model.x
            counts = whole(x)
            if counts is not None:
                return counts
        return None


def _ranks(group: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return how many of the same group stand before each; 0 for those without a group (0)."""
    order = np.argsort(group, kind="stable")
    ordered = group[order]
    first = np.searchsorted(ordered, ordered)
    ranks = np.empty(len(group), dtype=np.int64)
    ranks[order] = np.arange(len(group)) - first
    return np.where(group == 0, 0, ranks)


def _part(face: Face, chosen: NDArray[np.int64]) -> tuple[Columns, NDArray[np.bool_]]:
    """Return the chosen columns over the rows that can bind them: those with a lower bound, or with more than the upper in reach."""
    length = np.diff(face.matrix.start)[chosen]
    start = np.concatenate(([0], np.cumsum(length)))
    entries = np.repeat(face.matrix.start[chosen] - start[:-1], length) + np.arange(start[-1])
    index, value = face.matrix.index[entries], face.matrix.value[entries]
    reach = np.bincount(index, weights=value * np.repeat(face.most[chosen], length), minlength=len(face.upper))
    rows = (face.lower > 0) | (reach > face.upper)
    kept = rows[index]
    counts = np.bincount(np.repeat(np.arange(len(chosen)), length)[kept], minlength=len(chosen))
    start = np.concatenate(([0], np.cumsum(counts))).astype(np.int32)
    place = np.cumsum(rows) - 1
    return Columns(start, place[index[kept]].astype(np.int32), value[kept]), rows
