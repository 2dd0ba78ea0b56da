"""Is it curved? Three places at equal distances on a neuron's output, and the straight line between the outer two."""

from collections.abc import Sequence

from playground.figures import theme
from playground.figures.moves import AT, REACH, UP, Numbers
from playground.figures.panels import AXIS_LINE
from playground.figures.picture import Picture, Trace
from playground.figures.words import number

HEIGHT = 310


def bend_picture(activation: str, f: Numbers, x: Sequence[float], heights: Sequence[float], at_zero: float) -> Picture:
    """Draw f at AT, f(0), and f at three places x with their heights."""
    traces = (
        _line(AT.tolist(), f.tolist(), theme.NEURON, "solid", "neuron"),
        _line([x[0], x[2]], [heights[0], heights[2]], theme.OPTIMUM, "dot", "straight line"),
        _dots(x, heights, ["x − 1", "x", "x + 1"], theme.DATA, "three places", "top center"),
        _dots([0.0], [at_zero], ["f(0)"], theme.OPTIMUM, "f(0)", "bottom right"),
    )
    layout = theme.layout(
        HEIGHT,
        xaxis=theme.axis("x", range=[-REACH, REACH], **AXIS_LINE),
        yaxis=theme.axis("output f(x)", range=UP[activation], **AXIS_LINE),
    )
    alt = (
        f"The output of a {activation} neuron. It is {number(at_zero)} at x = 0, and at three places "
        f"{', '.join(number(place) for place in x)} it is {', '.join(number(height) for height in heights)}."
    )
    return Picture(traces, layout, alt, moving=(0, 1, 2, 3))


def _line(x: Sequence[float], y: Sequence[float], colour: str, dash: str, name: str) -> Trace:
    look = theme.line(colour, dash)
    return {"type": "scatter", "mode": "lines", "name": name, "x": x, "y": y, "line": look, "hoverinfo": "skip"}


def _dots(x: Sequence[float], y: Sequence[float], text: list[str], colour: str, name: str, place: str) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": name,
        "x": list(x),
        "y": list(y),
        "text": text,
        "textposition": place,
        "textfont": theme.words(),
        "marker": {"color": colour, "size": theme.LARGE_MARKER_SIZE},
        "hoverinfo": "skip",
    }
