"""Moves, does not tilt: a bias slider among the ghosts of the same neuron with other biases."""

from functools import lru_cache

import streamlit as st

from playground.figures import words_bias as words
from playground.figures.moves import AT, GHOST_BIASES, UP, Place, moves_alt, moves_picture
from playground.figures.picture import Picture
from playground.figures.words import number
from playground.learning.arrays import Array
from playground.learning.shape import outputs, steepest_slope, switches_near, threshold
from playground.ui import link
from playground.ui.chapter import Idea, Mission, Question, explain, show_mission
from playground.ui.chart import live_chart
from playground.ui.live import Changes, Hand

QUESTION = Question(
    "guess_bias",
    "You raise the bias of a line. What happens to the line?",
    ("it moves up", "it gets steeper", "both"),
    answer="it moves up",
    why="The bias is added to every output alike, so all points rise by the same amount and the slope stays. "
    "In a relu or sigmoid neuron that moves the threshold, where it switches.",
)
TARGET, NEAR = 2.0, 0.05
"""Where the mission wants the threshold, and how near counts."""


def moves_does_not_tilt(told: Hand, guess: str | None) -> Changes:
    """What is tried, seen and explained."""
    left, right = st.columns([1.1, 4], gap="medium")
    with left:
        activation, weight, bias = neuron_controls()
        st.caption("Grey: the same neuron with bias −4, −2, 0, 2 and 4.")
    place = threshold(weight, bias)
    picture = _picture(activation, weight, bias, place)
    with right:
        changes = live_chart("moves", picture, in_place=told.here)
        with st.container(key="numbers"):
            st.markdown(_said(activation, weight, bias, place))
    explain(QUESTION, guess)
    solved = switches_near(weight, bias, activation, TARGET, NEAR)
    task = f"make a relu or sigmoid neuron switch at x = {number(TARGET, 1)}."
    hints = words.threshold_hints(activation, weight, place, TARGET, solved)
    show_mission(Mission("move_the_threshold", task, solved, hints))
    return changes


IDEA = Idea("moves, does not tilt", QUESTION, moves_does_not_tilt)


def neuron_controls() -> tuple[str, float, float]:
    """A neuron that the visitor holds by hand: activation, weight and bias."""
    activation = link.segmented_control("activation", list(UP), "linear", key="held_activation")
    weight = link.slider("weight", -2.0, 2.0, 0.8, 0.05, key="held_weight")
    bias = link.slider("bias", -4.0, 4.0, 1.0, 0.05, key="held_bias")
    return activation, weight, bias


@lru_cache(maxsize=256)
def curve_of(activation: str, weight: float, bias: float) -> Array:
    """The neuron's output where it is drawn."""
    return outputs(AT, weight, bias, activation)


def _picture(activation: str, weight: float, bias: float, place: float | None) -> Picture:
    marks: list[Place] = []
    said = ""
    if activation == "linear":
        at_0, at_1 = outputs([0.0, 1.0], weight, bias).tolist()
        marks, said = [(0.0, at_0), (1.0, at_0), (1.0, at_1)], f"bias {number(bias)}"
    elif place is not None:
        marks = [
            (place, float(outputs([place], weight, bias, activation)[0])),
            (place, 0.0),
            (place, UP[activation][1]),
        ]
        said = f"threshold {number(place)}"
    ghosts = [curve_of(activation, weight, other) for other in GHOST_BIASES]
    alt = moves_alt(activation, weight, bias, place)
    return moves_picture(activation, curve_of(activation, weight, bias), ghosts, marks, said, alt)


def _said(activation: str, weight: float, bias: float, place: float | None) -> str:
    if activation != "linear":
        return words.threshold_words(activation, weight, bias, place, steepest_slope(weight, activation))
    rise, rise_at_zero = (outputs([0.0, 1.0], weight, given).tolist() for given in (bias, 0.0))
    return words.line_words(bias, rise, rise_at_zero)
