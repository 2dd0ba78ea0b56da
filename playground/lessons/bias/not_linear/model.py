"""Whether a neuron's output bends: its second difference at three places."""

from playground.learning.shape import outputs

STRAIGHT = 1e-9
"""A second difference below this, next to outputs of about 1, is rounding."""


def second_difference(weight: float, bias: float, activation: str, x: float) -> float:
    """f(x + 1) - 2 f(x) + f(x - 1): 0 for every straight line, whatever its slope and its bias."""
    after, here, before = map(float, outputs([x + 1.0, x, x - 1.0], weight, bias, activation))
    return after - 2.0 * here + before


def bends(difference: float) -> bool:
    """Whether a second difference is more than rounding."""
    return abs(difference) > STRAIGHT
