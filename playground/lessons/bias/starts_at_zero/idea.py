"""It starts at zero: the bias begins at 0, and its gradient does not."""

import streamlit as st

from playground.figures.screen import Screen
from playground.learning.memory import remembered
from playground.lessons.bias.starts_at_zero import text as words
from playground.lessons.bias.starts_at_zero.model import UPDATES, FromZero, from_zero
from playground.lessons.bias.starts_at_zero.picture import zero_picture
from playground.lessons.unanswered import mission
from playground.ui.chapter import Idea, Question
from playground.ui.lesson import sides
from playground.ui.numeric import Number, Whole
from playground.ui.parameters import Values
from playground.ui.stage import Stage

MISSION = "bias_stays"
QUESTION = Question(
    "guess_zero",
    "The bias starts at 0. Is its gradient 0 as well?",
    ("yes", "no"),
    answer="no",
    why="The gradient of the bias is twice the mean error, whatever the bias is.",
    more="With b = 0 the line goes through (0, 0), and its errors seldom cancel. So the first update moves the bias.",
)
PARAMETERS = (
    Number(key="zero_weight", start=0.5, low=-1.0, high=3.0, step=0.1),
    Whole(key="zero_updates", start=0, low=0, high=UPDATES),
)


@remembered
def _run(weight: float) -> FromZero:
    return from_zero(weight)


def it_starts_at_zero(values: Values) -> Screen:
    """What is seen: no gradient and no update until the question is answered."""
    guess = values[QUESTION.key]
    run, updates = _run(round(values["zero_weight"], 4)), values["zero_updates"] if guess else 0
    return Screen(
        pictures={"from_zero": zero_picture(run, updates, values["narrow"])},
        words={
            "result": words.now_words(run, updates),
            "compared": words.errors_table(run),
            "worked_out": words.update_words(run) if guess else "",
        },
        mission=mission(guess, MISSION, words.TASK, run.stays, words.hints(run)),
    )


def layout(stage: Stage) -> None:
    """What is tried and seen."""
    tried, pictures = sides()
    with tried:
        st.caption(words.INTRODUCTION)
        stage.slider("zero_weight", "weight at the start")
        if stage.values[QUESTION.key] is not None:
            stage.slider("zero_updates", "updates")
    with pictures:
        stage.picture("from_zero")
        table, beside = st.columns([1, 1.2])
        with table:
            stage.words("compared")
        with beside:
            stage.words("worked_out")
        stage.words("result")


IDEA = Idea("it starts at zero", QUESTION, PARAMETERS, it_starts_at_zero, layout, missions=(MISSION,))
