"""What each objective aims at, within the outer set.

* leximin: the least chance as large as possible, then the next, and so on (Flanigan, Gölz, Gupta, Hennig, Procaccia, Nature 2021).
* maximin: the least chance as large as possible; where that leaves a choice, the leximin one is taken.
* nash: the product of all people's chances as large as possible.
* goldilocks: largest chance / mean + mean / least chance as small as possible, then leximin (Baharav and Flanigan, EC 2024).
"""

from dataclasses import dataclass

import numpy as np

from sortition.linear import INFINITY, Columns, Floats, Model
from sortition.nash import most_even
from sortition.outer import Outer

GOLDEN = (5**0.5 - 1) / 2


@dataclass(frozen=True)
class Aim:
    """Scaled chances to realise, the best least chance (scaled) that any distribution could have, and the aim's own gap."""

    chances: Floats
    least: float
    gap: float = 0.0


def aim(outer: Outer, objective: str) -> Aim:
    """Return what an objective aims at; if the outer set is empty raise `Empty`."""
    if objective == "nash":
        chances, gap = most_even(outer)
        return Aim(chances, outer.maximin(), gap)
    if objective == "goldilocks":
        least = outer.maximin()
        ceiling = _Band(outer).ceiling()
        return Aim(outer.leximin(ceiling)[0], least)
    return Aim(*outer.leximin())


class _Band:
    """Chances q * z with 1 <= q <= ratio: for a fixed ratio the bounds on q are fixed, and 1 / z enters the rows linearly.

    The search runs over the ratio; the best value as a function of it falls and then rises, because the attainable pairs
    (largest, least) form a convex set and the objective is convex on it.
    """

    def __init__(self, outer: Outer) -> None:
        self.allowed = outer.allowed.astype(np.float64)
        base, lower, upper = outer.matrix()
        rows = len(lower)
        low, high = np.flatnonzero(lower > 0), np.flatnonzero(np.isfinite(upper) & (upper < INFINITY))
        self.matrix = _stack(base, rows)
        inverse_index = np.concatenate([low, rows + high]).astype(np.int32)
        inverse_value = np.concatenate([-lower[low], -upper[high]])
        start = np.append(self.matrix.start, self.matrix.start[-1] + len(inverse_index)).astype(np.int32)
        whole = Columns(
            start,
            np.concatenate([self.matrix.index, inverse_index]),
            np.concatenate([self.matrix.value, inverse_value]),
        )
        row_lower = np.concatenate([np.zeros(rows), np.full(rows, -INFINITY)])
        row_upper = np.concatenate([np.full(rows, INFINITY), np.where(upper < INFINITY, 0.0, INFINITY)])
        cost = np.append(np.zeros(len(self.allowed)), 1.0)
        self.largest = 1.0 / outer.scale
        bounds = self._bounds(1.0)
        self.model = Model(whole, cost, bounds, (row_lower, row_upper), maximise=False).precise()

    def _bounds(self, ratio: float) -> tuple[Floats, Floats]:
        return np.append(self.allowed, 0.0), np.append(ratio * self.allowed, INFINITY)

    def _value(self, ratio: float) -> tuple[float, float]:
        """Return the objective's best value at this ratio of largest to least chance, and the least chance there."""
        self.model.bounds(*self._bounds(ratio))
        ends = []
        for sign in (1.0, -1.0):
            self.model.costs(np.append(np.zeros(len(self.allowed)), sign))
            if not self.model.solve():
                return float("inf"), 0.0
            ends.append(float(self.model.x[-1]))
        least = min(max(ratio**-0.5, 1.0 / ends[1]), 1.0 / ends[0])
        return ratio * least + 1.0 / least, least

    def ceiling(self) -> float:
        """Return the largest scaled chance at the optimum."""
        left, right = 0.0, float(np.log(1e6))
        inner = [right - GOLDEN * (right - left), left + GOLDEN * (right - left)]
        values = [self._value(float(np.exp(point))) for point in inner]
        for _ in range(45):
            if values[0][0] <= values[1][0] and values[0][0] < float("inf"):
                right, inner[1], values[1] = inner[1], inner[0], values[0]
                inner[0] = right - GOLDEN * (right - left)
                values[0] = self._value(float(np.exp(inner[0])))
            else:
                left, inner[0], values[0] = inner[0], inner[1], values[1]
                inner[1] = left + GOLDEN * (right - left)
                values[1] = self._value(float(np.exp(inner[1])))
        ratio = float(np.exp(right))
        return min(ratio * self._value(ratio)[1] * (1 + 1e-9), self.largest)


def _stack(matrix: Columns, rows: int) -> Columns:
    """Return the matrix twice, one below the other."""
    index, value = [], []
    for a, b in zip(matrix.start[:-1], matrix.start[1:], strict=True):
        index += [matrix.index[a:b], rows + matrix.index[a:b]]
        value += [matrix.value[a:b], matrix.value[a:b]]
    return Columns((2 * matrix.start).astype(np.int32), np.concatenate(index).astype(np.int32), np.concatenate(value))
