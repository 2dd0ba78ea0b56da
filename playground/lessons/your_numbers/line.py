"""One feature and a number to predict: the points, and the line or curve through them."""

from typing import Any

import numpy as np

from playground.figures import theme
from playground.figures.lines import Box, as_json, visible
from playground.figures.picture import Trace
from playground.figures.traces import NO_LEGEND, line
from playground.learning.arrays import Array
from playground.lessons.your_numbers.experiment import Experiment
from playground.lessons.your_numbers.panel import Panel, axis_of, reach, train_and_test

STEPS = 120
"""Of a curve."""

Places = tuple[list[float | None], list[float | None]]


def line_panel(experiment: Experiment, epoch: int) -> Panel:
    """The points with what the neuron answers after that epoch, at the start, and at best."""
    chosen = experiment.chosen
    ends_x, ends_y = experiment.prepared.ends
    box = (*reach(ends_x), *reach(ends_y, 0.12))
    best = experiment.best
    ends: Places = _ends(float(best.weights[0]), best.bias, box) if best else ([None], [None])
    traces = (
        *train_and_test(experiment.prepared),
        line(*ends, theme.line(theme.OPTIMUM, "dot"), "least squares") | ({} if best else NO_LEGEND),
        _answers(experiment, 0, box, theme.line(theme.START, "dash"), "start"),
        _answers(experiment, epoch, box, theme.line(theme.NEURON), "neuron"),
    )
    alt = f"{len(chosen.y)} points, {chosen.label.title} against {chosen.features[0].title}."
    return Panel(traces, axis_of(chosen.features[0].title, *box[:2]), axis_of(chosen.label.title, *box[2:]), alt)


def _ends(slope: float, intercept: float, box: Box) -> Places:
    """The ends of a straight line within the box."""
    x, y = visible(np.array([slope]), np.array([intercept]), box)
    return as_json(x[0]), as_json(y[0])


def _answers(experiment: Experiment, epoch: int, box: Box, look: dict[str, Any], name: str) -> Trace:
    if experiment.run.settings.activation == "linear":
        weights, bias = experiment.in_data_units(epoch)
        return line(*_ends(float(weights[0]), bias, box), look, name)
    x = np.linspace(box[0], box[1], STEPS)
    return line(x.tolist(), inside(experiment.outputs(x[:, None], epoch), box), look, name)


def inside(heights: Array, box: Box) -> list[float | None]:
    """Heights of a curve, with gaps where it is outside of the box."""
    return [height if box[2] <= height <= box[3] else None for height in heights.tolist()]
