"""Going downhill: one step after another, or all of them at once.

Parameters are one vector, (w, b) = (w_1, ..., w_d, b), shape (n_features + 1,), or k of them for
k neurons that learn side by side, shape (k, n_features + 1).
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import numpy as np

from playground.learning.arrays import Array, Flags
from playground.learning.batches import Gradient
from playground.learning.losses import penalty_slope
from playground.learning.optimizers import SGD, Velocity
from playground.learning.quadratic import Quadratic
from playground.learning.rounding import is_rounding
from playground.learning.settings import Settings


def trained(settings: Settings, n_features: int) -> Array:
    """1 for each parameter that training may move, 0 for one that it leaves alone."""
    return np.array([float(settings.trainable_weights)] * n_features + [float(settings.use_bias)])


def penalty_gradient(parameters: Array, settings: Settings) -> Array:
    """The penalty's part of the gradient; none on the bias."""
    gradient = np.zeros_like(parameters)
    gradient[..., :-1] = penalty_slope(parameters[..., :-1], settings.l1, settings.l2)
    return gradient


def steps(
    start: Array, gradients: Iterable[Gradient], settings: Settings, are_weights: Flags | None = None
) -> Iterator[tuple[Array, Any]]:
    """The parameters and the optimizer's state: at the start, then after each step.

    A step is what the optimizer makes of the gradient of the loss plus that of the penalty, added
    to the parameters after weight decay.

    Args:
        are_weights: which of the parameters are weights, the others being biases; those of a
            neuron, all but the last one, if not given.
    """
    rule = settings.update_rule
    if are_weights is None:
        are_weights = np.arange(start.shape[-1]) < start.shape[-1] - 1
    moving = np.where(are_weights, float(settings.trainable_weights), float(settings.use_bias))
    kept = 1.0 - rule.learning_rate * rule.weight_decay * moving
    penalised = settings.l1 > 0.0 or settings.l2 > 0.0
    decaying = rule.weight_decay > 0.0
    some_held = not moving.all()
    parameters, state = start, rule.init(start)
    yield parameters, state
    for gradient in gradients:
        slope = gradient(parameters)
        if penalised:
            slope = slope + np.where(are_weights, penalty_slope(parameters, settings.l1, settings.l2), 0.0)
        if some_held:
            slope = slope * moving
        step, state = rule.update(slope, state)
        if decaying:
            parameters = parameters * kept
        parameters = parameters + step
        yield parameters, state


def every(walk: Iterator[tuple[Array, Any]], stride: int, epochs: int) -> Array:
    """The parameters at the start and after each epoch of so many steps, shape (epochs + 1, ...)."""
    taken = islice(walk, 0, epochs * stride + 1, stride)
    return np.array([parameters for parameters, _ in taken])


def sgd_path(start: Array, loss: Quadratic, settings: Settings) -> Array:
    """Every epoch of full-batch gradient descent on a quadratic loss, shape (epochs + 1, n_features + 1).

    One step is the same affine map at every epoch: of the way gone so far, of the velocity where
    there is momentum, and of a constant 1. Its powers are found by squaring: with the first m
    epochs and the m-th power known, one product gives the next m.
    """
    rule = settings.update_rule
    assert isinstance(rule, SGD)
    size = len(start)
    moving = trained(settings, size - 1)[:, None]
    curvature = loss.hessian + np.diag([2.0 * settings.l2] * (size - 1) + [0.0])
    shrink = -rule.learning_rate * rule.weight_decay * moving
    at_start = (loss.slope(start) + penalty_gradient(start, settings))[:, None]

    # The map is read off the optimizer: its columns are what becomes of each unit vector.
    basis = np.eye(2 * size + 1 if rule.momentum else size + 1)
    way, velocity, one = basis[:size], basis[size:-1], basis[-1:]
    gradients = moving * (curvature @ way + at_start * one)
    step, state = rule.update(gradients, Velocity(velocity) if rule.momentum else rule.init(start))
    way = way + shrink * (way + start[:, None] * one) + step
    affine = np.vstack([way, *state, one])
    gone = _powers(affine.T, settings.epochs)[:, :size]
    path = start + gone
    # Where a parameter goes to 0, start and way cancel: what is left is rounding, and not a number that was learned.
    return np.where(is_rounding(path, np.abs(start) + np.abs(gone)), 0.0, path)


def _powers(transposed: Array, epochs: int) -> Array:
    """(0, ..., 0, 1) after 0, 1, ..., epochs applications of a map, one a row."""
    path = np.zeros((epochs + 1, len(transposed)))
    path[0, -1] = 1.0
    done = 1
    while done <= epochs:
        count = min(done, epochs + 1 - done)
        path[done : done + count] = path[:count] @ transposed
        transposed = transposed @ transposed
        done *= 2
    return path
