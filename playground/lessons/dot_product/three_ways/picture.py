"""The line of a neuron with one feature, and its height at one place."""

from functools import cache
from typing import Any

from playground.figures import theme
from playground.figures.numbers import decimals
from playground.figures.picture import Picture
from playground.figures.traces import line, marks
from playground.lessons.dot_product.three_ways.text import line_equation

FARTHEST_X, HIGHEST = 3.0, 8.6
"""How far the picture reaches to both sides, and up and down."""


def line_height_picture(weight: float, bias: float, x: float, height: float, ends: tuple[float, float]) -> Picture:
    """The line y = w x + b, and a bar from the axis to its height at x. ends: its heights at both ends."""
    reach = [-FARTHEST_X, FARTHEST_X]
    traces = (
        line([x, x], [0.0, height], theme.line(theme.OPTIMUM, width=2 * theme.LINE_WIDTH), "height"),
        line(reach, ends, theme.line(theme.NEURON), "line"),
        marks([x], [height], theme.OPTIMUM, theme.LARGE_MARKER_SIZE, "place"),
    )
    return Picture(traces, _layout(), _alt(weight, bias, x, height), moving=(0, 1, 2))


@cache
def _layout() -> dict[str, Any]:
    return theme.layout(
        xaxis=theme.axis("x", range=[-FARTHEST_X - 0.2, FARTHEST_X + 0.2], tickvals=[-3, -2, -1, 0, 1, 2, 3]),
        yaxis=theme.axis("y = w x + b", range=[-HIGHEST, HIGHEST], tickvals=[-8, -4, 0, 4, 8]),
    )


def _alt(weight: float, bias: float, x: float, height: float) -> str:
    return f"The line {line_equation(weight, bias)}. At x = {decimals(x)} its height is {decimals(height)}."
