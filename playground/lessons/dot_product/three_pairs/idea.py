"""Three pairs: put dot products in order by looking at angles, obtuse ones too."""

import streamlit as st

from playground.figures.screen import Screen
from playground.lessons.dot_product.three_pairs import text as words
from playground.lessons.dot_product.three_pairs.model import PAIRS, is_on_target, pair
from playground.lessons.dot_product.three_pairs.picture import pairs_picture
from playground.lessons.unanswered import mission
from playground.ui.chapter import Idea, Question
from playground.ui.numeric import Whole
from playground.ui.parameters import Values
from playground.ui.stage import Stage

QUESTION = Question(
    "guess_pairs",
    "All arrows have the same length. Order the pairs by a · b, the largest first.",
    ("A, B, C", "A, C, B", "B, C, A", "C, A, B"),
    answer="A, C, B",
    why="With equal lengths only the angle counts: the smaller it is, the larger the dot product.",
    more="At 90° the dot product is 0. Beyond that, the further apart the arrows point, the lower it is.",
)
MISSION = "minus_two"
PARAMETERS = tuple(
    Whole(key=f"angle_{name.lower()}", start=round(between), low=0, high=180) for name, (_, between) in PAIRS.items()
)


def three_pairs(values: Values) -> Screen:
    """What is seen: the pairs of the question, without numbers, until it is answered."""
    guess = values[QUESTION.key]
    angles = {name: float(values[row.key] if guess else row.start) for name, row in zip(PAIRS, PARAMETERS, strict=True)}
    pairs = {name: pair(direction, angles[name]) for name, (direction, _) in PAIRS.items()}
    solved = any(map(is_on_target, pairs.values()))
    return Screen(
        pictures={"pairs": pairs_picture(pairs, guess is not None)},
        words={"compared": words.pairs_table(pairs, angles) if guess else ""},
        mission=mission(guess, MISSION, words.TASK, solved, words.hints(pairs)),
    )


def layout(stage: Stage) -> None:
    """What is tried and seen."""
    guessed = stage.values[QUESTION.key] is not None
    if not guessed:
        st.caption(words.INTRODUCTION)
    stage.picture("pairs")
    if guessed:
        for column, row, name in zip(st.columns(3, gap="large"), PARAMETERS, PAIRS, strict=True):
            with column:
                stage.slider(row.key, f"angle of {name}")
    stage.words("compared")


IDEA = Idea("three pairs", QUESTION, PARAMETERS, three_pairs, layout, missions=(MISSION,))
