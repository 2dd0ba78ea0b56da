"""Can a smaller rate save it? Relu neurons that fall silent, at a rate and at one a hundred times smaller."""

from functools import cache

import streamlit as st

from playground.data import standard
from playground.figures.screen import Screen
from playground.lessons.unanswered import mission
from playground.lessons.weights.smaller_rate import text as words
from playground.lessons.weights.smaller_rate.model import PLACES, RATE, TIMES, Falling, falling
from playground.lessons.weights.smaller_rate.picture import silence_picture
from playground.ui.chapter import Idea, Question
from playground.ui.lesson import sides
from playground.ui.numeric import Number, Whole
from playground.ui.parameters import Choice, Values
from playground.ui.stage import Stage

DATASET = "penguins"
MISSION = "start_that_learns"
QUESTION = Question(
    "guess_rate",
    "At rate 0.1, 28 of a hundred relu neurons fall silent. "
    "How many at a rate 100 times smaller, with 100 times the epochs?",
    ("none", "about 14", "about 28"),
    answer="about 28",
    why="Where the labels of the live rows are below 0, which no output of relu is, every step goes down, until no row "
    "is live.",
    more="So the cause is not how long the steps are.",
)
PARAMETERS = (
    Whole(key="silent_start", start=2, low=1, high=100),
    Choice(key="silent_rate", start=RATE, options=(RATE, RATE / TIMES), named=lambda rate: f"{rate:g}"),
    Number(key="silent_way", start=0.0, low=0.0, high=RATE * PLACES, step=RATE),
)


@cache
def _falling(slow: bool) -> Falling:
    return falling(*standard(DATASET), slow)


def a_smaller_rate(values: Values) -> Screen:
    """What is seen: the start alone until the question is answered."""
    guess, start = values[QUESTION.key], values["silent_start"] - 1
    place = round(values["silent_way"] / RATE) if guess else 0
    # The smaller rate takes a second or two, once: at the start of the way, all there is before the answer, both agree.
    pair, slow = (_falling(False), _falling(guess is not None)), values["silent_rate"] != RATE
    falling, rows = pair[slow], standard(DATASET)
    return Screen(
        pictures={"silence": silence_picture(*rows, pair, slow, start, place, guess is not None, values["narrow"])},
        words={
            "result": words.live_words(*rows, falling, start, place) if guess else "",
            "ends": words.counts_words(pair) if guess else "",
        },
        mission=mission(
            guess, MISSION, words.TASK, bool(falling.learned[place, start]), words.hints(falling, start, place)
        ),
    )


def layout(stage: Stage) -> None:
    """What is tried and seen."""
    guessed = stage.values[QUESTION.key] is not None
    tried, pictures = sides()
    with tried:
        st.caption(words.INTRODUCTION)
        if guessed:
            stage.slider("silent_start", "start")
            stage.segmented_control("silent_rate", "learning rate")
            stage.slider("silent_way", "way: epochs × rate")
    with pictures:
        stage.picture("silence")
        stage.words("result")
    stage.words("ends")


IDEA = Idea(
    "can a smaller rate save it?", QUESTION, PARAMETERS, a_smaller_rate, layout, missions=(MISSION,), terms=("loss",)
)
