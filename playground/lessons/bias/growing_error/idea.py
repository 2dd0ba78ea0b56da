"""The claim that the bias keeps the error from growing, put to the test by an experiment of the visitor's own."""

import streamlit as st

from playground.lessons.bias.experiment import RATE_STEP, experiment
from playground.lessons.bias.growing_error import text as words
from playground.lessons.bias.growing_error.model import at_largest_rate
from playground.lessons.bias.pair_picture import loss_picture
from playground.ui.chapter import Idea, Mission, Question, explain, show_mission, verdicts
from playground.ui.chart import live_chart
from playground.ui.live import Changes, Hand

GROWING = Question(
    "guess_growing",
    "“The bias keeps the error from growing.” Does it, where the rate is too high?",
    ("yes", "no"),
    answer="no",
    why="A bias lowers the loss that can be reached. Whether the error grows on the way is up to the learning rate, "
    "and a bias can only lower its limit.",
)


def keeps_the_error_from_growing(told: Hand, guess: str | None) -> Changes:
    """The claim and its experiment."""
    left, right = st.columns([1.1, 4], gap="medium")
    with left:
        chosen = experiment()
    pair = chosen.pair
    picture = loss_picture(pair, *chosen.titles, narrow=told.narrow)
    with right:
        changes = live_chart("pair", picture, in_place=told.here)
        verdicts(
            guess,
            [
                ("With a bias a lower loss is possible", pair.floor_gain > 0.0, words.floor_words(pair)),
                ("The error does not grow with a bias", not pair.with_bias.diverges, words.growth_words(pair)),
            ],
        )
    explain(GROWING, guess)
    solved = at_largest_rate(pair.with_bias, RATE_STEP)
    mission = Mission(
        "the_largest_rate",
        "find the largest rate at which the neuron with a bias still converges.",
        solved,
        words.rate_hints(pair, RATE_STEP, solved),
    )
    show_mission(mission)
    return changes


IDEA = Idea("claim: no growing error", GROWING, keeps_the_error_from_growing)
