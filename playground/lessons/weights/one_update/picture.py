"""The picture of one update: the line before and after it, the errors of its batch, and its place in the epoch."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from playground.figures import theme
from playground.figures.lines import Box, as_json, visible
from playground.figures.numbers import equation
from playground.figures.picture import Picture, Trace
from playground.figures.traces import NO_LEGEND, line, marks
from playground.learning.arrays import Array
from playground.lessons.weights.one_update.model import Update

Line = tuple[list[float | None], list[float | None]]
NOTHING: Line = ([None, None], [None, None])
MARGIN = 0.5
"""Room around the data, in standard units."""


def microscope_picture(X: Array, y: Array, update: Update, part: int, feature: str, label: str) -> Picture:
    """Draw one update of a neuron with one feature, in standard units, up to that part (predict, error, …, update).

    X: ndarray of shape (n_samples, 1). y: ndarray of shape (n_samples,).
    """
    box = _box(X, y)
    x, height, on_line = update.features[:, 0], update.labels, np.clip(update.predictions, box[2], box[3])
    places = _places(len(y), update.batch_size)
    first = update.batch * update.batch_size
    moving = (
        _ends(update.weights[0], update.bias, box),
        _segments(x, on_line, height) if part >= 1 else NOTHING,
        _ends(update.new_weights[0], update.new_bias, box) if part >= 3 else NOTHING,
        (x.tolist(), height.tolist()),
    )
    return _picture(
        X, y, moving, places, places[first : first + len(update.rows)], (feature, label), _alt(update, part)
    )


def picture_without_update(X: Array, y: Array, batch_size: int, feature: str, label: str) -> Picture:
    """The same picture where there is no update to draw: the rows alone."""
    places = _places(len(y), batch_size)
    return _picture(X, y, (NOTHING,) * 4, places, [], (feature, label), f"{len(y)} rows, and no line.")


def _picture(
    X: Array,
    y: Array,
    moving: Sequence[Line],
    places: list[float],
    now: list[float],
    titles: tuple[str, str],
    alt: str,
) -> Picture:
    """moving: the line before, the errors, the line after, and the rows of the batch. now: these rows' places."""
    before, gaps, after, batch = moving
    traces = (
        marks(X[:, 0].tolist(), y.tolist(), theme.DATA, theme.MARKER_SIZE, "other rows", opacity=0.35) | NO_LEGEND,
        line(*before, theme.line(theme.START, "dash"), "line before"),
        line(*gaps, theme.line(theme.NEURON, "dot", theme.THIN_LINE_WIDTH), "error"),
        line(*after, theme.line(theme.NEURON), "line after"),
        marks(*batch, theme.DATA, theme.LARGE_MARKER_SIZE - 2, "batch"),
        _strip(places, theme.START, 7),
        _strip(now, theme.DATA, 11),
    )
    return Picture(traces, _layout(_box(X, y), places, *titles), alt, moving=(1, 2, 3, 4, 6))


def _box(X: Array, y: Array) -> Box:
    x = X[:, 0]
    return (
        float(x.min()) - MARGIN,
        float(x.max()) + MARGIN,
        float(y.min()) - MARGIN,
        float(y.max()) + MARGIN,
    )


def _ends(slope: float, intercept: float, box: Box) -> Line:
    x, y = visible(np.array([slope]), np.array([intercept]), box)
    return as_json(x[0]), as_json(y[0])


def _segments(x: Array, low: Array, high: Array) -> Line:
    across: list[float | None] = []
    up: list[float | None] = []
    for place, start, end in zip(x.tolist(), low.tolist(), high.tolist(), strict=True):
        across += [place, place, None]
        up += [start, end, None]
    return across, up


def _places(n_samples: int, size: int) -> list[float]:
    """Where the rows of an epoch stand in the strip, in the order taken; a gap starts a new batch."""
    return [row + 0.6 * (row // size) for row in range(n_samples)]


def _strip(places: list[float], colour: str, size: int) -> Trace:
    squares = marks(places, [0.0] * len(places), colour, size, "one epoch", symbol="square")
    return squares | {"xaxis": "x2", "yaxis": "y2"} | NO_LEGEND


def _layout(box: Box, places: list[float], feature: str, label: str) -> dict[str, Any]:
    bare = {"showgrid": False, "zeroline": False, "showticklabels": False}
    end = places[-1]
    return theme.layout(
        showlegend=True,
        margin={"l": 8, "r": 8, "t": 46, "b": 8},
        legend=theme.legend(theme.FONT_SIZE - 1),
        xaxis=theme.axis(f"x: {feature}", domain=[0, 1], anchor="y", range=list(box[:2]), zeroline=False),
        yaxis=theme.axis(f"y: {label}", domain=[0.38, 1], anchor="x", range=list(box[2:]), zeroline=False),
        xaxis2=theme.axis(
            "one epoch",
            domain=[0, 1],
            anchor="y2",
            range=[-0.03 * end - 1, 1.03 * end + 1],
            **bare,
        ),
        yaxis2={"domain": [0.0, 0.1], "anchor": "x2", "range": [-1, 1], "fixedrange": True, **bare},
    )


def _alt(update: Update, part: int) -> str:
    """In words; what the learner is to work out is not in it."""
    rows = f"{len(update.rows)} rows" if len(update.rows) > 1 else "1 row"
    line = equation(float(update.weights[0]), update.bias)
    after = " The line after the update is drawn too." if part >= 3 else ""
    return (
        f"Epoch {update.epoch}, batch {update.batch + 1} of {update.n_batches}, with {rows}. "
        f"The line before the update is {line}.{after}"
    )
