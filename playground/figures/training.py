"""The picture of a training run at one epoch: the line, the neuron with the numbers of one row, and the loss curve."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from playground.figures import fit_panel, neuron_panel, theme
from playground.figures.lines import Box, as_json, lines_of, plot_box
from playground.figures.markup import as_plotly
from playground.figures.numbers import number
from playground.figures.panels import RIGHT, levels, loss_range, round_top, two_panels
from playground.figures.picture import Picture, Trace
from playground.figures.quantity import Quantity
from playground.figures.traces import line, marks, words
from playground.learning.arrays import Array
from playground.learning.memory import remembered
from playground.learning.run import Run


@dataclass(frozen=True)
class Look:
    """What a visitor chose of the picture.

    row: the position of the row in the neuron. best: the best line is shown. log_loss: a logarithmic loss axis.
    narrow: one panel below the other, for phones. squares: of the errors, and their mean. on_a_wall: words are so large
    that there is no room for the neuron.
    """

    row: int = 0
    best: bool = False
    log_loss: bool = False
    narrow: bool = False
    squares: bool = False
    on_a_wall: bool = False


def training_picture(run: Run, feature: Quantity, label: Quantity, epoch: int, look: Look) -> Picture:
    """Draw a run of a neuron with one feature after that epoch, in the units the data were measured in."""
    of_run = _of_run(run, feature, label, look.log_loss, look.narrow, look.on_a_wall)
    slope, intercept = of_run.lines[0][epoch], of_run.lines[1][epoch]
    handles, rows = fit_panel.handles_of(run), fit_panel.drawn_errors(len(run.y))
    neuron = () if look.on_a_wall else neuron_panel.neuron_panel(run, epoch, look.row, feature, label, look.narrow)
    traces = (
        of_run.points,
        fit_panel.errors(run, rows, slope, intercept, of_run.box),
        fit_panel.named_errors(run, rows, slope, intercept, label),
        *fit_panel.mean_square(run, epoch, of_run.box, look.squares),
        *_other_lines(of_run, epoch, look.best),
        _before(of_run, epoch),
        _line(of_run, epoch, theme.line(theme.NEURON, width=theme.THICK_LINE_WIDTH), "neuron"),
        fit_panel.tapped(run, look.row),
        fit_panel.grips_of(handles, of_run.lines[0][0], of_run.lines[1][0], of_run.box),
        *neuron,
        *of_run.losses,
        _learned(run, epoch),
        _shown_epoch(run, epoch),
    )
    return Picture(
        traces,
        of_run.layout,
        training_alt(run, feature.title, label.title, epoch),
        moving=tuple(range(len(traces))),
        moving_axes=("xaxis", "yaxis", "xaxis2", "yaxis2"),
    )


@dataclass(frozen=True, eq=False)
class _OfRun:
    """What all epochs of a run share.

    lines: slope and intercept of the lines of all epochs and of the best one, in the data's units. ends: x and y, as
    `lines_of` gives them. losses: the whole loss curve, and the best loss.
    """

    box: Box
    lines: tuple[list[float], list[float]]
    ends: tuple[Array, Array]
    points: Trace
    losses: tuple[Trace, ...]
    layout: dict[str, Any]


@remembered
def _of_run(run: Run, feature: Quantity, label: Quantity, log_loss: bool, narrow: bool, on_a_wall: bool) -> _OfRun:
    box = plot_box(run.task)
    slopes, intercepts = run.in_data_units(run.history.weights, run.history.bias)
    layout = _layout(run, as_plotly(feature.title), as_plotly(label.title), box, log_loss, narrow)
    if on_a_wall:
        layout["yaxis2"] |= {"domain": [0.0, 1.0]}
    return _OfRun(
        box,
        (slopes[:, 0].tolist(), intercepts.tolist()),
        lines_of(run, box),
        fit_panel.points(run),
        _losses(run, log_loss),
        layout,
    )


def training_alt(run: Run, x_title: str, y_title: str, epoch: int) -> str:
    """What the picture shows now, in words."""
    weights, bias = run.in_data_units(run.history.weights[epoch], run.history.bias[epoch])
    loss = f"the loss went from {number(run.history.loss[0])} to {number(run.history.loss[epoch])}"
    if epoch == 0:
        loss = f"the loss is {number(run.history.loss[0])}"
    best = f" The best possible loss is {number(run.optimum.loss)}." if run.optimum else ""
    if run.explodes:
        best = " The run diverges." if run.diverges else " The loss grows."
    return (
        f"{len(run.y)} points, {y_title} against {x_title}. After epoch {epoch} of {run.last_epoch} the line has slope "
        f"{number(float(weights[0]))} and intercept {number(float(bias))}; {loss}.{best}"
    )


def _line(of_run: _OfRun, position: int, look: dict[str, Any], name: str) -> Trace:
    x, y = of_run.ends
    return line(as_json(x[position]), as_json(y[position]), look, name)


def _before(of_run: _OfRun, epoch: int) -> Trace:
    """The neuron's line one epoch ago: what the last step has changed."""
    faint = theme.line(theme.faded(theme.NEURON, 0.35), width=theme.THIN_LINE_WIDTH)
    return _line(of_run, epoch - 1, faint, "one epoch ago") if epoch else line([], [], faint, "one epoch ago")


