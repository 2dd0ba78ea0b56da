"""A first sum: small whole numbers, three weights on their wires, and a target."""

import streamlit as st

from playground.figures.screen import Screen
from playground.lessons.unanswered import mission
from playground.lessons.weights.first_sum import text as words
from playground.lessons.weights.first_sum.model import LARGEST, STEP, is_there
from playground.lessons.weights.first_sum.picture import HANDLES, KEYS, first_sum_picture
from playground.lessons.weights.weighted_sum.idea import IDEA as REAL_ROWS
from playground.ui.chapter import Idea, Question
from playground.ui.lesson import sides
from playground.ui.motion import products_travel
from playground.ui.numeric import Number
from playground.ui.parameters import Values
from playground.ui.stage import Stage

STARTS = (0.8, 0.4, -0.4)
QUESTION = Question(
    "guess_first_sum",
    "The features 2, 1 and 1 meet the weights 0.8, 0.4 and −0.4. What is their weighted sum?",
    ("0.8", "1.6", "2.4"),
    answer="1.6",
    why="2 × 0.8 + 1 × 0.4 + 1 × (−0.4) = 1.6 + 0.4 − 0.4.",
    more="A weight says how much its feature counts. With a weight below 0 the feature counts against.",
)
MISSION = "sum_of_three"
PARAMETERS = tuple(
    Number(key=key, start=start, low=-LARGEST, high=LARGEST, step=STEP) for key, start in zip(KEYS, STARTS, strict=True)
)


def a_first_sum(values: Values) -> Screen:
    """What is seen: the weights of the question, and no product, until it is answered."""
    guess = values[QUESTION.key]
    weights = [round(values[key], 4) for key in KEYS] if guess else list(STARTS)
    return Screen(
        pictures={"wires": first_sum_picture(weights, guess is not None, values["narrow"])},
        words={"result": words.sum_lines(weights) if guess else ""},
        handles={"wires": HANDLES if guess else ()},
        mission=mission(guess, MISSION, words.TASK, is_there(weights), words.hints(weights)),
    )


def layout(stage: Stage) -> None:
    """What is tried and seen."""
    guessed = stage.values[QUESTION.key] is not None
    tried, pictures = sides()
    with tried:
        if not guessed:
            st.caption(words.INTRODUCTION)
        else:
            for key, order in zip(KEYS, words.ORDER, strict=True):
                stage.slider(key, f"{order} weight")
            st.button("now with real penguins", key="to_real_rows", on_click=_real_rows, args=(stage,))
    with pictures:
        with st.container(key="held_picture"):
            stage.picture("wires")
            if guessed:
                stage.grips("wires")
                products_travel("wires")
        stage.words("result")


def _real_rows(stage: Stage) -> None:
    stage.put(weights_idea=REAL_ROWS.name)


IDEA = Idea("a sum by hand", QUESTION, PARAMETERS, a_first_sum, layout, missions=(MISSION,))
