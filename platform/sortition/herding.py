"""Many good panels quickly: each takes the types that are furthest behind their target, so that the running mean stays near it.

Panels are sought on the target's face only: where the target meets a bound exactly, every panel of a mixture must meet it too.
Each search is a small linear program over the types furthest behind; where its corner is fractional the weights are shaken.
"""

import numpy as np
from numpy.typing import NDArray

from sortition.deadline import Deadline
from sortition.finding import Counts, whole
from sortition.linear import Columns, Floats, Model
from sortition.system import System

AT_BOUND = 1e-7
SHAKES = 20
WIDTH = 8  # types looked at per seat, at first
LEAST_WIDTH = 120
OFTEN = 3.0  # panels that even the rarest type sits on, so that mixtures can set its share apart from its companions'


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
        self.usable: NDArray[np.int64] = np.flatnonzero(self.most)
        self.forced: NDArray[np.int64] = np.flatnonzero(self.least)
        self.width = max(WIDTH * system.seats, LEAST_WIDTH)


class Herd:
    """Panels on a face, one after another; the random numbers only shake and are the same every time."""

    def __init__(self, face: Face) -> None:
        self.face = face
        self.pace = face.target.copy()
        self.debt = face.target.copy()
        self.noise = np.random.default_rng(1)

    def gather(self, count: int, deadline: Deadline) -> list[Counts]:
        """Return `count` panels, fewer when the time is over or the face holds none that is found."""
        panels: list[Counts] = []
        self.pace = np.where(self.face.target > 0, np.maximum(self.face.target, OFTEN / count), 0.0)
        for _ in range(count):
            panel = None if deadline.over else self._next()
            if panel is None:
                break
            panels.append(panel)
        return panels

    def _next(self) -> Counts | None:
        usable = self.face.usable
        wish = (self.debt[usable] / self.pace[usable]) + 0.1 * self.noise.standard_normal(len(usable))
        width = self.face.width
        while True:
            last = width >= len(usable)
            panel = self._among(usable, wish, width, 5 * SHAKES if last else SHAKES)
            if panel is not None:
                self.debt += self.pace - panel
                return panel
            if last:
                return None
            width *= 2

    def _among(self, usable: NDArray[np.int64], wish: Floats, width: int, tries: int) -> Counts | None:
        """Look for a panel among the `width` types with the largest wishes, and those that must sit."""
        wishes = np.full(len(self.debt), -np.inf)
        wishes[usable] = wish
        near = usable if width >= len(usable) else usable[np.argpartition(-wish, width - 1)[:width]]
        chosen = np.union1d(near, self.face.forced)
        x = self._corner(chosen, wishes[chosen], tries)
        if x is None:
            return None
        panel = np.zeros(len(self.debt), dtype=np.int64)
        panel[chosen] = x
        return panel

    def _corner(self, chosen: NDArray[np.int64], wish: Floats, tries: int) -> Counts | None:
        face = self.face
        matrix, rows = _part(face.matrix, chosen, face.lower > 0)
        bounds = (face.least[chosen], face.most[chosen])
        model = Model(matrix, wish, bounds, (face.lower[rows], face.upper[rows]), maximise=True).plain()
        spread = max(float(wish.std()), 0.2)
        for attempt in range(tries):
            if not model.solve():
                return None
            x = whole(model.x)
            if x is not None:
                return x
            model.costs(wish + 0.2 * spread * (1 + attempt % SHAKES) * self.noise.standard_normal(len(wish)))
        return None


def _part(matrix: Columns, chosen: NDArray[np.int64], needed: NDArray[np.bool_]) -> tuple[Columns, NDArray[np.bool_]]:
    """Return the chosen columns over the rows they touch and those that nothing may leave out."""
    length = np.diff(matrix.start)[chosen]
    start = np.concatenate(([0], np.cumsum(length)))
    entries = np.repeat(matrix.start[chosen] - start[:-1], length) + np.arange(start[-1])
    index = matrix.index[entries]
    rows = needed.copy()
    rows[index] = True
    place = np.cumsum(rows) - 1
    part = Columns(start.astype(np.int32), place[index].astype(np.int32), matrix.value[entries])
    return part, rows
