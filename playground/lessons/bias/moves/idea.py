"""Moves, does not tilt: a bias slider among the ghosts of the same neuron with other biases."""

import streamlit as st

from playground.figures.numbers import number
from playground.figures.picture import Picture
from playground.learning.shape import outputs, steepest_slope, threshold
from playground.lessons.bias.curve import UP, curve_of
from playground.lessons.bias.held_neuron import neuron_controls
from playground.lessons.bias.moves import text as words
from playground.lessons.bias.moves.model import NEAR, TARGET, switches_near
from playground.lessons.bias.moves.picture import GHOST_BIASES, Place, moves_alt, moves_picture
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
