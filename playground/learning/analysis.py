"""What the best line is, and how good a line is."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from playground.learning.arrays import Array, as_features, as_floats, as_labels, as_number, as_numbers, read_only
from playground.learning.neuron import predict
from playground.learning.quadratic import is_quadratic
from playground.learning.rounding import constant_columns, is_rounding
from playground.learning.settings import Settings
from playground.learning.training import starting_parameters, training_data


@dataclass(frozen=True, eq=False)
class Optimum:
    """The parameters of a linear neuron at which the mean squared error, plus its penalty, is lowest.

    What only rounding keeps from 0 is 0: a weight or a bias whose part in the predictions is no
    larger, and a loss of errors that are no larger (see `is_rounding`).

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
        ValueError: X or y as in `train`; l2 is not a finite number from 0; the best weights are
            beyond the range of numbers.
    """
    features = as_features(X)
    labels = as_labels(y, len(features))
    if as_number("l2", l2) < 0.0:
        raise ValueError(f"l2 must be finite and at least 0, got {l2!r}")
    n_samples, n_features = features.shape
    X_mean, centred, y_mean, targets = np.zeros(n_features), features, 0.0, labels
    if use_bias:
        X_mean, centred = _centred(features)
        means, of_labels = _centred(labels[:, None])
        y_mean, targets = float(means[0]), of_labels[:, 0]
    # The penalty is n_features more rows: sqrt(n l2) w, to be brought to 0.
    penalty = np.sqrt(n_samples) * np.sqrt(l2) * np.eye(n_features)
    with np.errstate(all="ignore"):
        solved = np.linalg.lstsq(np.vstack([centred, penalty]), np.append(targets, np.zeros(n_features)), rcond=None)
        weights = solved[0]
        if not np.isfinite(weights).all():
            raise ValueError("X must not be so small beside y that the best weights are beyond the range of numbers")
        lengths = np.linalg.norm(centred, axis=0)
        unshrunk = 1.0 / (1.0 + (penalty.diagonal() / lengths) ** 2)
        weights[is_rounding(weights * lengths, unshrunk * _size(features, labels, weights))] = 0.0
        return _optimum(features, labels, weights, y_mean - float(X_mean @ weights), centred @ weights - targets)


def optimum(X: ArrayLike, y: ArrayLike, settings: Settings) -> Optimum | None:
    """Where the mean squared error plus the penalty of these settings is lowest, among what training may move.

    With the weights frozen that is the bias mean(y - X w), with nothing to move the start itself.
    Weight decay is no part of the loss: it keeps a run from ending exactly there.

    Returns:
        None where there is no closed form: other losses and activations, an l1 penalty; and where
        the best weights are beyond the range of numbers.

    Raises:
        ValueError: as in `train`.
    """
    features, labels = training_data(X, y, settings)
    start = starting_parameters(settings, features.shape[1])
    if not is_quadratic(settings) or (settings.l1 and settings.trainable_weights):
        return None
    if settings.trainable_weights:
        try:
            return least_squares(features, labels, settings.use_bias, settings.l2)
        except ValueError:
            return None
    with np.errstate(all="ignore"):
        residuals = labels - predict(features, start[:-1], 0.0)
        bias = float(residuals.mean()) if settings.use_bias else 0.0
        found = _optimum(features, labels, start[:-1], bias, residuals - bias)
    return found if np.isfinite(found.loss) else None


def _optimum(X: Array, y: Array, weights: Array, bias: float, residuals: Array) -> Optimum:
    """The optimum of these parameters and errors; a bias and a loss that are only rounding are 0."""
    n_samples, size = len(y), _size(X, y, weights)
    loss = float(residuals @ residuals) / n_samples
    no_bias, no_loss = is_rounding(np.array([bias * n_samples**0.5, np.linalg.norm(residuals)]), size)
    return Optimum(read_only(weights), 0.0 if no_bias else bias, 0.0 if no_loss else loss)


def _size(X: Array, y: Array, weights: Array) -> float:
    """What the terms of all errors x w - y amount to: the size beside which rounding is judged."""
    return float(np.abs(weights) @ np.linalg.norm(X, axis=0) + np.linalg.norm(y))


def _centred(columns: Array) -> tuple[Array, Array]:
    """The means of columns, shape (n_features,), and the columns less these: 0 if constant but for rounding."""
    constant = constant_columns(columns)
    means = np.where(constant, columns[0], columns.mean(axis=0))
    return means, np.where(constant, 0.0, columns - means)


@dataclass(frozen=True, eq=False)
class Variation:
    """How much there is to explain of labels, against which any number of predictions can be scored.

    y: shape (n_samples,). spread: largest less smallest. total: sum (y - mean y)^2, measured in spreads, so that no
    square of it can leave the range of numbers; None where y is constant but for rounding.
    """

    y: Array
    spread: float
    total: float | None

    @classmethod
    def of(cls, y: ArrayLike) -> "Variation":
        """That of these labels.

        Raises:
            ValueError: y as in `train`.
        """
        labels = as_numbers("y", y, "(n_samples,)", ndim=1)
        spread = float(np.ptp(labels))
        with np.errstate(all="ignore"):
            is_constant = constant_columns(labels[:, None])[0]
            total = None if is_constant else float(np.square((labels - labels.mean()) / spread).sum())
        return cls(labels, spread, total)

    def r2(self, predictions: ArrayLike) -> float:
        """R2 = 1 - sum (y - prediction)^2 / sum (y - mean y)^2: 1 is perfect, 0 is no better than the mean.

        For a y that is constant but for rounding, which leaves nothing to explain, 1 for perfect
        predictions and else 0, as in scikit-learn. Predictions beyond the range of numbers give -infinity.

        Args:
            predictions: shape (n_samples,).

        Raises:
            ValueError: predictions are not as many numbers as there are labels.
        """
        predicted = as_floats("predictions", predictions, "(n_samples,)", ndim=1)
        if len(predicted) != len(self.y):
            raise ValueError(f"y must have one label for each row of X ({len(predicted)}), got {len(self.y)}")
        with np.errstate(all="ignore"):
            if self.total is None:
                return float(is_rounding(predicted - self.y, np.abs(self.y)).all())
            unexplained = float(np.square((self.y - predicted) / self.spread).sum())
        return 1.0 - unexplained / self.total if np.isfinite(unexplained) else -np.inf


def r2_score(y: ArrayLike, predictions: ArrayLike) -> float:
    """R2 of predictions, shape (n_samples,): see `Variation.r2`.

    Raises:
        ValueError: y as in `train`, or predictions are not as many numbers.
    """
    return Variation.of(y).r2(predictions)


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
