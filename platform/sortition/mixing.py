"""Mixing valid panels so that every type gets its share: the inner side of the search for the fairest distribution.

For target counts y the master program asks for the largest theta such that some mixture of the known panels gives every type at
least theta * y. Its prices w tell which further panel would help; when even the best panel of all weighs less than y does, w is
a proof that y lies outside the mixtures of valid panels, and becomes a cut of the outer set.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sortition.deadline import Deadline
from sortition.entropy import Mixture
from sortition.finding import Counts, Finder
from sortition.herding import Face, Herd
from sortition.linear import INFINITY, Columns, Floats, Model
from sortition.outer import Cut
from sortition.system import System

ENOUGH = 1e-9  # relative shortfall that counts as none


@dataclass(frozen=True)
class Mixed:
    """The best mixture found: panels and their shares (they sum to 1), the relative shortfall, a cut when one was proved."""

    panels: list[Counts]
    shares: Floats
    shortfall: float
    cut: Cut | None

    def reached(self) -> Floats:
        """Return the types' expected counts."""
        total = np.zeros(len(self.panels[0]))
        for share, panel in zip(self.shares, self.panels, strict=True):
            if share:
                total += share * panel
        return total / float(self.shares.sum())


class Mixer:
    """Keeps the panels found so far and mixes them towards targets."""

    def __init__(self, system: System, deadline: Deadline) -> None:
        self.system = system
        self.deadline = deadline
        self.panels: list[Counts] = []
        self._known: set[bytes] = set()

    def add(self, counts: Counts) -> bool:
        """Keep a panel; return whether it is new."""
        key = counts.tobytes()
        if key in self._known:
            return False
        self._known.add(key)
        self.panels.append(counts)
        return True

    def herd(self, target: Floats) -> Mixed | None:
        """Meet the target by panels of its face and their most even mixture: the common case, without a large program."""
        herd = Herd(Face(self.system, target))
        kinds = int(np.count_nonzero(target))
        panels: dict[bytes, Counts] = {}
        for wanted in (kinds + min(kinds // 4, 400) + 40, kinds // 2 + 40, kinds + 40):
            fresh = herd.gather(wanted, self.deadline)
            panels.update((panel.tobytes(), panel) for panel in fresh)
            for panel in fresh:
                self.add(panel)
            if len(fresh) < wanted:
                return None
            shares = Mixture(list(panels.values()), target).shares(self.deadline)
            if shares is not None:
                return Mixed(list(panels.values()), shares, 0.0, None)
        return None

    def price(self, target: Floats, finder: Finder) -> Mixed:
        """Column generation: price panels in exactly until the target is met or a cut is proved."""
        master = _Master(target)
        added = 0
        while True:
            for panel in self.panels[added:]:
                master.add(panel)
            added = len(self.panels)
            shortfall = 1.0 - master.solve()
            if shortfall <= ENOUGH:
                return Mixed(self.panels, master.shares, max(shortfall, 0.0), None)
            if self.deadline.over:
                return Mixed(self.panels, master.shares, shortfall, None)
            weights = master.weights
            found = finder.best(weights)
            if found is None:
                raise ArithmeticError("panels vanished during the search")
            reach = found.bound / float(weights @ target)
            if reach < 1.0 - ENOUGH or not self.add(found.counts):
                return Mixed(self.panels, master.shares, shortfall, Cut(weights, found.bound))


class _Master:
    """max theta: sum of shares * panel >= theta * target per type, shares sum to 1."""

    def __init__(self, target: Floats) -> None:
        self.kinds: NDArray[np.int64] = np.flatnonzero(target > 0)
        self.scale = 1.0 / target[self.kinds]
        self.length = len(target)
        rows = len(self.kinds)
        index = np.arange(rows, dtype=np.int32)
        theta = Columns(np.array([0, rows], dtype=np.int32), index, -np.ones(rows))
        lower = np.append(np.zeros(rows), 1.0)
        upper = np.append(np.full(rows, INFINITY), 1.0)
        self.model = Model(theta, np.ones(1), (np.zeros(1), np.full(1, 2.0)), (lower, upper), maximise=True).precise()

    def add(self, panel: Counts) -> None:
        """Add a panel's column."""
        entries = panel[self.kinds] * self.scale
        held = np.flatnonzero(entries)
        index = np.append(held, len(self.kinds)).astype(np.int32)
        self.model.add_column(0.0, 0.0, INFINITY, index, np.append(entries[held], 1.0))

    def solve(self) -> float:
        """Return theta for the panels added so far."""
        if not self.model.solve():
            return 0.0
        return self.model.objective

    @property
    def shares(self) -> Floats:
        """The panels' shares."""
        return np.maximum(self.model.x[1:], 0.0)

    @property
    def weights(self) -> Floats:
        """Prices per type: what one more seat of it is worth, none negative."""
        weights = np.zeros(self.length)
        weights[self.kinds] = np.maximum(-self.model.prices[:-1], 0.0) * self.scale
        return weights
