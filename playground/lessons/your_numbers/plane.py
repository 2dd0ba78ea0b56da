"""Yes or no from two features: the boundary w · x + b = 0 in their plane, the direction of w, and how sure it is."""

import numpy as np

from playground.figures import theme
from playground.figures.lines import Box
from playground.figures.picture import Trace
from playground.figures.traces import NO_LEGEND, area, arrow_head, line
from playground.learning.arrays import Array
from playground.lessons.your_numbers.classes import alt_of, answers, drawn_rows, mistakes
from playground.lessons.your_numbers.counting import THRESHOLD
from playground.lessons.your_numbers.experiment import Experiment
from playground.lessons.your_numbers.panel import Panel, axis_of, reach

LEVELS = (-2.2, -1.1, 0.0, 1.1, 2.2)
"""Sums from which on it is a shade darker: probabilities of about .1, .25, .5, .75 and .9."""
SHADE = theme.faded(theme.NEURON, 0.1)
ARROW = 0.16
"""The length of w, in widths of the box."""
ROUNDING = 1e-9
"""A corner whose sum is so small beside its terms is on the boundary."""

Points = list[tuple[float, float]]
Places = tuple[list[float | None], list[float | None]]
NOWHERE: Places = ([None, None], [None, None])


def plane_panel(experiment: Experiment, epoch: int) -> Panel:
    """The rows at their two features, with the neuron after that epoch."""
    chosen, rows = experiment.chosen, drawn_rows(experiment)
    x, y = chosen.X[rows, 0], chosen.X[rows, 1]
    ends = experiment.prepared.ends
    box = (*reach(ends[0], 0.15), *reach(ends[1], 0.15))
    weights, bias = experiment.in_data_units(epoch)
    sides = [side(weights, bias, box, level) for level in LEVELS]
    edge = boundary(weights, bias, box)
    traces = (
        *(area(*_closed(corners), SHADE, f"shade {i}") | NO_LEGEND for i, corners in enumerate(sides)),
        *answers(x, y, chosen.y[rows] > THRESHOLD, experiment),
        line(*edge, theme.line(theme.NEURON), "boundary"),
        _arrow(weights, edge, box),
        mistakes(experiment, x, y, rows, epoch),
    )
    titles = [column.title for column in chosen.features]
    return Panel(traces, axis_of(titles[0], *box[:2]), axis_of(titles[1], *box[2:]), alt_of(experiment))


def side(weights: Array, bias: float, box: Box, level: float) -> Points:
    """The corners of the part of the box in which the sum is above that level."""
    corners = [(box[0], box[2]), (box[1], box[2]), (box[1], box[3]), (box[0], box[3])]
    with np.errstate(all="ignore"):
        above = [float(weights[0] * x + weights[1] * y + bias - level) for x, y in corners]
    if not np.isfinite(above).all():
        return []
    found: Points = []
    for i, ((x, y), here) in enumerate(zip(corners, above, strict=True)):
        (next_x, next_y), there = corners[(i + 1) % 4], above[(i + 1) % 4]
        if here > 0:
            found.append((x, y))
        if (here > 0) != (there > 0):
            share = here / (here - there)
            found.append((x + share * (next_x - x), y + share * (next_y - y)))
    return found


def boundary(weights: Array, bias: float, box: Box) -> Places:
    """The ends of w · x + b = 0 within the box."""
    size = float(np.abs(weights) @ [max(map(abs, box[:2])), max(map(abs, box[2:]))]) + abs(bias)
    sums = [(x, y, abs(float(weights[0] * x + weights[1] * y + bias))) for x, y in side(weights, bias, box, 0.0)]
    on = [(x, y) for x, y, total in sums if total <= ROUNDING * size]
    return ([on[0][0], on[1][0]], [on[0][1], on[1][1]]) if len(on) == 2 else NOWHERE


def _closed(corners: Points) -> Places:
    closed = [*corners, *corners[:1]]
    return [x for x, _ in closed], [y for _, y in closed]


def _arrow(weights: Array, edge: Places, box: Box) -> Trace:
    """w from the middle of the boundary, drawn as the picture's scales bend it: across the boundary, to the yes."""
    (x0, x1), (y0, y1) = edge
    wide, high = box[1] - box[0], box[3] - box[2]
    places = NOWHERE
    if x0 is not None and x1 is not None and y0 is not None and y1 is not None:
        across, up = float(weights[0]) * wide, float(weights[1]) * high
        length = float(np.hypot(across, up))
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        places = [x, x + ARROW * wide * across / length], [y, y + ARROW * high * up / length]
    shaft = line(*places, theme.line(theme.NEURON, width=theme.THIN_LINE_WIDTH), "w")
    return shaft | {"mode": "lines+markers", "marker": arrow_head(theme.NEURON, theme.LARGE_MARKER_SIZE)}
