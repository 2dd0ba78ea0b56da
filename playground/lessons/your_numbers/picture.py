"""The picture of a visitor's experiment: what the neuron answers on the left, its loss on the right."""

import numpy as np

from playground.figures import theme
from playground.figures.epochs import curve_epochs
from playground.figures.numbers import number
from playground.figures.panels import RIGHT, levels, loss_range, round_top, two_panels
from playground.figures.picture import Picture, Trace
from playground.figures.traces import NO_LEGEND, line, marks
from playground.lessons.your_numbers.classes import curve_panel
from playground.lessons.your_numbers.experiment import Experiment
from playground.lessons.your_numbers.fit import fit_panel
from playground.lessons.your_numbers.heights import heights_panel
from playground.lessons.your_numbers.keys import ABOVE, AGAINST, MEAN
from playground.lessons.your_numbers.line import line_panel
from playground.lessons.your_numbers.panel import Panel
from playground.lessons.your_numbers.plane import plane_panel

HEIGHT, NARROW_HEIGHT = 330, 620


def left_panel(experiment: Experiment, epoch: int, view: str = AGAINST) -> Panel:
    """What suits the label and the number of features. view: how two features and a number are seen."""
    if view == ABOVE:
        return heights_panel(experiment, epoch)
    n_features = len(experiment.chosen.features)
    if experiment.yes_or_no:
        return plane_panel(experiment, epoch) if n_features == 2 else curve_panel(experiment, epoch)
    return line_panel(experiment, epoch) if n_features == 1 else fit_panel(experiment, epoch)


def n_drawn(experiment: Experiment, view: str) -> int:
    """How many rows that panel shows: fewer where they may move with the epoch."""
    stand_still = view == ABOVE or (len(experiment.names) == 1 and not experiment.yes_or_no)
    return len(experiment.prepared.drawn if stand_still else experiment.prepared.moved)


def training_picture(experiment: Experiment, epoch: int, *, log_loss: bool, narrow: bool, view: str) -> Picture:
    """Both panels after that epoch. view: as in `left_panel`."""
    left = left_panel(experiment, epoch, view)
    run = experiment.run
    log_loss = log_loss or run.explodes
    name = "loss" if experiment.convention == MEAN else f"loss ({experiment.convention})"
    lowest = float(experiment.called(run.optimum.loss)) if run.optimum else None
    losses = experiment.called(np.append(run.history.loss, run.optimum.loss if run.optimum else run.history.loss[0]))
    test = experiment.scores.test
    if test is not None:
        losses = np.append(losses, experiment.called(test.loss[np.isfinite(test.loss)]))
    axis = theme.axis(name, range=loss_range(losses, log_loss), zeroline=False)
    last = round_top(max(run.settings.epochs, 1))
    traces = (*left.traces, *_loss_traces(experiment), levels([_shown(lowest, log_loss)], last, "lowest") | NO_LEGEND)
    layout = two_panels(
        (left.x, left.y),
        theme.logarithmic(axis) if log_loss else axis,
        last,
        narrow,
        margin={"l": 8, "r": 8, "t": 26, "b": 52},
        height=NARROW_HEIGHT if narrow else HEIGHT,
        legend=theme.legend(theme.FONT_SIZE - 1),
    )
    traces = (*traces, _shown_epoch(experiment, epoch))
    first, now = (number(float(experiment.called(run.history.loss[at]))) for at in (0, epoch))
    alt = f"{left.alt} After epoch {epoch} of {run.last_epoch} the loss went from {first} to {now}."
    return Picture(traces, layout, alt, tuple(range(left.still, len(traces))), ("xaxis", "yaxis", "xaxis2", "yaxis2"))


def _loss_traces(experiment: Experiment) -> tuple[Trace, ...]:
    """The loss of the rows trained on, and of those held back."""
    at = curve_epochs(experiment.run.last_epoch)
    loss = experiment.called(experiment.run.history.loss[at]).tolist()
    hover = {"hoverinfo": "all", "hovertemplate": "epoch %{x}<br>loss %{y:.4g}<extra></extra>"}
    curve = line(at, loss, theme.line(theme.NEURON, width=theme.THIN_LINE_WIDTH), "loss") | RIGHT | hover | NO_LEGEND
    test = experiment.scores.test
    losses = experiment.called(test.loss).tolist() if test else []
    held_back = [value if np.isfinite(value) else None for value in losses]
    epochs = list(experiment.epochs) if test else []
    look = theme.line(theme.DATA, "dash", theme.THIN_LINE_WIDTH)
    return curve, line(epochs, held_back, look, "loss of rows held back") | RIGHT | ({} if test else NO_LEGEND)


def _shown(lowest: float | None, log_loss: bool) -> float | None:
    return None if log_loss and not lowest else lowest  # a logarithmic axis has no place for zero


def _shown_epoch(experiment: Experiment, epoch: int) -> Trace:
    loss = float(experiment.called(experiment.run.history.loss[epoch]))
    mark = marks([epoch], [loss], theme.NEURON, theme.LARGE_MARKER_SIZE, "shown epoch")
    return mark | RIGHT | NO_LEGEND | {"cliponaxis": False}
