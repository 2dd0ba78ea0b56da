"""The left panel of the picture: traces, and the axes that they stand on."""

from dataclasses import dataclass
from typing import Any

from playground.figures import theme
from playground.figures.markup import as_plotly
from playground.figures.picture import Trace
from playground.figures.traces import NO_LEGEND, marks
from playground.learning.arrays import Array
from playground.learning.memory import remembered
from playground.lessons.your_numbers.preparation import Prepared


@dataclass(frozen=True, eq=False)
class Panel:
    """traces: those that follow the epoch come after those that stand still. alt: the picture in words.

    still: so many of the first traces differ in more than places, and cannot be changed in place.
    """

    traces: tuple[Trace, ...]
    x: dict[str, Any]
    y: dict[str, Any]
    alt: str
    still: int = 0


def axis_of(title: str, low: float, high: float) -> dict[str, Any]:
    """An axis whose title may hold anything."""
    return theme.axis(as_plotly(title), range=[low, high], zeroline=False)


def reach(ends: Array, margin: float = 0.06) -> tuple[float, float]:
    """From below the smallest value to above the largest. ends: both."""
    low, high = float(ends[0]), float(ends[1])
    room = margin * ((high - low) or abs(high) or 1.0)
    return low - room, high + room


def points(x: Array, y: Array, name: str, **look: Any) -> Trace:
    """Rows as points."""
    size = theme.MARKER_SIZE if len(x) < 500 else theme.MARKER_SIZE - 2
    return marks(x.tolist(), y.tolist(), theme.DATA, size, name, opacity=0.55, **look)


@remembered
def train_and_test(prepared: Prepared) -> tuple[Trace, ...]:
    """The label over the first feature: rows that are trained on as dots, and those held back as rings."""
    x, y = prepared.chosen.X[:, 0], prepared.chosen.y
    train, test = prepared.all_drawn
    both = (points(x[train], y[train], "data"), points(x[test], y[test], "held back", symbol="circle-open"))
    return both if len(prepared.test) else (both[0], both[1] | NO_LEGEND)
