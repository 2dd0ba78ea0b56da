"""The controls of a random start: an initializer, and the seed it draws from."""

import streamlit as st

from playground.learning import INITIALIZERS
from playground.ui import link

DEFAULT = "glorot_uniform"
"""Keras's own."""


def which_start() -> tuple[str, int]:
    """The initializer, and the seed it draws from."""
    initializer = link.selectbox("initializer", list(INITIALIZERS), DEFAULT, key="initializer")
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        seed = link.number_input("seed", 0, 9999, 0, key="draw_seed", width=110)
        st.button("draw again", icon=":material/casino:", key="draw_again", on_click=_next_seed)
    return initializer, seed


def _next_seed() -> None:
    st.session_state["draw_seed"] = (int(st.session_state["draw_seed"]) + 1) % 10_000
