"""Two arrows and their sum, before and after both are turned."""

from playground.figures import theme
from playground.figures.numbers import number
from playground.figures.picture import Picture
from playground.figures.traces import line
from playground.lessons.dot_product.arrows import arrow, plane
from playground.lessons.dot_product.turned.model import Pair, pair_turned

REACH = 6.6


def turned_picture(pair: Pair, degrees: float) -> Picture:
    """Draw both arrows and their sum, and in grey where they were before the turn."""
    before = pair_turned(0.0)
    x: list[float | None] = []
    y: list[float | None] = []
    for end in (before.a, before.b, before.sum):
        x += [0.0, end[0], None]
        y += [0.0, end[1], None]
    traces = (
        line(x, y, theme.line(theme.START, "dot", theme.THIN_LINE_WIDTH), "before"),
        arrow(pair.sum, theme.line(theme.OPTIMUM, width=theme.THIN_LINE_WIDTH), "a + b"),
        arrow(pair.a, theme.line(theme.DATA), "a"),
        arrow(pair.b, theme.line(theme.SECOND), "b"),
    )
    a, b = (f"({number(x)}, {number(y)})" for x, y in (pair.a, pair.b))
    alt = f"a = {a} and b = {b}, both turned by {degrees:g} degrees."
    return Picture(traces, plane(REACH), alt, moving=(1, 2, 3))
