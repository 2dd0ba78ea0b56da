"""Playground: a neuron learns a line, its loss falls, and two vectors are compared, on one screen."""

import streamlit as st

from playground.figures import words
from playground.figures.similarity import similarity_picture
from playground.figures.training import shown_epochs, training_picture
from playground.learning import vectors as algebra
from playground.ui.board import board, vectors
from playground.ui.chart import chart
from playground.ui.choices import Choices
from playground.ui.controls import controls, under_hand
from playground.ui.live import hand, live
from playground.ui.player import player, shown_epoch


@st.fragment
def training() -> None:
    """Controls on the left, pictures on the right. A control that changes runs both; a finger only the pictures."""
    left, right = st.columns([1.1, 4], gap="medium")
    with left:
        choices = controls()
    with right:
        pictures(choices)


@st.fragment
def pictures(choices: Choices) -> None:
    """The training chart and what it says, for the value under the finger while there is one."""
    told = hand()
    choices = under_hand(choices, told)
    run, data = choices.run, choices.data
    picture = training_picture(
        run,
        data.feature.title,
        data.label.title,
        shown_epoch(run.last_epoch),
        log_loss=choices.log_loss or run.history.diverged,
        narrow=told.narrow,
        with_frames=not told.moving,
    )
    with st.container(gap=None):
        st.caption(f"{data.sentence} Source: {data.citation}.")
        change = chart("training", picture, in_place=told.here)
        readout(choices)
        live({"training": change}, told)


@st.fragment
def readout(choices: Choices) -> None:
    """The player, and the numbers of the epoch it shows."""
    run, data = choices.run, choices.data
    epoch = shown_epoch(run.last_epoch)
    smallest = 0.005 if choices.standardise else 0.0  # of standard units nothing smaller can be seen
    weights, bias = run.in_data_units(run.history.weights[epoch], run.history.bias[epoch])
    with st.container(gap=None):
        player(
            "training",
            shown_epochs(run.last_epoch).tolist(),
            repr((choices.dataset, choices.standardise, run.settings)),
        )
        with st.container(horizontal=True, key="numbers", gap="medium"):
            st.markdown(
                f"**{words.equation(run.history.weights[epoch, 0], run.history.bias[epoch], smallest=smallest)}**"
            )
            st.markdown(words.equation(float(weights[0]), float(bias), f"· {data.feature.name}", data.label.name))
            st.markdown(f"loss **{words.number(run.history.loss[epoch])}**")
            st.markdown(f"R² **{words.number(run.r2(epoch), 2)}**")
        st.container(key="regime").markdown(words.regime_sentence(run.regime, run.limit, run.settings))


@st.fragment
def similarity() -> None:
    """The vector board, and what Python computes for the two vectors."""
    drawn = vectors()
    angle, cosine = algebra.angle(drawn.a, drawn.b), algebra.cosine_similarity(drawn.a, drawn.b)
    left, middle, right = st.columns([2, 2, 1.6], gap="medium")
    with middle, st.container(key="similarity"):
        st.markdown(words.dot_product_lines(drawn.a, drawn.b))
    with right:
        change = chart("cosine", similarity_picture(angle, cosine), in_place=drawn.here)
    with left:
        board(drawn, {"cosine": change})


training()
similarity()
