"""From a problem to a portfolio: outer bound, mixture of panels, cuts where they differ, tickets."""

import numpy as np
from numpy.typing import NDArray

from sortition import infeasibility, model, shape
from sortition.deadline import Deadline
from sortition.fairness import Aim, aim
from sortition.finding import Finder, Seats
from sortition.linear import Floats
from sortition.mixing import Mixed, Mixer
from sortition.model import Certificate, Portfolio, Problem, Typing
from sortition.outer import Empty, Outer
from sortition.system import build
from sortition.tickets import tickets
from sortition.words import Refused

PROVEN = 1e-6
NONE = 1e-9  # a scaled chance below this is none


def solve(problem: Problem, *, objective: str = "leximin", seconds: float | None = None) -> Portfolio:
    """Return the fairest portfolio of valid panels; after `seconds` of CPU time the best found, with its proven gap.

    Raise `Refused` for a question that makes no sense, `Infeasible` when no panel is valid.
    """
    if objective not in shape.OBJECTIVES:
        raise Refused("ask.objective", objective=objective, known=", ".join(shape.OBJECTIVES))
    model.check(problem)
    typing = model.typing(problem)
    return _Search(problem, typing, objective, Deadline(seconds)).run()


class _Search:
    """One computation: the outer set and the panels found so far, made to meet."""

    def __init__(self, problem: Problem, typing: Typing, objective: str, deadline: Deadline) -> None:
        self.problem, self.typing, self.objective, self.deadline = problem, typing, objective, deadline
        self.system = build(problem, typing)
        self.mixer = Mixer(self.system, deadline)

    def run(self) -> Portfolio:
        """Return the portfolio.

        At first every type that has a chance in the outer set is taken to fit some panel; mixing either covers them all
        and so proves it, or the types are tried one by one.
        """
        everyone = np.ones(self.system.types, dtype=np.bool_)
        try:
            allowed = Outer(self.system, everyone).leximin()[0] > NONE
            outer = Outer(self.system, allowed)
            goal = aim(outer, self.objective)
        except Empty:
            raise infeasibility.explain(self.system) from None
        mixed = self.mixer.herd(goal.chances * outer.people)
        if mixed is None:
            fitting = self._fitting()
            outer, goal, mixed = self._cut(fitting, again=bool((fitting != allowed).any()))
        return self._portfolio(outer, goal, mixed)

    def _fitting(self) -> NDArray[np.bool_]:
        """Return which types fit some valid panel, looking for a panel for each type not seen on one."""
        seen = np.zeros(self.system.types, dtype=np.bool_)
        for known in self.mixer.panels:
            seen[known.kinds] = True
        finder = Finder(self.system, np.ones(self.system.types, dtype=np.bool_), Deadline())
        while not seen.all():
            weights = np.where(seen, 0.0, 1.0)
            panel: Seats | None = finder.good(weights)
            if panel is not None and seen[panel.kinds].all():
                found = finder.best(weights)
                panel = found.panel if found is not None and found.value > 0.5 else None
            if panel is None:
                break
            self.mixer.add(panel)
            seen[panel.kinds] = True
        if not seen.any():
            raise infeasibility.explain(self.system)
        return seen

    def _cut(self, allowed: NDArray[np.bool_], *, again: bool) -> tuple[Outer, Aim, Mixed]:
        """Mix towards the aim and cut the outer set where it is out of reach, until they meet or the time is over.

        `again` says that herding is worth another try, because fewer types are allowed than when it failed.
        """
        outer = Outer(self.system, allowed)
        finder = Finder(self.system, allowed, self.deadline)
        goal = self._aim(outer)
        mixed = self.mixer.herd(goal.chances * outer.people) if again else None
        while mixed is None or mixed.cut is not None:
            if mixed is not None and mixed.cut is not None:
                outer.cuts.append(mixed.cut)
                try:
                    goal = self._aim(outer)
                except Empty:
                    break  # rounding has the last word: the gap reached is told
            mixed = self.mixer.price(goal.chances * outer.people, finder)
            if mixed.shortfall <= PROVEN / 10 or self.deadline.over:
                break
        return outer, goal, mixed

    def _aim(self, outer: Outer) -> Aim:
        """Return the aim; where cuts that meet in one point leave nothing by rounding, after loosening them a little."""
        while True:
            try:
                return aim(outer, self.objective)
            except Empty:
                if not outer.loosen():
                    raise

    def _portfolio(self, outer: Outer, goal: Aim, mixed: Mixed) -> Portfolio:
        allowed = outer.allowed
        optimum = goal.chances * outer.scale
        reached = mixed.reached(self.system.types) / self.system.sizes
        panels = tickets(mixed.panels, mixed.shares)
        barred = infeasibility.barred(self.typing, self.system, np.flatnonzero(~allowed).tolist())
        draft = Portfolio(self.problem, self.typing, panels, barred, _NOTHING)
        after = np.array([float(chance) for chance in draft.type_chances()])
        gap = max(goal.gap, _shortfall(reached[allowed], optimum[allowed]))
        certificate = Certificate(
            objective=self.objective,
            least=float(reached[allowed].min()),
            bound=goal.least * outer.scale,
            gap=gap,
            proven=gap <= PROVEN,
            rounding=float(np.max(np.abs(after[allowed] - reached[allowed]) / reached[allowed])),
        )
        return Portfolio(self.problem, self.typing, panels, barred, certificate)


_NOTHING = Certificate("", 0.0, 0.0, 0.0, False, 0.0)


def _shortfall(reached: Floats, optimum: Floats) -> float:
    return max(0.0, float(np.max((optimum - reached) / optimum)))
