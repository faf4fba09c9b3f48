"""What `python -m sortition solve` prints: the fairness of a portfolio in numbers, and its cost."""

import argparse
import ctypes
import json
import os
import resource
import time
from fractions import Fraction
from pathlib import Path

from sortition import linear
from sortition.model import Infeasible, Portfolio, Problem
from sortition.solving import solve
from sortition.words import say


def solve_and_print(problem: Problem, options: argparse.Namespace) -> int:
    """Solve, print the figures (the CPU seconds are the whole process's), write the portfolio where asked."""
    _hush()
    try:
        portfolio = solve(problem, objective=options.objective, seconds=options.seconds)
    except Infeasible as infeasible:
        if not options.json:
            raise
        print(json.dumps(_refusal(infeasible), ensure_ascii=False))
        return 1
    figures = {**numbers(portfolio), "cpu_seconds": round(time.process_time(), 3), "peak_mb": round(_peak(), 1)}
    if options.portfolio:
        _write(portfolio, options.portfolio)
    if options.json:
        print(json.dumps(figures, ensure_ascii=False))
        return 0
    for name, value in figures.items():
        if name != "barred":
            print(f"{name:15} {value}")
    for one in portfolio.barred:
        print(say("barred.people", options.language, people="、".join(one.people[:20]), count=len(one.people)))
        print("   ", one.words_zh if options.language == "zh" else one.words_en)
    return 0


def _refusal(infeasible: Infeasible) -> dict[str, object]:
    """Return why there is no panel, as the JSON output tells it."""
    return {
        "infeasible": True,
        "proven": infeasible.proven,
        "conflict": [one.words("en") for one in infeasible.conflict],
        "relaxation": [one.words("en") for one in infeasible.relaxation],
        "zh": infeasible.words("zh"),
        "en": infeasible.words("en"),
    }


def _hush() -> None:
    """Let HiGHS greet nobody: it writes a banner to standard output when first used, which would spoil the JSON."""
    libc = ctypes.CDLL(None)
    libc.fflush(None)
    kept = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    try:
        linear.new_highs()
        libc.fflush(None)
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)


def numbers(portfolio: Portfolio) -> dict[str, object]:
    """Return the figures of a portfolio by their names in the JSON output."""
    chances, sizes = portfolio.type_chances(), [len(one.members) for one in portfolio.typing.types]
    certificate = portfolio.certificate
    return {
        "least_chance": float(min((chance for chance in chances if chance), default=Fraction(0))),
        "largest_chance": float(max(chances)),
        "mean_chance": portfolio.problem.seats / sum(sizes),
        "gini": gini([float(chance) for chance in chances], sizes),
        "types": len(sizes),
        "panels": len(portfolio.panels),
        "upper_bound": certificate.bound,
        "gap": certificate.gap,
        "proven": certificate.proven,
        "rounding": certificate.rounding,
        "objective": certificate.objective,
        "barred": [{"people": list(one.people), "zh": one.words_zh, "en": one.words_en} for one in portfolio.barred],
    }


def gini(chances: list[float], sizes: list[int]) -> float:
    """Return the Gini coefficient of the chances over people: 0 when all are equal."""
    order = sorted(range(len(chances)), key=chances.__getitem__)
    people, total, below = sum(sizes), sum(c * n for c, n in zip(chances, sizes, strict=True)), 0.0
    area = 0.0
    for kind in order:
        mass = chances[kind] * sizes[kind]
        area += sizes[kind] * (2 * below + mass)
        below += mass
    return max(0.0, 1.0 - area / (people * total))


def _peak() -> float:
    """Return the largest resident memory of this process so far, in MB (Linux counts it in KB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _write(portfolio: Portfolio, path: Path) -> None:
    answer = {
        "types": [
            {"features": dict(one.features), "group": one.group, "people": one.members}
            for one in portfolio.typing.types
        ],
        "panels": [{"counts": one.counts, "weight": one.weight} for one in portfolio.panels],
    }
    path.write_text(json.dumps(answer, ensure_ascii=False), encoding="utf-8")
