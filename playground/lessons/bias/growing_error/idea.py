"""The claim that the bias keeps the error from growing, put to the test by an experiment of the visitor's own."""

from playground.figures.screen import Mission, Screen
from playground.lessons.bias.controls import experiment_controls
from playground.lessons.bias.experiment import EXPERIMENT, RATE_STEP, experiment_of
from playground.lessons.bias.growing_error import text as words
from playground.lessons.bias.growing_error.model import at_largest_rate
from playground.lessons.bias.pair_picture import loss_picture
from playground.lessons.verdict import verdicts
from playground.ui.chapter import Idea, Question, SecondQuestion
from playground.ui.lesson import sides
from playground.ui.parameters import Values
from playground.ui.stage import Stage

GROWING = Question(
    "guess_growing",
    "“The bias keeps the error from growing.” Does it, where the rate is too high?",
    ("yes", "no"),
    answer="no",
    why="Whether the error grows on the way is up to the learning rate, and a bias can only lower its limit.",
    more="What a bias can do is lower the loss that can be reached; it never raises it.",
)


def keeps_the_error_from_growing(values: Values) -> Screen:
    """What is seen."""
    chosen = experiment_of(values)
    pair = chosen.pair
    claims = [
        ("With a bias a lower loss is possible", pair.floor_gain > 0.0, words.floor_words(pair)),
        ("The error does not grow with a bias", not pair.with_bias.diverges, words.growth_words(pair)),
    ]
    solved = at_largest_rate(pair.with_bias, RATE_STEP)
    task = "find the largest rate at which the neuron with a bias still converges."
    return Screen(
        pictures={"pair": loss_picture(pair, *chosen.titles, narrow=values["narrow"])},
        words={"verdicts": verdicts(values[GROWING.key], claims)},
        mission=Mission("the_largest_rate", task, solved, words.rate_hints(pair, RATE_STEP, solved)),
    )


def layout(stage: Stage) -> None:
    """The claim and its experiment."""
    tried, pictures = sides()
    with tried:
        experiment_controls(stage)
    with pictures:
        stage.picture("pair")
        stage.words("verdicts")


def _loss_grew(values: Values) -> bool:
    run = experiment_of(values).pair.with_bias
    return run.diverges and bool(run.history.loss[-1] > run.history.loss[0])


SECOND_QUESTION = SecondQuestion(
    "saw_growth",
    "With a bias, at this rate, the error …",
    ("grew", "fell"),
    answer="grew",
    why="Every step went further past the best line than the one before it, and the bias did not stop that.",
    when=_loss_grew,
)

IDEA = Idea(
    "claim: no growing error",
    GROWING,
    EXPERIMENT,
    keeps_the_error_from_growing,
    layout,
    ("the_largest_rate",),
    terms=("deviation", "loss"),
    second_question=SECOND_QUESTION,
)
