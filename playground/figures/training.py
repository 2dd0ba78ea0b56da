"""The picture of a training run: the fitted line beside the loss curve, with a frame for every shown epoch."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from playground.figures import theme
from playground.figures.picture import Picture, Trace
from playground.figures.words import number
from playground.learning.run import Run

MOST_FRAMES = 100
"""More frames than this play no better, and cost time to send."""
WIDE_HEIGHT, NARROW_HEIGHT = 300, 620
BUTTONS_HEIGHT = 46
"""Room for play and pause below the axes."""
FRAME_MS = 80
"""How long one epoch is shown; the browser draws the way from one to the next."""

START, NEURON, LOSS, FLOOR, SHOWN = 1, 3, 4, 5, 6
"""Positions of the moving traces: start line, line at the shown epoch, loss curve, loss floor, shown epoch."""


def shown_epochs(last_epoch: int) -> NDArray[np.int64]:
    """The epochs that have a frame: all of them, or evenly spread ones with the first and the last."""
    return np.unique(np.linspace(0, last_epoch, min(last_epoch + 1, MOST_FRAMES)).round().astype(np.int64))


def training_picture(
    run: Run, x_title: str, y_title: str, epoch: int, *, log_loss: bool, narrow: bool, with_frames: bool
) -> Picture:
    """Draw a run of a neuron with one feature, in the units the data were measured in.

    epoch: the epoch whose line is shown. log_loss: a logarithmic loss axis. narrow: one chart below the other, for
    phones. with_frames: False while a slider is dragged, as the frames are most of the figure.
    """
    box = _plot_box(run)
    traces = (
        _points(run),
        _line(run, 0, box, theme.line(theme.START, "dash"), "start"),
        _optimum_line(run, box),
        _line(run, epoch, box, theme.line(theme.NEURON), "neuron"),
        *_loss_traces(run, log_loss),
        _shown_epoch(run, epoch),
    )
    frames = tuple(_frame(run, int(k), box) for k in shown_epochs(run.last_epoch)) if with_frames else ()
    return Picture(
        traces,
        _layout(run, x_title, y_title, box, log_loss, narrow),
        training_alt(run, x_title, y_title, epoch),
        moving=(START, NEURON, LOSS, FLOOR, SHOWN),
        moving_axes=("xaxis2", "yaxis2"),
        frames=frames,
    )


def training_alt(run: Run, x_title: str, y_title: str, epoch: int) -> str:
    """What the picture shows now, in words."""
    slope, intercept = _line_in_data_units(run, epoch)
    outcome = "The run diverged." if run.history.diverged else f"Least squares reaches {number(run.optimum.loss)}."
    return (
        f"{len(run.y)} points, {y_title} against {x_title}. After epoch {epoch} of {run.last_epoch} the line has slope "
        f"{number(slope)} and intercept {number(intercept)}; the loss went from {number(run.history.loss[0])} "
        f"to {number(run.history.loss[epoch])}. {outcome}"
    )


def _line_in_data_units(run: Run, epoch: int) -> tuple[float, float]:
    weights, bias = run.in_data_units(run.history.weights[epoch], run.history.bias[epoch])
    return float(weights[0]), float(bias)


Box = tuple[float, float, float, float]


def _plot_box(run: Run) -> Box:
    """The part of the plane that is shown: the data with a margin around them."""
    x, y = run.X[:, 0], run.y
    margin_x = 0.06 * (float(np.ptp(x)) or 1.0)
    margin_y = 0.12 * (float(np.ptp(y)) or 1.0)
    return x.min() - margin_x, x.max() + margin_x, y.min() - margin_y, y.max() + margin_y


def _visible(slope: float, intercept: float, box: Box) -> tuple[list[float | None], list[float | None]]:
    """The ends of the part of a line inside the box: a diverging line must not send coordinates of 1e300."""
    x_low, x_high, y_low, y_high = box
    if slope != 0:
        with np.errstate(over="ignore"):
            crossings = sorted(float((np.float64(y) - intercept) / slope) for y in (y_low, y_high))
        x_low, x_high = max(x_low, crossings[0]), min(x_high, crossings[1])
    if not (np.isfinite(slope) and np.isfinite(intercept) and x_low <= x_high):
        return [None, None], [None, None]
    if slope == 0 and not y_low <= intercept <= y_high:
        return [None, None], [None, None]
    return [x_low, x_high], [float(np.clip(slope * x + intercept, y_low, y_high)) for x in (x_low, x_high)]


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


def _segment(slope: float, intercept: float, box: Box, look: dict[str, Any], name: str) -> Trace:
    x, y = _visible(slope, intercept, box)
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": x,
        "y": y,
        "line": look,
        "hoverinfo": "skip",
    }


def _line(run: Run, epoch: int, box: Box, look: dict[str, Any], name: str) -> Trace:
    return _segment(*_line_in_data_units(run, epoch), box, look, name)


def _optimum_line(run: Run, box: Box) -> Trace:
    weights, bias = run.in_data_units(np.asarray(run.optimum.weights), run.optimum.bias)
    look = theme.line(theme.OPTIMUM, "dot")
    return _segment(float(weights[0]), float(bias), box, look, "least squares")


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
    floor = run.optimum.loss
    hidden = log_loss and floor <= 0  # a logarithmic axis has no place for zero
    floor_line = {
        "showlegend": False,
        "type": "scatter",
        "mode": "lines",
        "name": "floor",
        "x": [0, run.settings.epochs],
        "y": [None, None] if hidden else [floor, floor],
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
        "hoverinfo": "skip",
    }


def _frame(run: Run, epoch: int, box: Box) -> Trace:
    x, y = _visible(*_line_in_data_units(run, epoch), box)
    shown = {"x": [epoch], "y": [float(run.history.loss[epoch])]}
    return {"name": str(epoch), "data": [{"x": x, "y": y}, shown], "traces": [NEURON, SHOWN]}


def _loss_range(run: Run, log_loss: bool) -> list[float]:
    """The loss axis, wide enough for the whole curve and its floor. A logarithmic axis takes exponents of ten."""
    loss = np.append(run.history.loss, run.optimum.loss)
    top = float(loss.max())
    if not log_loss:
        return [-0.04 * top, 1.06 * top] if top > 0 else [-0.1, 1.0]
    positive = loss[loss > 0]
    if not len(positive):
        return [-1.0, 1.0]
    low, high = np.log10(positive.min()), np.log10(positive.max())
    margin = 0.06 * max(high - low, 1.0)
    return [float(low - margin), float(high + margin)]


def _layout(run: Run, x_title: str, y_title: str, box: Box, log_loss: bool, narrow: bool) -> dict[str, Any]:
    epochs = run.settings.epochs
    domains: dict[str, list[float]] = (
        {"x": [0.0, 1.0], "y": [0.58, 1.0], "x2": [0.0, 1.0], "y2": [0.0, 0.4]}
        if narrow
        else {"x": [0.0, 0.56], "y": [0.0, 1.0], "x2": [0.66, 1.0], "y2": [0.0, 1.0]}
    )
    height = NARROW_HEIGHT if narrow else WIDE_HEIGHT
    loss_title = "loss (logarithmic)" if log_loss else "loss"
    x2 = theme.axis("epoch", domain=domains["x2"], anchor="y2", range=[-0.02 * epochs, 1.02 * epochs], zeroline=False)
    y2 = theme.axis(loss_title, domain=domains["y2"], anchor="x2", range=_loss_range(run, log_loss), zeroline=False)
    if log_loss:
        y2 |= {"type": "log", "exponentformat": "power"}
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
    play = {
        "frame": {"duration": FRAME_MS, "redraw": False},
        "transition": {"duration": FRAME_MS, "easing": "linear"},
        "fromcurrent": True,
        "mode": "immediate",
    }
    stop = {"frame": {"duration": 0, "redraw": False}, "transition": {"duration": 0}, "mode": "immediate"}
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
            {"label": "▶ Play", "method": "animate", "args": [None, play]},
            {"label": "❚❚ Pause", "method": "animate", "args": [[None], stop]},
        ],
    }
