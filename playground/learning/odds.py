"""The binary cross-entropy of a sigmoid neuron and its gradient, from one look at the rows.

For a sum s and a label y of 0 or 1 the odds of the other answer are t = exp(s) where y = 0 and exp(-s) where y = 1. The
probability of the label is q = 1 / (1 + t), its binary cross-entropy -log q, and the slope d(-log q)/ds is 1 - q where
y = 0 and q - 1 where y = 1. As in Keras q is clipped to [1e-7, 1 - 1e-7], and the slope is 0 where it was.
"""

from dataclasses import dataclass

import numpy as np

from playground.learning.arrays import Array
from playground.learning.losses import SMALLEST_PROBABILITY

BLOCK = 16384
"""Rows at a time: what is found of them stays in the processor's cache."""
FACTORS = 32
"""Of a product of probabilities: it is 1e-224 or more."""
LARGEST_PROBABILITY = 1.0 - SMALLEST_PROBABILITY
LEAST_OF_NO = 1.0 - LARGEST_PROBABILITY
"""The least probability of "no", as Keras clips that of "yes": 1e-7, and what rounding adds."""
UNCLIPPED = 16.0
"""The probabilities of smaller sums are not clipped: those of 16.118 and more are."""


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
