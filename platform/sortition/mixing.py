"""Mixing valid panels so that every type gets its share: the inner side of the search for the fairest distribution.

For target counts y the master program asks for the largest theta such that some mixture of the known panels gives every type at
least theta * y. Its prices w tell which further panel would help; when even the best panel of all weighs less than y does, w is
a proof that y lies outside the mixtures of valid panels, and becomes a cut of the outer set.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from sortition.deadline import Deadline
from sortition.entropy import Mixture
from sortition.finding import Finder, Seats
from sortition.herding import Face, Herd
from sortition.linear import INFINITY, Columns, Floats, Model, TimeOver
from sortition.outer import Cut
from sortition.system import System

ENOUGH = 1e-9  # relative shortfall that counts as none


@dataclass(frozen=True)
class Mixed:
    """The best mixture found: panels and their shares (they sum to 1), the relative shortfall, a cut when one was proved."""

    panels: list[Seats]
    shares: Floats
    shortfall: float
    cut: Cut | None

    def reached(self, types: int) -> Floats:
        """Return the expected counts of all the types."""
        total = np.zeros(types)
        for share, panel in zip(self.shares, self.panels, strict=True):
            total[panel.kinds] += share * panel.numbers
        return total / float(self.shares.sum())


class Mixer:
    """Keeps the panels found so far and mixes them towards targets."""

    def __init__(self, system: System, deadline: Deadline) -> None:
        self.system = system
        self.deadline = deadline
        self.panels: list[Seats] = []
        self._known: set[bytes] = set()

    def add(self, panel: Seats) -> bool:
        """Keep a panel; return whether it is new."""
        if panel.key in self._known:
            return False
        self._known.add(panel.key)
        self.panels.append(panel)
        return True

    def herd(self, target: Floats) -> Mixed | None:
        """Meet the target by panels of its face and their most even mixture: the common case, without a large program."""
        herd = Herd(Face(self.system, target))
        kinds = int(np.count_nonzero(target))
        panels: dict[bytes, Seats] = {}
        for wanted in (kinds + min(kinds // 4, 400) + 40, kinds // 2 + 40, kinds + 40):
            fresh = herd.gather(wanted, self.deadline)
            panels.update((panel.key, panel) for panel in fresh)
            for panel in fresh:
                self.add(panel)
            if len(fresh) < wanted:
                return None
            shares = Mixture(list(panels.values()), target).shares(self.deadline)
            if shares is not None:
                return Mixed(list(panels.values()), shares, 0.0, None)
        return None

    def price(self, target: Floats, finder: Finder) -> Mixed:
        """Column generation: price panels in exactly until the target is met, a cut is proved, or the time is over."""
        master = _Master(target)
        mixed = self._even(target)
        added = 0
        try:
            while not self.deadline.over:
                for panel in self.panels[added:]:
                    master.add(panel)
                added = len(self.panels)
                mixed = Mixed(self.panels[:added], *master.solve(self.deadline.left), None)
                if mixed.shortfall <= ENOUGH:
                    break
                found = finder.best(master.weights)
                if found is None:
                    raise ArithmeticError("panels vanished during the search")
                reach = found.bound / float(master.weights @ target)
                if reach < 1.0 - ENOUGH or not self.add(found.panel):
                    return replace(mixed, cut=Cut.through(master.weights, found.bound, target))
        except TimeOver:
            return mixed
        return mixed

    def _even(self, target: Floats) -> Mixed:
        """Return all panels with equal shares: what can be had without any program."""
        shares = np.full(len(self.panels), 1.0 / max(1, len(self.panels)))
        mixed = Mixed(list(self.panels), shares, 1.0, None)
        wanted = target > 0
        shortfall = 1.0 - float((mixed.reached(len(target))[wanted] / target[wanted]).min())
        return replace(mixed, shortfall=max(0.0, shortfall))


class _Master:
    """max theta: sum of shares * panel >= theta * target per type, shares sum to 1."""

    def __init__(self, target: Floats) -> None:
        self.kinds: NDArray[np.int64] = np.flatnonzero(target > 0)
        self.scale = 1.0 / target[self.kinds]
        self.length = len(target)
        self.row = np.full(len(target), -1, dtype=np.int64)
        self.row[self.kinds] = np.arange(len(self.kinds))
        rows = len(self.kinds)
        index = np.arange(rows, dtype=np.int32)
        theta = Columns(np.array([0, rows], dtype=np.int32), index, -np.ones(rows))
        lower = np.append(np.zeros(rows), 1.0)
        upper = np.append(np.full(rows, INFINITY), 1.0)
        self.model = Model(theta, np.ones(1), (np.zeros(1), np.full(1, 2.0)), (lower, upper), maximise=True).precise()

    def add(self, panel: Seats) -> None:
        """Add a panel's column."""
        rows = self.row[panel.kinds]
        entries = panel.numbers * self.scale[rows]
        index = np.append(rows, len(self.kinds))[np.append(rows >= 0, True)].astype(np.int32)
        self.model.add_column(0.0, 0.0, INFINITY, index, np.append(entries[rows >= 0], 1.0))

    def solve(self, seconds: float) -> tuple[Floats, float]:
        """Return the panels' best shares and the relative shortfall that is left."""
        self.model.limit(seconds)
        if not self.model.solve():
            raise ArithmeticError("a mixture always exists")
        return np.maximum(self.model.x[1:], 0.0), max(0.0, 1.0 - self.model.objective)

    @property
    def weights(self) -> Floats:
        """Prices per type: what one more seat of it is worth, none negative."""
        weights = np.zeros(self.length)
        weights[self.kinds] = np.maximum(-self.model.prices[:-1], 0.0) * self.scale
        return weights
