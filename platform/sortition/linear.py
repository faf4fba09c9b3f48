"""A thin door to HiGHS: one linear model that is changed and solved again and again, on one thread, the same way each time."""

from typing import TypeAlias

import highspy
import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int32]
INFINITY: float = highspy.kHighsInf


class Trouble(RuntimeError):
    """The solver ended in a state from which no answer can be read."""


class TimeOver(Trouble):
    """The time given to the solver was over before it had an answer."""


class Columns:
    """A sparse matrix by columns: entries of column j are at start[j]:start[j+1]."""

    def __init__(self, start: Ints, index: Ints, value: Floats) -> None:
        self.start, self.index, self.value = start, index, value

    @property
    def count(self) -> int:
        """Number of columns."""
        return len(self.start) - 1

    def scaled(self, factors: Floats) -> "Columns":
        """Return the matrix with column j multiplied by factors[j]."""
        return Columns(self.start, self.index, self.value * np.repeat(factors, np.diff(self.start)))

    def times(self, x: Floats, rows: int) -> Floats:
        """Return the matrix times x, a vector of `rows` entries."""
        weights = self.value * np.repeat(x, np.diff(self.start))
        return np.bincount(self.index, weights=weights, minlength=rows).astype(np.float64)

    def transposed_times(self, y: Floats) -> Floats:
        """Return the transposed matrix times y, one entry per column."""
        products = self.value * y[self.index]
        sums = np.concatenate(([0.0], np.cumsum(products)))
        difference: Floats = sums[self.start[1:]] - sums[self.start[:-1]]
        return difference


def new_highs() -> highspy.Highs:
    """Return a silent solver on one thread with a fixed seed."""
    highs: highspy.Highs = highspy.Highs()  # type: ignore[no-untyped-call]  # the binding leaves it untyped
    for option, value in (("output_flag", False), ("threads", 1), ("random_seed", 1)):
        highs.setOptionValue(option, value)
    return highs


class Model:
    """Maximise or minimise a linear form under rows and bounds; kept warm between solves."""

    def __init__(
        self,
        matrix: Columns,
        cost: Floats,
        columns: tuple[Floats, Floats],
        rows: tuple[Floats, Floats],
        *,
        maximise: bool,
        solver: highspy.Highs | None = None,
    ) -> None:
        self.highs = solver or new_highs()
        self.highs.passModel(
            matrix.count,
            len(rows[0]),
            len(matrix.index),
            int(highspy.MatrixFormat.kColwise),
            int(highspy.ObjSense.kMaximize if maximise else highspy.ObjSense.kMinimize),
            0.0,
            cost,
            *columns,
            *rows,
            matrix.start,
            matrix.index,
            matrix.value,
            np.zeros(matrix.count, dtype=np.int32),
        )
        self.columns = matrix.count
        self.rows = len(rows[0])
        self._all = np.arange(matrix.count, dtype=np.int32)

    def precise(self, tolerance: float = 1e-9) -> "Model":
        """Ask for tighter feasibility than HiGHS's usual 1e-7."""
        self.highs.setOptionValue("primal_feasibility_tolerance", tolerance)
        self.highs.setOptionValue("dual_feasibility_tolerance", tolerance)
        return self

    def plain(self) -> "Model":
        """Leave out presolve, which costs more than it saves on a small program."""
        self.highs.setOptionValue("presolve", "off")
        return self

    def whole(self, gap: float = 0.0) -> "Model":
        """Make all columns integer; a solution is optimal within the relative gap."""
        self.highs.changeColsIntegrality(
            self.columns, self._all, np.full(self.columns, int(highspy.HighsVarType.kInteger), dtype=np.uint8)
        )
        self.highs.setOptionValue("mip_rel_gap", gap)
        self.highs.setOptionValue("mip_abs_gap", 1e-9)
        return self

    def limit(self, seconds: float) -> None:
        """Stop the next solve after so many seconds, which may be infinite."""
        self.highs.setOptionValue("time_limit", self.highs.getRunTime() + max(0.01, seconds))

    def costs(self, cost: Floats) -> None:
        """Set the linear form."""
        self.highs.changeColsCost(self.columns, self._all, cost)

    def bounds(self, lower: Floats, upper: Floats) -> None:
        """Set the bounds of all columns."""
        self.highs.changeColsBounds(self.columns, self._all, lower, upper)

    def add_column(self, cost: float, lower: float, upper: float, index: Ints, value: Floats) -> None:
        """Add one column; its rows are `index`."""
        self.highs.addCol(cost, lower, upper, len(index), index, value)
        self.columns += 1
        self._all = np.arange(self.columns, dtype=np.int32)

    def add_row(self, lower: float, upper: float, index: Ints, value: Floats) -> None:
        """Add one row; its columns are `index`."""
        self.highs.addRow(lower, upper, len(index), index, value)
        self.rows += 1

    def solve(self) -> bool:
        """Solve; return True at an optimum, False when there is no solution; raise `Trouble` otherwise."""
        self.highs.run()
        status = self.highs.getModelStatus()
        if status == highspy.HighsModelStatus.kOptimal:
            return True
        if status in (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible):
            return False
        if status == highspy.HighsModelStatus.kTimeLimit:
            raise TimeOver
        raise Trouble(self.highs.modelStatusToString(status))

    @property
    def objective(self) -> float:
        """Value of the last solution."""
        return float(self.highs.getInfo().objective_function_value)

    @property
    def dual_bound(self) -> float:
        """Proven bound of the last integer solve."""
        return float(self.highs.getInfo().mip_dual_bound)

    @property
    def x(self) -> Floats:
        """Columns' values in the last solution."""
        return np.array(self.highs.getSolution().col_value)

    @property
    def reduced_costs(self) -> Floats:
        """Columns' reduced costs in the last solution."""
        return np.array(self.highs.getSolution().col_dual)

    @property
    def prices(self) -> Floats:
        """Rows' dual values in the last solution."""
        return np.array(self.highs.getSolution().row_dual)
