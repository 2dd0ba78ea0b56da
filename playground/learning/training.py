"""Training: data and Settings in, History out."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import repeat

import numpy as np
from numpy.typing import ArrayLike

from playground.learning.arrays import Array, as_features, as_labels, read_only
from playground.learning.batches import (
    Gradient,
    affine_gradient,
    batch_gradients,
    mean_losses,
    rows_per_step,
    steps_per_epoch,
    takes_all_rows,
)
from playground.learning.descent import every, sgd_path, steps
from playground.learning.initializers import draw
from playground.learning.logistic import Logistic, are_yes_or_no, is_logistic
from playground.learning.quadratic import Quadratic, around_optimum, expand, is_quadratic
from playground.learning.settings import Settings
from playground.learning.streams import stream


@dataclass(frozen=True, eq=False)
class History:
    """What happened in a training run. Arrays are read-only; row 0 is the start.

    Attributes:
        weights: after each epoch, shape (epochs + 1, n_features).
        bias: after each epoch, shape (epochs + 1,).
        loss: over all the data with the parameters of that epoch, without penalties, (epochs + 1,).
        diverged: whether the run left the range of numbers; the arrays then end at the last epoch
            in which all is finite.
    """

    weights: Array
    bias: Array
    loss: Array
    diverged: bool

    @property
    def epochs(self) -> int:
        """How many epochs were finished with finite numbers."""
        return len(self.loss) - 1


def train(X: ArrayLike, y: ArrayLike, settings: Settings) -> History:
    """Train one neuron.

    With squared error, a linear neuron and a full batch the data are read once and an epoch costs
    the same however many rows there are. One row, constant columns, more features than rows and a
    batch size above n_samples are all fine, and so is a rate that makes the run diverge.

    Args:
        X: features, shape (n_samples, n_features).
        y: labels, shape (n_samples,).
        settings: what to do.

    Raises:
        ValueError: X or y is empty, of the wrong shape, not numeric, not finite, or too large to
            be squared; a label is outside [0, 1] with binary_crossentropy; initial_weights has not
            one number a feature; the loss at the start is not finite.
    """
    features, labels = training_data(X, y, settings)
    if is_logistic(settings) and takes_all_rows(settings, len(labels)) and are_yes_or_no(labels):
        return train_logistic(Logistic(features, labels), settings)
    start = starting_parameters(settings, features.shape[1])
    with np.errstate(all="ignore"):
        path, losses = _run(features, labels, settings, start)
    return _history(path, losses)


def train_logistic(rows: Logistic, settings: Settings) -> History:
    """Train a sigmoid neuron on the mean binary cross-entropy of these rows, all of them at each step.

    One look at the rows gives the gradient of an epoch and the loss that it starts from.

    Raises:
        ValueError: initial_weights has not one number a feature; the loss at the start is not finite.
    """
    losses: list[float] = []

    def gradient(parameters: Array) -> Array:
        loss, slope = rows.at(parameters)
        losses.append(loss)
        return slope

    start = starting_parameters(settings, rows.X.shape[1])
    with np.errstate(all="ignore"):
        path = every(steps(start, repeat(gradient), settings), 1, settings.epochs)
        losses.append(rows.at(path[-1])[0])
    return _history(path, np.array(losses))


def training_data(X: ArrayLike, y: ArrayLike, settings: Settings) -> tuple[Array, Array]:
    """X and y as float64, fit to be learned from with this loss.

    Raises:
        ValueError: X or y as in `train`.
    """
    features = as_features(X)
    labels = as_labels(y, len(features))
    if settings.loss == "binary_crossentropy" and (labels.min() < 0.0 or labels.max() > 1.0):
        raise ValueError(f"y must be from 0 to 1 for binary_crossentropy, got {labels.min():g} to {labels.max():g}")
    return features, labels


def starting_parameters(settings: Settings, n_features: int) -> Array:
    """(w, b) at epoch 0, shape (n_features + 1,): the initial weights or a random draw, and the bias.

    Raises:
        ValueError: initial_weights has not one number a feature.
    """
    if settings.initial_weights is None:
        rng = stream(settings.seed, "weights")
        weights = draw(settings.initializer, n_features, 1, rng, (n_features,))
    else:
        weights = np.array(settings.initial_weights)
        if len(weights) != n_features:
            raise ValueError(f"initial_weights must have one number a feature ({n_features}), got {len(weights)}")
    return np.append(weights, settings.initial_bias if settings.use_bias else 0.0)


def gradient_stream(X: Array, y: Array, settings: Settings, loss: Quadratic | None) -> tuple[Iterator[Gradient], int]:
    """The gradient of each step, without end, and how many steps make an epoch."""
    n_samples = len(y)
    size = rows_per_step(settings, n_samples)
    if loss is not None and size == n_samples:
        return repeat(partial(affine_gradient, loss.hessian, loss.slope(np.zeros_like(loss.point)))), 1
    return batch_gradients(X, y, settings), steps_per_epoch(settings, n_samples)


def _run(X: Array, y: Array, settings: Settings, start: Array) -> tuple[Array, Array]:
    """The parameters and the loss after each epoch, finite or not."""
    loss = expand(X, y, start) if is_quadratic(settings) else None
    path = None
    if loss is not None and takes_all_rows(settings, len(y)) and settings.optimizer == "sgd" and settings.l1 == 0.0:
        path = sgd_path(start, loss, settings)
    if path is None or not np.isfinite(path).all():
        gradients, stride = gradient_stream(X, y, settings, loss)
        path = every(steps(start, gradients, settings), stride, settings.epochs)
    if loss is None:
        return path, mean_losses(X, y, settings, path)
    return path, around_optimum(X, y, loss).values(path)


def _history(path: Array, losses: Array) -> History:
    finite = np.isfinite(path).all(axis=1) & np.isfinite(losses)
    kept = len(finite) if finite.all() else int(finite.argmin())
    if kept == 0:
        raise ValueError(f"initial_weights must give a finite loss at the start, got {losses[0]:g}")
    weights, bias, loss = (read_only(array[:kept]) for array in (path[:, :-1], path[:, -1], losses))
    return History(weights, bias, loss, diverged=kept < len(finite))
