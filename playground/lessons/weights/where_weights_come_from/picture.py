"""Many draws of an initializer as a histogram between its limits, and one neuron's weights below it."""

from math import isfinite

from playground.figures import theme
from playground.figures.numbers import number
from playground.figures.panels import round_top
from playground.figures.picture import Picture, Trace
from playground.figures.traces import line, marks, words
from playground.lessons.weights.where_weights_come_from.model import N_DRAWS, RandomStart


def initializer_picture(name: str, start: RandomStart, reach: float) -> Picture:
    """Draw it. reach: how far the axis goes to both sides, so that it stands still while fan-in and fan-out change."""
    top = round_top(1.15 * float(start.counts.max()))
    end = 1.08 * max(reach, 0.1)
    traces = (
        _histogram(start),
        _limits(start, top),
        _limit_words(start, top),
        _weights(start),
    )
    layout = theme.layout(
        xaxis=theme.axis("weight", anchor="y2", range=[-end, end], zeroline=False),
        yaxis=theme.axis(f"of {N_DRAWS} draws", domain=[0.2, 1.0], range=[0, 1.2 * top], zeroline=False),
        yaxis2={"domain": [0.0, 0.16], "range": [-1, 1], "fixedrange": True, "visible": False},
    )
    return Picture(traces, layout, _alt(name, start), moving=(0, 1, 2, 3), moving_axes=("yaxis",))


def _histogram(start: RandomStart) -> Trace:
    """Steps in place of bars, as only lines can be changed in place."""
    edges, counts = start.edges.tolist(), start.counts.tolist()
    x, y = [edges[0], *edges, edges[-1]], [0, *counts, counts[-1], 0]
    steps = theme.line(theme.DATA, width=1.5) | {"shape": "hv"}
    return line(x, y, steps, "draws", fill="tozeroy", fillcolor=theme.faded(theme.DATA, 0.5))


def _limits(start: RandomStart, top: float) -> Trace:
    limit, here = _edge(start), start.deviation > 0
    x = [-limit, -limit, None, limit, limit] if here else [None]
    y = [0, 1.02 * top, None, 0, 1.02 * top] if here else [None]
    return line(x, y, theme.line(theme.OPTIMUM, "dash", theme.THIN_LINE_WIDTH), "limits")


def _edge(start: RandomStart) -> float:
    """The largest weight that can be drawn; without such a limit, what 95 % of the weights are below."""
    return start.limit if isfinite(start.limit) else 2.0 * start.deviation


def _limit_words(start: RandomStart, top: float) -> Trace:
    edge = number(_edge(start))
    text = f"from −{edge} to {edge}" if isfinite(start.limit) else f"no limit; 95 % from −{edge} to {edge}"
    if start.deviation == 0:
        text = f"all {number(start.limit)}"
    return words([0.0], [1.11 * top], [text], "limit words")


def _weights(start: RandomStart) -> Trace:
    x, y = start.weights.tolist(), [0.0] * len(start.weights)
    dots = marks(x, y, theme.NEURON, theme.MARKER_SIZE + 4, "this neuron", opacity=0.7)
    return dots | {"yaxis": "y2", "hoverinfo": "all", "hovertemplate": "%{x:.4f}<extra>this neuron</extra>"}


def _alt(name: str, start: RandomStart) -> str:
    limits = f"between −{number(start.limit)} and {number(start.limit)}" if isfinite(start.limit) else "without limit"
    if start.deviation == 0:
        limits = f"all {number(start.limit)}"
    return (
        f"{int(start.counts.sum())} weights drawn by {name}, {limits}, with deviation {number(start.deviation)}; "
        f"below them the {len(start.weights)} of this neuron."
    )
