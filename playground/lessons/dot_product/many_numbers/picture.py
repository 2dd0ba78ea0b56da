"""Two vectors of any length as arrows in the plane they span."""

from math import hypot
from typing import Any

from playground.figures import theme
from playground.figures.numbers import decimals, exact
from playground.figures.picture import Picture, Trace
from playground.figures.traces import arrow_head, labels, line

REACH = 1.1
"""How far the picture reaches, where the longer arrow has length 1."""

HEAD, SHORT = theme.LARGE_MARKER_SIZE + 4, 0.15
"""The size of an arrow's head, and the length below which an arrow has no room for it."""
PROJECTION_WIDTH = 3 * theme.LINE_WIDTH

Vector = tuple[float, float]
End = tuple[float | None, float | None]
"""Where an arrow ends; nowhere if there is none."""


def plane_picture(arrows: tuple[Vector, Vector] | None, lengths: tuple[float, float], degrees: float | None) -> Picture:
    """u and v as arrows in their own plane, v to the right, and the projection of u on v; nothing where one is zero.

    The picture has the scale of the longer arrow: lengths compare, and stand in the numbers.
    """
    u, v = arrows if arrows else ((None, None), (None, None))
    longest = max(*lengths, 1e-300)
    ends = [(x / longest, y / longest) if x is not None and y is not None else (None, None) for x, y in (u, v)]
    (across, up), _ = ends
    foot = 0.0 if across is not None else None
    traces = (
        line([foot, across], [foot, foot], theme.line(theme.OPTIMUM, width=PROJECTION_WIDTH), "projection"),
        line([across, across], [up, foot], theme.line(theme.START, "dash", theme.THIN_LINE_WIDTH), "left over"),
        *(_arrow(end, look, name) for end, look, name in zip(ends, (theme.DATA, theme.SECOND), "uv", strict=True)),
    )
    # What can change in place is where arrows end, not whether they have heads.
    moving = tuple(range(len(traces))) if all(map(_has_head, ends)) else ()
    return Picture(traces, _layout(), _alt(lengths, degrees), moving)


def _has_head(end: End) -> bool:
    x, y = end
    return x is not None and y is not None and hypot(x, y) > SHORT


def _arrow(end: End, colour: str, name: str) -> Trace:
    x, y = end
    shaft = line([None if x is None else 0.0, x], [None if y is None else 0.0, y], theme.line(colour), name)
    named = labels(["", name], "top center", colour)
    named["textfont"]["size"] += 5
    return shaft | {"mode": "lines+markers+text", "marker": arrow_head(colour, HEAD if _has_head(end) else 0)} | named


def _layout() -> dict[str, Any]:
    bare = {"visible": False, "fixedrange": True}
    return theme.layout(
        xaxis={**bare, "range": [-REACH, REACH]},
        yaxis={**bare, "range": [-0.12, REACH + 0.12], "scaleanchor": "x"},
    )


def _alt(lengths: tuple[float, float], degrees: float | None) -> str:
    if degrees is None:
        return "No picture: a column of zeros has no direction."
    u, v = (exact(length) for length in lengths)
    return f"u and v in the plane they span: lengths {u} and {v}, {decimals(degrees)} degrees apart."
