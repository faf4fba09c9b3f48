"""From shares to tickets: integer weights that sum to 10**9, with nobody who has a chance left without one."""

import numpy as np

from sortition.finding import Counts
from sortition.linear import Floats
from sortition.model import TICKETS, Panel


def tickets(panels: list[Counts], shares: Floats) -> tuple[Panel, ...]:
    """Round shares (non-negative, summing to about 1) by largest remainder; ties fall to the earlier panel.

    A panel that alone gives some type a chance keeps at least one ticket.
    """
    used = [index for index in range(len(shares)) if shares[index] > 0]
    total = float(sum(shares[index] for index in used))
    exact = {index: shares[index] / total * TICKETS for index in used}
    weight = {index: int(exact[index]) for index in used}
    left = TICKETS - sum(weight.values())
    for index in sorted(used, key=lambda i: (weight[i] - exact[i], i))[:left]:
        weight[index] += 1
    _rescue(panels, weight)
    made = [Panel(_sparse(panels[index]), number) for index, number in weight.items() if number]
    return tuple(sorted(made, key=lambda panel: panel.counts))


def _rescue(panels: list[Counts], weight: dict[int, int]) -> None:
    served = np.zeros(len(panels[0]), dtype=bool)
    for index, number in weight.items():
        if number:
            served |= panels[index] > 0
    largest = max(weight, key=lambda index: (weight[index], -index))
    for index, number in weight.items():
        if not number and (panels[index] > 0)[~served].any():
            weight[index] = 1
            weight[largest] -= 1
            served |= panels[index] > 0


def _sparse(counts: Counts) -> tuple[tuple[int, int], ...]:
    return tuple((int(kind), int(counts[kind])) for kind in np.flatnonzero(counts))
