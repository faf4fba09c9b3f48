"""The mixture of given panels that meets a target exactly and is otherwise as even as possible (largest entropy).

The shares are exp(sum of mu over the panel's seats), normalised; mu minimises a smooth convex function of one variable per type, found
by Newton's method with conjugate gradients. Such shares exist, all positive, exactly when the target lies inside the
panels' convex hull; otherwise the iteration leaves all bounds and None is returned.
"""

import numpy as np

from sortition.deadline import Deadline
from sortition.finding import Seats
from sortition.linear import Floats

CLOSE = 1e-10  # largest relative distance from the target at which the iteration ends
ENOUGH = 1e-9  # and at which its result is taken
STEPS = 60
PATIENCE = 4  # steps in which the distance must halve
RIDGE = 1e-8  # keeps directions in which nothing changes (all panels meet the same equations) from growing
SHORTEST = 1e-4  # a step shorter than this share of Newton's means that the target is out of reach


class Mixture:
    """The dual problem of one set of panels and one target (expected counts, positive where any panel has a seat)."""

    def __init__(self, panels: list[Seats], target: Floats) -> None:
        kinds = np.concatenate([panel.kinds for panel in panels])
        numbers = np.concatenate([panel.numbers for panel in panels])
        self.panel = np.repeat(np.arange(len(panels)), [len(panel.kinds) for panel in panels])
        wanted = np.flatnonzero(target > 0)
        place = np.zeros(len(target), dtype=np.int64)
        place[wanted] = np.arange(len(wanted))
        self.root = np.sqrt(target[wanted])
        self.kind = place[kinds]
        self.value = numbers / self.root[self.kind]
        self.count = len(panels)
        self.covered = len(np.unique(kinds)) == len(wanted) and bool((target[kinds] > 0).all())

    def _along(self, mu: Floats) -> Floats:
        along: Floats = np.bincount(self.panel, weights=self.value * mu[self.kind], minlength=self.count)  # type: ignore[assignment]  # weighted counts are floats
        return along

    def _reached(self, shares: Floats) -> Floats:
        reached: Floats = np.bincount(self.kind, weights=self.value * shares[self.panel], minlength=len(self.root))  # type: ignore[assignment]  # weighted counts are floats
        return reached

    def shares(self, deadline: Deadline) -> Floats | None:
        """Return positive shares that sum to 1 and meet the target, or None."""
        if not self.covered:
            return None
        mu = np.zeros(len(self.root))
        shares, height = self._state(mu)
        gradient, distance = self._miss(shares)
        history = [distance]
        while distance > CLOSE and not deadline.over and len(history) < STEPS:
            if len(history) > PATIENCE and min(history[-PATIENCE:]) > 0.5 * history[-PATIENCE - 1]:
                break
            step = self._newton(shares, gradient, distance)
            slope = float(gradient @ step)
            length = 1.0
            while True:
                trial, lower = self._state(mu + length * step)
                fresh, miss = self._miss(trial)
                if lower <= height + 1e-4 * length * slope or miss < 0.5 * distance:
                    break
                length /= 2
                if length < SHORTEST:
                    return shares if distance < ENOUGH else None
            mu, shares, height, gradient, distance = mu + length * step, trial, lower, fresh, miss
            history.append(distance)
        return shares if distance < ENOUGH else None

    def _miss(self, shares: Floats) -> tuple[Floats, float]:
        """Return the dual function's gradient, and the largest relative distance from the target."""
        gradient = self._reached(shares) - self.root
        return gradient, float(np.abs(gradient / self.root).max())

    def _state(self, mu: Floats) -> tuple[Floats, float]:
        """Return the shares and the dual function at mu."""
        exponent = self._along(mu)
        top = float(exponent.max())
        weight = np.exp(exponent - top)
        total = float(weight.sum())
        return weight / total, top + float(np.log(total)) - float(self.root @ mu)

    def _newton(self, shares: Floats, gradient: Floats, distance: float) -> Floats:
        """Solve Hessian @ step = -gradient by conjugate gradients, the more exactly the nearer the target is."""
        mean = self._reached(shares)
        step = np.zeros(len(gradient))
        residual = -gradient
        direction = residual.copy()
        size = float(residual @ residual)
        goal = size * min(0.1, max(distance, 1e-6)) ** 2
        for _ in range(10 * len(gradient)):
            along = self._along(direction)
            image = self._reached(shares * along) - mean * float(mean @ direction) + RIDGE * direction
            curve = float(direction @ image)
            ratio = size / curve
            step += ratio * direction
            residual -= ratio * image
            smaller = float(residual @ residual)
            if smaller <= goal:
                break
            direction = residual + smaller / size * direction
            size = smaller
        return step
