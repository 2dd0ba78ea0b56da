"""The parts that figures are made of, as plain dicts: lines, marks, and words."""

from collections.abc import Sequence
from typing import Any

from playground.figures import theme
from playground.figures.picture import Trace

Numbers = Sequence[float | None]
NO_LEGEND = {"showlegend": False}
"""To be added to a trace that needs no line in the legend."""


def line(x: Numbers, y: Numbers, look: dict[str, Any], name: str, **more: Any) -> Trace:
    """A line through these points, with a gap where one is None. look: see `theme.line`."""
    return _scatter("lines", x, y, name) | {"line": look} | more


def area(x: Numbers, y: Numbers, colour: str, name: str, **more: Any) -> Trace:
    """What these points enclose; the end of a part is None."""
    return line(x, y, {"width": 0, "color": colour}, name, fill="toself", fillcolor=colour) | more


def marks(x: Numbers, y: Numbers, colour: str, size: float, name: str, **marker: Any) -> Trace:
    """A mark at each of these points. marker: more of its look, as Plotly names it."""
    return _scatter("markers", x, y, name) | {"marker": {"color": colour, "size": size, **marker}}


def grips(x: Numbers, y: Numbers) -> Trace:
    """What a hand can take of a picture at each of these points: see `Handle`."""
    ring = {"width": 3, "color": theme.ON_LINE}
    return marks(x, y, theme.NEURON, theme.GRIP_SIZE, "handles", opacity=1, line=ring) | {"cliponaxis": False}


def words(x: Numbers, y: Numbers, text: Sequence[str], name: str, place: str = "middle center") -> Trace:
    """Words at each of these points. place: on which side of it."""
    return _scatter("text", x, y, name) | labels(text, place)


def labels(text: Sequence[str], place: str, colour: str | None = None) -> dict[str, Any]:
    """Words beside each point of a trace, to be added to it; its mode must end in 'text'."""
    return {"text": list(text) or [""], "textposition": place, "textfont": theme.words(colour)}


def labelled(trace: Trace, text: Sequence[str], place: str, colour: str | None = None) -> Trace:
    """That trace with words beside each of its points."""
    return trace | {"mode": f"{trace['mode']}+text"} | labels(text, place, colour)


def _scatter(mode: str, x: Numbers, y: Numbers, name: str) -> Trace:
    # Plotly takes a trace without any point for invisible, and leaves the old one on the screen.
    x, y = list(x) or [None], list(y) or [None]
    return {"type": "scatter", "mode": mode, "name": name, "x": x, "y": y, "hoverinfo": "skip"}


def arrow_head(colour: str, size: float) -> dict[str, Any]:
    """The markers of a line of two points that make it an arrow."""
    look = {"symbol": "arrow", "angleref": "previous", "opacity": 1, "line": {"width": 0}}
    return {"color": colour, "size": [0, size], **look}
