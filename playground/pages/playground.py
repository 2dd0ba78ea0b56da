"""Playground: a neuron learns a line, its loss falls, and two vectors are compared, on one screen."""

import streamlit as st

from playground.data import MADE_UP
from playground.lessons.playground.model import random_start
from playground.lessons.playground.table import TABLE, TRAINING
from playground.lessons.playground.view import playground
from playground.ui.board import Board
from playground.ui.share import share
from playground.ui.stage import Part, Stage, open_stage, show

BOARD = Board()
PART = Part(playground, tuple(row.key for row in TABLE), (BOARD,))


@st.fragment
def page() -> None:
    """Controls on the left, pictures on the right, and the board below."""
    stage = open_stage("playground", TABLE, lambda values: PART)
    left, right = st.columns([1.25, 4], gap="medium")
    with left:
        controls(stage)
    with right, st.container(gap=None):
        stage.words("about")
        stage.picture("training")
        stage.play("training")
        stage.words("numbers")
    left, middle, right = st.columns([2.4, 2.3, 1.5], gap="medium")
    with left:
        stage.board(BOARD)
    with middle:
        stage.words("similarity")
    with right:
        stage.picture("cosine")
    stage.close()


def controls(stage: Stage) -> None:
    """The controls of the training, in the order in which a visitor meets them."""
    stage.selectbox("dataset", "data", label_visibility="collapsed")
    with st.container(gap="xxsmall"):
        stage.slider("weight", "weight", help=_WEIGHT)
        stage.slider("bias", "bias", help=_BIAS)
        stage.slider("learning_rate", "learning rate", help="How far each step goes against the gradient.")
        stage.slider("epochs", "epochs", help="How often training goes over all rows.")
    with st.container(horizontal=True, gap="small"):
        with st.popover("more", icon=":material/tune:"):
            more(stage)
        share()


def more(stage: Stage) -> None:
    """What is needed less often."""
    values = stage.values
    with st.container(horizontal=True, gap="small"):
        drawn = random_start(values)
        st.button("random start", icon=":material/casino:", help=_RANDOM, on_click=stage.put, kwargs=drawn)
        start = dict.fromkeys(row.key for row in TRAINING)
        st.button("reset", icon=":material/restart_alt:", on_click=stage.put, kwargs=start)
    stage.toggle("standardise", "standardise X and y", help=_STANDARDISE)
    stage.toggle("log_loss", "logarithmic loss axis")
    left, middle, right = st.columns([4, 3, 3], gap="small")
    with left:
        stage.selectbox("optimizer", "optimizer")
    with middle:
        stage.selectbox("batch_size", "batch size")
    with right:
        stage.number_input("seed", "seed")
    if values["dataset"] == MADE_UP:
        left, right = st.columns(2, gap="medium")
        for column, key in ((left, "slope"), (right, "intercept"), (left, "noise"), (right, "n_samples")):
            with column:
                stage.slider(key, key)


_WEIGHT = "The weight w that training starts with: how steeply the dashed line rises or falls."
_BIAS = "The bias b that training starts with: it moves the dashed line up or down."
_STANDARDISE = (
    "Shift and scale X and y to mean 0 and deviation 1 before training, so that slider ranges and learning rates mean "
    "the same for every data set. Off: the neuron sees the raw units, and needs much smaller learning rates."
)
_RANDOM = "Draw the weight as Keras does (glorot_uniform, in standard units); the bias starts at 0."

show(page)
