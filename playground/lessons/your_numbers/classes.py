"""Yes or no: the rows at 0 and 1 with the probability that the neuron gives, its boundary, and its mistakes."""

import numpy as np

from playground.figures import theme
from playground.figures.markup import as_plotly
from playground.figures.picture import Trace
from playground.figures.traces import line, marks
from playground.learning.arrays import Array, Flags
from playground.learning.neuron import ACTIVATIONS
from playground.lessons.your_numbers.counting import THRESHOLD
from playground.lessons.your_numbers.experiment import Experiment
from playground.lessons.your_numbers.line import STEPS
from playground.lessons.your_numbers.panel import Panel, axis_of, reach
from playground.lessons.your_numbers.preparation import Rows

LOWEST, HIGHEST = -0.1, 1.1
"""Of the axis of probability."""
FAR = 1e9
"""Where a sum is drawn that is beyond the range of numbers."""
SIZE = theme.MARKER_SIZE + 2


def curve_panel(experiment: Experiment, epoch: int) -> Panel:
    """The rows over the feature, or over the sum if there are several, and the curve of the activation."""
    chosen, rows = experiment.chosen, drawn_rows(experiment)
    weights, bias = experiment.in_data_units(epoch)
    one = len(weights) == 1
    with np.errstate(all="ignore"):
        sums = np.nan_to_num(chosen.X[rows] @ weights + bias, posinf=FAR, neginf=-FAR)
        across = chosen.X[rows, 0] if one else sums
        low, high = reach(experiment.prepared.ends[0]) if one else _around_zero(sums)
        x = np.linspace(low, high, STEPS)
        heights = ACTIVATIONS[experiment.run.settings.activation].output(x * weights[0] + bias if one else x)
        edge = float(-bias / weights[0]) if one else 0.0
    curve = np.clip(np.nan_to_num(heights), LOWEST, HIGHEST).tolist()
    boundary: list[float | None] = [edge, edge] if low <= edge <= high else [None, None]
    traces = (
        *answers(across, chosen.y[rows], chosen.y[rows] > THRESHOLD, experiment),
        line(boundary, [LOWEST, HIGHEST], theme.line(theme.NEURON, "dot", theme.THIN_LINE_WIDTH), "boundary"),
        line(x.tolist(), curve, theme.line(theme.NEURON), "neuron"),
        mistakes(experiment, across, chosen.y[rows], rows, epoch),
    )
    title = chosen.features[0].title if one else "the sum w · x + b"
    output = "probability" if experiment.run.settings.activation == "sigmoid" else "output"
    return Panel(traces, axis_of(title, low, high), axis_of(output, LOWEST, HIGHEST), alt_of(experiment))


def drawn_rows(experiment: Experiment) -> Rows:
    """Which of the chosen rows are drawn."""
    return np.concatenate(experiment.prepared.few_drawn)


def answers(x: Array, y: Array, is_yes: Flags, experiment: Experiment) -> tuple[Trace, Trace]:
    """The rows that are no as rings in grey, those that are yes as dots in blue."""
    no, yes = map(as_plotly, experiment.chosen.classes)
    return (
        marks(x[~is_yes].tolist(), y[~is_yes].tolist(), theme.START, SIZE, no, symbol="circle-open"),
        marks(x[is_yes].tolist(), y[is_yes].tolist(), theme.DATA, SIZE, yes, opacity=0.7),
    )


def mistakes(experiment: Experiment, x: Array, y: Array, rows: Rows, epoch: int) -> Trace:
    """A cross on each row that is answered wrongly."""
    says_yes = experiment.outputs(experiment.chosen.X[rows], epoch) > THRESHOLD
    wrong = says_yes != (experiment.chosen.y[rows] > THRESHOLD)
    look = {"symbol": "x-thin", "line": {"width": 2.5, "color": theme.NEURON}}
    return marks(x[wrong].tolist(), y[wrong].tolist(), theme.NEURON, SIZE + 2, "mistakes", **look)


def alt_of(experiment: Experiment) -> str:
    """What is seen, in words."""
    no, yes = experiment.chosen.classes
    return f"{len(experiment.chosen.y)} rows with the answers {no} and {yes}, and the neuron's boundary."


def _around_zero(sums: Array) -> tuple[float, float]:
    low, high = reach(np.array([min(sums.min(), 0.0), max(sums.max(), 0.0)]))
    return min(low, -1.0), max(high, 1.0)
