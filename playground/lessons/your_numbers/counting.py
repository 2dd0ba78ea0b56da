"""How many rows a neuron answers rightly, and how many wrongly, with yes or no."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from playground.learning.arrays import Array
from playground.learning.neuron import ACTIVATIONS

Counts = NDArray[np.int64]
ROWS_AT_ONCE = 4096
THRESHOLD = 0.5
"""An output above it says yes."""


@dataclass(frozen=True, eq=False)
class Classes:
    """Rows whose label is yes, and those where it is no, each of shape (n, n_features); a single feature ascends."""

    yes: Array
    no: Array

    @classmethod
    def of(cls, X: Array, y: Array) -> "Classes":
        """X: features, shape (n_samples, n_features). y: labels, yes above THRESHOLD, shape (n_samples,)."""
        are_yes = y > THRESHOLD
        parts = X[are_yes], X[~are_yes]
        return cls(*(np.sort(part, axis=0) if X.shape[1] == 1 else part for part in parts))

    def counts(self, activation: str, parameters: Array) -> Counts:
        """Right yes, wrong yes, right no, wrong no of a neuron at each row of parameters, shape (k, 4).

        parameters: (w, b), shape (k, n_features + 1).
        """
        counted = _above_boundary if self.yes.shape[1] == 1 else _answered_yes
        needed = sum_of_no(activation)
        right_yes, wrong_yes = counted(self.yes, needed, parameters), counted(self.no, needed, parameters)
        return np.column_stack([right_yes, wrong_yes, len(self.no) - wrong_yes, len(self.yes) - right_yes])


@cache
def sum_of_no(activation: str) -> float:
    """The largest sum whose output does not say yes: outputs never fall as sums grow."""
    output = ACTIVATIONS[activation].output
    low, high = -1.0, 1.0
    while low < (middle := (low + high) / 2.0) < high:
        low, high = (low, middle) if output(np.array(middle)) > THRESHOLD else (middle, high)
    return low


def _answered_yes(X: Array, needed: float, parameters: Array) -> Counts:
    """How many rows have a larger sum, (k,)."""
    total = np.zeros(len(parameters), dtype=np.int64)
    for first in range(0, len(X), ROWS_AT_ONCE):
        sums = parameters[:, :-1] @ X[first : first + ROWS_AT_ONCE].T + parameters[:, -1:]
        total += [np.count_nonzero(each) for each in sums > needed]
    return total


def _above_boundary(X: Array, needed: float, parameters: Array) -> Counts:
    """The same for one feature, along which the answer changes once at most: halving finds where."""
    x = X[:, 0]
    weight, bias = parameters.T
    rises = weight >= 0.0
    low, high = np.zeros(len(parameters), dtype=np.int64), np.full(len(parameters), len(x))
    for _ in range(len(x).bit_length()):
        middle = np.minimum((low + high) // 2, len(x) - 1)
        is_beyond = (weight * x[middle] + bias > needed) == rises
        high = np.where(is_beyond & (low < high), middle, high)
        low = np.where(is_beyond, low, np.minimum(middle + 1, high))
    return np.where(rises, len(x) - low, low)
