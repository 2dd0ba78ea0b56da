"""Is it curved? Three places at equal distances on a neuron's output, and the straight line between the outer two."""

from collections.abc import Sequence

from playground.figures import theme
from playground.figures.numbers import number
from playground.figures.panels import AXIS_LINE
from playground.figures.picture import Picture
from playground.figures.traces import labelled, line, marks
from playground.learning.arrays import Array
from playground.lessons.bias.curve import AT, REACH, UP

SIZE = theme.LARGE_MARKER_SIZE
CURVE = ("neuron", "straight line", "three places")
"""The traces that show whether the output bends."""


def bend_picture(activation: str, f: Array, x: Sequence[float], heights: Sequence[float], at_zero: float) -> Picture:
    """Draw f at AT, f(0), and f at three places x with their heights."""
    traces = (
        line(AT.tolist(), f.tolist(), theme.line(theme.NEURON), "neuron"),
        line([x[0], x[2]], [heights[0], heights[2]], theme.line(theme.OPTIMUM, "dot"), "straight line"),
        labelled(marks(x, heights, theme.DATA, SIZE, "three places"), ["x − 1", "x", "x + 1"], "top center"),
        labelled(marks([0.0], [at_zero], theme.OPTIMUM, SIZE, "f(0)"), ["f(0)"], "bottom right"),
    )
    layout = theme.layout(
        xaxis=theme.axis("x", range=[-REACH, REACH], **AXIS_LINE),
        yaxis=theme.axis("output f(x)", range=UP[activation], **AXIS_LINE),
    )
    alt = (
        f"The output of a {activation} neuron. It is {number(at_zero)} at x = 0, and at three places "
        f"{', '.join(number(place) for place in x)} it is {', '.join(number(height) for height in heights)}."
    )
    return Picture(traces, layout, alt, moving=(0, 1, 2, 3))


def zero_alt(at_zero: float) -> str:
    """What the picture shows without the curve, in words."""
    return f"The output at x = 0 is {number(at_zero)}. The line is not drawn yet."
