"""Two features and a number to predict, from above: rows in the colour of their label, and how high the plane is."""

import numpy as np

from playground.figures import theme
from playground.figures.lines import Box
from playground.figures.markup import as_plotly
from playground.figures.numbers import bare, number
from playground.figures.picture import Trace
from playground.figures.traces import NO_LEGEND, labelled, line, marks
from playground.learning.arrays import Array
from playground.learning.memory import remembered
from playground.lessons.your_numbers.experiment import Experiment
from playground.lessons.your_numbers.panel import Panel, axis_of, reach
from playground.lessons.your_numbers.plane import boundary
from playground.lessons.your_numbers.preparation import Prepared, Rows

SIZE = theme.MARKER_SIZE + 3
ALONG, AWAY, EDGE = 0.1, 0.05, 0.05
"""How far the number of a line stands from its end, as a part of the line, from the line, and from the edge."""
Point = tuple[float, float]


def heights_panel(experiment: Experiment, epoch: int) -> Panel:
    """The rows at their two features, and the lines on which the neuron answers the same after that epoch."""
    chosen, ends = experiment.chosen, experiment.prepared.ends
    box = (*reach(ends[0], 0.1), *reach(ends[1], 0.1))
    weights, bias = experiment.in_data_units(epoch)
    low, high = ends[-1].tolist()
    traces = (
        *_train_and_test(experiment.prepared),
        _meaning(f"{chosen.label.title}: {bare(number(low, 4))}", theme.LABELS[0][1]),
        _meaning(bare(number(high, 4)), theme.LABELS[-1][1]),
        *_lines(weights, bias, levels(low, high), box),
    )
    across, up = (column.title for column in chosen.features)
    alt = (
        f"{len(chosen.y)} rows at {across} and {up}, darker where {chosen.label.title} is larger, and the lines on "
        "which the neuron answers the same."
    )
    return Panel(traces, axis_of(across, *box[:2]), axis_of(up, *box[2:]), alt, still=4)


def levels(low: float, high: float) -> Array:
    """Round heights from the lowest label to the highest."""
    if not high > low:
        return np.array([low])
    step = theme.tick_step(0.0, (high - low) / 2)
    return np.arange(np.ceil(low / step - 1e-9), np.floor(high / step + 1e-9) + 1.0) * step


@remembered
def _train_and_test(prepared: Prepared) -> tuple[Trace, ...]:
    train, test = prepared.all_drawn
    return (
        _rows(prepared, train, "data", "circle") | NO_LEGEND,
        _rows(prepared, test, "held back", "circle-open") | ({} if len(test) else NO_LEGEND),
    )


def _rows(prepared: Prepared, rows: Rows, name: str, symbol: str) -> Trace:
    chosen = prepared.chosen
    low, high = prepared.ends[-1].tolist()
    look = {
        "color": chosen.y[rows].tolist() or theme.DATA,
        "cmin": low,
        "cmax": high,
        "colorscale": theme.LABELS,
        "symbol": symbol,
        "line": {"color": theme.START, "width": 1},
    }
    x, y = chosen.X[rows, 0].tolist(), chosen.X[rows, 1].tolist()
    trace = marks(x, y, theme.DATA, SIZE, name)
    return trace | {"marker": trace["marker"] | look}


def _meaning(words: str, colour: str) -> Trace:
    """What a colour means, in the legend."""
    return marks([], [], colour, SIZE, as_plotly(words), line={"color": theme.START, "width": 1})


def _lines(weights: Array, bias: float, heights: Array, box: Box) -> tuple[Trace, Trace]:
    """The lines of equal heights, and how high each is, beside its upper end."""
    x: list[float | None] = []
    y: list[float | None] = []
    places: list[tuple[float, float]] = []
    texts: list[str] = []
    for height in heights.tolist():
        (x0, x1), (y0, y1) = boundary(weights, bias - height, box)
        if x0 is not None and x1 is not None and y0 is not None and y1 is not None:
            x += [x0, x1, None]
            y += [y0, y1, None]
            places.append(_beside((x0, y0), (x1, y1), weights, box))
            texts.append(bare(number(height, 4)))
    named = marks([each[0] for each in places], [each[1] for each in places], theme.NEURON, 1, "heights")
    return (
        line(x, y, theme.line(theme.NEURON, width=theme.THIN_LINE_WIDTH), "neuron"),
        labelled(named, texts, "middle center", theme.NEURON) | NO_LEGEND,
    )


def _beside(one: Point, other: Point, weights: Array, box: Box) -> Point:
    """A place beside the upper end of a line: where the plane is lower, or on the other side where that is cut off."""
    lower, upper = (np.array(end) for end in sorted((one, other), key=lambda end: end[1]))
    corner, size = np.array([box[0], box[2]]), np.array([box[1] - box[0], box[3] - box[2]])
    across = AWAY * weights * size / np.hypot(*(weights * size))  # in sizes of the box, as the picture shows it
    at = (upper + ALONG * (lower - upper) - corner) / size
    place = next((side for side in (at - across, at + across) if (abs(side - 0.5) < 0.5 - EDGE).all()), at - across)
    x, y = (corner + place * size).tolist()
    return x, y
