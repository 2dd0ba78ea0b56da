"""Training the bias alone: a line that moves and does not tilt, and its loss over the epochs."""

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
from playground.figures.picture import Picture
from playground.lessons.bias.bias_alone.model import Alone

GHOSTS = (0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 64, 128)
"""Epochs whose line stays visible: the steps become smaller."""


def bias_alone_picture(alone: Alone, x_title: str, y_title: str, narrow: bool) -> Picture:
    """The line where it started, on its way and now; and the loss, with the lowest for this weight and of all."""
    run, weight, biases, loss = alone.run, alone.weight, alone.run.history.bias, alone.run.history.loss
    kept = [epoch for epoch in GHOSTS if epoch < len(biases)]
    last = round_top(run.settings.epochs)
    traces = (
        points(run.X, run.y),
        origin(),
        lines([weight] * len(kept), biases[kept].tolist(), theme.line(theme.START, width=1.5), "earlier epochs"),
        lines(
            [float(alone.lowest.weights[0])],
            [alone.lowest.bias],
            theme.line(theme.OPTIMUM, "dot", theme.THIN_LINE_WIDTH),
            "least squares",
        ),
        lines([weight], [float(biases[-1])], theme.line(theme.NEURON), "neuron"),
        levels([alone.floor, alone.lowest.loss], last, "lowest possible loss"),
        curve(loss, theme.line(theme.NEURON), "loss"),
    )
    axis = theme.axis("loss", range=loss_range(loss, log_loss=False), zeroline=False)
    alt = (
        f"A line of weight {number(weight)} moves from bias {settled(biases[0])} to {settled(biases[-1])} and keeps "
        f"its tilt. Its loss goes from {number(loss[0])} to {number(loss[-1])}. With this "
        f"weight {number(alone.floor)} is the lowest possible, with the best weight {number(alone.lowest.loss)}."
    )
    layout = two_panels(around_origin(x_title, y_title), axis, last, narrow)
    return Picture(traces, layout, alt, moving=(0, 2, 3, 4, 5, 6), moving_axes=("xaxis2", "yaxis2"))
