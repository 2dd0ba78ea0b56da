"""The shape of a neuron's output along one feature: where it switches, how steep it is, whether it bends."""

import numpy as np
from numpy.typing import ArrayLike

from playground.learning.arrays import Array, as_floats, read_only
from playground.learning.neuron import ACTIVATIONS, predict

STRAIGHT = 1e-9
"""A second difference below this, next to outputs of about 1, is rounding."""


def outputs(x: ArrayLike, weight: float, bias: float, activation: str = "linear") -> Array:
    """f(x) = a(weight x + bias) at each x, shape (n,); read-only."""
    places = as_floats("x", x, "(n,)", ndim=1)
    return read_only(predict(places[:, None], [weight], bias, activation))


def threshold(weight: float, bias: float) -> float | None:
    """Where the sum weight x + bias is 0: x = -bias / weight. None where the weight is 0: the sum never changes."""
    return -bias / weight + 0.0 if weight else None  # + 0.0: not -0


def bias_for(weight: float, place: float) -> float:
    """The bias that puts the threshold there: -weight * place."""
    return -weight * place + 0.0  # + 0.0: not -0


def switches_near(weight: float, bias: float, activation: str, place: float, within: float) -> bool:
    """Whether the neuron has an activation that switches, and does so that near to a place."""
    at = threshold(weight, bias)
    return activation != "linear" and at is not None and abs(at - place) < within


def steepest_slope(weight: float, activation: str) -> float:
    """The largest slope of f, which is where the sum is just above 0: da/ds * weight. The bias is not in it."""
    rule = ACTIVATIONS[activation]
    just_above = np.array([1e-12])  # relu has a kink at 0 itself
    return float(rule.derivative(rule.output(just_above))[0]) * weight


def second_difference(weight: float, bias: float, activation: str, x: float, h: float = 1.0) -> float:
    """f(x + h) - 2 f(x) + f(x - h): 0 for every straight line, whatever its slope and its bias."""
    after, here, before = map(float, outputs([x + h, x, x - h], weight, bias, activation))
    return after - 2.0 * here + before


def bends(difference: float) -> bool:
    """Whether a second difference is more than rounding."""
    return abs(difference) > STRAIGHT
