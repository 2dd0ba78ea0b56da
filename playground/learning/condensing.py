"""A few rows that a linear neuron with squared error cannot tell from many.

Its loss and its gradient on the full batch need the data only through their means and the sums of their products. So it
learns the same from d + 2 rows that have the same ones, and a run takes no longer with 100 000 rows than with 50.
"""

import numpy as np

from playground.learning.arrays import Array, read_only

MOST_AS_THEY_ARE = 1000
"""Rows that are trained on one by one also where a few would do."""


def few_for(X: Array, y: Array) -> tuple[Array, Array]:
    """Rows from which a linear neuron with squared error learns the same as from these; these where they are not many.

    X, y: as for `condensed`.
    """
    if len(y) <= MOST_AS_THEY_ARE:
        return X, y
    few_X, few_y = condensed(X, y)
    return read_only(few_X), read_only(few_y)


def condensed(X: Array, y: Array) -> tuple[Array, Array]:
    """d + 2 rows with the means, variances and covariances of these, or these themselves if they are not more.

    The columns (X, y) less their means are Q R with orthonormal Q, so their products sum to R' R. The new rows are
    means + sqrt(m / n) H R, where the columns of H are orthonormal as well and each sum to 0. Taking R from the columns
    themselves, and not from R' R, keeps all digits where they nearly depend on each other.

    Args:
        X: shape (n_samples, n_features). y: shape (n_samples,). Both as `train` takes them.
    """
    n_samples, n_features = X.shape
    few = n_features + 2
    if n_samples <= few:
        return X, y
    columns = np.column_stack([X, y])
    means = columns.mean(axis=0)
    factor = np.linalg.qr(columns - means, mode="r")
    rows = means + np.sqrt(few / n_samples) * _balanced(few) @ factor
    return np.ascontiguousarray(rows[:, :-1]), np.ascontiguousarray(rows[:, -1])


def _balanced(n_rows: int) -> Array:
    """Orthonormal columns that each sum to 0, shape (n_rows, n_rows - 1): Helmert's."""
    found = np.zeros((n_rows, n_rows - 1))
    for k in range(1, n_rows):
        found[:k, k - 1] = 1.0 / np.sqrt(k * (k + 1))
        found[k, k - 1] = -np.sqrt(k / (k + 1))
    return found
