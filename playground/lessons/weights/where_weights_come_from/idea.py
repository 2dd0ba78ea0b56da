"""Where weights come from: an initializer, its formula, and what it draws."""

from functools import lru_cache

import streamlit as st

from playground.lessons.weights.where_weights_come_from import text as words
from playground.lessons.weights.where_weights_come_from.model import (
    MOST_INPUTS,
    RandomStart,
    keeps_size,
    random_start,
    reach,
    root_mean_square,
    sum_sizes,
)
from playground.lessons.weights.where_weights_come_from.picture import initializer_picture
from playground.lessons.weights.which_start import which_start
from playground.ui import link
from playground.ui.chapter import Idea, Question, explain, verdict
from playground.ui.chart import live_chart
from playground.ui.live import Changes, Hand

QUESTION = Question(
    "guess_start",
    "A neuron gets 64 inputs in place of 3. How large should its first weights be?",
    ("larger", "as large", "smaller"),
    answer="smaller",
    why="More products would make a larger sum. So he and lecun divide by √fan-in, and glorot, Keras's own choice, by "
    "√(fan-in + fan-out): four times as many inputs, about half the weights.",
)


@lru_cache(maxsize=256)
def _drawn(initializer: str, fan_in: int, fan_out: int, seed: int) -> RandomStart:
    return random_start(initializer, fan_in, fan_out, seed)


def where_weights_come_from(told: Hand, guess: str | None) -> Changes:
    """What is tried, seen and explained."""
    left, right = st.columns([1.3, 4], gap="medium")
    with left, st.container(gap="small"):
        initializer, seed = which_start()
        fan_in, fan_out = _fans()
    start = _drawn(initializer, fan_in, fan_out, seed)
    picture = initializer_picture(initializer, start, reach(initializer))
    with right, st.container(gap="small"):
        with st.container(key="start", gap="xsmall"):
            st.markdown(
                f"{words.formula(initializer, fan_in, fan_out, start)}  \n{words.shape_sentence(initializer, start)}"
            )
            st.markdown(words.weights_sentence(start, seed))
        changes = live_chart("draws", picture, in_place=told.here)
        st.markdown(words.sum_sentence(start, root_mean_square(initializer, fan_in, fan_out)))
        sizes = words.size_sentence(sum_sizes(initializer, fan_out))
        verdict(words.SIZE_CLAIM, keeps_size(initializer, fan_out), sizes)
        explain(QUESTION, guess)
    return changes


IDEA = Idea("where weights come from", QUESTION, where_weights_come_from)


def _fans() -> tuple[int, int]:
    fan_in = link.slider("fan-in: inputs of the neuron", 1, MOST_INPUTS, 3, key="fan_in")
    fan_out = link.slider("fan-out: neurons in its layer", 1, MOST_INPUTS, 1, key="fan_out")
    return fan_in, fan_out
