"""The claim that the bias brings the calculation back on track, put to the test by the visitor's own experiment."""

import streamlit as st

from playground.lessons.bias.back_on_track import text as words
from playground.lessons.bias.back_on_track.model import mean_errors, on_track
from playground.lessons.bias.experiment import experiment
from playground.lessons.bias.pair_picture import mean_error_picture
from playground.ui.chapter import Idea, Question, explain, verdicts
from playground.ui.chart import live_chart
from playground.ui.live import Changes, Hand

TRACK = Question(
    "guess_track",
    "“The bias brings the calculation back on track.” Does it bring the mean error to 0?",
    ("yes", "no"),
    answer="yes",
    why="The gradient of the bias is twice the mean error, so the bias moves until the mean error is 0. "
    "That needs enough epochs, and a rate below the limit.",
)


def brings_it_back_on_track(told: Hand, guess: str | None) -> Changes:
    """The claim and its experiment."""
    left, right = st.columns([1.1, 4], gap="medium")
    with left:
        chosen = experiment()
    pair = chosen.pair
    errors = mean_errors(pair.with_bias), mean_errors(pair.without_bias)
    picture = mean_error_picture(pair, errors, *chosen.titles, narrow=told.narrow)
    with right:
        changes = live_chart("track", picture, in_place=told.here)
        verdicts(
            guess,
            [
                ("With a bias the mean error goes to 0", on_track(pair.with_bias), words.track_words(pair.with_bias)),
                ("It does without a bias as well", on_track(pair.without_bias), words.without_words(pair.without_bias)),
            ],
        )
    explain(TRACK, guess)
    return changes


IDEA = Idea("claim: back on track", TRACK, brings_it_back_on_track)
