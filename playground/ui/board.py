"""A board on which a visitor draws two vectors: what it shows of a page's state, and what it sets there."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from math import hypot
from typing import Any

from playground.figures.screen import Arrow
from playground.ui.numeric import finite
from playground.ui.parameters import Parameter, Switch, Values

LARGEST = 1000.0


@dataclass(frozen=True, kw_only=True)
class Vector(Parameter):
    """Two coordinates within ± LARGEST, in the link as `3,1`. unit: the switch that keeps the vector at length 1."""

    start: tuple[float, float] = (1.0, 0.0)
    unit: str = ""

    def read(self, text: str) -> tuple[float, float] | None:
        return self._vector(text.split(","))

    def write(self, value: tuple[float, float]) -> str:
        return f"{value[0]:.10g},{value[1]:.10g}"

    def check(self, value: Any, values: Values) -> tuple[float, float]:
        x, y = self._vector(value) or self.start_of(values)
        length = hypot(x, y)
        at_unit_length = bool(self.unit) and values[self.unit] and length > 0
        return (x / length, y / length) if at_unit_length and abs(length - 1.0) > 1e-12 else (x, y)

    def _vector(self, parts: Any) -> tuple[float, float] | None:
        if not isinstance(parts, (list, tuple)) or len(parts) != 2:
            return None
        x, y = finite(parts[0]), finite(parts[1])
        return None if x is None or y is None or max(abs(x), abs(y)) > LARGEST else (x, y)


UNIT = Switch(key="unit")
A, B = (Vector(key=key, start=start, unit="unit") for key, start in (("a", (3.0, 1.0)), ("b", (1.0, 2.0))))


@dataclass(frozen=True)
class Look:
    """How a board looks, and what can be done on it.

    height: of the plane, in pixels. names: what is written at the tips of a and b. fields: there are number fields
    and the switch for unit length below the plane. step: the grid on which a pointer sets tips.
    farthest: the plane shows this much to the right and up, whatever is drawn, and tips stay within it; None: the
    plane grows with the arrows. level: b's tip keeps this height; None: it is free.
    """

    height: int = 200
    names: tuple[str, str] = ("a", "b")
    fields: bool = True
    step: float = 0.01
    farthest: Arrow | None = None
    level: float | None = None


def _vectors(values: Values) -> tuple[Arrow, Arrow]:
    return values["a"], values["b"]


def _as_drawn(a: Arrow, b: Arrow, unit: bool) -> dict[str, Any]:
    return {"a": a, "b": b, "unit": unit}


@dataclass(frozen=True)
class Board:
    """A board on a page.

    key: its place. look: see `Look`. show: both arrows for a state. take: the values for what was drawn on it: a, b,
    and whether both are kept at length 1.
    """

    key: str = "board"
    look: Look = field(default_factory=Look)
    show: Callable[[Values], tuple[Arrow, Arrow]] = _vectors
    take: Callable[[Arrow, Arrow, bool], dict[str, Any]] = _as_drawn

    def at_unit_length(self, values: Values) -> bool:
        """Whether both arrows are kept at length 1."""
        return self.look.fields and bool(values.get(UNIT.key))

    @property
    def build(self) -> dict[str, Any]:
        """What the browser needs to know to build it."""
        words = {"tip": "tip of vector", "unit": "unit length"}
        plane = f"plane with the vectors {' and '.join(self.look.names)}"
        return {"look": asdict(self.look), "words": words | {"plane": plane}}
