"""Two runs side by side, with a bias and without one: their lines, and their losses or mean errors over the epochs."""

from typing import Any

import numpy as np

from playground.figures import theme
from playground.figures.numbers import number, settled
from playground.figures.panels import (
    around_origin,
    curve,
    levels,
    lines,
    loss_range,
    origin,
    points,
    round_top,
    two_panels,
)
from playground.figures.picture import Picture, Trace
from playground.learning.arrays import Array
from playground.learning.run import Run
from playground.lessons.bias.pair import Pair

WITH, WITHOUT = theme.line(theme.NEURON), theme.line(theme.START, "dash")
OTHER_RUN = ("without bias", "lowest possible loss")
"""The traces that show what a neuron without a bias reaches."""
BOTH_RUNS = ("with bias", "without bias")
MEAN_ERROR_REACH = 4.2
"""The mean error starts within the largest mean of y; what swings further leaves the picture."""


def loss_picture(pair: Pair, x_title: str, y_title: str, narrow: bool) -> Picture:
    """Both lines, and both losses with the lowest that each can reach. Logarithmic where a run diverges."""
    runs = pair.with_bias, pair.without_bias
    log_loss = any(run.diverges for run in runs)
    losses = [run.history.loss for run in runs]
    lasts = [f"{_last(loss)} after epoch {run.last_epoch}" for loss, run in zip(losses, runs, strict=True)]
    floors = [run.best.loss for run in runs]
    everything = np.concatenate([*losses, floors])
    axis = theme.axis("loss", range=loss_range(everything, log_loss), zeroline=False)
    if log_loss:
        axis = theme.logarithmic(axis)
        losses = [np.maximum(loss, 1e-9) for loss in losses]
    # A logarithmic axis has no place for zero.
    shown = [level if level > 0.0 or not log_loss else None for level in floors]
    last = round_top(pair.with_bias.settings.epochs)
    right = _curves(losses[0], losses[1], levels(shown, last, "lowest possible loss"))
    alt = (
        f"{_lines_in_words(pair)} With a bias the loss is {lasts[0]} and can reach {number(floors[0])}; without one it "
        f"is {lasts[1]} and can reach {number(floors[1])}."
    )
    return _picture(pair, right, two_panels(around_origin(x_title, y_title), axis, last, narrow), alt)


def mean_error_picture(pair: Pair, errors: tuple[Array, Array], x_title: str, y_title: str, narrow: bool) -> Picture:
    """Both lines, and both mean errors (with a bias, without) around zero."""
    held = [_until_it_leaves(error) for error in errors]
    axis = theme.axis("mean error", range=[-MEAN_ERROR_REACH, MEAN_ERROR_REACH], zeroline=False)
    last = round_top(pair.with_bias.settings.epochs)
    right = _curves(held[0], held[1], levels([0.0], last, "no mean error"))
    alt = (
        f"{_lines_in_words(pair)} The mean error goes from {settled(errors[0][0])} to {settled(errors[0][-1])} with "
        f"a bias and to {settled(errors[1][-1])} without."
    )
    return _picture(pair, right, two_panels(around_origin(x_title, y_title), axis, last, narrow), alt)


def _until_it_leaves(errors: Array) -> Array:
    """The mean errors to the first one far outside of the picture: drawn on, they would fill it with upright lines."""
    outside = np.abs(errors) > 2.0 * MEAN_ERROR_REACH
    if not outside.any():
        return errors
    end = int(outside.argmax()) + 1
    return np.clip(errors[:end], -1e6, 1e6)  # coordinates of 1e300 cannot be drawn


def _picture(pair: Pair, right: tuple[Trace, ...], layout: dict[str, Any], alt: str) -> Picture:
    run = pair.with_bias
    traces = (
        points(run.X, run.y),
        origin("bottom left"),
        _last_line(pair.without_bias, WITHOUT, "without bias"),
        _last_line(pair.with_bias, WITH, "with bias"),
        *right,
    )
    return Picture(traces, layout, alt, moving=(0, 2, 3, 4, 5, 6), moving_axes=("xaxis2", "yaxis2"))


def _last_line(run: Run, look: dict[str, Any], name: str) -> Trace:
    return lines([float(run.history.weights[-1, 0])], [float(run.history.bias[-1])], look, name)


def _curves(with_bias: Array, without_bias: Array, heights: Trace) -> tuple[Trace, Trace, Trace]:
    return heights, curve(without_bias, WITHOUT, "without bias"), curve(with_bias, WITH, "with bias")


def _lines_in_words(pair: Pair) -> str:
    def line(run: Run) -> str:
        return f"weight {settled(float(run.history.weights[-1, 0]))} and bias {settled(float(run.history.bias[-1]))}"

    return f"Two lines through the same points: {line(pair.with_bias)}; {line(pair.without_bias)}."


def _last(values: Array) -> str:
    return number(float(values[-1]))
