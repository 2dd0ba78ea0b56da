"""Raw or standardised? The same rows in two bowls: a long valley, and a round one."""

import streamlit as st

from playground.data import Dataset
from playground.figures.bowl import bowl_picture
from playground.figures.picture import Picture
from playground.figures.screen import Screen
from playground.learning.memory import remembered
from playground.lessons.weights.raw_or_standardised import text as words
from playground.lessons.weights.raw_or_standardised.model import SHOWN, Bowl, Scaling, bowls, scaling_of
from playground.ui.chapter import Idea, Question, arithmetic, is_answered
from playground.ui.lesson import sides
from playground.ui.numeric import Whole
from playground.ui.own_rows import DataChoice, OwnRows, chosen, titled
from playground.ui.parameters import Values
from playground.ui.stage import Stage

QUESTION = Question(
    "guess_scaling",
    "Mass and fuel economy of cars: with half the largest rate, 569 epochs come within 1 % of the lowest loss. "
    "How many do with both columns standardised?",
    ("1", "about 100", "about 569"),
    answer="1",
    why="Standardised, the bowl is round: its slope points at the lowest place, and half the largest rate goes there.",
    more="Go on epoch by epoch: as measured, training falls into a valley at once and then creeps along it.",
)
BROUGHT = OwnRows(key="scaling_own", menus=("scaling_dataset",))
PARAMETERS = (
    BROUGHT,
    DataChoice(key="scaling_dataset", start="cars", rows=BROUGHT.key),
    Whole(key="scaling_epoch", start=0, low=0, high=SHOWN),
)


@remembered
def _bowls_of(data: Dataset) -> tuple[Scaling, tuple[Bowl, Bowl]]:
    scaling = scaling_of(data.X, data.y)
    return scaling, bowls(data.X, data.y, scaling, data.memory)


def raw_or_standardised(values: Values) -> Screen:
    """What is seen: the bowl of the rows as measured, until the question is answered."""
    scaling, (raw, standardised) = _bowls_of(chosen(values["scaling_dataset"], values[BROUGHT.key]))
    guessed = is_answered(values, QUESTION)
    epoch = values["scaling_epoch"] if guessed else 0
    first, second = _bowl(raw, epoch), _bowl(standardised, epoch, one_scale=True)
    if not guessed:
        second = second.without(
            [trace["name"] for trace in second.traces], "Axes for weight and bias, and no bowl yet."
        )
    return Screen(
        pictures={"raw_bowl": first, "round_bowl": second},
        words={
            "raw": words.RAW,
            "standardised": words.STANDARDISED,
            "losses": words.where_words(epoch, raw.run, standardised.run) if guessed else "",
            "compared": words.scaling_words(scaling) if guessed else "",
        },
    )


def _bowl(bowl: Bowl, epoch: int, one_scale: bool = False) -> Picture:
    return bowl_picture(bowl.run, epoch, bowl.weights, bowl.biases, best=True, one_scale=one_scale)


def layout(stage: Stage) -> None:
    """What is tried and seen."""
    guessed = is_answered(stage.values, QUESTION)
    # An empty plot would only puzzle: until then the second one is there and not seen.
    left, right = st.columns(2, gap="medium") if guessed else (st.container(), st.container(key="not_yet"))
    for column, name, picture in ((left, "raw", "raw_bowl"), (right, "standardised", "round_bowl")):
        with column:
            stage.words(name)
            stage.picture(picture)
    if guessed:
        tried, pictures, beside = sides(1.1, 2.2, 1.8)
        with tried:
            stage.selectbox("scaling_dataset", "data", format_func=titled)
        with pictures:
            stage.slider("scaling_epoch", "epoch")
        with beside:
            stage.words("losses")
        with arithmetic():
            stage.words("compared")


IDEA = Idea("raw or standardised?", QUESTION, PARAMETERS, raw_or_standardised, layout, terms=("loss",))
