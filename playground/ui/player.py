"""Steps, scrubber and speed for a chart's frames, and the epoch that is on the screen."""

from typing import Any

from playground.ui.component import component, state

_mount = component("player", "channel.js", "draw.js", "player.js", css="player.css")


def shown_epoch(last_epoch: int, key: str = "player") -> int:
    """The epoch the chart shows: where the visitor stopped or scrubbed to, or the last one."""
    told = state(key, "shown")
    epoch = told.get("epoch") if isinstance(told, dict) else None
    return last_epoch if epoch is None else min(int(epoch), last_epoch)


def player(chart: str, epochs: list[int], run: str, key: str = "player") -> None:
    """Show the player for the chart with that key.

    epochs: the epochs that have a frame. run: a name that changes whenever the frames do.
    """
    told: Any = state(key, "shown") or {}
    shown = shown_epoch(epochs[-1], key)
    epoch = None if shown == epochs[-1] else shown
    _mount(
        key=key,
        data={"chart": chart, "epochs": epochs, "epoch": epoch, "run": run, "turn": told.get("turn", 0)},
        on_shown_change=_nothing,
        height="content",
    )


def _nothing() -> None:
    """Streamlit keeps a component's state only if a callback is named for it."""
