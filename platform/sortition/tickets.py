"""From shares to tickets: integer weights that sum to 10**9, with nobody who has a chance left without one."""

from sortition.finding import Seats
from sortition.linear import Floats
from sortition.model import TICKETS, Panel


def tickets(panels: list[Seats], shares: Floats) -> tuple[Panel, ...]:
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


def _rescue(panels: list[Seats], weight: dict[int, int]) -> None:
    served = {int(kind) for index, number in weight.items() if number for kind in panels[index].kinds}
    largest = max(weight, key=lambda index: (weight[index], -index))
    for index, number in weight.items():
        if not number and not served.issuperset(kinds := panels[index].kinds.tolist()):
            weight[index] = 1
            weight[largest] -= 1
            served.update(kinds)


def _sparse(panel: Seats) -> tuple[tuple[int, int], ...]:
    return tuple(zip(panel.kinds.tolist(), panel.numbers.tolist(), strict=True))
