"""The collar: every penguin is 500 g heavier on the scales. Which of weight and bias changes?"""

import streamlit as st

from playground.data import real
from playground.figures.screen import Screen
from playground.learning.memory import remembered
from playground.lessons.bias.collar import text as words
from playground.lessons.bias.collar.model import Retrained, cancels, retrained
from playground.lessons.bias.collar.picture import collar_picture
from playground.lessons.unanswered import mission
from playground.ui.chapter import Idea, Question
from playground.ui.lesson import sides
from playground.ui.numeric import Number
from playground.ui.parameters import Values
from playground.ui.stage import Stage

DATASET = "penguins"
MISSION = "bias_back"
QUESTION = Question(
    "guess_collar",
    "Every penguin wears a collar of 500 g, and the neuron is trained anew. What changes?",
    ("the weight", "the bias", "both"),
    answer="the bias",
    why="All labels rise by 500 g, so the line rises by 500 and keeps its slope.",
    more="The bias makes up for what is off by the same amount for all penguins: a ruler that reads 3 mm short, too.",
)
COLLAR = Number(key="collar", start=0.0, low=0.0, high=1000.0, step=10.0)
RULER = Number(key="ruler", start=0.0, low=-10.0, high=10.0, step=1.0)
PARAMETERS = (COLLAR, RULER)


@remembered
def _retrained(collar: float, ruler: float) -> Retrained:
    data = real(DATASET)
    return retrained(data.X, data.y, collar, ruler)


def the_collar(values: Values) -> Screen:
    """What is seen: no collar, and nothing trained anew, until the question is answered."""
    guess, data = values[QUESTION.key], real(DATASET)
    collar, ruler = (round(values[row.key], 4) if guess else 0.0 for row in PARAMETERS)
    retrained = _retrained(collar, ruler)
    titles = data.feature.title, data.label.title
    picture = collar_picture(data.X, data.y, collar, ruler, retrained, titles, trained=guess is not None)
    hints = words.hints(retrained, collar, ruler, COLLAR.step)
    return Screen(
        pictures={"collar_picture": picture},
        words={
            "result": words.why_words(retrained, collar, ruler) if guess else words.before_words(retrained),
            "compared": words.changes_table(retrained) if guess else "",
        },
        mission=mission(guess, MISSION, words.TASK, cancels(retrained, ruler), hints),
    )


def layout(stage: Stage) -> None:
    """What is tried and seen."""
    tried, pictures = sides(1.2, 4)
    with tried:
        if stage.values[QUESTION.key] is None:
            st.caption(words.INTRODUCTION)
        else:
            stage.slider("collar", "collar, g")
            stage.slider("ruler", "the ruler adds, mm")
    with pictures:
        stage.picture("collar_picture")
        numbers, table = st.columns([1.2, 1])
        with numbers:
            stage.words("result")
        with table:
            stage.words("compared")


IDEA = Idea("the collar", QUESTION, PARAMETERS, the_collar, layout, missions=(MISSION,))
