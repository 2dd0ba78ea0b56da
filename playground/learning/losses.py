"""Losses: how wrong one prediction is, and how that changes with the prediction.

The loss of many rows is the mean of theirs. Formulas as in Keras 3 (`keras/src/losses/losses.py`).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from playground.learning.arrays import Array

SMALLEST_PROBABILITY = 1e-7  # Keras clips probabilities to [1e-7, 1 - 1e-7]
HUBER_DELTA = 1.0


@dataclass(frozen=True)
class Loss:
    """A loss of single rows.

    Attributes:
        value: L(prediction, label) of every row, in any shape.
        slope: dL/dprediction of every row, in the same shape.
    """

    value: Callable[[Array, Array], Array]
    slope: Callable[[Array, Array], Array]


def squared_error(predictions: Array, labels: Array) -> Array:
    """L = e^2 with e = prediction - label."""
    errors = predictions - labels
    return errors * errors


def squared_error_slope(predictions: Array, labels: Array) -> Array:
    """dL/dprediction = 2 e."""
    errors = predictions - labels
    return errors + errors


def absolute_error(predictions: Array, labels: Array) -> Array:
    """L = |e|."""
    return np.abs(predictions - labels)


def absolute_error_slope(predictions: Array, labels: Array) -> Array:
    """dL/dprediction = sign(e), 0 at e = 0."""
    return np.sign(predictions - labels)


def huber(predictions: Array, labels: Array) -> Array:
    """L = e^2 / 2 for |e| <= 1, else |e| - 1/2."""
    sizes = np.abs(predictions - labels)
    bounded = np.minimum(sizes, HUBER_DELTA)
    return bounded * (sizes - 0.5 * bounded)


def huber_slope(predictions: Array, labels: Array) -> Array:
    """dL/dprediction = e, held within [-1, 1]."""
    return np.clip(predictions - labels, -HUBER_DELTA, HUBER_DELTA)


def binary_crossentropy(predictions: Array, labels: Array) -> Array:
    """L = -y log(p) - (1 - y) log(1 - p), with p the prediction clipped to [1e-7, 1 - 1e-7]."""
    p = np.clip(predictions, SMALLEST_PROBABILITY, 1.0 - SMALLEST_PROBABILITY)
    return -(labels * np.log(p) + (1.0 - labels) * np.log(1.0 - p))


def binary_crossentropy_slope(predictions: Array, labels: Array) -> Array:
    """dL/dprediction = (p - y) / (p (1 - p)); 0 where the prediction was clipped."""
    p = np.clip(predictions, SMALLEST_PROBABILITY, 1.0 - SMALLEST_PROBABILITY)
    return np.where(p == predictions, (p - labels) / (p * (1.0 - p)), 0.0)


def penalty_slope(weights: Array, l1: float, l2: float) -> Array:
    """The gradient l1 sign(w) + 2 l2 w of the penalty l1 sum |w| + l2 sum w^2.

    It is neither halved nor divided by n, and never on the bias.
    """
    return l1 * np.sign(weights) + 2.0 * l2 * weights


LOSSES = {
    "mean_squared_error": Loss(squared_error, squared_error_slope),
    "mean_absolute_error": Loss(absolute_error, absolute_error_slope),
    "huber": Loss(huber, huber_slope),
    "binary_crossentropy": Loss(binary_crossentropy, binary_crossentropy_slope),
}
