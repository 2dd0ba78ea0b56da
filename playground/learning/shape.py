"""The shape of a neuron's output along one feature: where it switches and how steep it is."""

import numpy as np
from numpy.typing import ArrayLike

from playground.learning.arrays import Array, as_floats, read_only
from playground.learning.neuron import ACTIVATIONS, predict


def outputs(x: ArrayLike, weight: float, bias: float, activation: str = "linear") -> Array:
    """f(x) = a(weight x + bias) at each x, shape (n,); read-only."""
    places = as_floats("x", x, "(n,)", ndim=1)
    return read_only(predict(places[:, None], [weight], bias, activation))


def threshold(weight: float, bias: float) -> float | None:
    """Where the sum weight x + bias is 0: x = -bias / weight. None where the weight is 0: the sum never changes."""
    return -bias / weight + 0.0 if weight else None  # + 0.0: not -0


def steepest_slope(weight: float, activation: str) -> float:
    """The largest slope of f, which is where the sum is just above 0: da/ds * weight. The bias is not in it."""
    rule = ACTIVATIONS[activation]
    just_above = np.array([1e-12])  # relu has a kink at 0 itself
    return float(rule.derivative(rule.output(just_above))[0]) * weight
