"""Three-valued logic (Kleene): every condition is answered yes, no, or "a person or a fact must still decide".

The values are the integers 1, 0 and -1, so that "and" is the minimum, "or" the maximum and "not" the sign,
for one person (plain integers) and for a pool (numpy int8 arrays) alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

Truth = Literal[1, 0, -1]
Verdict = Literal["yes", "no", "undecided"]
Truths = npt.NDArray[np.int8]

YES: Final[Truth] = 1
UNDECIDED: Final[Truth] = 0
NO: Final[Truth] = -1

_NAMES: Final[dict[int, Verdict]] = {1: "yes", 0: "undecided", -1: "no"}


def verdict(truth: int) -> Verdict:
    """The word for a truth value."""
    return _NAMES[int(truth)]


def truth_of(value: bool | None) -> Truth:
    """A boolean fact as a truth value; an unknown one is undecided."""
    if value is None:
        return UNDECIDED
    return YES if value else NO


def both(values: Iterable[Truth]) -> Truth:
    """Kleene "and" over any number of values; of none: yes."""
    return min(values, default=YES)


def either(values: Iterable[Truth]) -> Truth:
    """Kleene "or" over any number of values; of none: no."""
    return max(values, default=NO)


def negate(value: Truth) -> Truth:
    """Kleene "not"."""
    return NO if value == YES else YES if value == NO else UNDECIDED


def truths(holds: npt.NDArray[np.bool_], known: npt.NDArray[np.bool_]) -> Truths:
    """Columns of a comparison's outcome and of whether it could be made, as truth values (int8)."""
    result = holds.astype(np.int8)
    result += result
    result -= np.int8(1)
    result *= known
    return result