def _other_lines(of_run: _OfRun, epoch: int, best: bool) -> tuple[Trace, Trace, Trace]:
    """The line that training started from, once it has left it, the best line where it is to be shown, their names."""
    x, y = of_run.ends
    dashed, dotted = theme.line(theme.START, "dash"), theme.line(theme.OPTIMUM, "dot")
    start = _line(of_run, 0, dashed, "start") if epoch else line([], [], dashed, "start")
    optimum = _line(of_run, -1, dotted, "least squares") if best else line([], [], dotted, "least squares")
    named = [(x[0], y[0], "by hand")] * bool(epoch) + [(x[-1], y[-1], "best")] * best
    return start, optimum, fit_panel.names_of_lines(named)


def _losses(run: Run, log_loss: bool) -> tuple[Trace, ...]:
    """The loss of every epoch, learned or still to come, and the best one with its name."""
    epochs, losses = range(len(run.history.loss)), run.history.loss.tolist()
    hover = {"hoverinfo": "all", "hovertemplate": "epoch %{x}<br>loss %{y:.4g}<extra></extra>"}
    to_come = line(epochs, losses, theme.line(theme.START, width=theme.THIN_LINE_WIDTH), "loss") | RIGHT | hover
    lowest = run.optimum.loss if run.optimum else None
    shown = None if log_loss and not lowest else lowest  # a logarithmic axis has no place for zero
    floor = levels([shown], round_top(run.settings.epochs), "floor")
    named = [] if shown is None else [f"best {number(shown)}"]
    name = words([round_top(run.settings.epochs)] * len(named), [shown] * len(named), named, "best loss", "top left")
    return to_come, floor, name | RIGHT | {"cliponaxis": False}


def _learned(run: Run, epoch: int) -> Trace:
    """The loss up to the shown epoch."""
    epochs, losses = range(epoch + 1), run.history.loss[: epoch + 1].tolist()
    return line(epochs, losses, theme.line(theme.NEURON), "learned") | RIGHT


def _shown_epoch(run: Run, epoch: int) -> Trace:
    mark = marks([epoch], [float(run.history.loss[epoch])], theme.NEURON, theme.LARGE_MARKER_SIZE, "shown epoch")
    return mark | RIGHT | {"cliponaxis": False}  # whole where the loss stands at the edge


def _layout(run: Run, x_title: str, y_title: str, box: Box, log_loss: bool, narrow: bool) -> dict[str, Any]:
    losses = np.append(run.history.loss, run.optimum.loss) if run.optimum else run.history.loss
    loss = theme.axis("loss", range=loss_range(losses, log_loss), zeroline=False)
    left = (
        theme.axis(x_title, range=list(box[:2]), zeroline=False),
        theme.axis(y_title, range=list(box[2:]), zeroline=False),
    )
    drawn = two_panels(
        left,
        theme.logarithmic(loss) if log_loss else loss,
        round_top(run.settings.epochs),
        narrow,
        margin=MARGIN,
        showlegend=False,
    )
    domains = NARROW_DOMAINS if narrow else WIDE_DOMAINS
    for name, axis in (drawn | neuron_panel.axes()).items():
        if name in domains:
            drawn[name] = axis | {"domain": domains[name]}
    return drawn


MARGIN = {"l": 8, "r": 8, "t": 14, "b": 56}
"""Above and below with room for all that stands there: where Plotly widens them itself, lines stand a pixel off."""
WIDE_DOMAINS = {
    **{"xaxis": [0.0, 0.62], "yaxis": [0.0, 1.0]},
    **{"xaxis2": [0.72, 1.0], "yaxis2": [0.0, 0.42]},
    **{"xaxis3": [0.69, 1.0], "yaxis3": [0.55, 1.0]},
}
NARROW_DOMAINS = {
    **{"xaxis": [0.0, 1.0], "yaxis": [0.55, 1.0]},
    **{"xaxis2": [0.0, 1.0], "yaxis2": [0.0, 0.16]},
    **{"xaxis3": [0.0, 1.0], "yaxis3": [0.24, 0.37]},
}
