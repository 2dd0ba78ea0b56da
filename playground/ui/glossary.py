"""Words explained where they first stand in a chapter, and everywhere else on a tap."""

from collections.abc import Sequence

import streamlit as st

from playground.figures.glossary import GLOSSARY, explained
from playground.figures.markup import as_html


def explain_new(terms: Sequence[str]) -> None:
    """Say what these words mean, which stand here for the first time."""
    if terms:
        with st.container(key="new_words"):
            st.html(as_html(explained(terms)))


def explain_on_tap(terms: Sequence[str]) -> None:
    """Show each of these words as a button that says what it means."""
    for term in terms:
        with st.popover(term, icon=":material/help:", type="tertiary", key=f"word_{term.replace(' ', '_')}"):
            st.html(as_html(GLOSSARY[term]))
