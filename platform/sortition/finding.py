"""Finding valid panels: the best one for given weights, exactly; or one that holds a given type."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sortition.deadline import Deadline
from sortition.linear import Floats, Model
from sortition.system import System

Counts = NDArray[np.int64]


class Seats(NamedTuple):
    """A panel: which types have seats on it, ascending, and how many; kept sparse because thousands are held at once."""

    kinds: NDArray[np.int64]
    numbers: NDArray[np.int64]

    @property
    def key(self) -> bytes:
        """Two panels are the same when their keys are."""
        return self.kinds.tobytes() + self.numbers.tobytes()


def seats(counts: Counts) -> Seats:
    """Return the panel of a count per type."""
    kinds = np.flatnonzero(counts)
    return Seats(kinds, counts[kinds])


@dataclass(frozen=True)
class Found:
    """A valid panel, its weight, and a proven upper bound on any panel's weight."""

    panel: Seats
    value: float
    bound: float


class Finder:
    """Searches over the valid panels of a system whose `allowed` types may be used."""

    def __init__(self, system: System, allowed: NDArray[np.bool_], deadline: Deadline) -> None:
        self.system = system
        self.deadline = deadline
        self.most = np.where(allowed, system.most, 0.0)
        self._relaxed = self._model()
        self._whole: Model | None = None
        self._noise = np.random.default_rng(1)

    def _model(self) -> Model:
        system = self.system
        columns = (np.zeros(system.types), self.most)
        return Model(
            system.matrix, np.zeros(system.types), columns, (system.lower, system.upper), maximise=True
        ).precise()

    def best(self, weights: Floats) -> Found | None:
        """Return a panel of the largest total weight, or None when no panel is valid.

        The linear relaxation is solved first: its corner is often a panel already, which proves it best. Raise
        `TimeOver` when the time is over before the best is proved.
        """
        self._relaxed.costs(weights)
        if not self._relaxed.solve():
            return None
        counts = whole(self._relaxed.x)
        if counts is not None:
            return Found(seats(counts), float(weights @ counts), self._relaxed.objective)
        return self._search(weights)

    def good(self, weights: Floats, tries: int = 12) -> Seats | None:
        """Return a panel of large total weight, not always the largest: cheaply, by corners of the relaxation.

        Where a corner is fractional, the weights are shaken and another corner is tried; exact search comes last.
        """
        spread = max(float(np.std(weights[self.most > 0])), 0.2 * float(np.abs(weights).max()))
        shaken = weights
        for attempt in range(tries):
            self._relaxed.costs(shaken)
            if not self._relaxed.solve():
                return None
            counts = whole(self._relaxed.x)
            if counts is not None:
                return seats(counts)
            shaken = weights + spread * 0.15 * (attempt + 1) * self._noise.standard_normal(len(weights))
        found = self._search(weights)
        return None if found is None else found.panel

    def _search(self, weights: Floats) -> Found | None:
        if self._whole is None:
            self._whole = self._model().whole()
        self._whole.costs(weights)
        self._whole.limit(self.deadline.left)
        if not self._whole.solve():
            return None
        counts = whole(self._whole.x)
        if counts is None:
            raise ArithmeticError("an integer search gave a fractional panel")
        return Found(seats(counts), float(weights @ counts), max(self._whole.dual_bound, float(weights @ counts)))


def whole(x: Floats) -> Counts | None:
    """Return x as integers when it is integral within 1e-6, else None."""
    counts = np.rint(x)
    return counts.astype(np.int64) if np.abs(x - counts).max() < 1e-6 else None
