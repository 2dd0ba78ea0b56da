"""Standardising: data at mean 0 and deviation 1, and the line carried between both units."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import ArrayLike

from playground.learning.arrays import Array, as_features, as_floats, as_labels, read_only
from playground.learning.rounding import constant_columns, unit_of


@dataclass(frozen=True, eq=False)
class Standardizer:
    """The shift and the scale of each column: standard = (data - mean) / scale.

    The scale is the population deviation (divided by n), or 1 for a column that is constant but
    for rounding, as in scikit-learn's StandardScaler (see `constant_columns`). Such a column
    becomes 0.

    Attributes:
        X_mean, X_scale: ndarray of shape (n_features,).
        X_rounding: how far from the mean counts as on it, of the same shape; 0 for a column that varies.
        y_mean, y_scale, y_rounding: float.
    """

    X_mean: Array
    X_scale: Array
    X_rounding: Array
    y_mean: float
    y_scale: float
    y_rounding: float

    @classmethod
    def fit(cls, X: ArrayLike, y: ArrayLike) -> Self:
        """Measure the columns of X, shape (n_samples, n_features), and of y, shape (n_samples,).

        Raises:
            ValueError: as for `train`.
        """
        features = as_features(X)
        labels = as_labels(y, len(features))
        X_mean, X_scale, X_rounding = map(read_only, _measure(features))
        y_mean, y_scale, y_rounding = (float(number[0]) for number in _measure(labels[:, None]))
        return cls(X_mean, X_scale, X_rounding, y_mean, y_scale, y_rounding)

    def transform_X(self, X: ArrayLike) -> Array:
        """Features, shape (n_samples, n_features), in standard units.

        Raises:
            ValueError: as in `fit`, or X has not as many columns.
        """
        features = as_features(X)
        if features.shape[1] != len(self.X_mean):
            raise ValueError(f"X must have {len(self.X_mean)} columns as in fit, got {features.shape[1]}")
        return _standard(features, self.X_mean, self.X_scale, self.X_rounding)

    def transform_y(self, y: ArrayLike) -> Array:
        """Labels, shape (n_samples,), in standard units.

        Raises:
            ValueError: as in `fit`.
        """
        labels = as_floats("y", y, "(n_samples,)", ndim=1)
        return _standard(as_labels(y, len(labels)), self.y_mean, self.y_scale, self.y_rounding)

    def inverse_y(self, y: ArrayLike) -> Array:
        """Standard labels in the data's units."""
        with np.errstate(over="ignore"):  # the output of a line that diverged
            return np.asarray(y, dtype=np.float64) * self.y_scale + self.y_mean

    def to_data_units(self, weights: ArrayLike, bias: ArrayLike) -> tuple[Array, Array]:
        """The same line for data that are not standardised.

        w_data = w y_scale / X_scale; b_data = y_mean + y_scale b - w_data . X_mean.

        Args:
            weights: shape (n_features,), or (epochs + 1, n_features) for a whole run.
            bias: a number, or shape (epochs + 1,).
        """
        with np.errstate(over="ignore", invalid="ignore"):  # a line that diverged may leave the range of floats here
            data_weights = np.asarray(weights, dtype=np.float64) * (self.y_scale / self.X_scale)
            data_bias = self.y_mean + self.y_scale * np.asarray(bias, dtype=np.float64)
            return data_weights, data_bias - data_weights @ self.X_mean


def _measure(columns: Array) -> tuple[Array, Array, Array]:
    """Mean, scale and rounding of each column."""
    unit = unit_of(columns)
    scaled = columns / unit
    constant = constant_columns(columns)
    # The mean of equal numbers may be off by a rounding, which must not pass for a deviation.
    mean = np.where(constant, columns[0], scaled.mean(axis=0) * unit)
    off = np.abs(columns - mean).max(axis=0)
    return mean, np.where(constant, 1.0, scaled.std(axis=0) * unit), np.where(constant, off, 0.0)


def _standard(data: Array, mean: Array | float, scale: Array | float, rounding: Array | float) -> Array:
    off = data - mean
    return np.where(np.abs(off) <= rounding, 0.0, off) / scale
