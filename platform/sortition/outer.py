"""The fairest chances that the rows allow, whole panels left out of account: an outer bound on what any distribution reaches.

Chances are scaled so that the mean, seats / people, is 1. The outer set is a polytope over the types' expected counts:
the rows of the problem and the cuts found so far (`Cut`). It contains every distribution over valid panels, so that chances which
are leximin-optimal in it, and are those of some distribution, are leximin-optimal outright.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sortition.linear import INFINITY, Columns, Floats, Model
from sortition.system import System

TIGHT = 1e-8  # a reduced cost above this fixes a chance at its level


@dataclass(frozen=True)
class Cut:
    """weights @ x <= most for every valid panel x, proved by an exact search over panels."""

    weights: Floats
    most: float

    @classmethod
    def through(cls, weights: Floats, most: float, target: Floats) -> "Cut":
        """Return the cut scaled so that the target it cuts off weighs 1."""
        weight = float(weights @ target)
        return cls(weights / weight, most / weight)


class Empty(ArithmeticError):
    """The outer set is empty: no distribution keeps the rows."""


class Outer:
    """The outer set of a system; `allowed` marks the types that fit some valid panel."""

    def __init__(self, system: System, allowed: NDArray[np.bool_]) -> None:
        self.system = system
        self.allowed = allowed
        self.scale = system.seats / float(system.sizes[allowed].sum())
        self.people = system.sizes * self.scale  # expected seats of a type at scaled chance 1
        self.cuts: list[Cut] = []
        self.slack = 1e-9  # cuts are this much too wide, because their proof is a floating-point one

    def leximin(self, ceiling: float = INFINITY) -> tuple[Floats, float]:
        """Return the leximin-optimal scaled chances, all at most `ceiling`, and the first level (the maximin value)."""
        ladder = _Ladder(self, min(ceiling, 1.0 / self.scale))
        while ladder.open.any():
            ladder.climb()
        return ladder.chances, ladder.first

    def maximin(self, ceiling: float = INFINITY) -> float:
        """Return the best least scaled chance."""
        ladder = _Ladder(self, min(ceiling, 1.0 / self.scale))
        ladder.climb()
        return ladder.first

    def loosen(self) -> bool:
        """Widen the cuts tenfold, up to a millionth; return whether that was possible."""
        self.slack *= 10
        return bool(self.cuts) and self.slack <= 1e-6

    def matrix(self) -> tuple[Columns, Floats, Floats]:
        """Return rows and cuts as one matrix over scaled chances, with the rows' lower and upper bounds."""
        base = self.system.matrix.scaled(self.people)
        lower, upper = self.system.lower, self.system.upper
        if not self.cuts:
            return base, lower, upper
        rows = np.arange(self.system.rows, self.system.rows + len(self.cuts), dtype=np.int32)
        values = np.array([cut.weights for cut in self.cuts]) * self.people
        columns = [
            (np.append(base.index[a:b], rows), np.append(base.value[a:b], values[:, j]))
            for j, (a, b) in enumerate(zip(base.start[:-1], base.start[1:], strict=True))
        ]
        start = base.start + len(self.cuts) * np.arange(len(base.start), dtype=np.int32)
        whole = Columns(start, np.concatenate([c[0] for c in columns]), np.concatenate([c[1] for c in columns]))
        most = np.array([cut.most + self.slack for cut in self.cuts])
        return whole, np.append(lower, np.full(len(most), -INFINITY)), np.append(upper, most)


class _Ladder:
    """Leximin level by level: raise the least of the open chances, fix those that cannot rise with it, go on.

    The model's columns are the excess of each open chance over the level, and the level z itself (the last column), so that
    it has as many rows as there are rules, not as there are types.
    """

    def __init__(self, outer: Outer, ceiling: float) -> None:
        self.matrix, self.lower, self.upper = outer.matrix()
        self.ceiling = ceiling
        count = outer.system.types
        self.open = outer.allowed.copy()
        self.chances = np.zeros(count)
        self.point = np.zeros(count)
        self.first = 0.0
        self.level = 0.0
        self.capped: dict[int, int] = {}  # type -> its row
        self.model = self._model(count)

    def _level_column(self) -> Floats:
        return self.matrix.times(self.open.astype(np.float64), len(self.lower))

    def _model(self, count: int) -> Model:
        column = self._level_column()
        present = np.flatnonzero(column).astype(np.int32)
        whole = Columns(
            np.append(self.matrix.start, self.matrix.start[-1] + len(present)).astype(np.int32),
            np.concatenate([self.matrix.index, present]),
            np.concatenate([self.matrix.value, column[present]]),
        )
        cost = np.append(np.zeros(count), 1.0)
        most = np.append(np.where(self.open, self.ceiling, 0.0), self.ceiling)
        model = Model(whole, cost, (np.zeros(count + 1), most), (self.lower, self.upper), maximise=True)
        return model.precise(1e-10)

    def climb(self) -> None:
        """Solve one level and fix every chance that is held there by a price; at least one always is."""
        while True:
            if not self.model.solve():
                raise Empty("no chances keep the rows")
            x = self.model.x
            self.level = float(x[-1])
            over = np.flatnonzero(self.open & (x[:-1] + self.level > self.ceiling + 1e-9))
            over = np.array([kind for kind in over if kind not in self.capped], dtype=np.int64)
            if not len(over):
                break
            for kind in over:
                self._cap(int(kind))
        self.point = np.where(self.open, x[:-1] + self.level, self.chances)
        if not self.first:
            self.first = self.level
        self._fix(np.abs(self.model.reduced_costs[:-1]))

    def _cap(self, kind: int) -> None:
        """Keep one chance below the ceiling by a row of its own; few chances ever come near it."""
        self.capped[kind] = self.model.rows
        columns = np.array([kind, self.matrix.count], dtype=np.int32)
        self.model.add_row(-INFINITY, self.ceiling, columns, np.ones(2))

    def _fix(self, prices: Floats) -> None:
        at_level = self.open & (self.point <= self.level + 1e-9)
        held = at_level & (prices > TIGHT)
        if not held.any():
            held = at_level if at_level.any() else self.open.copy()
        before = self._level_column()
        self.chances[held] = np.minimum(self.point[held], self.ceiling)
        self.open &= ~held
        self._move_to_bounds(held, before)

    def _move_to_bounds(self, held: NDArray[np.bool_], before: Floats) -> None:
        """Take the fixed chances out of the rows: their columns close, the level's column shrinks, the bounds move."""
        after = self._level_column()
        taken = self.matrix.times(np.where(held, self.chances, 0.0), len(self.lower))
        self.lower = self.lower - taken
        self.upper = self.upper - taken
        level = self.matrix.count
        for row in np.flatnonzero(before != after):
            value = float(after[row]) if abs(after[row]) > 1e-12 else 0.0
            self.model.highs.changeCoeff(int(row), level, value)
            self.model.highs.changeRowBounds(int(row), float(self.lower[row]), float(self.upper[row]))
        for kind in np.flatnonzero(held):
            self.model.highs.changeColBounds(int(kind), 0.0, 0.0)
            if int(kind) in self.capped:
                self.model.highs.changeRowBounds(self.capped[int(kind)], -INFINITY, INFINITY)
