"""Moves, does not tilt: a bias slider among the ghosts of the same neuron with other biases."""

import streamlit as st

from playground.figures.numbers import number
from playground.figures.picture import Picture
from playground.figures.screen import Mission, Screen
from playground.learning.shape import outputs, steepest_slope, threshold
from playground.lessons.bias.curve import UP, curve_of
from playground.lessons.bias.held_neuron import HELD_NEURON, HeldNeuron, held_neuron_of, neuron_controls
from playground.lessons.bias.moves import text as words
from playground.lessons.bias.moves.model import NEAR, TARGET, switches_near
from playground.lessons.bias.moves.picture import GHOST_BIASES, HELP, Place, line_alt, moves_alt, moves_picture
from playground.ui.chapter import Idea, Question, SecondQuestion, is_answered
from playground.ui.lesson import sides
from playground.ui.parameters import Values
from playground.ui.stage import Stage

QUESTION = Question(
    "guess_bias",
    "You raise the bias of a line. What happens to the line?",
    ("it moves up", "it gets steeper", "both"),
    answer="it moves up",
    why="The bias is added to every output alike, so all points rise by the same amount and the slope stays.",
    more="In a relu or sigmoid neuron the bias moves the threshold, the place where it switches.",
)


def moves_does_not_tilt(values: Values) -> Screen:
    """What is seen."""
    neuron = held_neuron_of(values)
    place = threshold(neuron.weight, neuron.bias)
    solved = switches_near(neuron.weight, neuron.bias, neuron.activation, TARGET, NEAR)
    task = f"make a relu or sigmoid neuron switch at x = {number(TARGET, 1)}."
    hints = words.threshold_hints(neuron.activation, neuron.weight, place, TARGET, solved)
    picture, text = _picture(neuron, place), _words(neuron, place)
    if not is_answered(values, QUESTION):
        picture, text = picture.without(HELP, line_alt(neuron.activation, neuron.weight, neuron.bias)), ""
    return Screen(
        pictures={"moves": picture},
        words={"numbers": text},
        mission=Mission("move_the_threshold", task, solved, hints),
    )


def layout(stage: Stage) -> None:
    """What is tried and seen."""
    tried, pictures = sides()
    with tried:
        neuron_controls(stage)
        if is_answered(stage.values, QUESTION):
            st.caption("Grey: the same neuron with bias −4, −2, 0, 2 and 4.")
    with pictures:
        stage.picture("moves")
        stage.words("numbers")


OPENS_WITH = next(row.start for row in HELD_NEURON if row.key == "held_bias")
SECOND_QUESTION = SecondQuestion(
    "saw_slope",
    "While the bias moved, the slope of the line …",
    ("stayed", "changed"),
    answer="stayed",
    why="The line moved parallel to itself: its slope is the weight, whatever the bias.",
    when=lambda values: values["held_activation"] == "linear" and values["held_bias"] != OPENS_WITH,
)

IDEA = Idea(
    "moves, does not tilt",
    QUESTION,
    HELD_NEURON,
    moves_does_not_tilt,
    layout,
    ("move_the_threshold",),
    terms=("relu", "sigmoid"),
    second_question=SECOND_QUESTION,
)


def _picture(neuron: HeldNeuron, place: float | None) -> Picture:
    activation, weight, bias = neuron
    marks: list[Place] = []
    label = ""
    if activation == "linear":
        at_0, at_1 = outputs([0.0, 1.0], weight, bias).tolist()
        marks, label = [(0.0, at_0), (1.0, at_0), (1.0, at_1)], f"bias {number(bias)}"
    elif place is not None:
        marks = [
            (place, float(outputs([place], weight, bias, activation)[0])),
            (place, 0.0),
            (place, UP[activation][1]),
        ]
        label = f"threshold {number(place)}"
    ghosts = [curve_of(activation, weight, other) for other in GHOST_BIASES]
    alt = moves_alt(activation, weight, bias, place)
    return moves_picture(activation, curve_of(activation, weight, bias), ghosts, marks, label, alt)


def _words(neuron: HeldNeuron, place: float | None) -> str:
    activation, weight, bias = neuron
    if activation != "linear":
        return words.threshold_words(activation, weight, bias, place, steepest_slope(weight, activation))
    rise, rise_at_zero = (outputs([0.0, 1.0], weight, given).tolist() for given in (bias, 0.0))
    return words.line_words(bias, rise, rise_at_zero)
