"""Fair draws that anyone can check: fairest distribution over panels, committed record, repeatable draw.

Checking a record needs the standard library alone; only `solve` loads the numeric libraries.
"""

from typing import TYPE_CHECKING, Any

from sortition.checking import Place, Report, mine, verify
from sortition.model import Barred, Certificate, Demand, Infeasible, Panel, Portfolio, Problem, Quota, Type, Typing
from sortition.words import Refused

if TYPE_CHECKING:
    from sortition.solving import solve as solve

__all__ = [
    "Barred",
    "Certificate",
    "Demand",
    "Infeasible",
    "Panel",
    "Place",
    "Portfolio",
    "Problem",
    "Quota",
    "Refused",
    "Report",
    "Type",
    "Typing",
    "mine",
    "solve",
    "verify",
]


def __getattr__(name: str) -> Any:
    if name == "solve":
        from sortition.solving import solve  # only here are numpy and HiGHS needed

        return solve
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
