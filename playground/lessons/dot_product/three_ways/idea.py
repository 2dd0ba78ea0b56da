"""The same number three ways: (w, b) · (x, 1) on the board, as the neuron's sum, and as the height of the line at x."""

from functools import lru_cache
from math import isclose

import streamlit as st

from playground.figures.picture import Picture
from playground.learning import predict as outputs
from playground.lessons.dot_product.three_ways import text as words
from playground.lessons.dot_product.three_ways.model import AT_LEAST, ThreeWays, stands_on_zero, three_ways
from playground.lessons.dot_product.three_ways.picture import FARTHEST_X, line_height_picture
from playground.ui import link
from playground.ui.board import Look, Vectors, board, put, vectors
from playground.ui.chapter import Idea, Mission, Question, explain, show_mission
from playground.ui.chart import live_chart
from playground.ui.live import Changes, Hand

BOARD = "line_board"
QUESTION = Question(
    "guess_line",
    "A neuron has w = 2, b = 1. At x = 3, what is (w, b) · (x, 1)?",
    ("6", "7", "9"),
    answer="7",
    why="(2, 1) · (3, 1) = 2 × 3 + 1 × 1, which is w × x + b. "
    "The bias is a weight whose feature is always 1, so a neuron's sum is one dot product.",
)
LARGEST = 2.0
"""The largest weight and bias."""
STEP = 0.05
"""A step of the sliders and of the tips: fine enough that each line can be brought to 0 by x alone."""
STARTS = {"line_w": 1.0, "line_b": 1.5, "line_x": 2.0}
_LOOK = Look(
    height=290,
    names=("(w, b)", "(x, 1)"),
    fields=False,
    step=STEP,
    farthest=(FARTHEST_X, LARGEST),
    level=1.0,
)


def same_number_three_ways(told: Hand, guess: str | None) -> Changes:
    """What is tried, seen and explained."""
    left, middle, right = st.columns([1.35, 2, 2], gap="medium")
    with left, st.container(gap="xxsmall"):
        sliders = _sliders()
    drawn = _linked(sliders, told)
    (w, b), (x, _) = drawn.a, drawn.b
    ways = three_ways(w, b, x)
    picture = _picture(w, b, x)
    with left, st.container(key="numbers"):
        st.markdown(words.sum_words(w, b, x, ways))
        st.markdown(words.angle_words(ways))
    with middle:
        st.markdown(words.projection_words(ways))
        board(drawn, {}, BOARD, _LOOK, on_change=_to_sliders, in_link=False)
    with right:
        st.markdown(words.height_words(w, b, x, ways))
        changes = live_chart("line_height", picture, in_place=told.here or drawn.here)
    explain(QUESTION, guess)
    show_mission(_mission(w, b, x, ways, drawn.resting))
    return changes


IDEA = Idea("the same number three ways", QUESTION, same_number_three_ways)


def _sliders() -> Vectors:
    w = link.slider("weight w", -LARGEST, LARGEST, STARTS["line_w"], STEP, key="line_w")
    b = link.slider("bias b", -LARGEST, LARGEST, STARTS["line_b"], STEP, key="line_b")
    x = link.slider("feature x", -FARTHEST_X, FARTHEST_X, STARTS["line_x"], STEP, key="line_x")
    return Vectors((w, b), (x, 1.0))


def _linked(sliders: Vectors, told: Hand) -> Vectors:
    """What both the board and the sliders show: the board's while a tip is on its way, else the sliders'."""
    drawn = vectors(BOARD, sliders, in_link=False)
    on_its_way = drawn.by_hand and not drawn.resting and told.key is None
    if on_its_way or _equal(drawn, sliders):
        return drawn
    put(sliders, BOARD)
    return vectors(BOARD, in_link=False)


def _equal(one: Vectors, other: Vectors) -> bool:
    return all(isclose(p, q, abs_tol=1e-9) for p, q in zip(one.a + one.b, other.a + other.b, strict=True))


def _to_sliders() -> None:
    """Once the hand rests on the board, the sliders follow; and with them the link."""
    drawn = vectors(BOARD, in_link=False)
    if drawn.by_hand and drawn.resting:
        values = zip(STARTS, (*drawn.a, drawn.b[0]), (LARGEST, LARGEST, FARTHEST_X), strict=True)
        for key, value, end in values:
            st.session_state[key] = min(max(value, -end), end)


@lru_cache(maxsize=256)
def _picture(w: float, b: float, x: float) -> Picture:
    low, height, high = outputs([[-FARTHEST_X], [x], [FARTHEST_X]], [w], b).tolist()
    return line_height_picture(w, b, x, height, (low, high))


def _mission(w: float, b: float, x: float, ways: ThreeWays, resting: bool) -> Mission:
    solved = resting and stands_on_zero(w, b, x, AT_LEAST)
    task = "bring the line to height 0 (give or take 0.05) at your x, with w and b both at least 1 away from 0."
    return Mission("height_zero", task, solved, words.zero_hints(w, b, x, ways, solved))
