"""The bias alone: the weight is frozen, and the gradient of the bias is twice the mean error."""

from functools import lru_cache

import streamlit as st

from playground.learning import Settings
from playground.lessons.bias.bias_alone import text as words
from playground.lessons.bias.bias_alone.model import Alone, train_bias_alone
from playground.lessons.bias.bias_alone.picture import bias_alone_picture
from playground.lessons.bias.experiment import Experiment, experiment
from playground.ui import link
from playground.ui.chapter import Idea, Mission, Question, explain, show_mission
from playground.ui.chart import live_chart
from playground.ui.live import Changes, Hand

QUESTION = Question(
    "guess_alone",
    "The weight is frozen, only the bias learns. What is its gradient?",
    ("the mean error", "twice the mean error", "the loss"),
    answer="twice the mean error",
    why="Every row pushes the bias by 2 × its error / n, and the sum of that is twice the mean error. "
    "So the bias stops where the mean error is 0; a wrong tilt stays.",
)


def the_bias_alone(told: Hand, guess: str | None) -> Changes:
    """What is tried, seen and explained."""
    left, right = st.columns([1.1, 4], gap="medium")
    with left:
        weight = link.slider("frozen weight", -2.0, 2.0, 0.5, 0.01, key="frozen_weight")
        chosen = experiment(with_data=False)
    alone = _trained(chosen, weight)
    picture = bias_alone_picture(alone, *chosen.titles, narrow=told.narrow)
    with right:
        changes = live_chart("alone", picture, in_place=told.here)
        table, said = st.columns([2, 1.2])
        steps = [alone.step(epoch) for epoch in words.shown_rows(chosen.epochs)]
        table.container(key="itemised").markdown(words.alone_table(steps, guess is not None))
        said.container(key="numbers").markdown(words.alone_words(alone))
    explain(QUESTION, guess)
    task = "let the bias alone reach the lowest possible loss, to within 1 %."
    show_mission(Mission("the_bias_alone", task, alone.reaches_the_best, words.alone_hints(alone)))
    return changes


IDEA = Idea("the bias alone", QUESTION, the_bias_alone)


@lru_cache(maxsize=128)
def _trained(chosen: Experiment, weight: float) -> Alone:
    settings = Settings(learning_rate=chosen.learning_rate, epochs=chosen.epochs)
    return train_bias_alone(*chosen.rows, weight, settings)
