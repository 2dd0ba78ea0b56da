"""A random start in words: an initializer's formula with its numbers, and what it draws."""

from math import isfinite

from playground.figures.numbers import number
from playground.learning.initializers import TRUNCATED_DEVIATION
from playground.lessons.weights.where_weights_come_from.model import MOST_INPUTS, SAME_SIZE, RandomStart

MOST_WEIGHTS = 6
"""Weights that are written out."""

# What stands below the root: a number above, and what it is divided by.
_BOTH, _IN = "(fan-in + fan-out)", "fan-in"
_ROOTS = {
    "glorot_uniform": (6, _BOTH),
    "glorot_normal": (2, _BOTH),
    "he_uniform": (6, _IN),
    "he_normal": (2, _IN),
    "lecun_uniform": (3, _IN),
    "lecun_normal": (1, _IN),
}


def formula(initializer: str, fan_in: int, fan_out: int, start: RandomStart) -> str:
    """Keras's formula with its numbers plugged in."""
    if start.deviation == 0:
        return f"**{initializer}**: every weight is {number(start.limit)}. Nothing is random."
    if initializer not in _ROOTS:
        what, value = ("limit", start.limit) if isfinite(start.limit) else ("deviation", start.deviation)
        return f"**{initializer}**: {what} = **{number(value)}**, whatever fan-in and fan-out are."
    above, below = _ROOTS[initializer]
    numbers = f"({fan_in} + {fan_out})" if below == _BOTH else str(fan_in)
    what, value = ("limit", start.limit) if initializer.endswith("uniform") else ("deviation", start.deviation)
    return f"**{initializer}**: {what} = √({above} / {below}) = √({above} / {numbers}) = **{number(value)}**"


def shape_sentence(initializer: str, start: RandomStart) -> str:
    """How the draws are spread."""
    if start.deviation == 0:
        return "All weights being equal, all neurons of a layer would learn the same."
    if not isfinite(start.limit):
        return f"A bell curve of deviation {number(start.deviation)}, without a limit."
    if initializer.endswith("uniform"):
        return f"Every weight from −{number(start.limit)} to {number(start.limit)} is equally likely."
    return (
        "A bell curve, cut off at two of its deviations and then widened again: "
        f"limit = 2 × {number(start.deviation)} / {number(TRUNCATED_DEVIATION)} = **{number(start.limit)}**."
    )


def weights_sentence(start: RandomStart, seed: int) -> str:
    """The neuron's own weights."""
    shown = ", ".join(number(float(weight)) for weight in start.weights[:MOST_WEIGHTS])
    more = f", … ({len(start.weights) - MOST_WEIGHTS} more)" if len(start.weights) > MOST_WEIGHTS else ""
    return f"This neuron's weights from seed {seed} (orange dots): **{shown}**{more}. Its bias starts at 0."


def sum_sentence(start: RandomStart, root_mean_square: float) -> str:
    """How large the neuron's sum is before it has learned anything."""
    fan_in = len(start.weights)
    products = f"{fan_in} products" if fan_in > 1 else "1 product"
    return (
        f"Typical size of its sum of {products}: √{fan_in} × {number(root_mean_square)} = "
        f"**{number(start.sum_deviation)}**, where a feature's typical size is 1."
    )


SIZE_CLAIM = "More inputs leave the sum about as large"
NO_SIZE = "With weights of 0 every sum is 0, however many inputs there are: there is no size to compare."


def size_sentence(sizes: tuple[float, float]) -> str:
    """The sizes of the sum with few and with many inputs, as the reason of a verdict."""
    few, many = (number(size) for size in sizes)
    return f"{few} with 1 input, {many} with {MOST_INPUTS} (about: up to × {number(SAME_SIZE, 2)})."
