"""A random start: an initializer, the seed it draws from, and their controls."""

import streamlit as st

from playground.learning import INITIALIZERS
from playground.ui.numeric import Whole
from playground.ui.parameters import Choice, Parameter
from playground.ui.stage import Stage

DEFAULT = "glorot_uniform"
"""Keras's own."""
LARGEST_SEED = 9999

WHICH_START: tuple[Parameter, ...] = (
    Choice(key="initializer", start=DEFAULT, options=tuple(INITIALIZERS)),
    Whole(key="draw_seed", start=0, low=0, high=LARGEST_SEED),
)
"""Its rows in the table of state."""


def which_start(stage: Stage) -> None:
    """The controls."""
    stage.selectbox("initializer", "initializer")
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        stage.number_input("draw_seed", "seed", width=110)
        st.button("draw again", icon=":material/casino:", key="draw_again", on_click=_draw_again, args=(stage,))


def _draw_again(stage: Stage) -> None:
    stage.put(draw_seed=next_seed(stage.latest()["draw_seed"]))


def next_seed(seed: int) -> int:
    """The seed after that one; after the last comes the first."""
    return (seed + 1) % (LARGEST_SEED + 1)
