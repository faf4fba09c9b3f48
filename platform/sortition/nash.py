"""The chances of the largest product, by an interior-point method whose linear systems have one row per rule, not per type.

maximise sum of n_t log p_t over p in the outer set. With s = A p the barrier problem is separable in p and s but for that
equation, so that Newton's step needs only the matrix A D A' (Boyd and Vandenberghe, Convex Optimization, chapter 11).
"""

import numpy as np

from sortition.linear import INFINITY, Columns, Floats, Model
from sortition.outer import Empty, Outer

WIDE = 1e-6  # a row that can move less than this is an equation
STEPS = 400
RIDGE = 1e-13  # rows may depend on each other: every category sums to the seats


def most_even(outer: Outer) -> Floats:
    """Return the scaled chances of the largest product; zero where `outer.allowed` is false."""
    open_ = np.flatnonzero(outer.allowed)
    base, lower, upper = outer.matrix()
    matrix = np.zeros((len(lower), len(open_)))
    for place, kind in enumerate(open_):
        entries = slice(base.start[kind], base.start[kind + 1])
        matrix[base.index[entries], place] = base.value[entries]
    lower, upper = _spans(outer, base, lower, upper)
    used = np.flatnonzero((np.abs(matrix).sum(axis=1) > 0) & ((lower > -INFINITY) | (upper < INFINITY)))
    problem = _Barrier(matrix[used], lower[used], upper[used], outer.system.sizes[open_], 1.0 / outer.scale)
    chances = np.zeros(outer.system.types)
    chances[open_] = problem.solve()
    return chances


def _spans(outer: Outer, matrix: Columns, lower: Floats, upper: Floats) -> tuple[Floats, Floats]:
    """Turn rows that cannot move into equations, so that the rest has an interior."""
    count = outer.system.types
    most = np.where(outer.allowed, 1.0 / outer.scale, 0.0)
    model = Model(matrix, np.zeros(count), (np.zeros(count), most), (lower, upper), maximise=True).precise()
    lower, upper = lower.copy(), upper.copy()
    for row in np.flatnonzero((lower > 0) & (lower < upper)):
        weights = np.zeros(len(lower))
        weights[row] = 1.0
        ends = []
        for sign in (1.0, -1.0):
            model.costs(sign * matrix.transposed_times(weights))
            if not model.solve():
                raise Empty
            ends.append(sign * model.objective)
        if ends[0] - ends[1] < WIDE:
            lower[row] = upper[row] = sum(ends) / 2
    return lower, upper


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
        gap_low, gap_high = np.where(free, s - self.low, 1.0), np.where(free, self.high - s, 1.0)
        gradient_p = -self.sizes / p + weight / (self.ceiling - p)
        inverse_p = 1.0 / (self.sizes / p**2 + weight / (self.ceiling - p) ** 2)
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
