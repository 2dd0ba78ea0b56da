"""A hundred starts: random neurons fall down the loss surface, and some relu neurons cannot."""

from functools import lru_cache

import streamlit as st

from playground.data import real, standard
from playground.learning import Settings
from playground.lessons.weights.hundred_starts import text as words
from playground.lessons.weights.hundred_starts.model import Basin, Fall, basin, fall, hundred_starts
from playground.lessons.weights.hundred_starts.picture import starts_picture
from playground.lessons.weights.where_weights_come_from.model import reach
from playground.lessons.weights.which_start import which_start
from playground.ui import link
from playground.ui.chapter import Idea, Mission, Question, explain, show_mission
from playground.ui.chart import live_chart
from playground.ui.live import Changes, Hand

DATASET = "penguins"
EPOCHS = 60
QUESTION = Question(
    "guess_fall",
    "A hundred linear neurons start at random and learn from the same rows. Where do they end?",
    ("in one place", "in a few", "all over"),
    answer="in one place",
    why="The loss of a linear neuron is a bowl with one lowest place, and a learning rate below the limit leads there "
    "from everywhere. With relu it matters where you start.",
)


def _settings(activation: str) -> Settings:
    return Settings(activation=activation, learning_rate=0.1, epochs=EPOCHS)


@lru_cache(maxsize=64)  # 100 paths of 60 epochs: 0.1 MB each
def _fallen(initializer: str, seed: int, draw_bias: bool, activation: str) -> Fall:
    return fall(*standard(DATASET), _settings(activation), hundred_starts(initializer, seed, draw_bias))


@lru_cache(maxsize=32)
def _basin(initializer: str, activation: str) -> Basin:
    """Wide enough for every start of that initializer, and for the lowest place."""
    return basin(*standard(DATASET), _settings(activation), 1.1 * max(reach(initializer), 1.2))


def a_hundred_starts(told: Hand, guess: str | None) -> Changes:
    """What is tried, seen and explained."""
    left, middle, right = st.columns([1.3, 2.5, 1.6], gap="medium")
    with left, st.container(gap="small"):
        epoch = link.slider("epochs", 0, EPOCHS, 0, key="fallen", help="How long they have fallen.")
        activation = link.segmented_control("activation", ("linear", "relu"), "linear", key="fall_activation")
        initializer, seed = which_start()
        draw_bias = link.toggle("draw the bias too", True, key="draw_bias", help="Keras starts every bias at 0.")
    fallen = _fallen(initializer, seed, draw_bias, activation)
    picture = starts_picture(_basin(initializer, activation), fallen, epoch)
    relu = activation == "relu"
    with middle:
        changes = live_chart("starts", picture, in_place=told.here)
    with right:
        st.container(key="fall").markdown(words.fall_sentences(fallen, epoch, relu))
        data, rate = real(DATASET), _settings(activation).rate
        learns = words.task_sentence(DATASET, data.feature.name, data.label.name, rate)
        st.markdown(f"{words.neuron_sentence(relu)} {learns}")
        explain(QUESTION, guess)
    hints = words.start_hints(fallen if relu else None)
    task = "let every one of the hundred relu neurons move."
    show_mission(Mission("all_move", task, relu and fallen.all_move, hints))
    return changes


IDEA = Idea("a hundred starts", QUESTION, a_hundred_starts)
