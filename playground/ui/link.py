"""What a chapter's link holds, and controls whose values are in it: Streamlit's own, each under its key.

Streamlit can bind a control to the link itself, as the Playground's are (`bind="query-params"`). But it takes the value
out again when the control leaves the screen, and a chapter shows one idea at a time while its link holds all of them.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeVar

import streamlit as st

from playground.ui.live import hand
from playground.ui.typed import typed_number

Option = TypeVar("Option")
Start = TypeVar("Start")
Number = TypeVar("Number", int, float)


@contextmanager
def whole_link(page: str) -> Iterator[None]:
    """Let that page's link hold all that was chosen on it, whether it is on the screen now or not.

    Nothing but `keep` takes anything out, and `keep` speaks for what is on the screen. The browser empties the link
    when the page changes, so the session has a copy.
    """
    copy = f"_link_{page}"
    known = st.session_state.get(copy)
    if known is not None and known != st.query_params.to_dict():
        st.query_params.from_dict(known)
    try:
        yield
    finally:
        st.session_state[copy] = st.query_params.to_dict()


def said(name: str) -> str:
    """What the link has under that name; empty if that is nothing."""
    return st.query_params.get(name, "")


def keep(name: str, text: str | None) -> None:
    """Let the link have that text under the name, or nothing for None."""
    if text is None:
        if name in st.query_params:
            del st.query_params[name]
    elif st.query_params.get(name) != text:
        st.query_params[name] = text


def slider(
    label: str, low: Number, high: Number, start: Number, step: Number | None = None, *, key: str, **options: Any
) -> Number:
    """`st.slider`, live: the value is the one under the finger while it is there. In the link as a number."""
    _hold_within(key, low, high)
    shown = partial(st.slider, label, low, high, start, step, **options)
    own = _linked(shown, key, start, partial(_number, low, high), _digits)
    return type(low)(hand().over(key, own))


def number_input(label: str, low: Number, high: Number, start: Number, *, key: str, **options: Any) -> Number:
    """`st.number_input`; in the link as a number within its ends."""
    _hold_within(key, low, high)
    shown = partial(st.number_input, label, low, high, start, **options)
    return _linked(shown, key, start, partial(_number, low, high), _digits)


def number_field(label: str, largest: float, *, key: str, **options: Any) -> tuple[str, float | None]:
    """A text field for a number within ± largest: what was typed, and the number, None where it is none.

    What is no number is not in the link.
    """
    shown = partial(st.text_input, label, max_chars=30, **options)

    def read(text: str) -> str | None:
        return text if typed_number(text, largest) is not None else None

    typed: str = _linked(shown, key, "", read, lambda text: read(text) or "")
    return typed, typed_number(typed, largest)


def selectbox(
    label: str,
    choices: Sequence[Option],
    start: Option,
    format_func: Callable[[Option], str] = str,
    *,
    key: str,
    **options: Any,
) -> Option:
    """`st.selectbox`; in the link by the name that the choice has in the menu."""
    shown = partial(st.selectbox, label, choices, list(choices).index(start), format_func, **options)
    return _linked(shown, key, start, {format_func(choice): choice for choice in choices}.get, format_func)


def segmented_control(
    label: str, choices: Sequence[Option], start: Start, *, key: str, **options: Any
) -> Option | Start:
    """`st.segmented_control`; in the link by its name. A start of None: nothing is chosen until the visitor does."""
    shown = partial(st.segmented_control, label, choices, default=start, required=start is not None, **options)
    return _linked(shown, key, start, {str(choice): choice for choice in choices}.get, str)


def toggle(label: str, start: bool, *, key: str, **options: Any) -> bool:
    """`st.toggle`; in the link as true or false."""
    shown = partial(st.toggle, label, start, **options)
    return _linked(shown, key, start, {"true": True, "false": False}.get, lambda value: str(value).lower())


def _linked(
    shown: Callable[..., Any],
    key: str,
    start: Start,
    read: Callable[[str], Option | None],
    write: Callable[[Any], str],
) -> Option | Start:
    """Show a control and keep the link in step. It is at what the link says until the session knows better.

    read: the value that a text stands for; None if it stands for none. What is as at the start is not in the link.
    """
    if key not in st.session_state and (linked := read(said(key))) is not None:
        st.session_state[key] = linked
    value: Option | Start = shown(key=key, persist_state="session")
    keep(key, None if value == start else write(value) or None)
    return value


def _hold_within(key: str, low: Number, high: Number) -> None:
    """Bring a kept value to the nearest end: the ends may have come closer, as those of the batches of larger size."""
    kept = st.session_state.get(key)
    if kept is not None and not low <= kept <= high:
        st.session_state[key] = min(max(kept, low), high)


def _number(low: Number, high: Number, text: str) -> Number | None:
    try:
        value = type(low)(text)
    except ValueError:
        return None
    return value if low <= value <= high else None


def _digits(value: float) -> str:
    return f"{value:.12g}"
