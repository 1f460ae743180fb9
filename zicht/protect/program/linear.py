"""Linear programs that are asked again and again, on HiGHS."""

import highspy
import numpy as np
from scipy.sparse import csr_array

from zicht.model.system import Bools, Floats, Ints

TINY = 1e-6
"""What HiGHS may be off by; a whole number is one within this."""

_NODES = 1000
_OPTIONS: tuple[tuple[str, bool | float | int | str], ...] = (
    ("output_flag", False),
    ("threads", 1),
    ("random_seed", 0),
    ("solver", "simplex"),
    ("mip_rel_gap", 0.0),
    ("mip_max_nodes", _NODES),
)


class Program:
    """A linear program over x with `matrix @ x == right` and `lower <= x <= upper`.

    One model that persists: each answer starts from the one before, so that questions that look
    alike cost little. The same questions in the same order have the same answers.
    """

    def __init__(
        self, matrix: csr_array, *, lower: Floats, upper: Floats, right: Floats | None = None
    ) -> None:
        rows, columns = matrix.shape
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = columns, rows
        lp.col_cost_, lp.col_lower_, lp.col_upper_ = np.zeros(columns), lower, upper
        lp.row_lower_ = lp.row_upper_ = np.zeros(rows) if right is None else right
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = matrix.indptr.astype(np.int32)
        lp.a_matrix_.index_ = matrix.indices.astype(np.int32)
        lp.a_matrix_.value_ = matrix.data
        self._highs = highspy.Highs()  # highspy types all but this
        for name, value in _OPTIONS:
            self._highs.setOptionValue(name, value)
        self._highs.passModel(lp)
        self._every = np.arange(columns, dtype=np.int32)

    def limit(self, columns: Ints, lower: Floats, upper: Floats) -> None:
        """Give some columns other limits."""
        self._highs.changeColsBounds(len(columns), columns.astype(np.int32), lower, upper)

    def price(self, columns: Ints, cost: Floats) -> None:
        """Give some columns another cost."""
        self._highs.changeColsCost(len(columns), columns.astype(np.int32), cost)

    def least(self) -> Floats | None:
        """Return the x of least cost, a corner; None when there is no x.

        Errors: RuntimeError when HiGHS has no proof of either, or nothing bounds the cost.
        """
        self._highs.run()
        status = self._highs.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        if status not in {highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kModelEmpty}:
            msg = f"HiGHS stopped: {self._highs.modelStatusToString(status)}"
            raise RuntimeError(msg)
        return np.array(self._highs.getSolution().col_value)

    def least_whole(self) -> Floats | None:
        """Return the x of whole numbers of least cost; None when none was found.

        Errors: none. Branching stops after a fixed number of nodes, the same on each machine:
                then the best so far is returned, of which only the cost is not proved.
        """
        self._kind(highspy.HighsVarType.kInteger)
        self._highs.run()
        found = self._highs.getInfo().primal_solution_status == _FEASIBLE
        x = np.array(self._highs.getSolution().col_value) if found else None
        self._kind(highspy.HighsVarType.kContinuous)
        return x

    def _kind(self, kind: highspy.HighsVarType) -> None:
        kinds = np.full(len(self._every), int(kind), dtype=np.uint8)
        self._highs.changeColsIntegrality(len(self._every), self._every, kinds)


_FEASIBLE = int(highspy.SolutionStatus.kSolutionStatusFeasible)


def whole(x: Floats) -> Floats | None:
    """Return x as the whole numbers it stands for; None when it has a fraction."""
    rounded: Floats = np.rint(x)
    return rounded if np.all(np.abs(x - rounded) <= TINY) else None


def moved(change: Floats) -> Bools:
    """Return what a change moves."""
    return np.asarray(np.abs(change) > TINY)
