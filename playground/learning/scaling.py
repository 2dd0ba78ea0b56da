"""Standardising: data at mean 0 and deviation 1, and the line carried between both units."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import ArrayLike

from playground.learning.arrays import Array, as_features, as_labels, read_only


@dataclass(frozen=True, eq=False)
class Standardizer:
    """The shift and the scale of each column: standard = (data - mean) / scale.

    The scale is the population deviation (divided by n), or 1 for a constant column, as in
    scikit-learn's StandardScaler.

    Attributes:
        X_mean, X_scale: ndarray of shape (n_features,).
        y_mean, y_scale: float.
    """

    X_mean: Array
    X_scale: Array
    y_mean: float
    y_scale: float

    @classmethod
    def fit(cls, X: ArrayLike, y: ArrayLike) -> Self:
        """Measure the columns of X, shape (n_samples, n_features), and of y, shape (n_samples,).

        Raises:
            ValueError: as for `train`.
        """
        features = as_features(X)
        labels = as_labels(y, len(features))
        X_mean, X_scale = _measure(features)
        y_mean, y_scale = _measure(labels[:, None])
        return cls(read_only(X_mean), read_only(X_scale), float(y_mean[0]), float(y_scale[0]))

    def transform_X(self, X: ArrayLike) -> Array:
        """Features in standard units."""
        return (np.asarray(X, dtype=np.float64) - self.X_mean) / self.X_scale

    def transform_y(self, y: ArrayLike) -> Array:
        """Labels in standard units."""
        return (np.asarray(y, dtype=np.float64) - self.y_mean) / self.y_scale

    def inverse_y(self, y: ArrayLike) -> Array:
        """Standard labels in the data's units."""
        return np.asarray(y, dtype=np.float64) * self.y_scale + self.y_mean

    def to_data_units(self, weights: ArrayLike, bias: ArrayLike) -> tuple[Array, Array]:
        """The same line for data that are not standardised.

        w_data = w y_scale / X_scale; b_data = y_mean + y_scale b - w_data . X_mean.

        Args:
            weights: shape (n_features,), or (epochs + 1, n_features) for a whole run.
            bias: a number, or shape (epochs + 1,).
        """
        data_weights = np.asarray(weights, dtype=np.float64) * (self.y_scale / self.X_scale)
        data_bias = self.y_mean + self.y_scale * np.asarray(bias, dtype=np.float64)
        return data_weights, data_bias - data_weights @ self.X_mean


def _measure(columns: Array) -> tuple[Array, Array]:
    mean = columns.mean(axis=0)
    scale = columns.std(axis=0)
    # The mean of equal numbers may be off by a rounding, which must not pass for a deviation.
    constant = columns.max(axis=0) == columns.min(axis=0)
    mean = np.where(constant, columns[0], mean)
    return mean, np.where(constant | (scale == 0.0), 1.0, scale)
