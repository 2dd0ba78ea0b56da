"""Cosine similarity against the angle between two vectors."""

from functools import cache
from math import cos, radians, sin
from typing import Any

from playground.figures import theme
from playground.figures.numbers import number
from playground.figures.picture import Picture, Trace
from playground.figures.traces import line, marks
from playground.learning.memory import remembered
from playground.learning.vectors import cosine_similarity


@cache
def _curve() -> Trace:
    """The curve itself, taken from unit vectors 3 degrees apart, so that the dot and the curve are one function."""
    degrees = range(0, 181, 3)
    turned = [(cos(radians(d)), sin(radians(d))) for d in degrees]
    cosines = [cosine_similarity((1.0, 0.0), v) for v in turned]
    look = theme.line(theme.START, width=theme.THIN_LINE_WIDTH)
    return line(degrees, cosines, look, "cosine", hoverinfo="all", hovertemplate=_HOVER)


_HOVER = "%{x}°<br>cosine %{y:.3f}<extra></extra>"


@remembered
def similarity_picture(angle: float | None, cosine: float | None) -> Picture:
    """The curve of cosine similarity with the present angle (degrees) marked; no mark where there is no angle."""
    mark = marks([angle], [cosine], theme.OPTIMUM, theme.LARGE_MARKER_SIZE, "now") | {"cliponaxis": False}
    return Picture((_curve(), mark), _layout(), _alt(angle, cosine), moving=(1,))


def _layout() -> dict[str, Any]:
    return theme.layout(
        xaxis=theme.axis("angle (degrees)", range=[-5, 185], tickvals=[0, 45, 90, 135, 180], zeroline=False),
        yaxis=theme.axis("cosine", range=[-1.15, 1.15], tickvals=[-1, 0, 1]),
    )


def _alt(angle: float | None, cosine: float | None) -> str:
    curve = "Cosine similarity against angle: 1 at 0 degrees, 0 at 90, -1 at 180."
    if angle is None or cosine is None:
        return f"{curve} A zero vector has no angle."
    return f"{curve} Now {number(angle)} degrees, cosine {number(cosine)}."
