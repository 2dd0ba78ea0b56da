"""The claim that the bias brings the calculation back on track, put to the test by the visitor's own experiment."""

from playground.figures.screen import Screen
from playground.lessons.bias.back_on_track import text as words
from playground.lessons.bias.back_on_track.model import mean_errors, on_track
from playground.lessons.bias.controls import experiment_controls
from playground.lessons.bias.experiment import EXPERIMENT, experiment_of
from playground.lessons.bias.pair_picture import BOTH_RUNS, mean_error_picture
from playground.lessons.verdict import verdicts
from playground.ui.chapter import Idea, Question, is_answered
from playground.ui.lesson import sides
from playground.ui.parameters import Values
from playground.ui.stage import Stage

TRACK = Question(
    "guess_track",
    "“The bias brings the calculation back on track.” Does it bring the mean error to 0?",
    ("yes", "no"),
    answer="yes",
    why="The gradient of the bias is twice the mean error, so the bias moves until the mean error is 0.",
    more="That takes enough epochs, and a rate below the limit.",
)

OPENING = {"mean_x": 0.5, "mean_y": 1.0, "bias_epochs": 100}
"""With these means a bias brings the mean error to 0 at nearly every rate below the limit, and none does without."""


def brings_it_back_on_track(values: Values) -> Screen:
    """What is seen."""
    chosen = experiment_of(values)
    pair = chosen.pair
    errors = mean_errors(pair.with_bias), mean_errors(pair.without_bias)
    claims = [
        ("With a bias the mean error goes to 0", on_track(pair.with_bias), words.track_words(pair.with_bias)),
        ("It goes to 0 without a bias as well", on_track(pair.without_bias), words.without_words(pair.without_bias)),
    ]
    picture = mean_error_picture(pair, errors, *chosen.titles, narrow=values["narrow"])
    if not is_answered(values, TRACK):
        picture = picture.without(BOTH_RUNS, "The points, and axes for the mean error. No line is drawn yet.")
    return Screen(
        pictures={"track": picture},
        words={"verdicts": verdicts(values[TRACK.key], claims)},
    )


def layout(stage: Stage) -> None:
    """The claim and its experiment."""
    tried, pictures = sides()
    with tried:
        experiment_controls(stage)
    with pictures:
        stage.picture("track")
        stage.words("verdicts")


IDEA = Idea(
    "claim: back on track", TRACK, EXPERIMENT, brings_it_back_on_track, layout, terms=("deviation",), opening=OPENING
)
