"""The loss as a bowl over weight and bias, with the way that training takes down in it."""

import numpy as np

from playground.figures import theme
from playground.figures.numbers import number
from playground.figures.picture import Picture, Trace
from playground.figures.traces import grips, line, marks
from playground.learning.arrays import Array
from playground.learning.memory import remembered
from playground.learning.run import Run, Task
from playground.learning.settings import Settings
from playground.learning.surface import loss_surface

FINE = 61
"""Places along each side at which the loss is computed."""
RINGS = 14
Ends = tuple[float, float]


def bowl_picture(
    run: Run, epoch: int, weights: Ends, biases: Ends, best: bool, held: bool = False, one_scale: bool = False
) -> Picture:
    """Draw the loss over weight and bias, in the units trained in, and the run up to that epoch.

    weights, biases: how far the bowl reaches, as the sliders do. best: its lowest place is shown.
    held: the start can be taken in the hand. one_scale: for both axes, so that a round bowl is drawn round.
    """
    path = np.column_stack([run.history.weights[: epoch + 1, 0], run.history.bias[: epoch + 1]])
    inside = _inside(path, weights, biases)
    lowest = [(float(run.best.weights[0]), run.best.bias)] if best and run.optimum else []
    traces = (
        _rings(run.task, weights, biases),
        line(
            inside[:, 0].tolist(), inside[:, 1].tolist(), theme.line(theme.NEURON, width=theme.THIN_LINE_WIDTH), "path"
        ),
        marks(inside[:, 0].tolist(), inside[:, 1].tolist(), theme.NEURON, theme.MARKER_SIZE, "epochs", opacity=0.7),
        marks(*_columns(lowest), theme.OPTIMUM, theme.LARGE_MARKER_SIZE, "best", symbol="star"),
        marks(*_columns(inside[-1:].tolist()), theme.NEURON, theme.LARGE_MARKER_SIZE, "now", opacity=1),
        _handle(inside[:1] if held else inside[:0]),
    )
    scales = ({"constrain": "domain"}, {"constrain": "domain", "scaleanchor": "x"}) if one_scale else ({}, {})
    layout = theme.layout(
        xaxis=theme.axis("weight", range=list(weights), zeroline=False, **scales[0]),
        yaxis=theme.axis("bias", range=list(biases), zeroline=False, **scales[1]),
    )
    alt = (
        f"The loss over weight and bias is a bowl. After epoch {epoch} the neuron is at weight {number(path[-1, 0])} "
        f"and bias {number(path[-1, 1])}, where the loss is {number(float(run.history.loss[epoch]))}."
    )
    return Picture(traces, layout, alt, moving=(1, 2, 3, 4, 5))


def _handle(start: Array) -> Trace:
    """Where training starts: the point in the hand, if it can be."""
    return grips(*_columns(start.tolist()))


def _inside(path: Array, weights: Ends, biases: Ends) -> Array:
    """The path as far as the bowl reaches: what is beyond stands at its edge."""
    return np.column_stack([np.clip(path[:, 0], *weights), np.clip(path[:, 1], *biases)]).round(6)


def _columns(places: list[tuple[float, float]]) -> tuple[list[float], list[float]]:
    return [x for x, _ in places], [y for _, y in places]


@remembered
def _rings(task: Task, weights: Ends, biases: Ends) -> Trace:
    """Rings of equal loss. They are evenly spread in the typical error, the root of the loss."""
    across, up = np.linspace(*weights, FINE), np.linspace(*biases, FINE)
    errors = np.sqrt(loss_surface(*task.few, Settings(), across, up))
    low, high = float(errors.min()), float(errors.max())
    return {
        "type": "contour",
        "name": "loss",
        "x": across.round(6).tolist(),
        "y": up.round(6).tolist(),
        "z": [[float(f"{value:.5g}") for value in row] for row in errors.tolist()],
        "autocontour": False,
        "showscale": False,
        "showlegend": False,
        "contours": {"coloring": "none", "start": low, "end": high, "size": (high - low) / RINGS or 1.0},
        "line": {"color": theme.START, "width": 1},
        "hoverinfo": "skip",
    }
