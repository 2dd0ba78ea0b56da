"""A page that cannot be shown: one sentence, and a way on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from playground.ui import fault, session

SENTENCE = "What you chose here cannot be shown. Start this page over: your choices on it are reset."


@contextmanager
def or_begun_anew(forget: Callable[[], None]) -> Iterator[None]:
    """What is shown within, or that it cannot be. forget: what the page keeps elsewhere than in its values."""
    try:
        yield
    except fault.FAULTS:
        fault.log()
        st.error(SENTENCE)
        st.button("start over", key="begin_anew", on_click=_begin_anew, args=(forget,))


def _begin_anew(forget: Callable[[], None]) -> None:
    forget()
    session.begin_anew()
