"""The loss as a landscape over one weight and the bias, and many starts that fall down in it."""

import numpy as np
from numpy.typing import ArrayLike

from playground.learning.analysis import least_squares
from playground.learning.arrays import Array, as_numbers, as_whole
from playground.learning.batches import mean_losses
from playground.learning.descent import every, steps
from playground.learning.quadratic import around_optimum, expand, is_quadratic
from playground.learning.settings import Settings
from playground.learning.training import gradient_stream, training_data


def loss_surface(
    X: ArrayLike,
    y: ArrayLike,
    settings: Settings,
    weights: ArrayLike,
    biases: ArrayLike,
    feature: int = 0,
    at: ArrayLike | None = None,
) -> Array:
    """The mean loss over all rows, without penalties, where one weight and the bias vary.

    Args:
        X, y, settings: as for `train`; only the loss and the activation count.
        weights: values of the varied weight, shape (n_weights,).
        biases: values of the bias, shape (n_biases,).
        feature: the column of X whose weight varies.
        at: every weight, of which the others hold, shape (n_features,); the least-squares weights
            if not given.

    Returns:
        ndarray of shape (n_biases, n_weights); infinite where the loss is beyond the range of numbers.

    Raises:
        ValueError: X or y as in `train`; another argument has the wrong shape, is not finite or, as X,
            not finite when squared.
    """
    features, labels = training_data(X, y, settings)
    n_features = features.shape[1]
    across = as_numbers("weights", weights, "(n_weights,)", ndim=1)
    up = as_numbers("biases", biases, "(n_biases,)", ndim=1)
    column = as_whole("feature", feature)
    if not 0 <= column < n_features:
        raise ValueError(f"feature must be from 0 to {n_features - 1}, got {feature!r}")
    held = least_squares(features, labels).weights if at is None else as_numbers("at", at, "(n_features,)", ndim=1)
    if len(held) != n_features:
        raise ValueError(f"at must have one weight for each column of X ({n_features}), got {len(held)}")

    points = np.empty((len(up), len(across), n_features + 1))
    points[..., :-1] = held
    points[..., column] = across
    points[..., -1] = up[:, None]
    with np.errstate(all="ignore"):
        losses = _losses(features, labels, settings, points.reshape(-1, n_features + 1))
    losses[np.isnan(losses)] = np.inf
    return losses.reshape(len(up), len(across))


def falls(X: ArrayLike, y: ArrayLike, settings: Settings, starts: ArrayLike) -> Array:
    """The paths of many starts, trained side by side: what `train` does to each, in one go.

    Args:
        X, y, settings: as for `train`; the starts take the place of the initial weights and bias.
        starts: (w, b) of each, shape (k, n_features + 1); without a bias the last column counts as 0.

    Returns:
        ndarray of shape (epochs + 1, k, n_features + 1); NaN from the epoch on in which a path is
        not finite any more.

    Raises:
        ValueError: X or y as in `train`; starts has the wrong shape or is not finite.
    """
    features, labels = training_data(X, y, settings)
    n_parameters = features.shape[1] + 1
    placed = as_numbers("starts", starts, "(k, n_features + 1)", ndim=2)
    if placed.shape[1] != n_parameters:
        raise ValueError(f"starts must have shape (k, {n_parameters}), got shape {placed.shape}")
    placed = placed * np.append(np.ones(n_parameters - 1), float(settings.use_bias))
    with np.errstate(all="ignore"):
        loss = expand(features, labels, placed.mean(axis=0)) if is_quadratic(settings) else None
        gradients, stride = gradient_stream(features, labels, settings, loss)
        paths = every(steps(placed, gradients, settings), stride, settings.epochs)
    lost = np.logical_or.accumulate(~np.isfinite(paths).all(axis=2), axis=0)
    paths[lost] = np.nan
    return paths


def _losses(X: Array, y: Array, settings: Settings, points: Array) -> Array:
    if not is_quadratic(settings):
        return mean_losses(X, y, settings, points)
    return around_optimum(X, y, expand(X, y, points.mean(axis=0))).values(points)
