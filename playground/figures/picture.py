"""A figure that can be drawn whole or changed in place."""

from dataclasses import dataclass, field
from typing import Any

Trace = dict[str, Any]


@dataclass(frozen=True)
class Picture:
    """A Plotly figure as plain dicts, split into what stands still and what moves.

    Building `graph_objects` costs more than drawing them, and a figure that is sent whole is torn down and drawn
    anew by the browser. So the parts that follow a slider are named, and can be sent alone.

    traces: all of them, in drawing order.
    moving: positions in `traces` of those that a slider changes.
    layout: the whole layout.
    moving_axes: names of the axes whose range a slider changes.
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
        """The parts that no slider moves: while they are equal, the drawn figure can be changed in place."""
        traces = [trace for i, trace in enumerate(self.traces) if i not in self.moving]
        axes = {name: {**self.layout[name], "range": None} for name in self.moving_axes}
        return traces, {**self.layout, **axes}

    def change(self) -> dict[str, Any]:
        """The parts that move, as one Plotly frame, with the text alternative and the frames if it plays."""
        return {
            "data": [_moved(self.traces[i]) for i in self.moving],
            "traces": list(self.moving),
            "layout": {name: {"range": self.layout[name]["range"]} for name in self.moving_axes},
            "alt": self.alt,
            **({"frames": list(self.frames)} if self.frames else {}),
        }


def _moved(trace: Trace) -> Trace:
    """What of a trace can be changed in place."""
    return {part: trace[part] for part in ("x", "y", "text") if part in trace}
