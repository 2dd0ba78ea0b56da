"""The picture of a training run: the fitted line beside the loss curve, both at the epoch that is shown."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from playground.figures import theme
from playground.figures.lines import Box, Numbers, as_json, lines_of, plot_box
from playground.figures.numbers import number
from playground.figures.panels import RIGHT, curve, levels, loss_range, round_top, two_panels
from playground.figures.picture import Picture, Trace
from playground.figures.traces import NO_LEGEND, line, marks
from playground.learning.run import Run

MOST_SHOWN = 100
"""More epochs than this play no better, and cost time to send."""


HEIGHT = 242


@lru_cache(maxsize=256)
def shown_epochs(last_epoch: int) -> tuple[int, ...]:
    """The epochs that can be shown: all of them, or evenly spread ones with the first and the last."""
    spread = np.linspace(0, last_epoch, min(last_epoch + 1, MOST_SHOWN)).round().astype(np.int64)
    return tuple(np.unique(spread).tolist())


def training_picture(run: Run, x_title: str, y_title: str, epoch: int, *, log_loss: bool, narrow: bool) -> Picture:
    """Draw a run of a neuron with one feature, in the units the data were measured in.

    epoch: the epoch whose line is shown. log_loss: a logarithmic loss axis. narrow: one chart below the other, for
    phones.
    """
    of_run = _of_run(run, x_title, y_title, log_loss, narrow)
    x, y = of_run.ends
    traces = (
        *of_run.below,
        _line(x[epoch], y[epoch], theme.line(theme.NEURON), "neuron"),
        *of_run.losses,
        _shown_epoch(run, epoch),
    )
    return Picture(
        traces,
        of_run.layout,
        training_alt(run, x_title, y_title, epoch),
        moving=tuple(range(len(traces))),
        moving_axes=("xaxis", "yaxis", "xaxis2", "yaxis2"),
    )


@dataclass(frozen=True, eq=False)
class _OfRun:
    """What all epochs of a run share.

    ends: of the lines, x and y, as `lines_of` gives them. below: the traces under the neuron's line; losses: those
    of the loss curve.
    """

    ends: tuple[Numbers, Numbers]
    below: tuple[Trace, ...]
    losses: tuple[Trace, ...]
    layout: dict[str, Any]


@lru_cache(maxsize=64)
def _of_run(run: Run, x_title: str, y_title: str, log_loss: bool, narrow: bool) -> _OfRun:
    box = plot_box(run)
    x, y = lines_of(run, box)
    below = (
        _points(run),
        _line(x[0], y[0], theme.line(theme.START, "dash"), "start"),
        _line(x[-1], y[-1], theme.line(theme.OPTIMUM, "dot"), "least squares"),
    )
    layout = _layout(run, x_title, y_title, box, log_loss, narrow)
    return _OfRun((x, y), below, _loss_traces(run, log_loss), layout)


def training_alt(run: Run, x_title: str, y_title: str, epoch: int) -> str:
    """What the picture shows now, in words."""
    slope, intercept = _line_in_data_units(run, epoch)
    outcome = f"Least squares reaches {number(run.optimum.loss)}." if run.optimum else ""
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
    points = marks(run.X[:, 0].tolist(), run.y.tolist(), theme.DATA, theme.MARKER_SIZE, "data", opacity=0.55)
    return points | {"hoverinfo": "all", "hovertemplate": "%{x}, %{y}<extra></extra>"}


def _line(x: Numbers, y: Numbers, look: dict[str, Any], name: str) -> Trace:
    return line(as_json(x), as_json(y), look, name)


def _loss_traces(run: Run, log_loss: bool) -> tuple[Trace, Trace]:
    lowest = run.optimum.loss if run.optimum else None
    shown = None if log_loss and not lowest else lowest  # a logarithmic axis has no place for zero
    floor = levels([shown], round_top(run.settings.epochs), "floor") | NO_LEGEND
    return curve(run.history.loss, theme.line(theme.NEURON, width=theme.THIN_LINE_WIDTH), "loss"), floor


def _shown_epoch(run: Run, epoch: int) -> Trace:
    mark = marks([epoch], [float(run.history.loss[epoch])], theme.NEURON, theme.LARGE_MARKER_SIZE, "shown epoch")
    return mark | RIGHT | NO_LEGEND | {"cliponaxis": False}  # whole where the loss stands at the edge


def _layout(run: Run, x_title: str, y_title: str, box: Box, log_loss: bool, narrow: bool) -> dict[str, Any]:
    losses = np.append(run.history.loss, run.optimum.loss) if run.optimum else run.history.loss
    loss = theme.axis("loss", range=loss_range(losses, log_loss), zeroline=False)
    left = (
        theme.axis(x_title, range=list(box[:2]), zeroline=False),
        theme.axis(y_title, range=list(box[2:]), zeroline=False),
    )
    return two_panels(
        left,
        theme.logarithmic(loss) if log_loss else loss,
        round_top(run.settings.epochs),
        narrow,
        margin={"l": 8, "r": 8, "t": 26, "b": 52},
        **({} if narrow else {"height": HEIGHT}),
        legend=theme.legend(theme.FONT_SIZE - 1),
    )
