"""Playground: find the line by hand, then let the neuron learn it; below, two vectors are compared."""

import streamlit as st

from playground.data import MADE_UP
from playground.lessons.playground.model import random_start
from playground.lessons.playground.table import LOOK, TABLE, TRAINING
from playground.lessons.playground.view import playground
from playground.ui.board import Board
from playground.ui.own_rows import titled
from playground.ui.part import Part
from playground.ui.share import held, share
from playground.ui.stage import Stage, open_stage, show

BOARD = Board()
PART = Part(playground, tuple(row.key for row in TABLE), (BOARD,), puts=("sample", "weight", "bias"))


def page() -> Stage:
    """The line, its controls and what is learned; below the fold the dot product."""
    stage = open_stage("playground", TABLE, lambda values: PART)
    headline()
    with st.container(key="fit"):  # laid out in page.css
        with st.container(key="line"):
            stage.picture("training")
            stage.grips("training", tap="sample")
        stage.words("numbers")
        stage.play("training")
        with st.container(key="controls", gap="xxsmall"):
            controls(stage)
    if stage.values["bowl"]:
        with st.container(key="bowl_of_loss"):
            stage.picture("surface")
            stage.point("surface", across="weight", up="bias")
    stage.words("about")
    with st.container(key="below"):
        dot_product(stage)
    return stage


def headline() -> None:
    """In one line what this is and what to do."""
    st.html(
        '<p class="headline"><strong>Can you find the line?</strong> Drag it, or move a slider. '
        "Then let the neuron learn.</p>"
    )


def controls(stage: Stage) -> None:
    """The controls of the training, in the order in which a visitor meets them."""
    stage.selectbox("dataset", "data", label_visibility="collapsed", format_func=titled)
    stage.slider("weight", "weight", help=_WEIGHT)
    stage.slider("bias", "bias", help=_BIAS)
    stage.slider("learning_rate", "learning rate", help=_RATE)
    stage.words("rates")
    stage.slider("epochs", "epochs", help="How often training goes over all rows.")
    with st.container(horizontal=True, gap="small"):
        with st.popover("more", icon=":material/tune:"):
            more(stage)
        share(holds=held(stage.table, stage.values))


def dot_product(stage: Stage) -> None:
    """The bridge from the neuron's sum to two vectors, which can be drawn."""
    st.html("<h2>The sum w x + b is a dot product</h2>")
    stage.words("bridge")
    left, middle, right = st.columns([2.4, 2.3, 1.5], gap="medium")
    with left:
        stage.board(BOARD)
    with middle:
        stage.words("similarity")
    with right:
        stage.picture("cosine")


def more(stage: Stage) -> None:
    """What is needed less often."""
    values = stage.values
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        drawn = random_start(values)
        st.button("random start", icon=":material/casino:", help=_RANDOM, on_click=stage.put, kwargs=drawn)
        start = dict.fromkeys(row.key for row in (*TRAINING, *LOOK))
        st.button("reset", icon=":material/restart_alt:", on_click=stage.put, kwargs=start)
        stage.toggle("standardise", "standardise X and y", help=_STANDARDISE)
    with st.container(horizontal=True, gap="small"):
        stage.toggle("best", "best line", help=_BEST)
        stage.toggle("squares", "squares", help=_SQUARES)
        stage.toggle("bowl", "bowl", help=_BOWL)
        stage.toggle("log_loss", "logarithmic loss")
    left, right = st.columns(2, gap="small")
    with left:
        stage.selectbox("optimizer", "optimizer")
        stage.number_input("seed", "seed")
    with right:
        stage.selectbox("batch_size", "batch size")
        stage.number_input("sample", "row in the neuron", help="A tap on a point of the picture chooses its row.")
    if values["dataset"] == MADE_UP:
        left, right = st.columns(2, gap="medium")
        for column, key in ((left, "slope"), (right, "intercept"), (left, "noise"), (right, "n_samples")):
            with column:
                stage.slider(key, key)


_WEIGHT = "The weight w that training starts from: how steeply the line rises or falls."
_BIAS = "The bias b that training starts from: it moves the line up or down."
_RATE = "How far each step goes down the slope of the loss. Below its track stands what it does on these data."
_BEST = "The line of least squares: no other line has a smaller loss on these data."
_SQUARES = "The square of each error that is drawn, and the mean of all squares: that is the loss."
_BOWL = "The loss of every weight and bias, as a landscape below the picture, and the way that training takes in it."
_STANDARDISE = (
    "Shift and scale X and y to mean 0 and deviation 1 before training, so that slider ranges and learning rates mean "
    "the same for every data set. Off: the neuron sees the raw units, and needs much smaller learning rates."
)
_RANDOM = "Draw the weight as Keras does (glorot_uniform, in standard units); the bias starts at 0."

show(page)
