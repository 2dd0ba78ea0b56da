"""The claim that the bias makes the calculation not linear, put to the test by an experiment of the visitor's own."""

import streamlit as st

from playground.learning.shape import outputs
from playground.lessons.bias.curve import curve_of
from playground.lessons.bias.held_neuron import neuron_controls
from playground.lessons.bias.not_linear import text as words
from playground.lessons.bias.not_linear.model import bends, second_difference
from playground.lessons.bias.not_linear.picture import bend_picture
from playground.ui import link
from playground.ui.chapter import Idea, Question, explain, verdicts
from playground.ui.chart import live_chart
from playground.ui.live import Changes, Hand

CURVED = Question(
    "guess_curved",
    "“The bias makes the calculation not linear.” Does the line bend, without an activation?",
    ("yes", "no"),
    answer="no",
    why="A bias shifts the line off (0, 0): such a line is called affine, and it is as straight as before. "
    "Only an activation bends it.",
)


def makes_it_not_linear(told: Hand, guess: str | None) -> Changes:
    """The claim and its experiment."""
    left, right = st.columns([1.1, 4], gap="medium")
    with left:
        activation, weight, bias = neuron_controls()
        at = link.slider("x", -4.0, 4.0, 2.0, 0.1, key="at_x")
    places = [at - 1.0, at, at + 1.0]
    heights = outputs(places, weight, bias, activation).tolist()
    at_zero, without = (float(outputs([0.0], weight, given, activation)[0]) for given in (bias, 0.0))
    difference = second_difference(weight, bias, activation, at)
    picture = bend_picture(activation, curve_of(activation, weight, bias), places, heights, at_zero)
    with right:
        changes = live_chart("bend", picture, in_place=told.here)
        off_zero = words.zero_words(activation, at_zero, without, bias)
        verdicts(
            guess,
            [
                ("The output at x = 0 is away from 0", at_zero != 0.0, off_zero),
                ("The output bends here", bends(difference), words.bend_words(activation, weight, heights, difference)),
            ],
        )
    explain(CURVED, guess)
    return changes


IDEA = Idea("claim: not linear", CURVED, makes_it_not_linear)
