"""Two panels: data that can be moved, with lines, on the left, and curves over the epochs on the right.

The left panel stands still while the data move in it, so that the origin stays where it is.
"""

from collections.abc import Sequence
from math import ceil, floor, log10
from typing import Any

import numpy as np

from playground.figures import theme
from playground.figures.lines import Box, as_json, visible
from playground.figures.picture import Trace
from playground.figures.traces import NO_LEGEND, labelled, line, marks
from playground.learning.arrays import Array

BOX: Box = (-5.2, 5.2, -6.6, 6.6)
"""Room for data of deviation 1 with means up to 2 in x and 3 in y."""

AXIS_LINE = {"zeroline": True, "zerolinecolor": theme.START, "zerolinewidth": 1}
"""x = 0 and y = 0 are drawn: the bias is seen where the line crosses them."""

Axis = dict[str, Any]


def points(X: Array, y: Array) -> Trace:
    """The rows of the data, X of shape (n_samples, 1)."""
    across, up = X[:, 0].round(3), y.round(3)  # sent with every step of a slider, and finer than a pixel
    return marks(across.tolist(), up.tolist(), theme.DATA, theme.MARKER_SIZE, "data", opacity=0.55) | NO_LEGEND


def origin(words_at: str = "bottom right") -> Trace:
    """The point that every line without a bias goes through; its words at that side of it."""
    cross = marks([0.0], [0.0], theme.START, theme.LARGE_MARKER_SIZE - 3, "origin", symbol="cross-thin-open")
    return labelled(cross, ["(0, 0)"], words_at) | NO_LEGEND


def lines(weights: Sequence[float], biases: Sequence[float], look: dict[str, Any], name: str) -> Trace:
    """One line or several of one look, with gaps between them."""
    x, y = visible(np.asarray(weights, dtype=np.float64), np.asarray(biases, dtype=np.float64), BOX)
    gap = np.full((len(x), 1), np.nan)
    across, up = np.hstack([x, gap]).ravel()[:-1], np.hstack([y, gap]).ravel()[:-1]
    return line(as_json(across), as_json(up), look, name)


def curve(values: Array, look: dict[str, Any], name: str) -> Trace:
    """A number after each epoch, in the right panel."""
    hover = {"hoverinfo": "all", "hovertemplate": f"epoch %{{x}}<br>{name} %{{y:.4g}}<extra></extra>"}
    return line(range(len(values)), values.tolist(), look, name) | RIGHT | hover | NO_LEGEND


def levels(heights: Sequence[float | None], last_epoch: float, name: str) -> Trace:
    """Heights to reach, across the right panel."""
    x: list[float | None] = []
    y: list[float | None] = []
    for height in heights:
        x += [0, last_epoch, None]
        y += [height, height, None]
    return line(x, y, theme.line(theme.OPTIMUM, "dot", theme.THIN_LINE_WIDTH), name) | RIGHT


RIGHT = {"xaxis": "x2", "yaxis": "y2"}
"""Where a trace of the right panel stands."""
LOG_REACH = 1e-14
"""The smallest loss on a logarithmic axis, as a share of the first one: what is below is rounding."""


LARGEST_POWER = 308
"""Of ten: no number of the browser's is larger, and a tick there would be labelled as none."""


def loss_range(losses: Array, log_loss: bool) -> list[float]:
    """An axis wide enough for these losses, of which the first is a start. A logarithmic one takes exponents of ten.

    It ends at round numbers: an axis that stands still while a slider moves shows how a curve rises and falls, and is
    drawn faster.
    """
    if not log_loss:
        top = float(losses.max())
        top = round_top(top) if top > 0 else 1.0
        return [-0.04 * top, 1.04 * top]
    positive = losses[losses > LOG_REACH * losses[0]]
    if not len(positive):
        return [-1.0, 1.0]
    return [floor(log10(positive.min()) - 0.05), min(ceil(log10(positive.max()) + 0.05), LARGEST_POWER)]


def round_top(size: float) -> float:
    """The next of 1, 1.5, 2, 3, 4, 5, 6, 8, 10, 15, … at or above a positive size."""
    size = max(size, theme.SMALLEST_STEP)
    power = 10.0 ** floor(log10(size))
    return next(step * power for step in (1, 1.5, 2, 3, 4, 5, 6, 8, 10, 15) if step * power >= size * (1 - 1e-12))


def around_origin(x_title: str, y_title: str) -> tuple[Axis, Axis]:
    """Axes of the left panel for data that can be moved."""
    x, y = theme.axis(x_title, range=list(BOX[:2]), **AXIS_LINE), theme.axis(y_title, range=list(BOX[2:]), **AXIS_LINE)
    return x, y


def two_panels(left: tuple[Axis, Axis], right: Axis, last_epoch: float, narrow: bool, **more: Any) -> dict[str, Any]:
    """The layout. left: both axes of the left panel. right: the y axis of the curves, which end at that epoch.

    narrow: one panel below the other, for phones. more: what differs from other pictures of two panels.
    """
    (x, y), epochs = left, theme.axis("epoch", range=[-0.02 * last_epoch, 1.02 * last_epoch], zeroline=False)
    epochs["dtick"] = max(epochs["dtick"], 1)  # there is no half epoch
    domains = NARROW_DOMAINS if narrow else WIDE_DOMAINS
    parts = {
        "margin": {"l": 8, "r": 8, "t": 52 if narrow else 30, "b": 8},
        "showlegend": True,
        "legend": theme.legend(),
        "xaxis": x | {"domain": domains["x"]},
        "yaxis": y | {"domain": domains["y"]},
        "xaxis2": epochs | {"domain": domains["x2"], "anchor": "y2"},
        "yaxis2": right | {"domain": domains["y2"], "anchor": "x2"},
    }
    return theme.layout(**(parts | more))


WIDE_DOMAINS = {"x": [0.0, 0.55], "y": [0.0, 1.0], "x2": [0.655, 1.0], "y2": [0.0, 1.0]}
NARROW_DOMAINS = {"x": [0.0, 1.0], "y": [0.58, 1.0], "x2": [0.0, 1.0], "y2": [0.0, 0.4]}
