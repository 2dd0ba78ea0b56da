"""Playground: a neuron learns a line, its loss falls, and two vectors are compared, on one screen."""

import streamlit as st

from playground.figures import words
from playground.figures.picture import Picture
from playground.figures.similarity import similarity_picture
from playground.figures.training import shown_epochs, training_alt, training_picture
from playground.learning import vectors as algebra
from playground.ui.board import board, vectors
from playground.ui.chart import changed, chart
from playground.ui.choices import Choices
from playground.ui.controls import chosen, controls
from playground.ui.live import Hand, hand, live
from playground.ui.player import misses_a_picture, player, shown_epoch


@st.fragment
def training() -> None:
    """Controls on the left, pictures on the right. A finger on a slider reruns `follow` alone."""
    left, right = st.columns([1.25, 4], gap="medium")
    with left:
        controls()
    told = hand()
    choices = chosen(told)
    st.session_state[_CONTROLS] = chosen(Hand())
    with right, st.container(gap=None):
        st.caption(f"{choices.data.title}. {choices.data.sentence} Source: {choices.data.citation}.")
        chart("training", picture_of(choices, told), in_place=told.here)
        follow()


@st.fragment
def follow() -> None:
    """The training picture, changed in place, and what it says, for the value under the finger while there is one."""
    _heed_the_controls()
    told = hand()
    choices = chosen(told)
    change = changed("training", picture_of(choices, told), in_place=told.here)
    if change is None and told.here:
        st.rerun()  # the chart itself must be drawn anew, as on a phone that was turned
    with st.container(gap=None):
        live({"training": change and {**change, "run": run_name(choices)}}, told)
        readout(choices)


def picture_of(choices: Choices, told: Hand) -> Picture:
    """The training picture of these choices, light while a finger is on a slider."""
    run, data = choices.run, choices.data
    return training_picture(
        run,
        data.feature.title,
        data.label.title,
        shown_epoch(shown_epochs(run.last_epoch)),
        log_loss=choices.log_loss or run.explodes,
        narrow=told.narrow,
        with_frames=not told.moving,
    )


def run_name(choices: Choices) -> str:
    """What tells the frames of one run from those of another."""
    return repr((choices.dataset, choices.standardise, choices.run.settings))


@st.fragment
def readout(choices: Choices) -> None:
    """The player, and the numbers of the epoch it shows."""
    _heed_the_controls()
    if misses_a_picture():  # Streamlit lost it on the way
        st.rerun()
    run, data = choices.run, choices.data
    epochs = shown_epochs(run.last_epoch)
    epoch = shown_epoch(epochs)
    with st.container(gap=None):
        player("training", epochs, run_name(choices), training_alt(run, data.feature.title, data.label.title, epoch))
        st.container(key="numbers").markdown(words.readout(run, epoch, data.feature.name, data.label.name))


_CONTROLS = "_controls"


def _heed_the_controls() -> None:
    """Run the whole page if a control has changed since the pictures were made for it.

    Streamlit sends what changes at one moment as one message, which reruns the fragment of the first change only.
    """
    if st.session_state[_CONTROLS] != chosen(Hand()):
        st.rerun()


@st.fragment
def similarity() -> None:
    """The vector board, and what Python computes for the two vectors."""
    drawn = vectors()
    angle, cosine = algebra.angle(drawn.a, drawn.b), algebra.cosine_similarity(drawn.a, drawn.b)
    left, middle, right = st.columns([2.4, 2.3, 1.5], gap="medium")
    with middle, st.container(key="similarity"):
        st.markdown(words.dot_product_lines(drawn.a, drawn.b))
    picture = similarity_picture(angle, cosine)
    change = changed("cosine", picture, in_place=drawn.here)
    with right:
        chart("cosine", picture, in_place=drawn.here)
    with left:
        board(drawn, {"cosine": change})


training()
similarity()
