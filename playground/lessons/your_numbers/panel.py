"""The left panel of the picture: traces, and the axes that they stand on."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from playground.figures import theme
from playground.figures.lines import Box
from playground.figures.picture import Trace
from playground.figures.traces import NO_LEGEND, marks
from playground.learning.arrays import Array
from playground.lessons.your_numbers.experiment import Experiment
from playground.lessons.your_numbers.preparation import Rows

MOVED = 400
"""Points that may move with the epoch: all of them are sent for each."""


@dataclass(frozen=True, eq=False)
class Panel:
    """traces: those that follow the epoch come after those that stand still. says: what is seen, in words."""

    traces: tuple[Trace, ...]
    x: dict[str, Any]
    y: dict[str, Any]
    says: str


def as_plotly(text: str) -> str:
    """A text for a picture as it is: Plotly reads some HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def axis_of(title: str, low: float, high: float) -> dict[str, Any]:
    """An axis whose title may hold anything."""
    return theme.axis(as_plotly(title), range=[low, high], zeroline=False)


def reach(values: Array, margin: float = 0.06) -> tuple[float, float]:
    """From below the smallest of these values to above the largest."""
    low, high = float(values.min()), float(values.max())
    room = margin * ((high - low) or abs(high) or 1.0)
    return low - room, high + room


def box_of(across: Array, up: Array) -> Box:
    """The part of the plane that is shown: the points with a margin around them."""
    return (*reach(across), *reach(up, 0.12))


def parted(experiment: Experiment, most: int) -> tuple[Rows, Rows]:
    """Which of the chosen rows are drawn, no more than that: those trained on, and those held back."""
    drawn = experiment.drawn[:: -(-len(experiment.drawn) // most)]
    held_back = np.isin(drawn, experiment.test)
    return drawn[~held_back], drawn[held_back]


def points(x: Array, y: Array, name: str, **look: Any) -> Trace:
    """Rows as points."""
    size = theme.MARKER_SIZE if len(x) < 500 else theme.MARKER_SIZE - 2
    return marks(x.tolist(), y.tolist(), theme.DATA, size, name, opacity=0.55, **look)


def train_and_test(experiment: Experiment, x: Array, y: Array, train: Rows, test: Rows) -> tuple[Trace, ...]:
    """Rows that are trained on as dots, and those held back as rings. x, y: of all chosen rows."""
    both = (points(x[train], y[train], "data"), points(x[test], y[test], "held back", symbol="circle-open"))
    return both if len(experiment.test) else (both[0], both[1] | NO_LEGEND)
