"""Three claims about the bias, each put to the test by an experiment of the visitor's own."""

import streamlit as st

from playground.chapters.bias.experiment import RATE_STEP, experiment
from playground.chapters.bias.moves import curve_of, neuron_controls
from playground.figures import words_claims as words
from playground.figures.bend import bend_picture
from playground.figures.with_and_without import loss_picture, mean_error_picture
from playground.learning.claims import at_largest_rate, mean_errors, on_track
from playground.learning.shape import bends, outputs, second_difference
from playground.ui import link
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
CURVED = Question(
    "guess_curved",
    "“The bias makes the calculation not linear.” Does the line bend, without an activation?",
    ("yes", "no"),
    answer="no",
    why="A bias shifts the line off (0, 0): such a line is called affine, and it is as straight as before. "
    "Only an activation bends it.",
)
TRACK = Question(
    "guess_track",
    "“The bias brings the calculation back on track.” Does it bring the mean error to 0?",
    ("yes", "no"),
    answer="yes",
    why="The gradient of the bias is twice the mean error, so the bias moves until the mean error is 0. "
    "That needs enough epochs, and a rate below the limit.",
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


IDEAS = (
    Idea("claim: no growing error", GROWING, keeps_the_error_from_growing),
    Idea("claim: not linear", CURVED, makes_it_not_linear),
    Idea("claim: back on track", TRACK, brings_it_back_on_track),
)
