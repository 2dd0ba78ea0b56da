"""One relu neuron among the rows: those it answers, and how many are left on its way at two rates."""

import numpy as np

from playground.figures import theme
from playground.figures.numbers import number
from playground.figures.panels import AXIS_LINE, RIGHT, round_top, two_panels
from playground.figures.picture import Picture, Trace
from playground.figures.traces import NO_LEGEND, line, marks
from playground.learning.arrays import Array, Flags
from playground.learning.shape import outputs
from playground.lessons.weights.smaller_rate.model import PLACES, RATE, TIMES, Falling, live_rows

REACH = 3.0
"""How far the axes go, in standard units."""


def silence_picture(
    X: Array, y: Array, pair: tuple[Falling, Falling], slow: bool, start: int, place: int, answered: bool, narrow: bool
) -> Picture:
    """Draw the neuron of that start at that place on its way. pair: at the larger rate and at the smaller one.

    answered: whether live rows that draw it down, as their labels are below 0, are set off.
    """
    falling = pair[slow]
    weight, bias = falling.paths[place, start].tolist()
    live = live_rows(X, falling.paths[place, start])
    below = answered & (y < 0.0)
    x, way = X[:, 0].round(3), (RATE * np.arange(place + 1)).round(3).tolist()
    at = [-REACH, *([-bias / weight] if weight and abs(bias / weight) < REACH else []), REACH]
    fast_look, slow_look = theme.line(theme.START, width=9), theme.line(theme.SECOND, "dash", 2.5)
    traces = (
        marks(x.tolist(), y.round(3).tolist(), theme.START, theme.MARKER_SIZE, "not answered: 0", opacity=0.5),
        _rows(x, y, live & ~below, theme.DATA, "live row"),
        _rows(x, y, live & below, theme.SECOND, "below 0", symbol="diamond", size=9) | NO_LEGEND,
        line(at, outputs(at, weight, bias, "relu").round(4).tolist(), theme.line(theme.NEURON), "neuron"),
        line(way, pair[0].live[: place + 1, start].tolist(), fast_look, f"rate {RATE:g}", opacity=0.5) | RIGHT,
        line(way, pair[1].live[: place + 1, start].tolist(), slow_look, f"rate {RATE / TIMES:g}") | RIGHT,
    )
    left = (
        theme.axis("x: flipper length", range=[-REACH, REACH], **AXIS_LINE),
        theme.axis("y: body mass", range=[-REACH, REACH], **AXIS_LINE),
    )
    top = round_top(len(y))
    right = theme.axis("live rows", range=[-0.04 * top, 1.04 * top], zeroline=False)
    layout = two_panels(left, right, RATE * PLACES, narrow)
    layout["xaxis2"]["title"]["text"] = "epochs × rate"
    alt = (
        f"A relu neuron with weight {number(weight)} and bias {number(bias)}: "
        f"{int(live.sum())} of {len(y)} rows have a sum above 0."
    )
    return Picture(traces, layout, alt, moving=(1, 2, 3, 4, 5))


def _rows(
    x: Array, y: Array, of: Flags, colour: str, name: str, symbol: str = "circle", size: int = theme.MARKER_SIZE
) -> Trace:
    return marks(x[of].tolist(), y[of].round(3).tolist(), colour, size, name, symbol=symbol)
