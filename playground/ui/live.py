"""Live sliders: the value under the finger, and pictures that change in place while it moves.

A page calls `hand()` before it draws and `live(...)` after; its sliders stay Streamlit's own. Without a browser, or
if the browser's part fails, sliders report on release and figures are sent whole.
"""

from dataclasses import dataclass
from itertools import count
from math import isclose
from typing import Any

import streamlit as st

from playground.ui.component import component, state

_mount = component("live")
_stamps = count(1)

Change = dict[str, Any]
Changes = dict[str, Change | None]
"""Charts by their keys, and what is to be changed in each; None where it must be drawn anew."""


@dataclass(frozen=True)
class Hand:
    """What the visitor's hand does.

    here: the browser's part is at work and can change drawn pictures in place.
    moving: a slider is being moved, so that only what changes should be sent.
    key, value: the slider under the finger and its value there; None when it has none of its own to say.
    narrow: the window is as narrow as a phone.
    turn: the message this is, to be answered by `live`.
    """

    here: bool = False
    moving: bool = False
    key: str | None = None
    value: float | None = None
    narrow: bool = False
    turn: int = 0

    def over(self, key: str, value: float) -> float:
        """That slider's value: the one under the finger while it is there, else the given one, its own."""
        return self.value if self.key == key and self.value is not None else value


def hand(key: str = "live") -> Hand:
    """What the hand did last, as reported by the component with that key."""
    told = state(key, "hand")
    on_a_phone = "Mobi" in st.context.headers.get("User-Agent", "")  # a guess, until the browser's part has measured
    if not isinstance(told, dict):
        return Hand(narrow=on_a_phone)
    slider, value, base = told.get("key"), told.get("value"), told.get("base")
    if not _is_ahead(slider, value, base):
        slider = value = None
    here = not told.get("cannot_draw", False)
    return Hand(
        here, bool(told.get("moving")), slider, value, bool(told.get("narrow", on_a_phone)), int(told.get("turn", 0))
    )


def _is_ahead(slider: Any, value: Any, base: Any) -> bool:
    """Whether the finger is ahead of the slider: once the slider reports a value of its own, that one counts."""
    committed: Any = st.session_state.get(slider) if isinstance(slider, str) else None
    if not (_is_number(value) and _is_number(base) and _is_number(committed)):
        return False
    return isclose(committed, base, rel_tol=1e-9, abs_tol=1e-12)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def live(pictures: Changes, told: Hand, key: str = "live") -> None:
    """Answer the hand's message, and change those charts (key -> change) in place."""
    changes = {chart: change for chart, change in pictures.items() if change is not None}
    stamp = next(_stamps) if changes else 0
    st.session_state[_STAMP] = stamp
    _mount(
        key=key,
        data={"turn": told.turn, "narrow": told.narrow, "stamp": stamp, "pictures": changes},
        on_hand_change=_nothing,
        height="content",
    )


def has_arrived(stamp: int | None) -> bool:
    """Whether the change with that stamp is the last one that `live` sent; None: the browser's part is not at work."""
    return stamp is None or stamp == st.session_state.get(_STAMP)


_STAMP = "_stamp"


def _nothing() -> None:
    """Streamlit keeps a component's state only if a callback is named for it."""
