"""The mean squared error of a linear neuron as what it is: a quadratic function of its parameters.

With it the data are read once, however many epochs follow. Parameters are one vector,
(w, b) = (w_1, ..., w_d, b), because X w + b = (X, 1) . (w, b).
"""

from dataclasses import dataclass, replace

import numpy as np

from playground.learning.arrays import Array
from playground.learning.rounding import is_rounding
from playground.learning.settings import Settings

# Below this share of the loss at the start, a loss found by subtraction has lost too many digits.
CANCELLATION = 1e-3


@dataclass(frozen=True, eq=False)
class Quadratic:
    """L(p) = value + gradient . (p - point) + 1/2 (p - point)' hessian (p - point), exactly.

    Attributes:
        point: where it is expanded, ndarray of shape (n_features + 1,).
        value: the loss there; 0 if it is only rounding (see `is_rounding`).
        gradient: 2 Z' r / n there, with Z = (X, 1) and residuals r = Z point - y; a part that is only rounding is 0.
        hessian: 2 Z' Z / n, twice the Gram matrix, of shape (n_features + 1, n_features + 1).
        label_size: the root mean square of y.
    """

    point: Array
    value: float
    gradient: Array
    hessian: Array
    label_size: float

    def slope(self, parameters: Array) -> Array:
        """The gradient at parameters of shape (n_features + 1,) or (k, n_features + 1)."""
        slope: Array = self.gradient + (parameters - self.point).dot(self.hessian)
        return slope

    def values(self, parameters: Array) -> Array:
        """The loss at each row of parameters, shape (k, n_features + 1); never negative, and 0 if only rounding."""
        away = parameters - self.point
        rise = np.einsum("ij,ij->i", away @ self.hessian * 0.5 + self.gradient, away)
        values: Array = np.maximum(self.value + rise, 0.0)
        values[is_rounding(np.sqrt(values), self.term_size(parameters))] = 0.0
        return values

    def term_size(self, parameters: Array) -> Array:
        """How large the terms of the residuals are at parameters, (k, n_features + 1) -> (k,): a root mean square."""
        sizes: Array = np.abs(parameters) @ np.sqrt(0.5 * self.hessian.diagonal()) + self.label_size
        return sizes


def is_quadratic(settings: Settings) -> bool:
    """Whether the loss, penalties aside, is a quadratic function of the parameters."""
    return settings.loss == "mean_squared_error" and settings.activation == "linear"


def expand(X: Array, y: Array, point: Array) -> Quadratic:
    """The mean squared error around a point, from one pass over the data."""
    n_samples, n_features = X.shape
    residuals = _residuals(X, y, point)
    beside = np.ones((2, n_samples))
    beside[1] = residuals
    column_sums, moments = beside @ X
    hessian = np.empty((n_features + 1, n_features + 1))
    hessian[:-1, :-1] = X.T @ X
    # Columns of mean 0 do not push the bias: what rounding left of their sums would.
    sizes = np.sqrt(n_samples * hessian.diagonal()[:-1])
    hessian[:-1, -1] = hessian[-1, :-1] = np.where(is_rounding(column_sums, sizes), 0.0, column_sums)
    hessian[-1, -1] = n_samples
    gradient = np.append(moments, residuals.sum()) * (2.0 / n_samples)
    value = float(residuals @ residuals) / n_samples
    label_size = float(np.linalg.norm(y)) / n_samples**0.5
    return _without_rounding(Quadratic(point, value, gradient, hessian * (2.0 / n_samples), label_size))


def around_optimum(X: Array, y: Array, start: Quadratic) -> Quadratic:
    """The same function expanded around its least-squares optimum.

    There the gradient is next to nothing, so a loss near the floor keeps its digits: it is the
    floor plus a small square instead of a difference of large numbers. It need not be the exact
    optimum for that, since the expansion is exact around any point.
    """
    if not np.isfinite(start.hessian).all() or not np.isfinite(start.gradient).all():
        return start
    move = np.linalg.lstsq(start.hessian, -start.gradient, rcond=None)[0]
    point = start.point + move
    moved = point - start.point
    value = start.value + float((start.gradient + 0.5 * start.hessian @ moved) @ moved)
    gradient = start.slope(point)
    if value < CANCELLATION * start.value:
        residuals = _residuals(X, y, point)
        value = float(residuals @ residuals) / len(y)
        gradient = np.append(residuals @ X, residuals.sum()) * (2.0 / len(y))
    return _without_rounding(Quadratic(point, value, gradient, start.hessian, start.label_size))


def _without_rounding(loss: Quadratic) -> Quadratic:
    """The same function, with 0 for a value and for parts of the gradient that rounding alone may have made."""
    size = loss.term_size(loss.point)
    value = 0.0 if is_rounding(max(loss.value, 0.0) ** 0.5, size) else loss.value
    # A part of the gradient is 2 / n times a sum of residuals times a column of Z.
    of_columns = np.sqrt(2.0 * loss.hessian.diagonal()) * size
    return replace(loss, value=value, gradient=np.where(is_rounding(loss.gradient, of_columns), 0.0, loss.gradient))


def _residuals(X: Array, y: Array, point: Array) -> Array:
    residuals = X @ point[:-1]
    residuals += point[-1]
    residuals -= y
    return residuals
