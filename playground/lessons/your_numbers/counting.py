"""How many rows a neuron answers rightly, and how many wrongly, with yes or no."""

from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from playground.learning.arrays import Array, Flags
from playground.learning.neuron import ACTIVATIONS

Counts = NDArray[np.int64]
ROWS_AT_ONCE = 4096
THRESHOLD = 0.5
"""An output above it says yes."""


@dataclass(frozen=True, eq=False)
class Classes:
    """Rows, and which of them are labelled yes: shape (n_samples, n_features) and (n_samples,)."""

    X: Array
    are_yes: Flags

    @classmethod
    def of(cls, X: Array, y: Array) -> "Classes":
        """X: features, shape (n_samples, n_features). y: labels, yes above THRESHOLD, shape (n_samples,)."""
        return cls(X, y > THRESHOLD)

    def counts(self, activation: str, parameters: Array) -> Counts:
        """Right yes, wrong yes, right no, wrong no of a neuron at each row of parameters, shape (k, 4).

        parameters: (w, b), shape (k, n_features + 1).
        """
        n_yes, needed = np.count_nonzero(self.are_yes), sum_of_no(activation)
        if self.X.shape[1] == 1:
            right_yes, wrong_yes = (_above_boundary(x, needed, parameters) for x in self._ascending)
        else:
            right_yes, wrong_yes = self._answered_yes(needed, parameters)
        return np.column_stack([right_yes, wrong_yes, len(self.X) - n_yes - wrong_yes, n_yes - right_yes])

    @cached_property
    def _ascending(self) -> tuple[Array, Array]:
        """The single feature of the rows that are yes, and of those that are no."""
        x = self.X[:, 0]
        return np.sort(x[self.are_yes]), np.sort(x[~self.are_yes])

    def _answered_yes(self, needed: float, parameters: Array) -> tuple[Counts, Counts]:
        """How many rows that are yes, and how many that are no, have a larger sum, each (k,)."""
        right, all_told = np.zeros((2, len(parameters)), dtype=np.int64)
        for first in range(0, len(self.X), ROWS_AT_ONCE):
            rows = slice(first, first + ROWS_AT_ONCE)
            says_yes = parameters[:, :-1] @ self.X[rows].T + parameters[:, -1:] > needed
            all_told += [np.count_nonzero(each) for each in says_yes]
            right += [np.count_nonzero(each) for each in says_yes & self.are_yes[rows]]
        return right, all_told - right


@cache
def sum_of_no(activation: str) -> float:
    """The largest sum whose output does not say yes: outputs never fall as sums grow."""
    output = ACTIVATIONS[activation].output
    low, high = -1.0, 1.0
    while low < (middle := (low + high) / 2.0) < high:
        low, high = (low, middle) if output(np.array(middle)) > THRESHOLD else (middle, high)
    return low


def _above_boundary(x: Array, needed: float, parameters: Array) -> Counts:
    """How many of these ascending features have a larger sum, (k,). It changes once at most: halving finds where."""
    weight, bias = parameters.T
    rises = weight >= 0.0
    low, high = np.zeros(len(parameters), dtype=np.int64), np.full(len(parameters), len(x))
    for _ in range(len(x).bit_length()):
        middle = np.minimum((low + high) // 2, len(x) - 1)
        is_beyond = (weight * x[middle] + bias > needed) == rises
        high = np.where(is_beyond & (low < high), middle, high)
        low = np.where(is_beyond, low, np.minimum(middle + 1, high))
    return np.where(rises, len(x) - low, low)
