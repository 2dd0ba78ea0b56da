"""A drawn neuron: features on the left, a weight on each line, their sum in the middle, the output on the right."""

from collections.abc import Sequence
from typing import Any

from playground.figures import theme
from playground.figures.picture import Picture, Trace
from playground.figures.words import number

HEIGHT = 330
LARGEST_WEIGHT = 3.0
"""The weight whose line is thickest."""
HALF_WIDTH = 0.16
"""Half the thickness of that line, where the distance between two inputs is 1."""
INPUT_AT, SUM_AT, OUTPUT_AT, WORDS_AT = 0.0, 1.0, 1.5, 0.5

Points = tuple[list[float], list[float]]


def neuron_picture(
    names: Sequence[str],
    x: Sequence[float],
    weights: Sequence[float],
    bias: float,
    products: Sequence[float],
    output: float,
) -> Picture:
    """Draw a neuron with these features x and their names, one weight and one product each, its bias and its output."""
    heights = [(len(x) - 1) / 2 - i for i in range(len(x))]
    low = heights[-1] - 1.1
    lines = [_lines(heights, weights, positive=True), _lines(heights, weights, positive=False)]
    bias_line = [_bar((SUM_AT, low), (SUM_AT, 0.0), bias, positive) for positive in (True, False)]
    for (across, up), (more_across, more_up) in zip(lines, bias_line, strict=True):
        across += more_across
        up += more_up
    traces = (
        _area(lines[0], theme.DATA, "weights above 0"),
        _area(lines[1], theme.NEURON, "weights below 0"),
        _arrow(),
        _nodes([INPUT_AT] * len(x), heights, theme.START, 44, [number(value) for value in x]),
        _nodes([SUM_AT, OUTPUT_AT], [0.0, 0.0], theme.OPTIMUM, 58, ["Σ", number(output)]),
        _words([INPUT_AT - 0.11] * len(x), heights, list(names), "middle left"),
        _words(
            [WORDS_AT] * len(x),
            [_middle(height) for height in heights],
            [f"{_times(w)} = {number(p)}" for w, p in zip(weights, products, strict=True)],
            "top center",
        ),
        _words([SUM_AT + 0.04], [low + 0.15], [f"bias {_signed(bias)}"], "middle right"),
        _words([OUTPUT_AT], [0.55], ["output"], "top center"),
    )
    layout = theme.layout(
        HEIGHT,
        xaxis=_bare([-0.62, 1.72]),
        yaxis=_bare([low - 0.15, max(heights[0], 0.6) + 0.6]),
    )
    return Picture(traces, layout, _alt(names, x, weights, bias, output), moving=(0, 1, 3, 4, 5, 6, 7))


def _middle(height: float) -> float:
    """How high an input's line is where its words stand."""
    return height * (1 - WORDS_AT / (SUM_AT - INPUT_AT))


def _lines(heights: Sequence[float], weights: Sequence[float], positive: bool) -> tuple[list[Any], list[Any]]:
    across: list[Any] = []
    up: list[Any] = []
    for height, weight in zip(heights, weights, strict=True):
        x, y = _bar((INPUT_AT, height), (SUM_AT, 0.0), weight, positive)
        across += x
        up += y
    return across, up


def _bar(
    start: tuple[float, float], end: tuple[float, float], weight: float, positive: bool
) -> tuple[list[Any], list[Any]]:
    """A line as an area, as thick as its weight is large; without thickness where the weight has the other sign.

    A thickness can be changed in place only as an area.
    """
    size = min(abs(weight) / LARGEST_WEIGHT, 1.0) if (weight >= 0) == positive else 0.0
    upright = start[0] == end[0]
    dx, dy = (HALF_WIDTH * 0.25 * size, 0.0) if upright else (0.0, HALF_WIDTH * size)
    across = [start[0] - dx, end[0] - dx, end[0] + dx, start[0] + dx, start[0] - dx, None]
    up = [start[1] - dy, end[1] - dy, end[1] + dy, start[1] + dy, start[1] - dy, None]
    return across, up


def _area(points: tuple[list[Any], list[Any]], colour: str, name: str) -> Trace:
    x, y = points
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": x,
        "y": y,
        "fill": "toself",
        "fillcolor": colour,
        "opacity": 0.75,
        "line": {"width": 0, "color": colour},
        "hoverinfo": "skip",
    }


def _arrow() -> Trace:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [SUM_AT, OUTPUT_AT],
        "y": [0.0, 0.0],
        "line": theme.line(theme.START, width=theme.THIN_LINE_WIDTH),
        "hoverinfo": "skip",
    }


def _nodes(x: list[float], y: list[float], colour: str, size: int, text: list[str]) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": x,
        "y": y,
        "text": text,
        "textfont": {"color": "white", "size": theme.FONT_SIZE - 1},
        "marker": {"color": colour, "size": size, "opacity": 1},
        "hoverinfo": "skip",
    }


def _words(x: list[float], y: list[float], text: list[str], place: str) -> Trace:
    return {
        "type": "scatter",
        "mode": "text",
        "x": x,
        "y": y,
        "text": text,
        "textposition": place,
        "textfont": {"size": theme.FONT_SIZE},
        "hoverinfo": "skip",
    }


def _bare(reach: list[float]) -> dict[str, Any]:
    return {"range": reach, "visible": False, "fixedrange": True}


def _times(weight: float) -> str:
    return f"× {number(weight)}" if weight >= 0 else f"× ({number(weight)})"


def _signed(value: float) -> str:
    return f"{'−' if value < 0 else '+'} {number(abs(value))}"


def _alt(names: Sequence[str], x: Sequence[float], weights: Sequence[float], bias: float, output: float) -> str:
    inputs = ", ".join(f"{name} {number(v)} times {number(w)}" for name, v, w in zip(names, x, weights, strict=True))
    return f"A neuron: {inputs}, bias {number(bias)}. Its output is {number(output)}."
