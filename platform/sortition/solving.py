"""From a problem to a portfolio: outer bound, mixture of panels, cuts where they differ, tickets."""

import numpy as np
from numpy.typing import NDArray

from sortition import infeasibility, model
from sortition.deadline import Deadline
from sortition.finding import Finder
from sortition.linear import Floats
from sortition.mixing import Mixed, Mixer
from sortition.model import Barred, Certificate, Portfolio, Problem, Typing
from sortition.outer import Outer
from sortition.system import System, build
from sortition.tickets import tickets
from sortition.words import Refused

OBJECTIVES = ("leximin", "maximin", "nash", "goldilocks")
PROVEN = 1e-6


def solve(problem: Problem, *, objective: str = "leximin", seconds: float | None = None) -> Portfolio:
    """Return the fairest portfolio of valid panels.

    Raise `Refused` for a question that makes no sense, `Infeasible` when no panel is valid.
    """
    if objective not in OBJECTIVES:
        raise Refused("ask.objective", objective=objective, known=", ".join(OBJECTIVES))
    model.check(problem)
    typing = model.typing(problem)
    system = build(problem, typing)
    mixer = Mixer(Finder(system, np.ones(system.types, dtype=np.bool_)), Deadline(seconds))
    allowed = _allowed(system, mixer)
    if not allowed.any():
        raise infeasibility.explain(system)
    mixer.finder = Finder(system, allowed)
    outer = Outer(system, allowed)
    while True:
        chances, _ = outer.leximin()
        mixed = mixer.mix(chances * outer.people)
        if mixed.cut is None or mixed.shortfall <= PROVEN / 10 or mixer.deadline.over:
            break
        outer.cuts.append(mixed.cut)
    return _portfolio(problem, typing, system, mixer, chances * outer.scale, mixed, allowed, objective)


def _allowed(system: System, mixer: Mixer) -> NDArray[np.bool_]:
    """Return which types fit some valid panel; one panel is looked for per type not yet seen on one."""
    allowed = np.zeros(system.types, dtype=np.bool_)
    tried = np.zeros(system.types, dtype=np.bool_)
    while not tried.all():
        weights = np.where(tried, 0.0, 1.0)
        panel = mixer.finder.good(weights)
        if panel is None:
            return allowed
        if not (panel[~tried] > 0).any():
            found = mixer.finder.best(weights)
            if found is None or found.bound < 0.5:
                return allowed
            panel = found.counts
        mixer.add(panel)
        allowed |= panel > 0
        tried |= allowed
    return allowed


def _portfolio(
    problem: Problem,
    typing: Typing,
    system: System,
    mixer: Mixer,
    optimum: Floats,
    mixed: Mixed,
    allowed: NDArray[np.bool_],
    objective: str,
) -> Portfolio:
    panels = tickets(mixed.panels, mixed.shares)
    reached = sum(
        (share * panel for share, panel in zip(mixed.shares, mixed.panels, strict=True) if share),
        np.zeros(system.types),
    )
    before = reached / mixed.shares.sum() / system.sizes
    draft = Portfolio(
        problem, typing, panels, _barred(typing, system, allowed), Certificate(objective, 0, 0, 0, False, 0)
    )
    after = np.array([float(chance) for chance in draft.type_chances()])
    gap = float(np.max((optimum[allowed] - before[allowed]) / optimum[allowed]).clip(0))
    rounding = float(np.max(np.abs(after[allowed] - before[allowed]) / before[allowed]))
    certificate = Certificate(
        objective, float(before[allowed].min()), float(optimum[allowed].min()), gap, gap <= PROVEN, rounding
    )
    return Portfolio(problem, typing, panels, draft.barred, certificate)


def _barred(typing: Typing, system: System, allowed: NDArray[np.bool_]) -> tuple[Barred, ...]:
    return tuple(infeasibility.barred(typing, system, int(kind)) for kind in np.flatnonzero(~allowed))
