"""Two vectors: drawn on the board, compared, and a claim about their dot product put to the test."""

import streamlit as st

from playground.figures.screen import Arrow, Mission, Screen
from playground.figures.similarity import similarity_picture
from playground.learning import angle, cosine_similarity
from playground.lessons.dot_product.two_vectors import text as words
from playground.lessons.dot_product.two_vectors.model import (
    LONGER_THAN,
    WITHIN,
    beating_pair,
    is_long_and_zero,
    limits,
    more_similar_wins,
)
from playground.lessons.verdict import verdict
from playground.ui.board import UNIT, Board, Look, Vector
from playground.ui.chapter import Idea, Question, arithmetic, is_answered
from playground.ui.parameters import Parameter, Values
from playground.ui.stage import Stage

BOARD = Board(key="two_vectors", look=Look(height=220))
# Here the projection ends short of b, and b itself has the larger dot product with b.
VECTORS: tuple[Parameter, ...] = (
    UNIT,
    Vector(key="a", start=(2.0, 3.0), unit="unit"),
    Vector(key="b", start=(4.0, 1.0), unit="unit"),
)
QUESTION = Question(
    "guess_longer",
    "You double the length of a and keep its direction. What doubles?",
    ("a · b", "the cosine similarity", "both"),
    answer="a · b",
    why="Twice the length doubles every product, and so their sum; cosine similarity divides by both lengths, so that "
    "only the angle is left.",
)
MISSION = "long_and_zero"


def two_vectors(values: Values) -> Screen:
    """What is seen."""
    a, b, unit = values["a"], values["b"], values["unit"]
    tested = limits(a, b)
    solved = is_long_and_zero(a, b, LONGER_THAN, WITHIN)
    task = "make a · b zero (give or take 0.1) with both arrows longer than 2."
    claims = {"claim": verdict(words.CLAIM, tested.hold, words.claim_words(tested, unit)), "pair": _pair(a, b)}
    curve = similarity_picture(angle(a, b), cosine_similarity(a, b))
    if not is_answered(values, QUESTION):
        claims, curve = (
            dict.fromkeys(claims, ""),
            curve.without(("cosine", "now"), "Axes for the angle and its cosine."),
        )
    return Screen(
        pictures={"cosine_curve": curve},
        words={"numbers": words.short_lines(a, b), "arithmetic": words.comparison_lines(a, b), **claims},
        arrows={BOARD.key: (a, b)},
        mission=Mission(MISSION, task, solved, words.zero_hints(a, b, unit, solved)),
    )


def _pair(a: Arrow, b: Arrow) -> str:
    """Whether similarity and dot product agree on these two."""
    wins = more_similar_wins(a, b)
    because = words.pair_words(a, b, wins)
    return because if wins is None else verdict(words.PAIR_CLAIM, wins, because)


def layout(stage: Stage) -> None:
    """What is tried and seen."""
    left, middle, right = st.columns([2.3, 2.4, 1.5], gap="medium")
    with left:
        stage.board(BOARD)
    with middle:
        stage.words("numbers")
    guessed = is_answered(stage.values, QUESTION)
    with right:
        if not guessed:
            st.caption(words.INTRODUCTION)
        with st.container(key="curve" if guessed else "not_yet"):  # an empty plot would only puzzle
            stage.picture("cosine_curve")
    if guessed:
        _claims(stage)
        with arithmetic():
            stage.words("arithmetic")


def _claims(stage: Stage) -> None:
    """What has been claimed about dot products, and a pair that breaks it."""
    with st.container(key="claims", gap="xsmall"):
        stage.words("claim")
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            with st.container(width="stretch"):
                stage.words("pair")
            a, b = beating_pair(stage.values["a"], stage.values["b"])
            pair = {"unit": False, "a": a, "b": b}
            st.button("show me a pair", key="beating_pair", on_click=stage.put, kwargs=pair, width="content")


IDEA = Idea("two vectors", QUESTION, VECTORS, two_vectors, layout, missions=(MISSION,), boards=(BOARD,))
