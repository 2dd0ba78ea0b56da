"""A figure that can be drawn whole or changed in place."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Self

Trace = dict[str, Any]


def name_of(*what: object) -> str:
    """A short name of what is equal, and of nothing else."""
    return hashlib.blake2b(repr(what).encode(), digest_size=6).hexdigest()


@dataclass(frozen=True)
class Picture:
    """A Plotly figure as plain dicts, split into what stands still and what moves.

    Building `graph_objects` costs more than drawing them, and a figure that is sent whole is torn down and drawn
    anew by the browser. So the parts that follow a slider are named, and can be sent alone.

    traces: all of them, in drawing order.
    moving: positions in `traces` of those that can change in place.
    layout: the whole layout.
    moving_axes: names of the axes whose range, type or title can.
    alt: what the figure shows now, in words.
    hidden: positions in `traces` of those that are not drawn, as they answer a question that is still open.
    """

    traces: tuple[Trace, ...]
    layout: dict[str, Any]
    alt: str
    moving: tuple[int, ...] = ()
    moving_axes: tuple[str, ...] = ()
    hidden: tuple[int, ...] = ()

    def whole(self) -> dict[str, Any]:
        """The figure, for `plotly.graph_objects.Figure(**...)` or Plotly.newPlot."""
        data = [trace | {"visible": False} if i in self.hidden else trace for i, trace in enumerate(self.traces)]
        return {"data": data, "layout": self.layout}

    @cached_property
    def name(self) -> str:
        """What tells the figure from any other: a change of it is of no use to another one."""
        return name_of(self.whole())

    def without(self, names: Collection[str], alt: str) -> Self:
        """The same picture with the traces of these names not drawn. alt: what it shows then."""
        return replace(self, hidden=tuple(i for i, trace in enumerate(self.traces) if trace["name"] in names), alt=alt)

    def still(self) -> tuple[object, ...]:
        """The parts that never move: while they are equal, the drawn figure can be changed in place."""
        traces = [trace for i, trace in enumerate(self.traces) if i not in (*self.moving, *self.hidden)]
        return traces, self.hidden, {name: part for name, part in self.layout.items() if name not in self.moving_axes}

    def change(self, drawn: Self) -> dict[str, Any] | None:
        """The traces (by position) and axes (by name) that differ from those of a drawn picture, and what it shows.

        None if nothing differs.
        """
        traces = {str(i): _moved(self.traces[i], drawn.traces[i]) for i in self.moving if i not in self.hidden}
        traces = {i: moved for i, moved in traces.items() if moved}
        axes = {name: _kind(self.layout[name]) for name in self.moving_axes if self.layout[name] != drawn.layout[name]}
        differs = traces or axes or self.alt != drawn.alt
        return {"traces": traces, "axes": axes, "alt": self.alt} if differs else None


def _moved(trace: Trace, drawn: Trace) -> Trace:
    """What of a trace differs and can be changed in place."""
    if trace is drawn:
        return {}
    return {part: trace[part] for part in ("x", "y", "text") if part in trace and trace[part] != drawn.get(part)}


def _kind(axis: dict[str, Any]) -> dict[str, Any]:
    """What of an axis can be changed in place."""
    kind: dict[str, Any] = {part: axis[part] for part in ("range", "type", "dtick") if part in axis}
    return kind | ({"title": axis["title"]["text"]} if "title" in axis else {})
