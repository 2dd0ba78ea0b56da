"""Why a neuron's output counts as straight or as curved, in words."""

from collections.abc import Sequence

from playground.figures.numbers import bracketed, number, settled


def zero_words(activation: str, at_zero: float, at_zero_without: float, bias: float) -> str:
    """What the bias does to the output at x = 0."""
    sentence = f"f(0) = {settled(at_zero)} with bias {number(bias)}, and {settled(at_zero_without)} with bias 0."
    if activation == "linear" and bias:
        return f"{sentence} The line is straight, but does not go through (0, 0)."
    return sentence


def bend_words(activation: str, weight: float, heights: Sequence[float], difference: float) -> str:
    """Why the output counts as curved at three places, or as straight. heights: f at x - 1, x, x + 1."""
    before, here, after = heights
    sum_ = (
        f"f(x + 1) − 2 f(x) + f(x − 1) = {settled(after)} − 2 × {bracketed(here)} + {bracketed(before)} = "
        f"**{settled(difference)}**"
    )
    if activation == "linear":
        return f"{sum_}: the three points lie on one line, whatever the bias."
    if weight == 0.0:
        return f"{sum_}: with weight 0 the output is the same everywhere."
    if settled(difference) == "0":
        return f"{sum_}: straight at these three places. Move x to where {activation} bends."
    return f"{sum_}: {activation} bends it, the bias only moves the bend."
