"""What a visitor gets where a page cannot be shown: a sentence and a way on. What went wrong is in the server's log."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import streamlit as st

from playground.ui import session

FAULTS: tuple[type[Exception], ...] = (Exception,)
"""What is caught. Nothing in the tests of this project: they are to see it."""
SENTENCE = "What you chose here cannot be shown. Begin this page anew: that takes back what was chosen on it."
Result = TypeVar("Result")
_LOG = logging.getLogger(__name__)


@contextmanager
def caught() -> Iterator[None]:
    """The page, or a new beginning of it."""
    try:
        yield
    except FAULTS:
        _LOG.exception(SENTENCE)
        st.error(SENTENCE)
        st.button("begin anew", key="begin_anew", on_click=session.begin_anew)


def instead(compute: Callable[[], Result], otherwise: Result) -> Result:
    """What is computed, or something else where that cannot be."""
    try:
        return compute()
    except FAULTS:
        _LOG.exception(SENTENCE)
        return otherwise
