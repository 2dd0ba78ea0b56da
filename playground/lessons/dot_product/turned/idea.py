"""Turn both: what a turn changes, and what it leaves."""

import streamlit as st

from playground.figures.screen import Screen
from playground.lessons.dot_product.turned import text as words
from playground.lessons.dot_product.turned.model import pair_turned
from playground.lessons.dot_product.turned.picture import turned_picture
from playground.lessons.unanswered import mission
from playground.ui.chapter import Idea, Question
from playground.ui.lesson import sides
from playground.ui.numeric import Whole
from playground.ui.parameters import Values
from playground.ui.stage import Stage

QUESTION = Question(
    "guess_turn",
    "You turn both arrows by the same angle. What stays as it is?",
    ("a · b", "a + b", "both"),
    answer="a · b",
    why="A dot product depends on both lengths and on the angle between the arrows: turning both changes none of them.",
    more="The sum a + b is an arrow itself, so it turns with them.",
)
MISSION = "sum_upright"
PARAMETERS = (Whole(key="turn", start=0, low=0, high=360),)


def turn_both(values: Values) -> Screen:
    """What is seen: both arrows unturned until the question is answered."""
    guess = values[QUESTION.key]
    turn = values["turn"] if guess else 0
    pair = pair_turned(turn)
    return Screen(
        pictures={"turned": turned_picture(pair, turn)},
        words={"result": words.turned_lines(pair) if guess else ""},
        mission=mission(guess, MISSION, words.TASK, pair.points_up, words.hints(pair)),
    )


def layout(stage: Stage) -> None:
    """What is tried and seen."""
    guessed = stage.values[QUESTION.key] is not None
    tried, pictures = sides(1.6, 3)
    with tried:
        st.caption(words.INTRODUCTION)
        if guessed:
            stage.slider("turn", "turn, in degrees")
        stage.words("result")
    with pictures:
        stage.picture("turned")


IDEA = Idea("turn both", QUESTION, PARAMETERS, turn_both, layout, missions=(MISSION,))
