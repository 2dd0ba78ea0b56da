"""The board on which a visitor draws two vectors."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from itertools import count
from math import hypot, isfinite
from typing import Any

import streamlit as st

from playground.figures import theme
from playground.ui.component import component, state
from playground.ui.link import keep, said

_mount = component("board", css="board.css")
_stamps = count(1)

LARGEST = 1000.0
"""The largest coordinate the board takes."""

Vector = tuple[float, float]


@dataclass(frozen=True)
class Vectors:
    """What is on the board.

    a, b: the arrows' tips. unit: both are kept at length 1.
    resting: the hand rests, so that what is slow to draw or to store may follow. here: the browser's part is at work.
    by_hand: the visitor drew them; False: they are from a link, a default or `put`.
    turn: the message this is, to be answered.
    """

    a: Vector = (3.0, 1.0)
    b: Vector = (1.0, 2.0)
    unit: bool = False
    resting: bool = True
    here: bool = False
    by_hand: bool = False
    turn: int = 0


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
    farthest: Vector | None = None
    level: float | None = None


def vectors(key: str = "board", start: Vectors | None = None, *, in_link: bool = True) -> Vectors:
    """The vectors as drawn or put last; before that those of the link if it has them, or the given or default ones."""
    told = state(key, "vectors")
    here, turn = False, 0
    if isinstance(told, dict):
        here, turn = not told.get("cannot_draw", False), int(told.get("turn", 0))
        a, b = _vector(told.get("a")), _vector(told.get("b"))
        # What the hand reports of vectors that Python has replaced meanwhile does not count.
        if a is not None and b is not None and told.get("given") == _given(key):
            drawn = Vectors(a, b, told.get("unit") is True, bool(told.get("resting")), here, True, turn)
            st.session_state[f"_{key}"] = drawn
            return drawn
    if f"_{key}" not in st.session_state:  # after a page switch the link has them no more
        first = start or Vectors()
        st.session_state[f"_{key}"] = _from_link(first) if in_link else first
    kept: Vectors = st.session_state[f"_{key}"]
    return Vectors(kept.a, kept.b, kept.unit, here=here, turn=turn)


def put(vectors: Vectors, key: str = "board") -> None:
    """Put these vectors on the board, in place of those on it."""
    st.session_state[f"_{key}"] = vectors
    st.session_state[f"_given_{key}"] = _given(key) + 1


def _given(key: str) -> int:
    """How often Python has put vectors on that board."""
    times: int = st.session_state.get(f"_given_{key}", 0)
    return times


def board(
    drawn: Vectors,
    pictures: dict[str, dict[str, Any] | None],
    key: str = "board",
    look: Look | None = None,
    on_change: Callable[[], None] | None = None,
    start: Vectors | None = None,
    in_link: bool = True,
) -> None:
    """Show the board with these vectors, and change those charts (key -> change) in place.

    on_change: called before the page runs again for what was drawn. in_link: the link has the vectors where they are
    not the start.
    """
    changes = {chart: change for chart, change in pictures.items() if change is not None}
    look = look or Look()
    _mount(
        key=key,
        data={
            "a": drawn.a,
            "b": drawn.b,
            "unit": drawn.unit,
            "given": _given(key),
            "turn": drawn.turn,
            "stamp": next(_stamps) if changes else 0,
            "pictures": changes,
            "look": asdict(look),
            "words": _WORDS | {"plane": f"plane with the vectors {' and '.join(look.names)}"},
            "colours": _COLOURS,
        },
        on_vectors_change=on_change or _nothing,
        height="content",
    )
    if in_link and drawn.resting:
        _to_link(drawn, start or Vectors())


_WORDS = {"tip": "tip of vector", "unit": "unit length"}
_COLOURS = {"a": theme.DATA, "b": theme.NEURON, "projection": theme.OPTIMUM, "helper": theme.START}


def _vector(parts: Any) -> Vector | None:
    """Two finite numbers within the board's reach; None for anything else."""
    try:
        x, y = (float(part) for part in parts)
    except (TypeError, ValueError):
        return None
    return (x, y) if isfinite(x) and isfinite(y) and max(abs(x), abs(y)) <= LARGEST else None


def _from_link(start: Vectors) -> Vectors:
    """The link's vectors, each as `a=3,1`; what cannot be read is as at the start."""
    given = {name: _vector(said(name).split(",")) for name in ("a", "b")}
    a, b = given["a"] or start.a, given["b"] or start.b
    unit = said("unit") == "true"
    return Vectors(_at_unit_length(a), _at_unit_length(b), True) if unit else Vectors(a, b)


def _at_unit_length(vector: Vector) -> Vector:
    length = hypot(*vector)
    return (vector[0] / length, vector[1] / length) if length else vector


def _to_link(drawn: Vectors, start: Vectors) -> None:
    """Keep the link in step, once the hand rests: browsers limit how often an address may change."""
    keep("a", _in_link(drawn.a, start.a))
    keep("b", _in_link(drawn.b, start.b))
    keep("unit", "true" if drawn.unit else None)


def _in_link(vector: Vector, default: Vector) -> str | None:
    return None if vector == default else f"{vector[0]:.10g},{vector[1]:.10g}"


def _nothing() -> None:
    """Streamlit keeps a component's state only if a callback is named for it."""
