"""Two panels: data that can be moved, with lines, on the left, and curves over the epochs on the right.

The left panel stands still while the data move in it, so that the origin stays where it is.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from playground.figures import theme
from playground.figures.lines import Box, as_json, visible
from playground.figures.picture import Trace

WIDE_HEIGHT, NARROW_HEIGHT = 290, 620
BOX: Box = (-5.2, 5.2, -6.6, 6.6)
"""Room for data of deviation 1 with means up to 2 in x and 3 in y."""

AXIS_LINE = {"zeroline": True, "zerolinecolor": theme.START, "zerolinewidth": 1}
"""x = 0 and y = 0 are drawn: the bias is seen where the line crosses them."""

Numbers = NDArray[np.float64]


def points(X: Numbers, y: Numbers) -> Trace:
    """The rows of the data, X of shape (n_samples, 1)."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "data",
        "x": X[:, 0].round(3).tolist(),  # sent with every step of a slider, and finer than a pixel
        "y": y.round(3).tolist(),
        "marker": {"color": theme.DATA, "size": theme.MARKER_SIZE, "opacity": 0.55},
        "showlegend": False,
        "hoverinfo": "skip",
    }


def origin(words_at: str = "bottom right") -> Trace:
    """The point that every line without a bias goes through; its words at that side of it."""
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": "origin",
        "x": [0.0],
        "y": [0.0],
        "text": ["(0, 0)"],
        "textposition": words_at,
        "textfont": theme.words(),
        "marker": {"color": theme.START, "size": theme.LARGE_MARKER_SIZE - 3, "symbol": "cross-thin-open"},
        "showlegend": False,
        "hoverinfo": "skip",
    }


def lines(weights: Sequence[float], biases: Sequence[float], look: dict[str, Any], name: str) -> Trace:
    """One line or several of one look, with gaps between them."""
    x, y = visible(np.asarray(weights, dtype=np.float64), np.asarray(biases, dtype=np.float64), BOX)
    gap = np.full((len(x), 1), np.nan)
    across, up = np.hstack([x, gap]).ravel()[:-1], np.hstack([y, gap]).ravel()[:-1]
    ends = {"x": as_json(across), "y": as_json(up)}
    return {"type": "scatter", "mode": "lines", "name": name, **ends, "line": look, "hoverinfo": "skip"}


def curve(values: Numbers, look: dict[str, Any], name: str) -> Trace:
    """A number after each epoch, in the right panel."""
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": list(range(len(values))),
        "y": values.tolist(),
        **_RIGHT,
        "line": look,
        "hovertemplate": "epoch %{x}<br>%{y:.4g}<extra></extra>",
    }


def levels(heights: Sequence[float | None], last_epoch: float, name: str) -> Trace:
    """Heights to reach, across the right panel."""
    x: list[float | None] = []
    y: list[float | None] = []
    for height in heights:
        x += [0, last_epoch, None]
        y += [height, height, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": x,
        "y": y,
        **_RIGHT,
        "showlegend": True,
        "line": theme.line(theme.OPTIMUM, "dot", theme.THIN_LINE_WIDTH),
        "hoverinfo": "skip",
    }


_RIGHT = {"xaxis": "x2", "yaxis": "y2", "showlegend": False}


def two_panels(x_title: str, y_title: str, last_epoch: float, right: dict[str, Any], narrow: bool) -> dict[str, Any]:
    """The layout. right: the y axis of the curves. narrow: one panel below the other, for phones."""
    domains: dict[str, list[float]] = (
        {"x": [0.0, 1.0], "y": [0.58, 1.0], "x2": [0.0, 1.0], "y2": [0.0, 0.4]}
        if narrow
        else {"x": [0.0, 0.54], "y": [0.0, 1.0], "x2": [0.65, 1.0], "y2": [0.0, 1.0]}
    )
    reach = [-0.02 * last_epoch, 1.02 * last_epoch]
    legend = {"orientation": "h", "x": 0, "y": 1.0, "yanchor": "bottom", "font": {"size": theme.FONT_SIZE}}
    return theme.layout(
        NARROW_HEIGHT if narrow else WIDE_HEIGHT,
        margin={"l": 8, "r": 8, "t": 52 if narrow else 30, "b": 8},
        showlegend=True,
        legend=legend | {"itemclick": False, "itemdoubleclick": False},
        xaxis=theme.axis(x_title, domain=domains["x"], range=list(BOX[:2]), **AXIS_LINE),
        yaxis=theme.axis(y_title, domain=domains["y"], range=list(BOX[2:]), **AXIS_LINE),
        xaxis2=theme.axis("epoch", domain=domains["x2"], anchor="y2", range=reach, zeroline=False),
        yaxis2={**right, "domain": domains["y2"], "anchor": "x2"},
    )
