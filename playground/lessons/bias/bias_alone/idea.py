"""The bias alone: the weight is frozen, and the gradient of the bias is twice the mean error."""

import streamlit as st

from playground.figures.screen import Mission, Screen
from playground.learning import Settings
from playground.learning.memory import remembered
from playground.lessons.bias.bias_alone import text as words
from playground.lessons.bias.bias_alone.model import Alone, train_bias_alone
from playground.lessons.bias.bias_alone.picture import bias_alone_picture
from playground.lessons.bias.controls import experiment_controls
from playground.lessons.bias.experiment import EXPERIMENT, Experiment, experiment_of
from playground.ui.chapter import Idea, Question, is_answered
from playground.ui.lesson import sides
from playground.ui.numeric import Number
from playground.ui.parameters import Values
from playground.ui.stage import Stage

QUESTION = Question(
    "guess_alone",
    "The weight is frozen, only the bias learns. What is its gradient?",
    ("the mean error", "twice the mean error", "the loss"),
    answer="twice the mean error",
    why="Every row pushes the bias by 2 × its error / n, and the sum of that is twice the mean error.",
    more="So the bias stops where the mean error is 0; a wrong tilt stays.",
)
FROZEN = Number(key="frozen_weight", start=0.5, low=-2.0, high=2.0, step=0.01)


def the_bias_alone(values: Values) -> Screen:
    """What is seen."""
    chosen = experiment_of(values)
    alone = _trained(chosen, values["frozen_weight"])
    guessed = is_answered(values, QUESTION)
    steps = [alone.step(epoch) for epoch in words.shown_rows(chosen.epochs)]
    task = "let the bias alone reach the lowest possible loss, to within 1 %."
    return Screen(
        pictures={"alone": bias_alone_picture(alone, *chosen.titles, narrow=values["narrow"])},
        words={"itemised": words.alone_table(steps, guessed), "numbers": words.alone_words(alone) if guessed else ""},
        mission=Mission("the_bias_alone", task, alone.reaches_the_best, words.alone_hints(alone)),
    )


def layout(stage: Stage) -> None:
    """What is tried and seen."""
    tried, pictures = sides()
    with tried:
        stage.slider("frozen_weight", "frozen weight")
        experiment_controls(stage, with_data=False)
    with pictures:
        stage.picture("alone")
        table, beside = st.columns([2, 1.2])
        with table:
            stage.words("itemised")
        with beside:
            stage.words("numbers")


IDEA = Idea(
    "the bias alone", QUESTION, (FROZEN, *EXPERIMENT), the_bias_alone, layout, ("the_bias_alone",), terms=("deviation",)
)


@remembered
def _trained(chosen: Experiment, weight: float) -> Alone:
    settings = Settings(learning_rate=chosen.learning_rate, epochs=chosen.epochs)
    return train_bias_alone(*chosen.rows, weight, settings)
