"""With and without: two runs from the same data, start and rate that differ in the bias alone."""

import streamlit as st

from playground.lessons.bias.experiment import experiment
from playground.lessons.bias.pair_picture import loss_picture
from playground.lessons.bias.with_and_without import text as words
from playground.ui.chapter import Idea, Question, explain
from playground.ui.chart import live_chart
from playground.ui.live import Changes, Hand

QUESTION = Question(
    "guess_without",
    "The points lie away from (0, 0). Where does the loss end without a bias?",
    ("lower", "the same", "higher"),
    answer="higher",
    why="Without a bias the line is pinned to (0, 0), and these points lie elsewhere. "
    "Set both means to 0: then the best line goes through (0, 0), and the bias has nothing to do.",
)


def with_and_without(told: Hand, guess: str | None) -> Changes:
    """What is tried, seen and explained."""
    left, right = st.columns([1.1, 4], gap="medium")
    with left:
        chosen = experiment()
    pair = chosen.pair
    picture = loss_picture(pair, *chosen.titles, narrow=told.narrow)
    with right:
        changes = live_chart("pair", picture, in_place=told.here)
        with st.container(key="numbers"):
            st.markdown(words.pair_lines(pair, guess is not None))
    explain(QUESTION, guess)
    return changes


IDEA = Idea("with and without", QUESTION, with_and_without)
