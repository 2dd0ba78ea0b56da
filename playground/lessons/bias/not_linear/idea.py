"""The claim that the bias makes the calculation not linear, put to the test by an experiment of the visitor's own."""

from playground.figures.screen import Screen
from playground.learning.shape import outputs
from playground.lessons.bias.curve import curve_of
from playground.lessons.bias.held_neuron import HELD_NEURON, held_neuron_of, neuron_controls
from playground.lessons.bias.not_linear import text as words
from playground.lessons.bias.not_linear.model import bends, second_difference
from playground.lessons.bias.not_linear.picture import CURVE, bend_picture, zero_alt
from playground.lessons.verdict import verdicts
from playground.ui.chapter import Idea, Question, is_answered
from playground.ui.lesson import sides
from playground.ui.numeric import Number
from playground.ui.parameters import Values
from playground.ui.stage import Stage

CURVED = Question(
    "guess_curved",
    "“The bias makes the calculation not linear.” Does the line bend, without an activation?",
    ("yes", "no"),
    answer="no",
    why="A bias shifts the line off (0, 0), and there it is as straight as before.",
    more="Only an activation bends it.",
)
AT = Number(key="at_x", start=2.0, low=-4.0, high=4.0, step=0.1)


def makes_it_not_linear(values: Values) -> Screen:
    """What is seen."""
    (activation, weight, bias), at = held_neuron_of(values), values["at_x"]
    places = [at - 1.0, at, at + 1.0]
    heights = outputs(places, weight, bias, activation).tolist()
    at_zero, without = (float(outputs([0.0], weight, given, activation)[0]) for given in (bias, 0.0))
    difference = second_difference(weight, bias, activation, at)
    off_zero = words.zero_words(activation, at_zero, without, bias)
    bent = words.bend_words(activation, weight, heights, difference)
    claims = [
        ("The bias moves the output at x = 0", at_zero != without, off_zero),
        ("The output bends here", bends(difference), bent),
    ]
    picture = bend_picture(activation, curve_of(activation, weight, bias), places, heights, at_zero)
    if not is_answered(values, CURVED):
        picture = picture.without(CURVE, zero_alt(at_zero))
    return Screen(
        pictures={"bend": picture},
        words={"verdicts": verdicts(values[CURVED.key], claims)},
    )


def layout(stage: Stage) -> None:
    """The claim and its experiment."""
    tried, pictures = sides()
    with tried:
        neuron_controls(stage)
        stage.slider("at_x", "x")
    with pictures:
        stage.picture("bend")
        stage.words("verdicts")


IDEA = Idea("claim: not linear", CURVED, (*HELD_NEURON, AT), makes_it_not_linear, layout, terms=("relu", "sigmoid"))
