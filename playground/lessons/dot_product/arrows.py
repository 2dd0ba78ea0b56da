"""Arrows in a plane, as the chapter's pictures draw them."""

from collections.abc import Sequence
from typing import Any

from playground.figures import theme
from playground.figures.picture import Trace
from playground.figures.traces import arrow_head, labels, line

HEAD = theme.LARGE_MARKER_SIZE + 4

Point = tuple[float, float]
ORIGIN: Point = (0.0, 0.0)


def arrow(end: Point, look: dict[str, Any], name: str, start: Point = ORIGIN) -> Trace:
    """An arrow from start to end with its name at the tip. look: see `theme.line`."""
    shaft = line([start[0], end[0]], [start[1], end[1]], look, name)
    named = labels(["", name], "top center", look["color"])
    named["textfont"]["size"] += 3
    return shaft | {"mode": "lines+markers+text", "marker": arrow_head(look["color"], HEAD)} | named


def plane(reach: float, more: Sequence[float] = ()) -> dict[str, Any]:
    """The layout of a plane that is as wide as it is high. more: the ends of the x axis, if it is wider."""
    ends = list(more) or [-reach, reach]
    return theme.layout(
        xaxis=theme.axis("", range=ends, zerolinecolor=theme.START, constrain="domain"),
        yaxis=theme.axis("", range=[-reach, reach], zerolinecolor=theme.START, scaleanchor="x", constrain="domain"),
    )
