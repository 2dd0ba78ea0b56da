"""Which car is most like yours? A car is four numbers, and two measures disagree."""

from functools import cache

import streamlit as st

from playground.data import REAL
from playground.figures.screen import Screen
from playground.learning.arrays import Array
from playground.lessons.dot_product.many_numbers.columns import filled
from playground.lessons.dot_product.many_numbers.idea import IDEA as MANY_NUMBERS_IDEA
from playground.lessons.dot_product.which_car import text as words
from playground.lessons.dot_product.which_car.model import (
    DOT_PRODUCT,
    MEASURES,
    Comparison,
    compare,
    standard_rows,
)
from playground.lessons.dot_product.which_car.picture import list_picture, profile_picture
from playground.lessons.unanswered import mission
from playground.ui.chapter import Idea, Question
from playground.ui.lesson import sides
from playground.ui.parameters import Choice, Values
from playground.ui.stage import Stage

SOURCE = REAL["cars"]
COLUMNS = (SOURCE.feature, *SOURCE.more, SOURCE.label)
FEATURES = tuple(column.name for column in COLUMNS)
NAMES = tuple(row["car"] for row in SOURCE.read())
YOURS, LONGER, OPPOSITE = "Chrysler Imperial", "Lincoln Continental", "Datsun 710"
QUESTION = Question(
    "guess_car",
    "Which car has the largest dot product with the Chrysler Imperial?",
    ("the Imperial itself", "the Lincoln Continental", "the Datsun 710"),
    answer="the Lincoln Continental",
    why="A dot product grows with the length of both arrows, and the Lincoln's numbers are larger than the Imperial's "
    "own.",
    more="The cosine divides by both lengths: a shop that looks for similar cars should use it.",
)
MISSION = "first_in_its_list"
DECIMALS = 3
"""Of a car's numbers where they are taken along."""
PARAMETERS = (
    Choice(key="your_car", start=YOURS, options=NAMES),
    Choice(key="measure", start=DOT_PRODUCT, options=tuple(MEASURES)),
)


@cache
def _rows() -> Array:
    return standard_rows([[float(row[column.column]) for column in COLUMNS] for row in SOURCE.read()])


@cache
def _compared(car: str, measure: str) -> Comparison:
    return compare(_rows(), NAMES.index(car), measure)


def which_car(values: Values) -> Screen:
    """What is seen: the three cars of the question until it is answered."""
    guess, measure = values[QUESTION.key], values["measure"]
    comparison = _compared(values["your_car"], measure)
    shown = (
        [comparison.chosen, comparison.first_other, comparison.opposite]
        if guess
        else map(NAMES.index, (YOURS, LONGER, OPPOSITE))
    )
    pictures = {"profile": profile_picture(FEATURES, [(NAMES[row], _rows()[row]) for row in shown])}
    if guess:
        pictures["list"] = list_picture(NAMES, comparison, measure)
    return Screen(
        pictures=pictures,
        words={
            "result": words.list_words(NAMES, comparison, measure) if guess else words.INTRODUCTION,
            "worked_out": words.product_lines(NAMES, comparison, comparison.first_other) if guess else "",
        },
        mission=mission(
            guess,
            MISSION,
            words.TASK,
            measure == DOT_PRODUCT and comparison.comes_first,
            words.hints(NAMES, comparison, measure),
        ),
    )


def layout(stage: Stage) -> None:
    """What is tried and seen."""
    guessed = stage.values[QUESTION.key] is not None
    tried, pictures, beside = sides(*([1.1, 2, 2] if guessed else [1.4, 2.6, 1]))
    with tried:
        if guessed:
            stage.selectbox("your_car", "your car")
            stage.segmented_control("measure", "measure")
            st.button("see both in “many numbers”", key="to_many_numbers", on_click=_take_along, args=(stage,))
        else:
            stage.words("result")
    with pictures:
        stage.picture("profile")
    if guessed:
        with beside:
            stage.picture("list")
        stage.words("result")
    stage.words("worked_out")


def _take_along(stage: Stage) -> None:
    """Open "many numbers" with the chosen car and the one most like it as its two columns."""
    values = stage.latest()
    comparison = _compared(values["your_car"], values["measure"])
    u, v = (
        filled(comparison.rows[row].round(DECIMALS).tolist()) for row in (comparison.chosen, comparison.first_other)
    )
    stage.put(u=u, v=v, dot_product_idea=MANY_NUMBERS_IDEA.name)


IDEA = Idea(
    "which car is most like yours?",
    QUESTION,
    PARAMETERS,
    which_car,
    layout,
    missions=(MISSION,),
    terms=("standard units",),
)
