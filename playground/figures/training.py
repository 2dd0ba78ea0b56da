"""The picture of a training run: the fitted line beside the loss curve, with a frame for every shown epoch."""

from functools import lru_cache
from math import ceil, floor, log10
from typing import Any

import numpy as np

from playground.figures import theme
from playground.figures.lines import Box, Numbers, as_json, lines_of, plot_box
from playground.figures.picture import Picture, Trace
from playground.figures.words import number
from playground.learning.run import Run

MOST_FRAMES = 100
"""More frames than this play no better, and cost time to send."""
WIDE_HEIGHT, NARROW_HEIGHT = 288, 620
LOG_REACH = 1e-14
"""The smallest loss on a logarithmic axis, as a share of the first one: what is below is rounding."""
BUTTONS_HEIGHT = 46
"""Room for play and pause below the axes."""

NEURON, SHOWN = 3, 6
"""Positions of the traces that play: the line and the mark on the loss curve."""


@lru_cache(maxsize=256)
def shown_epochs(last_epoch: int) -> tuple[int, ...]:
    """The epochs that have a frame: all of them, or evenly spread ones with the first and the last."""
    spread = np.linspace(0, last_epoch, min(last_epoch + 1, MOST_FRAMES)).round().astype(np.int64)
    return tuple(np.unique(spread).tolist())


@lru_cache(maxsize=64)  # asked for twice in a run; and many visitors start with the same one
def training_picture(
    run: Run, x_title: str, y_title: str, epoch: int, *, log_loss: bool, narrow: bool, with_frames: bool
) -> Picture:
    """Draw a run of a neuron with one feature, in the units the data were measured in.

    epoch: the epoch whose line is shown. log_loss: a logarithmic loss axis. narrow: one chart below the other, for
    phones. with_frames: False while a slider is dragged, as the frames are most of the figure.
    """
    box = plot_box(run)
    x, y = lines_of(run, box)
    traces = (
        _points(run),
        _line(x[0], y[0], theme.line(theme.START, "dash"), "start"),
        _line(x[-1], y[-1], theme.line(theme.OPTIMUM, "dot"), "least squares"),
        _line(x[epoch], y[epoch], theme.line(theme.NEURON), "neuron"),
        *_loss_traces(run, log_loss),
        _shown_epoch(run, epoch),
    )
    frames = _frames(run, x, y) if with_frames else ()
    return Picture(
        traces,
        _layout(run, x_title, y_title, box, log_loss, narrow),
        training_alt(run, x_title, y_title, epoch),
        moving=tuple(range(len(traces))),
        moving_axes=("xaxis", "yaxis", "xaxis2", "yaxis2"),
        frames=frames,
    )


def training_alt(run: Run, x_title: str, y_title: str, epoch: int) -> str:
    """What the picture shows now, in words."""
    slope, intercept = _line_in_data_units(run, epoch)
    outcome = f"Least squares reaches {number(run.optimum.loss)}."
    if run.explodes:
        outcome = "The run diverges." if run.diverges else "The loss grows."
    return (
        f"{len(run.y)} points, {y_title} against {x_title}. After epoch {epoch} of {run.last_epoch} the line has slope "
        f"{number(slope)} and intercept {number(intercept)}; the loss went from {number(run.history.loss[0])} "
        f"to {number(run.history.loss[epoch])}. {outcome}"
    )


def _line_in_data_units(run: Run, epoch: int) -> tuple[float, float]:
    weights, bias = run.in_data_units(run.history.weights[epoch], run.history.bias[epoch])
    return float(weights[0]), float(bias)


def _points(run: Run) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "data",
        "x": run.X[:, 0].tolist(),
        "y": run.y.tolist(),
        "marker": {"color": theme.DATA, "size": theme.MARKER_SIZE, "opacity": 0.55},
        "hovertemplate": "%{x}, %{y}<extra></extra>",
    }


def _line(x: Numbers, y: Numbers, look: dict[str, Any], name: str) -> Trace:
    ends = {"x": as_json(x), "y": as_json(y)}
    return {"type": "scatter", "mode": "lines", "name": name, **ends, "line": look, "hoverinfo": "skip"}


def _loss_traces(run: Run, log_loss: bool) -> tuple[Trace, Trace]:
    loss = run.history.loss.tolist()
    curve = {
        "showlegend": False,
        "type": "scatter",
        "mode": "lines",
        "name": "loss",
        "x": list(range(len(loss))),
        "y": loss,
        "xaxis": "x2",
        "yaxis": "y2",
        "line": theme.line(theme.NEURON, width=theme.THIN_LINE_WIDTH),
        "hovertemplate": "epoch %{x}<br>loss %{y:.4g}<extra></extra>",
    }
    lowest = run.optimum.loss
    hidden = log_loss and lowest <= 0  # a logarithmic axis has no place for zero
    floor_line = {
        "showlegend": False,
        "type": "scatter",
        "mode": "lines",
        "name": "floor",
        "x": [0, round_top(run.settings.epochs)],
        "y": [None, None] if hidden else [lowest, lowest],
        "xaxis": "x2",
        "yaxis": "y2",
        "line": theme.line(theme.OPTIMUM, "dot", theme.THIN_LINE_WIDTH),
        "hoverinfo": "skip",
    }
    return curve, floor_line


