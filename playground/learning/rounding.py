"""Where a number is only what rounding has left of 0."""

import numpy as np

from playground.learning.arrays import Array, Flags

EPSILON = float(np.finfo(np.float64).eps)
ROUNDINGS = 16.0
"""How many roundings may add up in a number that should be 0; in least squares on exact data 15 were the most."""


def is_rounding(value: Array | float, size: Array | float) -> Flags:
    """Whether a sum is so small beside its terms that rounding alone may have made it: |value| <= 16 epsilon size.

    Args:
        value: of any shape.
        size: what its terms amount to, of the same shape or one that broadcasts.
    """
    bound = ROUNDINGS * EPSILON * np.asarray(size)
    found: Flags = (np.abs(value) <= bound) & np.isfinite(bound)
    return found


def constant_columns(columns: Array) -> Flags:
    """Which columns, (n_samples, n_features) -> (n_features,), spread by no more than rounding.

    variance <= n epsilon variance + (n mean epsilon)^2, as in scikit-learn's StandardScaler
    (`_is_constant_feature` in `sklearn/preprocessing/_data.py`).
    """
    n_samples = len(columns)
    scaled = columns / unit_of(columns)
    variance, mean = scaled.var(axis=0), scaled.mean(axis=0)
    found: Flags = variance <= n_samples * EPSILON * variance + (n_samples * EPSILON * mean) ** 2
    return found


def unit_of(columns: Array) -> Array:
    """For each column a power of two of the size of its largest entry: divided by it, its squares are in range."""
    largest = np.abs(columns).max(axis=0)
    return np.where(largest > 0.0, np.ldexp(1.0, np.frexp(largest)[1] - 1), 1.0)
