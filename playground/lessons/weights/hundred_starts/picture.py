"""A hundred starts on the loss surface, and where they have come to."""

from typing import Any

import numpy as np

from playground.figures import theme
from playground.figures.numbers import settled
from playground.figures.picture import Picture, Trace
from playground.figures.traces import NO_LEGEND, area, line, marks, words
from playground.lessons.weights.hundred_starts.model import Basin, Fall

DRAWN_EPOCHS = (0, 1, 2, 3, 4, 6, 8, 11, 15, 20, 27, 36, 48, 60)
"""Epochs at which a trail has a corner: the steps are long at first and short later."""
LANDSCAPE = ("loss", "lowest loss", "lowest loss reached")
"""The traces that show where the starts end."""


def starts_picture(basin: Basin, fall: Fall, epoch: int) -> Picture:
    """Draw the landscape over weight and bias, the neurons after that epoch, and the trails they left."""
    places, silent = fall.paths[epoch], fall.silent[epoch]
    end = float(basin.along[-1])
    traces = (
        _rings(basin),
        _silence(basin, end),
        _silence_words(basin, end),
        _trails(fall, epoch),
        _dots(places[~silent], "neuron", theme.NEURON, "circle", 8),
        _dots(places[silent], "silent neuron", theme.START, "x", 9),
        _dots(_star(fall), _lowest_name(basin), theme.OPTIMUM, "star", 17),
    )
    layout = theme.layout(
        showlegend=True,
        margin={"l": 8, "r": 8, "t": 34, "b": 8},
        legend=theme.legend(theme.FONT_SIZE - 1),
        xaxis=theme.axis("weight w", range=[-end, end], zeroline=False, constrain="domain"),
        yaxis=theme.axis("bias b", range=[-end, end], zeroline=False, constrain="domain", scaleanchor="x"),
    )
    return Picture(traces, layout, _alt(fall, epoch, _lowest_name(basin)), moving=(3, 4, 5, 6))


def unlabelled_alt(fall: Fall, epoch: int) -> str:
    """What the picture shows without its landscape, in words."""
    return f"Weight and bias of {fall.paths.shape[1]} neurons, each a dot, after epoch {epoch}."


def _lowest_name(basin: Basin) -> str:
    """Of a relu neuron only the lowest loss that was reached is known: its landscape is no bowl."""
    return "lowest loss" if basin.silent_below is None else "lowest loss reached"


def _star(fall: Fall) -> Any:
    """The place of the lowest loss; none where no start has learned anything."""
    return np.array([fall.lowest])[: int(fall.arrived[-1].any())]


def _rings(basin: Basin) -> Trace:
    along = basin.along.tolist()
    return {
        "type": "contour",
        "name": "loss",
        "showlegend": False,
        "x": along,
        "y": along,
        "z": basin.typical_error.round(4).tolist(),
        "autocontour": False,
        "showscale": False,
        # No ring at 1: in standard units that is the error of all silent neurons, a plain without a ring.
        "contours": {"coloring": "none", "start": 0.05, "end": 10, "size": 0.2},
        "line": {"color": theme.START, "width": 1},
        "hoverinfo": "skip",
    }


def _silence(basin: Basin, end: float) -> Trace:
    """Where a relu neuron gives 0 for every row."""
    x: list[Any] = [None]
    y: list[Any] = [None]
    if basin.silent_below is not None:
        inside = basin.silent_below >= -end
        edge = basin.silent_below[inside].tolist()
        x, y = basin.along[inside].tolist(), edge
        x, y = [x[0], *x, x[-1]], [-end, *y, -end]
    return area(x, y, theme.faded(theme.START, 0.2), "silent") | NO_LEGEND


def _silence_words(basin: Basin, end: float) -> Trace:
    text = "" if basin.silent_below is None else "always 0"
    return words([0.0], [-0.9 * end], [text], "silent words") | NO_LEGEND


def _trails(fall: Fall, epoch: int) -> Trace:
    epochs = [each for each in DRAWN_EPOCHS if each < epoch] + [epoch]
    corners = fall.paths[epochs].round(4)
    x: list[float | None] = []
    y: list[float | None] = []
    if epoch:
        for trail in corners.transpose(1, 2, 0).tolist():
            x += [*trail[0], None]
            y += [*trail[1], None]
    return line(x or [None], y or [None], theme.line(theme.NEURON, width=1), "trails", opacity=0.5) | NO_LEGEND


def _dots(places: Any, name: str, colour: str, symbol: str, size: int) -> Trace:
    x, y = (places[:, axis].round(4).tolist() or [None] for axis in (0, 1))
    return marks(x, y, colour, size, name, symbol=symbol, opacity=0.85)


def _alt(fall: Fall, epoch: int, lowest: str) -> str:
    arrived, under_way, fell_silent, stuck = fall.counts(epoch)
    weight, bias = fall.lowest
    star = f" The {lowest} is at weight {settled(weight)} and bias {settled(bias)}." if len(_star(fall)) else ""
    return (
        f"The loss over weight and bias.{star} "
        f"After epoch {epoch}: {arrived} starts arrived there, {under_way} under way, {fell_silent} fell silent, "
        f"{stuck} never moved."
    )
