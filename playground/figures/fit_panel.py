"""The left panel of a run: the rows, the neuron's line, its errors, and what a hand can take."""

from collections.abc import Sequence

import numpy as np

from playground.figures import theme
from playground.figures.lines import Box, plot_box
from playground.figures.markup import as_plotly
from playground.figures.numbers import number
from playground.figures.picture import Trace
from playground.figures.quantity import Quantity, off
from playground.figures.screen import Handle
from playground.figures.traces import grips, line, marks, words
from playground.learning.arrays import Array
from playground.learning.memory import remembered
from playground.learning.run import Run, Task
from playground.learning.streams import sample

MOST_ERRORS = 12
"""Errors that are drawn: more of them would hide the line."""
MEAN_SQUARE = "mean square"
"""The trace beside which the browser draws the squares of the errors, each as wide as its error is high."""
MOST_POINTS = 2000
"""Rows that are drawn: more of them would be slow to send and hide each other."""
MOVES_AT, TILTS_AT = 0.0, 1.2
"""Where the handles are, in deviations from the mean of x: the one that moves the line, and the one that tilts it."""


def handles_of(run: Run) -> tuple[Handle, Handle]:
    """The handles of the bias and of the weight."""
    return _handles(run.task)


@remembered
def _handles(task: Task) -> tuple[Handle, Handle]:
    mean, spread = float(task.X[:, 0].mean()), float(task.X[:, 0].std()) or 1.0
    _, right, _, _ = plot_box(task)  # a few rows need not reach so far from their mean
    moves, tilts = mean + MOVES_AT * spread, min(mean + TILTS_AT * spread, right)
    if task.standardizer is None:
        return Handle("bias", moves, 1.0), Handle("weight", tilts, tilts)
    deviations = float(task.standardizer.X_scale[0])
    unit = task.standardizer.y_scale
    return Handle("bias", moves, unit), Handle("weight", tilts, unit * (tilts - mean) / deviations)


@remembered
def drawn_errors(n_samples: int) -> tuple[int, ...]:
    """Positions of the rows whose errors are drawn: all, or evenly spread ones."""
    spread = np.linspace(0, n_samples - 1, min(n_samples, MOST_ERRORS)).round().astype(np.int64)
    return tuple(np.unique(spread).tolist())


def points(run: Run) -> Trace:
    """The rows, as measured."""
    return _points(run.task)


@remembered
def _points(task: Task) -> Trace:
    drawn = sample(len(task.y), MOST_POINTS)
    shown = marks(
        task.X[drawn, 0].tolist(), task.y[drawn].tolist(), theme.DATA, theme.MARKER_SIZE, "data", opacity=0.55
    )
    rows = [str(row) for row in (drawn + 1).tolist()]
    template = "row %{text}: %{x}, %{y}<extra></extra>"
    return shown | {"text": rows, "hoverinfo": "all", "hovertemplate": template}


def named_errors(run: Run, rows: Sequence[int], slope: float, intercept: float, label: Quantity) -> Trace:
    """Unseen marks on these rows that name their errors to a pointer that comes near."""
    x, y = run.X[list(rows), 0], run.y[list(rows)]
    shown = marks(x.tolist(), y.tolist(), theme.DATA, theme.MARKER_SIZE, "named errors", opacity=0)
    gaps = (slope * x + intercept - y).tolist()
    text = [as_plotly(f"row {row + 1}: {off(gap, label)}") for row, gap in zip(rows, gaps, strict=True)]
    return shown | {"text": text, "hoverinfo": "all", "hovertemplate": "%{text}<extra></extra>"}


def mean_square(run: Run, epoch: int, box: Box, shown: bool) -> tuple[Trace, Trace]:
    """The side of a square as large as the mean of all squared errors, at the corner that the data leave free, and its
    name. shown: False for the same places without anything in them."""
    look, of_name = theme.line(theme.NEURON, width=2), "name of the mean square"
    if not shown:
        return line([], [], look, MEAN_SQUARE), words([], [], [], of_name)
    left, right, low, high = box
    few_X, few_y = run.task.few
    rises = float((few_X[:, 0] - few_X[:, 0].mean()) @ few_y) >= 0.0
    x, loss = left + 0.02 * (right - left), float(run.history.loss[epoch])
    side = np.sqrt(loss) * (run.standardizer.y_scale if run.standardizer else 1.0)
    corner, edge = (high, high - side) if rises else (low, low + side)
    drawn = line([x, x], [corner, _within(float(edge), box)], look, MEAN_SQUARE)
    inside = corner + 0.03 * (low - high if rises else high - low)
    return drawn, words([x], [inside], [f"their mean: loss {number(loss)}"], of_name, "middle right")


def errors(run: Run, rows: Sequence[int], slope: float, intercept: float, box: Box) -> Trace:
    """From each of these rows to the line, as far as the panel goes."""
    x: list[float | None] = []
    y: list[float | None] = []
    for row in rows:
        across, up = float(run.X[row, 0]), float(run.y[row])
        reached = _within(slope * across + intercept, box)
        x += [across, across, None]
        y += [up, reached, None]
    return line(x[:-1], y[:-1], theme.line(theme.START, width=2), "errors")


def tapped(run: Run, row: int) -> Trace:
    """A ring around the row that is in the neuron."""
    ring = marks([float(run.X[row, 0])], [float(run.y[row])], theme.DATA, theme.LARGE_MARKER_SIZE + 2, "row")
    return ring | {"marker": ring["marker"] | {"symbol": "circle-open", "line": {"width": 3}}}


def grips_of(handles: Sequence[Handle], slope: float, intercept: float, box: Box) -> Trace:
    """The handles, on the line; at the edge of the panel where the line has left it."""
    heights = [_within(slope * handle.x + intercept, box) for handle in handles]
    return grips([handle.x for handle in handles], heights)


def names_of_lines(ends: Sequence[tuple[Array, Array, str]]) -> Trace:
    """The name of each line at its right end, given x and y of its ends; none where it is not in the panel."""
    shown = [each for each in ends if not np.isnan(each[0][1])]
    x, y = [float(x[1]) for x, _, _ in shown], [float(y[1]) for _, y, _ in shown]
    return words(x, y, [name for _, _, name in shown], "names of lines", "top left") | {"cliponaxis": False}


def _within(height: float, box: Box) -> float:
    """That height, or the edge of the panel that it is beyond; what is not a number counts as below."""
    return min(height, box[3]) if height > box[2] else box[2]
