"""The same number three ways: (w, b) · (x, 1) on the board, as the neuron's sum, and as the height of the line at x."""

from typing import Any

import streamlit as st

from playground.figures.picture import Picture
from playground.figures.screen import Arrow, Mission, Screen
from playground.learning import predict as outputs
from playground.learning.memory import remembered
from playground.lessons.dot_product.three_ways import text as words
from playground.lessons.dot_product.three_ways.model import AT_LEAST, ThreeWays, stands_on_zero, three_ways
from playground.lessons.dot_product.three_ways.picture import FARTHEST_X, line_height_picture
from playground.ui.board import Board, Look
from playground.ui.chapter import Idea, Question, is_answered
from playground.ui.lesson import sides
from playground.ui.numeric import Number
from playground.ui.parameters import Parameter, Values
from playground.ui.stage import Stage

QUESTION = Question(
    "guess_line",
    "A neuron has w = 2, b = 1. At x = 3, what is (w, b) · (x, 1)?",
    ("6", "7", "9"),
    answer="7",
    why="(2, 1) · (3, 1) = 2 × 3 + 1 × 1, which is w × x + b.",
    more="The bias is a weight whose feature is always 1, so a neuron's sum is one dot product.",
)
LARGEST = 2.0
"""The largest weight and bias."""
STEP = 0.05
"""A step of the sliders and of the tips: fine enough that each line can be brought to 0 by x alone."""
NEURON: tuple[Parameter, ...] = (
    Number(key="line_w", start=1.0, low=-LARGEST, high=LARGEST, step=STEP),
    Number(key="line_b", start=1.5, low=-LARGEST, high=LARGEST, step=STEP),
    Number(key="line_x", start=2.0, low=-FARTHEST_X, high=FARTHEST_X, step=STEP),
)
MISSION = "height_zero"


def _neuron(values: Values) -> tuple[float, float, float]:
    """w, b and x with the four decimals in which they are written."""
    w, b, x = (round(values[row.key], 4) for row in NEURON)
    return w, b, x


def _arrows(values: Values) -> tuple[Arrow, Arrow]:
    w, b, x = _neuron(values)
    return (w, b), (x, 1.0)


def _drawn(a: Arrow, b: Arrow, unit: bool) -> dict[str, Any]:
    """The tips are the three sliders with another grip."""
    return {"line_w": a[0], "line_b": a[1], "line_x": b[0]}


BOARD = Board(
    key="line_board",
    look=Look(
        height=290,
        names=("(w, b)", "(x, 1)"),
        fields=False,
        step=STEP,
        farthest=(FARTHEST_X, LARGEST),
        level=1.0,
    ),
    show=_arrows,
    take=_drawn,
)


def same_number_three_ways(values: Values) -> Screen:
    """What is seen."""
    w, b, x = _neuron(values)
    ways = three_ways(w, b, x)
    texts = dict(words.UNANSWERED)
    if is_answered(values, QUESTION):
        texts = {
            "numbers": f"{words.sum_words(w, b, x, ways)}\n\n{words.angle_words(ways)}",
            "as_projection": words.projection_words(ways),
            "as_height": words.height_words(w, b, x, ways),
        }
    return Screen(
        pictures={"line_height": _picture(w, b, x)},
        words=texts,
        arrows={BOARD.key: _arrows(values)},
        mission=_mission(w, b, x, ways),
    )


@remembered
def _picture(w: float, b: float, x: float) -> Picture:
    low, height, high = outputs([[-FARTHEST_X], [x], [FARTHEST_X]], [w], b).tolist()
    return line_height_picture(w, b, x, height, (low, high))


def _mission(w: float, b: float, x: float, ways: ThreeWays) -> Mission:
    solved = stands_on_zero(w, b, x, AT_LEAST)
    task = "bring the line to height 0 (give or take 0.05) at your x, with w and b both at least 1 away from 0."
    return Mission(MISSION, task, solved, words.zero_hints(w, b, x, ways, solved))


def layout(stage: Stage) -> None:
    """What is tried and seen."""
    tried, pictures, beside = sides(1.35, 2, 2)
    with tried, st.container(gap="xxsmall"):
        stage.slider("line_w", "weight w")
        stage.slider("line_b", "bias b")
        stage.slider("line_x", "feature x")
        stage.words("numbers")
    with pictures:
        stage.words("as_projection")
        stage.board(BOARD)
    with beside:
        stage.words("as_height")
        stage.picture("line_height")


IDEA = Idea(
    "the same number three ways",
    QUESTION,
    NEURON,
    same_number_three_ways,
    layout,
    missions=(MISSION,),
    boards=(BOARD,),
)
