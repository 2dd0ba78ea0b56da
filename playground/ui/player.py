"""Steps, scrubber and speed for a chart's frames, and the epoch that is on the screen."""

from collections.abc import Sequence
from typing import Any

from playground.ui.component import component, state

_mount = component("player", css="player.css")


def shown_epoch(epochs: Sequence[int], key: str = "player") -> int:
    """The epoch the chart shows: where the visitor stopped or scrubbed to, or the last one.

    epochs: those that have a frame, ascending. One that has none any more gives way to the one before it.
    """
    told = state(key, "shown")
    epoch = told.get("epoch") if isinstance(told, dict) else None
    return epochs[-1] if epoch is None else max((each for each in epochs if each <= epoch), default=epochs[0])


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
