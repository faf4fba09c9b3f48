"""Two versions of the rules over one pool: who would newly fail or pass."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from rulebook.policy import Filtered

Index = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Difference:
    """Positions in the pool whose verdict changed, by the verdict after; `rule` is "" for the overall verdict."""

    rule: str
    newly_yes: Index
    newly_no: Index
    newly_undecided: Index

    @property
    def changed(self) -> int:
        """How many verdicts changed."""
        return len(self.newly_yes) + len(self.newly_no) + len(self.newly_undecided)


def versions(*, before: Filtered, after: Filtered) -> tuple[Difference, ...]:
    """The overall difference first, then one per rule that both versions have, in the order of `after`.

    Raises ValueError where the two results are not of the same pool (another number of people).
    """
    if before.overall.shape != after.overall.shape:
        raise ValueError(f"not one pool: {before.overall.shape[0]} people before, {after.overall.shape[0]} after")
    shared = [rule for rule in after.rules if rule in before.rules]
    overall = _difference("", before.overall, after.overall)
    return (overall, *(_difference(rule, before.of(rule), after.of(rule)) for rule in shared))


def _difference(rule: str, before: npt.NDArray[Any], after: npt.NDArray[Any]) -> Difference:
    moved = before != after
    return Difference(rule, *(np.flatnonzero(moved & (after == verdict)) for verdict in (1, -1, 0)))
