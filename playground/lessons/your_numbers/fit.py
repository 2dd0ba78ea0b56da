"""Several features and a number to predict: what the neuron answers for each row, against what was measured."""

import numpy as np

from playground.figures import theme
from playground.figures.picture import Trace
from playground.figures.traces import NO_LEGEND, line
from playground.lessons.your_numbers.experiment import Experiment
from playground.lessons.your_numbers.panel import Panel, axis_of, points, reach
from playground.lessons.your_numbers.preparation import Rows


def fit_panel(experiment: Experiment, epoch: int) -> Panel:
    """The rows at (measured, predicted): on the dashed line both are equal. What is outside stands at the edge."""
    chosen = experiment.chosen
    low, high = reach(experiment.prepared.ends[-1])
    train, test = experiment.prepared.few_drawn
    traces = (
        line([low, high], [low, high], theme.line(theme.START, "dash", theme.THIN_LINE_WIDTH), "both equal"),
        _predicted(experiment, epoch, train, "data", "circle"),
        _predicted(experiment, epoch, test, "held back", "circle-open") | ({} if len(test) else NO_LEGEND),
    )
    alt = f"{len(chosen.y)} rows, {chosen.label.title} predicted from {len(chosen.features)} features against measured."
    title = chosen.label.title
    return Panel(traces, axis_of(f"{title}, measured", low, high), axis_of("predicted", low, high), alt)


def _predicted(experiment: Experiment, epoch: int, rows: Rows, name: str, symbol: str) -> Trace:
    if not len(rows):
        return points(np.array([]), np.array([]), name, symbol=symbol)
    low, high = reach(experiment.prepared.ends[-1])
    answers = np.clip(experiment.outputs(experiment.chosen.X[rows], epoch), low, high)
    whole = {"cliponaxis": False}  # also at the edge
    return points(experiment.chosen.y[rows], answers, name, symbol=symbol) | whole
