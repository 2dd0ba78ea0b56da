"""What Streamlit's widgets say, and what Python has set them to.

A widget that was set may say its old value once more, in a message that was on its way: that is no choice until the
widget has said anything else.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

_SETTINGS = "_settings"


@dataclass
class _Stale:
    """What a widget said before it was set. is_set: the run that set it is over, so it may have heard of it."""

    values: list[Any] = field(default_factory=list)
    is_set: bool = False


@dataclass
class _Settings:
    """stale: by key, what widgets said before Python set them. times: how often that was. asks: whether there is a
    browser's part that asks them."""

    stale: dict[str, _Stale] = field(default_factory=dict)
    times: int = 0
    asks: bool = False


def value_of(key: str, otherwise: Any) -> Any:
    """What the widget with that key says; `otherwise` if none is on the screen, or it says nothing that can be read."""
    try:
        value = st.session_state.get(key, otherwise)
    except (TypeError, ValueError, OverflowError):  # a browser may report anything
        del st.session_state[key]
        return otherwise
    return tuple(value) if isinstance(value, list) else value  # several choices, which values have as a tuple


def choices_of(otherwise: Mapping[str, Any]) -> dict[str, Any]:
    """What was chosen with the widgets of these keys; the given value where nothing was since Python set it."""
    stale, values = _settings().stale, {key: value_of(key, value) for key, value in otherwise.items()}
    held = {key for key in stale.keys() & values.keys() if values[key] in stale[key].values}
    return {key: otherwise[key] if key in held else value for key, value in values.items()}


def reported(key: str) -> Any:
    """What a widget that is in no row of the table says; None if it says nothing, or nothing that can be read."""
    try:
        return st.session_state.get(key)
    except (AttributeError, TypeError, ValueError, OverflowError):  # a browser may report anything
        return None


def differ(keys: Iterable[str], values: Mapping[str, Any]) -> bool:
    """Whether one of these widgets says anything else than its value, and so has to be shown anew."""
    return any(value_of(key, values[key]) != values[key] for key in keys)


def set_value(key: str, value: Any) -> None:
    """Let the widget with that key show that value, if it has been on the screen."""
    if key in st.session_state and value_of(key, None) != value:
        _hold(key)
        st.session_state[key] = value


def drop(key: str, value: Any) -> None:
    """Forget what the widget with that key says: it will be shown with that value."""
    if value_of(key, value) != value:
        _hold(key)
    st.session_state.pop(key, None)


def _hold(key: str) -> None:
    """What that widget says now is no choice until it has said anything else: a message on its way may say it again."""
    settings = _settings()
    if settings.asks and key in st.session_state:
        stale = settings.stale.setdefault(key, _Stale())
        stale.values.append(value_of(key, None))
        stale.is_set = False
        settings.times += 1


def listen(asks: bool) -> None:
    """Take note of what widgets say that Python has set. asks: whether there is a browser's part that asks them."""
    settings = _settings()
    settings.asks = asks
    for key, stale in list(settings.stale.items()):
        if stale.is_set and value_of(key, None) not in stale.values:
            del settings.stale[key]


def is_being_set(key: str) -> bool:
    """Whether that widget was set for this run: in a callback, after which Streamlit may have begun another one, in
    which it would not tell the browser any more."""
    stale = _settings().stale.get(key)
    return stale is not None and not stale.is_set


def unheard() -> int:
    """Ends a run. How often widgets were set if one of them has still to say so, else 0."""
    settings = _settings()
    for stale in settings.stale.values():
        stale.is_set = True
    return settings.times if settings.stale else 0


def _settings() -> _Settings:
    settings: _Settings | None = st.session_state.get(_SETTINGS)
    if settings is None:
        settings = st.session_state[_SETTINGS] = _Settings()
    return settings