def _shown_epoch(run: Run, epoch: int) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "shown epoch",
        "showlegend": False,
        "x": [epoch],
        "y": [float(run.history.loss[epoch])],
        "xaxis": "x2",
        "yaxis": "y2",
        "marker": {"color": theme.NEURON, "size": theme.LARGE_MARKER_SIZE},
        "cliponaxis": False,  # whole where the loss stands at the edge
        "hoverinfo": "skip",
    }


def _frames(run: Run, x: Numbers, y: Numbers) -> tuple[Trace, ...]:
    """One frame an epoch shown: the neuron's line and the mark on the loss curve."""
    return tuple(
        {
            "name": str(epoch),
            "data": [
                {"x": as_json(x[epoch]), "y": as_json(y[epoch])},
                {"x": [int(epoch)], "y": [float(run.history.loss[epoch])]},
            ],
            "traces": [NEURON, SHOWN],
        }
        for epoch in shown_epochs(run.last_epoch)
    )


def _loss_range(run: Run, log_loss: bool) -> list[float]:
    """The loss axis, wide enough for the whole curve and its floor. A logarithmic axis takes exponents of ten.

    It ends at round numbers: an axis that stands still while a slider moves shows how the curve rises and falls, and
    is drawn faster.
    """
    loss = np.append(run.history.loss, run.optimum.loss)
    top = float(loss.max())
    if not log_loss:
        top = round_top(top) if top > 0 else 1.0
        return [-0.04 * top, 1.04 * top]
    positive = loss[loss > LOG_REACH * loss[0]]
    if not len(positive):
        return [-1.0, 1.0]
    return [floor(np.log10(positive.min()) - 0.05), ceil(np.log10(positive.max()) + 0.05)]


def round_top(size: float) -> float:
    """The next of 1, 1.5, 2, 3, 4, 6, 8, 10, 15, … at or above a positive size."""
    power = 10.0 ** floor(log10(size))
    return next(step * power for step in (1, 1.5, 2, 3, 4, 6, 8, 10, 15) if step * power >= size * (1 - 1e-12))


def _layout(run: Run, x_title: str, y_title: str, box: Box, log_loss: bool, narrow: bool) -> dict[str, Any]:
    epochs = round_top(run.settings.epochs)
    domains: dict[str, list[float]] = (
        {"x": [0.0, 1.0], "y": [0.58, 1.0], "x2": [0.0, 1.0], "y2": [0.0, 0.4]}
        if narrow
        else {"x": [0.0, 0.56], "y": [0.0, 1.0], "x2": [0.66, 1.0], "y2": [0.0, 1.0]}
    )
    height = NARROW_HEIGHT if narrow else WIDE_HEIGHT
    x2 = theme.axis("epoch", domain=domains["x2"], anchor="y2", range=[-0.02 * epochs, 1.02 * epochs], zeroline=False)
    y2 = theme.axis("loss", domain=domains["y2"], anchor="x2", range=_loss_range(run, log_loss), zeroline=False)
    if log_loss:
        y2 = theme.logarithmic(y2)
    margin = {"l": 8, "r": 8, "t": 26, "b": 52 + BUTTONS_HEIGHT}
    legend = {"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "font": {"size": theme.FONT_SIZE - 1}}
    return theme.layout(
        height,
        margin=margin,
        showlegend=True,
        legend=legend | {"itemclick": False, "itemdoubleclick": False},
        xaxis=theme.axis(x_title, domain=domains["x"], range=list(box[:2]), zeroline=False),
        yaxis=theme.axis(y_title, domain=domains["y"], range=list(box[2:]), zeroline=False),
        xaxis2=x2,
        yaxis2=y2,
        updatemenus=[_play_and_pause()],
    )


def _play_and_pause() -> dict[str, Any]:
    """Two buttons that only say that they were pressed: `ui/player.js` plays at the speed the visitor chose."""
    return {
        "type": "buttons",
        "direction": "right",
        "showactive": False,
        "x": 0,
        "xanchor": "left",
        "y": 0,
        "yanchor": "top",
        "pad": {"t": 60, "r": 0},
        "font": {"size": theme.FONT_SIZE},
        "buttons": [
            {"label": "▶ Play", "method": "skip"},
            {"label": "❚❚ Pause", "method": "skip"},
        ],
    }
