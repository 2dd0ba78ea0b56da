"""Measurements that are all off by the same: which of weight and bias makes up for it, and by how much."""

from typing import NamedTuple

from playground.learning.analysis import least_squares
from playground.learning.arrays import Array

CLOSE = 5.0
"""A bias that is at most so far from what it was, in units of y, counts as the same."""
AT_LEAST = 3.0
"""So far must the ruler be off, in units of x."""


class Retrained(NamedTuple):
    """The line before and after, each trained to its lowest loss."""

    weight: float
    bias: float
    new_weight: float
    new_bias: float

    @property
    def bias_change(self) -> float:
        """By how much the bias has changed."""
        return self.new_bias - self.bias


def retrained(X: Array, y: Array, collar: float, ruler: float) -> Retrained:
    """Train on one feature, and once more with every label higher by `collar` and every feature larger by `ruler`.

    y + collar = w (x + ruler) + b' for all rows alike, so b' = b + collar - w ruler, and w stays.

    Args:
        X: of shape (n_samples, 1). y: of shape (n_samples,).
    """
    before, after = least_squares(X, y), least_squares(X + ruler, y + collar)
    return Retrained(float(before.weights[0]), before.bias, float(after.weights[0]), after.bias)


def cancels(retrained: Retrained, ruler: float) -> bool:
    """Whether collar and ruler leave the bias where it was, with the ruler off by at least AT_LEAST."""
    return abs(ruler) >= AT_LEAST and abs(retrained.bias_change) <= CLOSE
