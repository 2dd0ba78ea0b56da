"""A hundred starts on the loss surface, and where they have come to."""

from typing import Any

import numpy as np

from playground.figures import theme
from playground.figures.picture import Picture, Trace
from playground.figures.words import number
from playground.learning.hundred_starts import Basin, Fall

HEIGHT = 440
SEEN = (0, 1, 2, 3, 4, 6, 8, 11, 15, 20, 27, 36, 48, 60)
"""Epochs at which a trail has a corner: the steps are long at first and short later."""


def starts_picture(basin: Basin, fall: Fall, epoch: int) -> Picture:
    """Draw the landscape over weight and bias, the neurons after that epoch, and the trails they left."""
    places, silent = fall.paths[epoch], fall.silent[epoch]
    end = float(basin.along[-1])
    traces = (
        _rings(basin),
        _silence(basin, end),
        _silence_words(basin, end),
        _trails(fall, epoch),
        _dots(places[~silent], "neuron", theme.DATA, "circle", 8),
        _dots(places[silent], "silent neuron", theme.NEURON, "x", 9),
        _dots(np.array([fall.lowest]), "lowest loss", theme.OPTIMUM, "star", 17),
    )
    layout = theme.layout(
        HEIGHT,
        showlegend=True,
        margin={"l": 8, "r": 8, "t": 34, "b": 8},
        legend={
            "orientation": "h",
            "x": 0,
            "y": 1,
            "yanchor": "bottom",
            "font": {"size": theme.FONT_SIZE - 1},
            "itemclick": False,
            "itemdoubleclick": False,
        },
        xaxis=theme.axis("weight w", range=[-end, end], zeroline=False, constrain="domain"),
        yaxis=theme.axis("bias b", range=[-end, end], zeroline=False, constrain="domain", scaleanchor="x"),
    )
    return Picture(traces, layout, _alt(fall, epoch), moving=(3, 4, 5, 6))


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
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "silent",
        "showlegend": False,
        "x": x,
        "y": y,
        "fill": "toself",
        "fillcolor": "rgba(213, 94, 0, 0.15)",
        "line": {"width": 0, "color": theme.NEURON},
        "hoverinfo": "skip",
    }


def _silence_words(basin: Basin, end: float) -> Trace:
    here = basin.silent_below is not None
    return {
        "type": "scatter",
        "mode": "text",
        "name": "silent words",
        "showlegend": False,
        "x": [0.0],
        "y": [-0.9 * end],
        "text": ["always 0" if here else ""],
        "textfont": theme.words(),
        "hoverinfo": "skip",
    }


def _trails(fall: Fall, epoch: int) -> Trace:
    seen = [each for each in SEEN if each < epoch] + [epoch]
    corners = fall.paths[seen].round(4)
    x: list[float | None] = []
    y: list[float | None] = []
    if epoch:
        for trail in corners.transpose(1, 2, 0).tolist():
            x += [*trail[0], None]
            y += [*trail[1], None]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "trails",
        "showlegend": False,
        "x": x or [None],
        "y": y or [None],
        "line": {"width": 1, "color": theme.DATA},
        "opacity": 0.5,
        "hoverinfo": "skip",
    }


def _dots(places: Any, name: str, colour: str, symbol: str, size: int) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": places[:, 0].round(4).tolist() or [None],
        "y": places[:, 1].round(4).tolist() or [None],
        "marker": {"color": colour, "size": size, "symbol": symbol, "opacity": 0.85},
        "hoverinfo": "skip",
    }


def _alt(fall: Fall, epoch: int) -> str:
    arrived, under_way, fell_silent, stuck = fall.counts(epoch)
    weight, bias = fall.lowest
    return (
        f"The loss over weight and bias, lowest at weight {number(weight)} and bias {number(bias)}. "
        f"After epoch {epoch}: {arrived} starts arrived there, {under_way} under way, {fell_silent} fell silent, "
        f"{stuck} never moved."
    )
