"""The rules of a problem as rows over types: sum of the seats, quotas, groups, conflicting pairs."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sortition.linear import INFINITY, Columns, Floats
from sortition.model import Demand, Problem, Typing


@dataclass(frozen=True)
class System:
    """Rows lower <= A x <= upper over counts x of types, 0 <= x <= most; row 0 is the seats.

    `demands[r - 1]` lists what row r stands for: the demand of its lower and that of its upper bound, where it has one.
    `group[t]` is the row of the type's group, 0 without one, and `limit` how many of one group may sit.
    """

    matrix: Columns
    lower: Floats
    upper: Floats
    sizes: Floats
    most: Floats
    seats: int
    demands: tuple[tuple[Demand | None, Demand | None], ...]
    group: NDArray[np.int64]
    limit: int

    @property
    def types(self) -> int:
        """Number of types."""
        return len(self.sizes)

    @property
    def rows(self) -> int:
        """Number of rows."""
        return len(self.lower)


def build(problem: Problem, typing: Typing) -> System:
    """Lay out the rows of a problem: seats, quotas in their order, binding groups, conflicting pairs."""
    rows_of: list[list[int]] = [[0] for _ in typing.types]
    lower, upper = [float(problem.seats)], [float(problem.seats)]
    demands: list[tuple[Demand | None, Demand | None]] = []
    quota_row = {(one.category, one.value): row for row, one in enumerate(problem.quotas, start=1)}
    for one in problem.quotas:
        low = Demand("lower", one.lower, one.lower, one.category, one.value) if one.lower else None
        demands.append((low, Demand("upper", one.upper, one.upper, one.category, one.value)))
        lower.append(float(one.lower))
        upper.append(float(one.upper))
    group_row: dict[str, int] = {}
    group = np.zeros(len(typing.types), dtype=np.int64)
    for kind, one_type in enumerate(typing.types):
        rows_of[kind].extend(quota_row[feature] for feature in one_type.features.items() if feature in quota_row)
        if one_type.group is not None:
            if one_type.group not in group_row:
                group_row[one_type.group] = len(lower)
                limit = problem.group_limit
                demands.append((None, Demand("group", limit, limit, problem.group_label)))
                lower.append(-INFINITY)
                upper.append(float(limit))
            group[kind] = group_row[one_type.group]
            rows_of[kind].append(group_row[one_type.group])
    for first, second in typing.conflicts:
        rows_of[first].append(len(lower))
        rows_of[second].append(len(lower))
        people = (typing.types[first].members[0], typing.types[second].members[0])
        demands.append((None, Demand("pair", 1, 2, people=people)))
        lower.append(-INFINITY)
        upper.append(1.0)
    sizes = np.array([len(one_type.members) for one_type in typing.types], dtype=np.float64)
    return System(
        matrix=_matrix(rows_of),
        lower=np.array(lower),
        upper=np.array(upper),
        sizes=sizes,
        most=np.minimum(sizes, np.where(group > 0, problem.group_limit, problem.seats)),
        seats=problem.seats,
        demands=tuple(demands),
        group=group,
        limit=problem.group_limit,
    )


def _matrix(rows_of: list[list[int]]) -> Columns:
    start = np.concatenate(([0], np.cumsum([len(rows) for rows in rows_of]))).astype(np.int32)
    index = np.array([row for rows in rows_of for row in rows], dtype=np.int32)
    return Columns(start, index, np.ones(len(index)))
