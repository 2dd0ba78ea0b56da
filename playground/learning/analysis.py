"""What the best line is, and how good a line is."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from playground.learning.arrays import Array, as_features, as_labels, read_only


@dataclass(frozen=True, eq=False)
class Optimum:
    """The parameters of a linear neuron at which the mean squared error, plus its penalty, is lowest.

    Attributes:
        weights: ndarray of shape (n_features,).
        bias: 0 without a bias.
        loss: the mean squared error there, without the penalty.
    """

    weights: Array
    bias: float
    loss: float


def least_squares(X: ArrayLike, y: ArrayLike, use_bias: bool = True, l2: float = 0.0) -> Optimum:
    """The minimum of mean((X w + b - y)^2) + l2 |w|^2.

    Where it is not unique (columns that depend on each other, more features than rows), the one
    with the shortest weights, as in scikit-learn's LinearRegression. scikit-learn's Ridge has the
    same minimum with alpha = n_samples * l2.

    Args:
        X: features, shape (n_samples, n_features).
        y: labels, shape (n_samples,).

    Raises:
        ValueError: X or y as in `train`, or l2 is not a finite number from 0.
    """
    features = as_features(X)
    labels = as_labels(y, len(features))
    if not 0.0 <= l2 < np.inf:
        raise ValueError(f"l2 must be finite and at least 0, got {l2!r}")
    n_samples, n_features = features.shape
    X_mean = features.mean(axis=0) if use_bias else np.zeros(n_features)
    y_mean = float(labels.mean()) if use_bias else 0.0
    # The penalty is n_features more rows: sqrt(n l2) w, to be brought to 0.
    rows = np.vstack([features - X_mean, np.sqrt(n_samples * l2) * np.eye(n_features)])
    targets = np.append(labels - y_mean, np.zeros(n_features))
    weights = np.linalg.lstsq(rows, targets, rcond=None)[0]
    bias = y_mean - float(X_mean @ weights)
    residuals = (features - X_mean) @ weights - (labels - y_mean)
    return Optimum(read_only(weights), bias, float(residuals @ residuals) / n_samples)


def r2_score(y: ArrayLike, predictions: ArrayLike) -> float:
    """R2 = 1 - sum (y - prediction)^2 / sum (y - mean y)^2: 1 is perfect, 0 is no better than the mean.

    For a constant y, which leaves nothing to explain, 1 for perfect predictions and else 0, as in
    scikit-learn.

    Args:
        y, predictions: shape (n_samples,).
    """
    predicted = np.asarray(predictions, dtype=np.float64)
    labels = as_labels(y, len(predicted))
    with np.errstate(all="ignore"):
        unexplained = float(np.square(labels - predicted).sum())
        total = float(np.square(labels - labels.mean()).sum()) if np.ptp(labels) > 0.0 else 0.0
    if total == 0.0:
        return float(unexplained == 0.0)
    return 1.0 - unexplained / total


def condition_number(X: ArrayLike, use_bias: bool = True) -> float:
    """Largest over smallest curvature of the mean squared error; infinite if it is flat in a direction.

    It is the square of the condition number of (X, 1). Gradient descent needs about as many
    epochs to gain a digit.
    """
    features = as_features(X)
    columns = np.column_stack([features, np.ones(len(features))]) if use_bias else features
    sizes = np.linalg.svd(columns, compute_uv=False)
    flat = len(columns) < columns.shape[1] or sizes[-1] <= sizes[0] * max(columns.shape) * np.finfo(float).eps
    return float("inf") if flat else float((sizes[0] / sizes[-1]) ** 2)
