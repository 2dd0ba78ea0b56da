"""A drawn neuron: features on the left, a weight on each line, their sum in the middle, the output on the right."""

from collections.abc import Sequence
from typing import Any

from playground.figures import theme
from playground.figures.markup import as_plotly
from playground.figures.numbers import bracketed, number, with_sign
from playground.figures.picture import Picture, Trace
from playground.figures.traces import area, labelled, line, marks, words
from playground.lessons.weights.weighted_sum.model import WeightedSum

LARGEST_WEIGHT = 3.0
"""The weight whose line is thickest."""
THICKEST = 0.026
"""Half the thickness of that line, as a share of the picture's height."""
THINNEST = 0.07
"""The share of it that a weight near 0 keeps, so that its line is seen."""
INPUT_AT, KEY_AT, BEND_AT, SUM_AT, OUTPUT_AT = 0.0, 0.45, 0.62, 1.0, 1.4
"""Lines run level from an input to the bend, so that words have room above them, and then to the sum."""
BESIDE_INPUT = 0.09
MARGIN = 0.75
"""Room above the first and below the last input, where the distance between two inputs is 1."""

Points = tuple[list[Any], list[Any]]


def neuron_picture(names: Sequence[str], weighted: WeightedSum, narrow: bool = False) -> Picture:
    """Draw a neuron with the features and their names, one weight and one product each, their sum, bias and output.

    names: text, whatever they hold. narrow: for phones, where names stand above the lines and products below them.
    """
    x, weights, bias = weighted.x, weighted.weights, weighted.bias
    heights = [(len(x) - 1) / 2 - i for i in range(len(x))]
    end = max(heights[0], 1.0) + MARGIN
    low = -end + 0.35
    thickest = THICKEST * 2 * end
    roads = [[(INPUT_AT, height), (BEND_AT, height), (SUM_AT, 0.0)] for height in heights]
    lines = [_lines(roads, weights, thickest, positive) for positive in (True, False)]
    for (across, up), positive in zip(lines, (True, False), strict=True):
        more_across, more_up = _upright(low, bias, 0.045 if narrow else 0.023, positive)
        across += more_across
        up += more_up
    arithmetic = [f"× {bracketed(w)} = {number(p)}" for w, p in zip(weights, weighted.products, strict=True)]
    above, below = [height + thickest for height in heights], [height - thickest for height in heights]
    shown = [as_plotly(name) for name in names]
    beside = [INPUT_AT + BESIDE_INPUT * (1.7 if narrow else -1)] * len(x)
    key = [] if narrow else ["a faint line: a negative weight"]
    traces = (
        area(*lines[0], theme.NEURON, "weights above 0"),
        area(*lines[1], theme.faded(theme.NEURON, 0.45), "weights below 0"),
        line([SUM_AT, OUTPUT_AT], [0.0, 0.0], theme.line(theme.START, width=theme.THIN_LINE_WIDTH), "to the output"),
        _nodes(
            [INPUT_AT] * len(x),
            heights,
            theme.START,
            50 if narrow or len(x) > 4 else 58,
            [number(value) for value in x],
        ),
        _nodes([SUM_AT, OUTPUT_AT], [0.0, 0.0], theme.NEURON, 60, [number(weighted.total), number(weighted.output)]),
        words(beside, above if narrow else heights, shown, "features", "top right" if narrow else "middle left"),
        words(beside, below, arithmetic, "products", "bottom right")
        if narrow
        else words([(INPUT_AT + BEND_AT) / 2 + 0.03] * len(x), above, arithmetic, "products", "top center"),
        words([SUM_AT + 0.03], [low + 0.1], [f"bias {with_sign(number(bias))}"], "bias", "middle right"),
        words([KEY_AT] * len(key), [low - 0.1] * len(key), key, "key", "middle center"),
        words([SUM_AT, OUTPUT_AT], [0.3 * end] * 2, ["sum Σ", "output"], "names", "top center"),
    )
    layout = theme.layout(
        xaxis=_bare([INPUT_AT - 0.14 if narrow else -0.62, OUTPUT_AT + 0.16]),
        yaxis=_bare([-end, end]),
    )
    return Picture(traces, layout, _alt(names, weighted), moving=(0, 1, 3, 4, 5, 6, 7))


def _lines(
    roads: Sequence[Sequence[tuple[float, float]]], weights: Sequence[float], thickest: float, positive: bool
) -> Points:
    """Lines as areas, as thick as their weights are large; without thickness where a weight has the other sign.

    A thickness can be changed in place only as an area.
    """
    across: list[Any] = []
    up: list[Any] = []
    for road, weight in zip(roads, weights, strict=True):
        half = thickest * _share(weight, positive)
        there, back = [(x, y + half) for x, y in road], [(x, y - half) for x, y in reversed(road)]
        across += [x for x, _ in [*there, *back, there[0]]] + [None]
        up += [y for _, y in [*there, *back, there[0]]] + [None]
    return across, up


def _upright(low: float, bias: float, thickest: float, positive: bool) -> Points:
    half = thickest * _share(bias, positive)
    left, right = SUM_AT - half, SUM_AT + half
    return [left, left, right, right, left, None], [low, 0.0, 0.0, low, low, None]


def _share(weight: float, positive: bool) -> float:
    if weight == 0 or (weight > 0) != positive:
        return 0.0
    return min(max(abs(weight) / LARGEST_WEIGHT, THINNEST), 1.0)


def _nodes(x: Sequence[float], y: Sequence[float], colour: str, size: int, numbers: Sequence[str]) -> Trace:
    return labelled(marks(x, y, colour, size, "nodes", opacity=1), numbers, "middle center", theme.ON_NODE)


def _bare(reach: list[float]) -> dict[str, Any]:
    return {"range": reach, "visible": False, "fixedrange": True}


def _alt(names: Sequence[str], weighted: WeightedSum) -> str:
    inputs = ", ".join(
        f"{name} {number(v)} times {number(w)}" for name, v, w in zip(names, weighted.x, weighted.weights, strict=True)
    )
    return (
        f"A neuron: {inputs}. The sum of the products is {number(weighted.total)}. "
        f"With bias {number(weighted.bias)} the output is {number(weighted.output)}."
    )
