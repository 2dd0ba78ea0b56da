"""Three pairs of arrows side by side."""

from collections.abc import Mapping

from playground.figures import theme
from playground.figures.numbers import decimals
from playground.figures.picture import Picture, Trace
from playground.figures.traces import words
from playground.lessons.dot_product.arrows import arrow, plane
from playground.lessons.dot_product.three_pairs.model import Pair

APART, REACH = 5.6, 2.9
"""APART: from the middle of one pair to that of the next."""


def pairs_picture(pairs: Mapping[str, Pair], numbered: bool) -> Picture:
    """Draw each pair with its name below it, and with its dot product once that is no secret."""
    traces: list[Trace] = []
    for i, (name, pair) in enumerate(pairs.items()):
        across = i * APART
        for (x, y), colour in ((pair.first, theme.DATA), (pair.second, theme.SECOND)):
            traces.append(arrow((across + x, y), theme.line(colour), "", start=(across, 0.0)))
        label = f"{name}: {decimals(round(pair.dot, 2))}" if numbered else name
        traces.append(words([across], [-REACH + 0.25], [label], f"name of {name}"))
    layout = plane(REACH, [-REACH, REACH + APART * (len(pairs) - 1)])
    for axis in ("xaxis", "yaxis"):
        layout[axis] |= {"visible": False}
    listed = ", ".join(pairs)
    alt = f"Three pairs of arrows of one length, {listed}."
    if numbered:
        products = "; ".join(f"{name} {decimals(round(pair.dot, 2))}" for name, pair in pairs.items())
        alt += f" Their dot products: {products}."
    return Picture(tuple(traces), layout, alt, moving=tuple(range(len(traces))))
