"""Where the lines of a run stand in the picture, in the units the data were measured in."""

import numpy as np

from playground.learning.arrays import Array
from playground.learning.run import Run, Task

Box = tuple[float, float, float, float]


def plot_box(task: Task) -> Box:
    """The part of the plane that is shown: the data with a margin around them."""
    x_low, x_high, y_low, y_high = task.ends
    margin_x, margin_y = 0.06 * _span(x_low, x_high), 0.12 * _span(y_low, y_high)
    return x_low - margin_x, x_high + margin_x, y_low - margin_y, y_high + margin_y


def _span(low: float, high: float) -> float:
    """How far apart two ends are; where they are one but for rounding, so much that a picture can show it."""
    return max((high - low) or 1.0, 1e-9 * max(abs(low), abs(high)))


def visible(slope: Array, intercept: Array, box: Box) -> tuple[Array, Array]:
    """The ends of the parts of lines inside the box: a diverging line must not send coordinates of 1e300.

    slope, intercept: ndarray of shape (n_lines,). Returns x and y, each ndarray of shape (n_lines, 2), with NaN for
    lines that do not cross the box.
    """
    x_low, x_high, y_low, y_high = box
    with np.errstate(all="ignore"):
        crossings = np.sort((np.array([[y_low], [y_high]]) - intercept) / slope, axis=0)
        flat = slope == 0
        left = np.where(flat, x_low, np.maximum(x_low, crossings[0]))
        right = np.where(flat, x_high, np.minimum(x_high, crossings[1]))
        outside = ~(left <= right) | (flat & ((intercept < y_low) | (intercept > y_high)))
        x = np.stack([left, right], axis=1)
        y = np.clip(slope[:, None] * x + intercept[:, None], y_low, y_high)
    # Where the box cuts the line, its height is known; computed from a steep slope it would be lost in rounding.
    enters, leaves = np.where(slope > 0, y_low, y_high), np.where(slope > 0, y_high, y_low)
    y[:, 0] = np.where(~flat & (left > x_low), enters, y[:, 0])
    y[:, 1] = np.where(~flat & (right < x_high), leaves, y[:, 1])
    x[outside] = y[outside] = np.nan
    return x, y


def as_json(ends: Array) -> list[float | None]:
    """JSON has no NaN; Plotly leaves out what is None."""
    return [None if np.isnan(end) else float(end) for end in ends]


def lines_of(run: Run, box: Box) -> tuple[Array, Array]:
    """The ends of the lines of all epochs and, last, of the best line, as `visible` gives them; NaN without one."""
    best = run.optimum
    weights = np.append(run.history.weights[:, 0], best.weights[0] if best else np.nan)
    biases = np.append(run.history.bias, best.bias if best else np.nan)
    slopes, intercepts = run.in_data_units(weights[:, None], biases)
    return visible(slopes[:, 0], intercepts, box)
