"""Steps, scrubber and speed for a chart's frames, and the epoch that is on the screen."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from playground.ui.component import component, state
from playground.ui.live import has_arrived

_mount = component("player", css="player.css")


def shown_epoch(epochs: Sequence[int], key: str = "player") -> int:
    """The epoch the chart shows: where the visitor stopped or scrubbed to, or the last one.

    epochs: those that have a frame, ascending. One that has none any more gives way to the one before it.
    """
    told = state(key, "shown")
    epoch = told.get("epoch") if isinstance(told, dict) else None
    return epochs[-1] if epoch is None else max((each for each in epochs if each <= epoch), default=epochs[0])


def misses_a_picture(key: str = "player") -> bool:
    """Whether the browser says with a new message that the last change of the picture has not arrived."""
    told: Any = state(key, "shown") or {}
    turn = told.get("turn", 0)
    is_new = turn != st.session_state.get(f"_{key}_turn", 0)
    st.session_state[f"_{key}_turn"] = turn
    return is_new and not has_arrived(told.get("arrived"))


def player(chart: str, epochs: Sequence[int], run: str, alt: str, key: str = "player") -> None:
    """Show the player for the chart with that key.

    epochs: the epochs that have a frame. run: a name that changes whenever the frames do. alt: the chart's text
    alternative at the shown epoch.
    """
    told: Any = state(key, "shown") or {}
    shown = shown_epoch(epochs, key)
    epoch = None if shown == epochs[-1] else shown
    turn = told.get("turn", 0)
    _mount(
        key=key,
        data={"chart": chart, "epochs": epochs, "epoch": epoch, "run": run, "alt": alt, "turn": turn},
        on_shown_change=_nothing,
        height="content",
    )


def _nothing() -> None:
    """Streamlit keeps a component's state only if a callback is named for it."""
