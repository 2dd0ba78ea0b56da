"""A neuron's output over its feature: where it is drawn, and how far the axes reach."""

import numpy as np

from playground.learning.arrays import Array
from playground.learning.memory import remembered
from playground.learning.shape import outputs

REACH = 5.0
UP = {"linear": [-6.0, 6.0], "relu": [-1.0, 6.0], "sigmoid": [-0.2, 1.15]}
"""How far the output's axis reaches; it stands still while the sliders move."""
AT = np.linspace(-REACH, REACH, 81)
"""Where a curve is drawn; a straight part needs no more."""


@remembered
def curve_of(activation: str, weight: float, bias: float) -> Array:
    """The neuron's output where it is drawn."""
    return outputs(AT, weight, bias, activation)
