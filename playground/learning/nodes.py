"""The few that stand for many rows with one feature and a yes or no."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

import numpy as np
from numpy.polynomial import chebyshev

from playground.learning.arrays import Array
from playground.learning.odds import UNCLIPPED, Counted

NODES = 12
"""Of a cell."""
CELLS = 8
"""A standard deviation."""
LEAST_SAVED = 4
"""How many times fewer the nodes must be than the rows."""
WIDEST = 1.0
"""How much the sum may change along a cell, so that its nodes tell all digits."""


@dataclass(frozen=True, eq=False)
class Condensed:
    """Many rows with one feature, and the few that stand for them, at the nodes of cells of this width.

    rows: all, ascending. few: first the nodes of the first cell, and so on. edges: where the cells begin,
    ascending. first_rows: which row is the first of each cell and, last, how many there are.
    """

    rows: Counted
    few: Counted
    width: float
    edges: list[float]
    first_rows: list[int]

    @classmethod
    def of(cls, x: Array, y: Array) -> "Condensed | None":
        """What stands for these rows, or None where that is hardly less.

        A function that is smooth along a cell is a polynomial there, as good as. Its values at the cell's Chebyshev
        nodes say which one, so its sum over all rows of the cell is a sum over the nodes, of values times counts that
        the rows decide once: through the sums of the Chebyshev polynomials at the rows.

        Args:
            x: the feature, shape (n_samples,). y: labels of 0 or 1, shape (n_samples,).
        """
        width = float(x.std()) / CELLS
        if not width > 0.0:
            return None
        order = np.argsort(x)
        x, y = x[order], y[order]
        places, first_rows, cells = np.unique(np.floor((x - x[0]) / width), return_index=True, return_inverse=True)
        if len(places) * 2 * NODES * LEAST_SAVED > len(x):
            return None
        edges = x[0] + places * width
        within = np.clip((x - edges[cells]) / width * 2.0 - 1.0, -1.0, 1.0)
        kinds = cells * 2 + y.astype(np.int64)  # a cell has nodes for both labels
        columns = chebyshev.chebvander(within, NODES - 1).T
        sums = np.array([np.bincount(kinds, column, 2 * len(places)) for column in columns])
        sums[0] *= 0.5
        nodes = chebyshev.chebpts1(NODES)
        counts = (sums.T @ chebyshev.chebvander(nodes, NODES - 1).T * (2.0 / NODES)).astype(np.float64)
        at = np.repeat(edges, 2)[:, None] + (nodes + 1.0) * (0.5 * width)
        labels = np.tile(np.repeat([0.0, 1.0], NODES), len(places))
        few = Counted.of(at.reshape(-1, 1), labels, counts.ravel())
        return cls(Counted.of(x[:, None], y), few, width, edges.tolist(), [*first_rows.tolist(), len(x)])

    def at(self, parameters: Array) -> tuple[float, Array]:
        """The summed loss and its gradient, as those of all rows to the last digits.

        What is read off the nodes of a cell errs by about r^-NODES, where the half axes of the largest ellipse around
        the cell without a pole of the sigmoid, whose nearest are at sums of pi i, add up to r halves of the cell
        (Trefethen, "Approximation Theory and Approximation Practice", chapter 8). With WIDEST that is 12.6^-12 = 6e-14.
        Where a probability is clipped the slope jumps, and no node tells where: there it is read off the rows.
        """
        first, last = self._smooth(*parameters.tolist())
        loss, gradient = self.few.part(first * 2 * NODES, last * 2 * NODES).at(parameters)
        for begin, end in ((0, self.first_rows[first]), (self.first_rows[last], len(self.rows))):
            if begin < end:
                more, slope = self.rows.part(begin, end).at(parameters)
                loss, gradient = loss + more, gradient + slope
        return loss, gradient

    def _smooth(self, weight: float, bias: float) -> tuple[int, int]:
        """From which cell on, and up to which, no probability is clipped."""
        if not abs(weight) * self.width <= WIDEST:
            return 0, 0
        if weight == 0.0:
            return (0, len(self.edges)) if abs(bias) < UNCLIPPED else (0, 0)
        begin, end = sorted(((UNCLIPPED - bias) / weight, (-UNCLIPPED - bias) / weight))
        first, last = bisect_left(self.edges, begin), bisect_right(self.edges, end - self.width)
        return (first, last) if first < last else (0, 0)
