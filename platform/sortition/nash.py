"""The chances of the largest product, by an interior-point method whose linear systems have one row per rule, not per type.

maximise sum of n_t log p_t over p in the outer set. With s = A p the barrier problem is separable in p and s but for that
equation, so that Newton's step needs only the matrix A D A' (Boyd and Vandenberghe, Convex Optimization, chapter 11).
"""

import numpy as np
from numpy.typing import NDArray

from sortition.linear import INFINITY, Columns, Floats, Model
from sortition.outer import Empty, Outer

WIDE = 1e-6  # a row that can move less than this is an equation
STEPS = 400
TINY = 1e-14
RIDGE = 1e-13  # rows may depend on each other: every category sums to the seats


def most_even(outer: Outer) -> tuple[Floats, float]:
    """Return the scaled chances of the largest product, zero where `outer.allowed` is false, and their gap.

    The gap bounds by how much the mean logarithm of the chances could still rise: the first-order condition, by a linear program.
    """
    ceiling = 1.0 / outer.scale
    base, lower, upper = outer.matrix()
    ranges = _Ranges(outer, base, lower, upper)
    point = outer.leximin()[0]
    lower, upper = ranges.rows(point)
    sure = ranges.sure(np.flatnonzero(point >= ceiling * (1 - WIDE)))
    chances = np.zeros(outer.system.types)
    chances[sure] = ceiling
    taken = base.times(chances, len(lower))
    open_ = np.setdiff1d(np.flatnonzero(outer.allowed), sure)
    matrix = _dense(base, open_, len(lower))
    used = np.flatnonzero((np.abs(matrix).sum(axis=1) > 0) & ((lower > -INFINITY) | (upper < INFINITY)))
    rows = (lower - taken)[used], (upper - taken)[used]
    if len(open_):
        chances[open_] = _Barrier(matrix[used], *rows, outer.system.sizes[open_], ceiling).solve()
    return chances, ranges.gap(chances, outer.system.sizes)


def _dense(base: Columns, kinds: NDArray[np.int64], rows: int) -> Floats:
    matrix = np.zeros((rows, len(kinds)))
    for place, kind in enumerate(kinds):
        entries = slice(base.start[kind], base.start[kind + 1])
        matrix[base.index[entries], place] = base.value[entries]
    return matrix


