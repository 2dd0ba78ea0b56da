"""Bias: what it moves, what training with it and without it reaches, and three claims about it put to the test."""

import streamlit as st

from playground.ui import bias_alone, bias_claims, bias_moves, bias_without
from playground.ui.chapter import choose_idea, tally

IDEAS = {
    "moves, does not tilt": bias_moves.moves_does_not_tilt,
    "with and without": bias_without.with_and_without,
    "the bias alone": bias_alone.the_bias_alone,
    "claim: no growing error": bias_claims.keeps_the_error_from_growing,
    "claim: not linear": bias_claims.makes_it_not_linear,
    "claim: back on track": bias_claims.brings_it_back_on_track,
}


@st.fragment
def chapter() -> None:
    """One idea and the guesses so far, in one fragment: what a tap on an idea and the first touch of the page send
    reaches Python as one message, and must rerun both."""
    IDEAS[choose_idea(list(IDEAS))]()
    tally({**bias_moves.ANSWERS, **bias_without.ANSWERS, **bias_alone.ANSWERS, **bias_claims.ANSWERS})


chapter()
