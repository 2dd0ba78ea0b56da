"""A page that cannot be shown: one sentence, and a way on."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from playground.ui import fault, session

SENTENCE = "What you chose here cannot be shown. Begin this page anew: that takes back what was chosen on it."


@contextmanager
def or_begun_anew() -> Iterator[None]:
    """What is shown within, or that it cannot be."""
    try:
        yield
    except fault.FAULTS:
        fault.log()
        st.error(SENTENCE)
        st.button("begin anew", key="begin_anew", on_click=session.begin_anew)
