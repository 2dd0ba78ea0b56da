"""With and without: two runs from the same data, start and rate that differ in the bias alone."""

from playground.figures.numbers import number
from playground.figures.screen import Screen
from playground.lessons.bias.controls import experiment_controls
from playground.lessons.bias.experiment import EXPERIMENT, experiment_of
from playground.lessons.bias.pair_picture import OTHER_RUN, loss_picture
from playground.lessons.bias.with_and_without import text as words
from playground.ui.chapter import Idea, Question, SecondQuestion, is_answered
from playground.ui.lesson import sides
from playground.ui.parameters import Values
from playground.ui.stage import Stage


def _through_zero(values: Values) -> tuple[str, str] | None:
    if experiment_of(values).pair.floor_gain:
        return None
    return "the same", "Here the best line goes through (0, 0), so both can reach the same loss."


QUESTION = Question(
    "guess_without",
    "The points lie away from (0, 0). Without a bias the loss ends up …",
    ("lower", "the same", "higher"),
    answer="higher",
    why="Without a bias the line is pinned to (0, 0), and these points lie elsewhere.",
    more="Set both means to 0: then the best line goes through (0, 0), and the bias has nothing to do.",
    exception=_through_zero,
)


def with_and_without(values: Values) -> Screen:
    """What is seen."""
    chosen = experiment_of(values)
    picture = loss_picture(chosen.pair, *chosen.titles, narrow=values["narrow"])
    if not is_answered(values, QUESTION):
        line, loss = words.learned_line(chosen.pair), number(float(chosen.pair.with_bias.history.loss[-1]), 3)
        alone = picture.without(OTHER_RUN, f"The line and the loss of the neuron with a bias, which ends at {loss}.")
        return Screen(pictures={"pair": alone}, words={"numbers": line})
    return Screen(pictures={"pair": picture}, words={"numbers": words.pair_lines(chosen.pair)})


def layout(stage: Stage) -> None:
    """What is tried and seen."""
    tried, pictures = sides()
    with tried:
        experiment_controls(stage)
    with pictures:
        stage.picture("pair")
        stage.words("numbers")


def _loss_is_the_same(values: Values) -> bool:
    pair = experiment_of(values).pair
    return len({f"{float(run.history.loss[-1]):.2e}" for run in (pair.with_bias, pair.without_bias)}) == 1


SECOND_QUESTION = SecondQuestion(
    "saw_same",
    "Now the loss without a bias is …",
    ("the same", "higher"),
    answer="the same",
    why="Here the best line goes through (0, 0), so nothing is missing without a bias.",
    when=_loss_is_the_same,
)

IDEA = Idea(
    "with and without",
    QUESTION,
    EXPERIMENT,
    with_and_without,
    layout,
    terms=("deviation",),
    second_question=SECOND_QUESTION,
)
