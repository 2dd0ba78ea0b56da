"""Where weights come from: an initializer, its formula, and what it draws."""

import streamlit as st

from playground.figures.screen import Screen
from playground.learning.memory import remembered
from playground.lessons.verdict import verdict
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
from playground.lessons.weights.which_start import WHICH_START, which_start
from playground.ui.chapter import Idea, Question, is_answered
from playground.ui.lesson import sides
from playground.ui.numeric import Whole
from playground.ui.parameters import Values
from playground.ui.stage import Stage

QUESTION = Question(
    "guess_start",
    "A neuron gets 64 inputs instead of 3. How large should its first weights be?",
    ("larger", "as large", "smaller"),
    answer="smaller",
    why="More products would make a larger sum, so each weight must be smaller.",
    more="The initializers whose names begin with he or lecun divide by √fan-in: with four times as many inputs the "
    "weights are half as large. Those named glorot, as Keras's own choice is, divide by √(fan-in + fan-out).",
)
PARAMETERS = (
    *WHICH_START,
    Whole(key="fan_in", start=3, low=1, high=MOST_INPUTS),
    Whole(key="fan_out", start=1, low=1, high=MOST_INPUTS),
)


@remembered
def _drawn(initializer: str, fan_in: int, fan_out: int, seed: int) -> RandomStart:
    return random_start(initializer, fan_in, fan_out, seed)


def where_weights_come_from(values: Values) -> Screen:
    """What is seen."""
    initializer, seed, fan_in, fan_out = (values[row.key] for row in PARAMETERS)
    start = _drawn(initializer, fan_in, fan_out, seed)
    picture = initializer_picture(initializer, start, reach(initializer))
    drawn = words.weights_sentence(start, seed)
    if not is_answered(values, QUESTION):
        return Screen(pictures={"draws": picture}, words={"start": drawn, "size_of_sum": ""})
    formula = f"{words.formula(initializer, fan_in, fan_out, start)}  \n{words.shape_sentence(initializer, start)}"
    size = words.sum_sentence(start, root_mean_square(initializer, fan_in, fan_out))
    sizes = sum_sizes(initializer, fan_out)
    claim = words.NO_SIZE
    if any(sizes):
        claim = verdict(words.SIZE_CLAIM, keeps_size(initializer, fan_out), words.size_sentence(sizes))
    return Screen(
        pictures={"draws": picture},
        words={"start": f"{formula}\n\n{drawn}", "size_of_sum": f"{size}\n\n{claim}"},
    )


def layout(stage: Stage) -> None:
    """What is tried and seen."""
    tried, pictures = sides(1.3, 4)
    with tried, st.container(gap="small"):
        which_start(stage)
        stage.slider("fan_in", "fan-in: inputs of the neuron")
        stage.slider("fan_out", "fan-out: neurons in its layer")
    with pictures:
        stage.words("start")
        stage.picture("draws")
        stage.words("size_of_sum")


IDEA = Idea("where weights come from", QUESTION, PARAMETERS, where_weights_come_from, layout, terms=("seed",))