class _Ranges:
    """How far rows and chances can move in the outer set; what cannot move has no interior and must be taken out."""

    def __init__(self, outer: Outer, matrix: Columns, lower: Floats, upper: Floats) -> None:
        self.matrix, self.lower, self.upper = matrix, lower, upper
        self.most = np.where(outer.allowed, 1.0 / outer.scale, 0.0)
        bounds = (np.zeros(len(self.most)), self.most)
        self.model = Model(matrix, np.zeros(len(self.most)), bounds, (lower, upper), maximise=True).precise()

    def _largest(self, cost: Floats) -> float:
        self.model.costs(cost)
        if not self.model.solve():
            raise Empty
        return self.model.objective

    def rows(self, point: Floats) -> tuple[Floats, Floats]:
        """Return the rows' bounds, equal where a row cannot move; such a row is at a bound at every point, so at this one."""
        lower, upper = self.lower.copy(), self.upper.copy()
        total = self.matrix.times(point, len(lower))
        at_bound = (total < lower + WIDE) | (total > upper - WIDE)
        for row in np.flatnonzero(at_bound & (lower < upper)):
            cost = self.matrix.transposed_times(np.eye(1, len(lower), int(row))[0])
            most, least = self._largest(cost), -self._largest(-cost)
            if most - least < WIDE:
                lower[row] = upper[row] = (most + least) / 2
        return lower, upper

    def gap(self, chances: Floats, sizes: Floats) -> float:
        """Return by how much, at most, the mean logarithm of the chances could rise."""
        some = chances > 0
        slope = np.divide(sizes, chances, out=np.zeros(len(sizes)), where=some)
        return max(0.0, self._largest(slope) / float(sizes[some].sum()) - 1.0)

    def sure(self, kinds: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return those of the types whose people are on every panel."""
        unit = [np.eye(1, len(self.most), int(kind))[0] for kind in kinds]
        found = [kind for kind, cost in zip(kinds, unit, strict=True) if -self._largest(-cost) > self.most[kind] - WIDE]
        return np.array(found, dtype=np.int64)


class _Barrier:
    """minimise - sum n log p - m (sum log(c - p) + sum log(s - l) + sum log(u - s)), A p = s, m falling to nothing."""

    def __init__(self, matrix: Floats, lower: Floats, upper: Floats, sizes: Floats, ceiling: float) -> None:
        self.matrix, self.sizes, self.ceiling = matrix, sizes, ceiling
        self.fixed = lower == upper
        self.low = np.where(lower > -INFINITY, lower, 0.0)
        self.high = np.where(upper < INFINITY, upper, np.abs(matrix).sum(axis=1) * ceiling + 1.0)
        self.level = np.where(self.fixed, lower, 0.0)

    def solve(self) -> Floats:
        """Return the optimum."""
        p = np.full(len(self.sizes), min(1.0, 0.5 * self.ceiling))
        s = np.where(self.fixed, self.level, np.clip(self.matrix @ p, *self._inside()))
        weight = float(self.sizes.mean())
        for _ in range(STEPS):
            dp, ds, size, miss = self._step(p, s, weight)
            length = min(1.0, self._reach(p, dp, 0.0, self.ceiling), self._reach(s, ds, self.low, self.high))
            p, s = p + length * dp, np.where(self.fixed, self.level, s + length * ds)
            if length > 0.9 and size < 0.1 and miss < 1e-9:
                if weight < 1e-13 * float(self.sizes.sum()):
                    break
                weight *= 0.2
        return p

    def _inside(self) -> tuple[Floats, Floats]:
        margin = 0.1 * (self.high - self.low)
        return self.low + margin, self.high - margin

    def _step(self, p: Floats, s: Floats, weight: float) -> tuple[Floats, Floats, float, float]:
        """Return Newton's step, its size relative to the point, and how far the point is from the equations."""
        free = ~self.fixed
        gap_low, gap_high = (np.where(free, np.maximum(gap, TINY), 1.0) for gap in (s - self.low, self.high - s))
        room = np.maximum(self.ceiling - p, TINY)
        gradient_p = -self.sizes / p + weight / room
        inverse_p = 1.0 / (self.sizes / p**2 + weight / room**2)
        gradient_s = np.where(free, weight / gap_high - weight / gap_low, 0.0)
        inverse_s = np.where(free, 1.0 / (weight / gap_low**2 + weight / gap_high**2), 0.0)
        miss = self.matrix @ p - s
        normal = (self.matrix * inverse_p) @ self.matrix.T + np.diag(inverse_s)
        right = miss - self.matrix @ (inverse_p * gradient_p) + inverse_s * gradient_s
        scale = 1.0 / np.sqrt(np.diag(normal))
        scaled = normal * np.outer(scale, scale) + RIDGE * np.eye(len(s))
        price = scale * np.linalg.solve(scaled, scale * right)
        dp = -inverse_p * (gradient_p + self.matrix.T @ price)
        ds = -inverse_s * (gradient_s - price)
        return dp, ds, float(np.abs(dp / p).max()), float(np.abs(miss).max())

    def _reach(self, x: Floats, dx: Floats, low: Floats | float, high: Floats | float) -> float:
        """Return how far along dx one may go and keep a hundredth of the distance to the bounds."""
        with np.errstate(divide="ignore", invalid="ignore"):
            down = np.where(dx < 0, (low - x) / dx, np.inf)
            up = np.where(dx > 0, (high - x) / dx, np.inf)
        moving = dx != 0
        if not moving.any():
            return 1.0
        return 0.99 * float(min(np.min(down[moving]), np.min(up[moving])))
