"""A figure that can be drawn whole or changed in place."""

from collections.abc import Set
from dataclasses import dataclass, field
from typing import Any, Self

Trace = dict[str, Any]


@dataclass(frozen=True)
class Picture:
    """A Plotly figure as plain dicts, split into what stands still and what moves.

    Building `graph_objects` costs more than drawing them, and a figure that is sent whole is torn down and drawn
    anew by the browser. So the parts that follow a slider are named, and can be sent alone.

    traces: all of them, in drawing order.
    moving: positions in `traces` of those that can change in place.
    layout: the whole layout.
    moving_axes: names of the axes whose range, type or title can.
    frames: Plotly frames, one a shown epoch, each with the epoch as its name; empty where nothing plays.
    alt: what the figure shows now, in words.
    """

    traces: tuple[Trace, ...]
    layout: dict[str, Any]
    alt: str
    moving: tuple[int, ...] = ()
    moving_axes: tuple[str, ...] = ()
    frames: tuple[Trace, ...] = field(default=())

    def whole(self) -> dict[str, Any]:
        """The figure, for `plotly.graph_objects.Figure(**...)` or Plotly.newPlot."""
        return {"data": list(self.traces), "layout": self.layout, "frames": list(self.frames)}

    def still(self) -> tuple[object, ...]:
        """The parts that never move: while they are equal, the drawn figure can be changed in place."""
        traces = [trace for i, trace in enumerate(self.traces) if i not in self.moving]
        return traces, {name: part for name, part in self.layout.items() if name not in self.moving_axes}

    def moved_from(self, drawn: Self) -> frozenset[int | str]:
        """Traces (positions) and axes (names) that differ from those of a drawn picture."""
        traces = (i for i in self.moving if self.traces[i] != drawn.traces[i])
        axes = (name for name in self.moving_axes if self.layout[name] != drawn.layout[name])
        return frozenset([*traces, *axes])

    def change(self, moved: Set[int | str], *, with_frames: bool = True) -> dict[str, Any]:
        """These traces and axes, as one Plotly frame, with the text alternative and the frames if it plays."""
        traces = [i for i in self.moving if i in moved]
        return {
            "data": [_moved(self.traces[i]) for i in traces],
            "traces": traces,
            "layout": {name: _kind(self.layout[name]) for name in self.moving_axes if name in moved},
            "alt": self.alt,
            **({"frames": list(self.frames)} if self.frames and with_frames else {}),
        }


def _moved(trace: Trace) -> Trace:
    """What of a trace can be changed in place."""
    return {part: trace[part] for part in ("x", "y", "text") if part in trace}


def _kind(axis: dict[str, Any]) -> dict[str, Any]:
    """What of an axis can be changed in place."""
    kind: dict[str, Any] = {part: axis[part] for part in ("range", "type", "dtick") if part in axis}
    return kind | ({"title": axis["title"]["text"]} if "title" in axis else {})
