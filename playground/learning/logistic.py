"""Yes or no: the loss of a sigmoid neuron and its gradient, from one look at the rows, or at a few that stand for them.

For a sum s and a label y of 0 or 1 the odds of the other answer are t = exp(s) where y = 0 and exp(-s) where y = 1. The
probability of the label is q = 1 / (1 + t), its binary cross-entropy -log q, and the slope d(-log q)/ds is 1 - q where
y = 0 and q - 1 where y = 1. As in Keras q is clipped to [1e-7, 1 - 1e-7], and the slope is 0 where it was.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.polynomial import chebyshev

from playground.learning.arrays import Array
from playground.learning.losses import SMALLEST_PROBABILITY
from playground.learning.settings import Settings

BLOCK = 16384
"""Rows at a time: what is found of them stays in the processor's cache."""
MOST_AS_THEY_ARE = 5000
"""Rows that are looked at one by one also where a few would do."""
FACTORS = 32
"""Of a product of probabilities: it is 1e-224 or more."""
NODES = 12
"""Of a cell."""
CELLS = 8
"""A standard deviation."""
LEAST_SAVED = 4
"""How many times fewer the nodes must be than the rows."""
WIDEST = 1.0
"""How much the sum may change along a cell, so that its nodes tell all digits."""
LARGEST_PROBABILITY = 1.0 - SMALLEST_PROBABILITY
LEAST_OF_NO = 1.0 - LARGEST_PROBABILITY
"""The least probability of "no", as Keras clips that of "yes": 1e-7, and what rounding adds."""
UNCLIPPED = 16.0
"""The probabilities of smaller sums are not clipped: those of 16.118 and more are."""


def is_logistic(settings: Settings) -> bool:
    """Whether the loss is the binary cross-entropy of a sigmoid neuron."""
    return settings.activation == "sigmoid" and settings.loss == "binary_crossentropy"


def are_yes_or_no(y: Array) -> bool:
    """Whether all labels are 0 or 1."""
    return bool(((y == 0.0) | (y == 1.0)).all())


@dataclass(frozen=True, eq=False)
class Counted:
    """Rows, and how many each of them stands for.

    signed: the features of each row and a 1 for the bias, all times 1 where the label is 0 and -1 where it is 1, a row
    a column, shape (n_features + 1, n_rows): the parameters times it are the logarithms of the odds. counts: (n_rows,),
    or None where each stands for itself; a count may be any number.
    """

    signed: Array
    counts: Array | None = None

    @classmethod
    def of(cls, X: Array, y: Array, counts: Array | None = None) -> "Counted":
        """These rows. X: shape (n_rows, n_features). y: labels of 0 or 1, (n_rows,). counts: as above."""
        return cls(np.vstack([X.T, np.ones(len(y))]) * (1.0 - 2.0 * y), counts)

    def __len__(self) -> int:
        return int(self.signed.shape[1])

    def part(self, first: int, last: int) -> "Counted":
        """The rows from the first to that before the last."""
        return Counted(self.signed[:, first:last], None if self.counts is None else self.counts[first:last])

    def at(self, parameters: Array) -> tuple[float, Array]:
        """The summed loss and its gradient, shape (n_features + 1,), at parameters of that shape."""
        loss, gradient = 0.0, np.zeros_like(parameters)
        for first in range(0, len(self), BLOCK):
            block = self.part(first, first + BLOCK)
            more, slope = block._at(parameters)
            loss, gradient = loss + more, gradient + slope
        return loss, gradient

    def _at(self, parameters: Array) -> tuple[float, Array]:
        odds = parameters @ self.signed
        np.exp(odds, out=odds)
        odds += 1.0
        probability = np.reciprocal(odds, out=odds)
        slope = 1.0 - probability
        if not LEAST_OF_NO <= probability.min() <= probability.max() <= LARGEST_PROBABILITY:
            least = np.where(self.signed[-1] > 0.0, LEAST_OF_NO, SMALLEST_PROBABILITY)
            clipped = np.clip(probability, least, LARGEST_PROBABILITY)
            slope[clipped != probability] = 0.0
            probability = clipped
        if self.counts is None:
            return -_sum_of_logs(probability), self.signed @ slope
        slope *= self.counts
        return -float(np.log(probability) @ self.counts), self.signed @ slope


def _sum_of_logs(probability: Array) -> float:
    """sum(log q), from the logarithms of products of a few, each of which is at least 1e-7: fewer are quicker."""
    whole = len(probability) // FACTORS * FACTORS
    products = np.multiply.reduce(probability[:whole].reshape(FACTORS, -1), axis=0)
    return float(np.log(products).sum() + np.log(probability[whole:]).sum())


@dataclass(frozen=True, eq=False)
class Logistic:
    """The mean binary cross-entropy of a sigmoid neuron on these rows, as a function of its parameters.

    X: features, shape (n_samples, n_features), and y: labels, each 0 or 1, (n_samples,), both as `train` takes them.
    """

    X: Array
    y: Array

    def at(self, parameters: Array) -> tuple[float, Array]:
        """The loss and its gradient at (w, b), shape (n_features + 1,)."""
        loss, gradient = self._rows.at(parameters)
        return loss / len(self.y), gradient / float(len(self.y))

    def losses(self, parameters: Array) -> Array:
        """The loss at each row of parameters, (k, n_features + 1) -> (k,)."""
        return np.array([self.at(each)[0] for each in parameters])

    @cached_property
    def _rows(self) -> "Counted | Condensed":
        many = self.X.shape[1] == 1 and len(self.y) > MOST_AS_THEY_ARE
        found = Condensed.of(self.X[:, 0], self.y) if many else None
        return found or Counted.of(self.X, self.y)


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
