"""Two vectors: drawn on the board, compared, and a claim about their dot product put to the test."""

import streamlit as st

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
from playground.ui.board import Look, Vector, Vectors, board, put, vectors
from playground.ui.chapter import Idea, Mission, Question, explain, show_mission, verdict
from playground.ui.chart import live_chart
from playground.ui.live import Changes, Hand

BOARD = "two_vectors"
START = Vectors(a=(2.0, 3.0), b=(4.0, 1.0))
"""Here the projection ends short of b, and b itself has the larger dot product with b."""
QUESTION = Question(
    "guess_longer",
    "You double the length of a and keep its direction. What doubles?",
    ("a · b", "the cosine similarity", "both"),
    answer="a · b",
    why="Twice the length doubles every product, and so their sum. Cosine similarity divides by both lengths: only the "
    "angle is left.",
)
_LOOK = Look(height=220)


def two_vectors(told: Hand, guess: str | None) -> Changes:
    """What is tried, seen and explained."""
    drawn = vectors(BOARD, START)
    a, b = drawn.a, drawn.b
    left, middle, right = st.columns([2.3, 2.4, 1.5], gap="medium")
    with middle, st.container(key="numbers"):
        st.markdown(words.comparison_lines(a, b))
    picture = similarity_picture(angle(a, b), cosine_similarity(a, b))
    with right:
        changes = live_chart("cosine_curve", picture, in_place=drawn.here)
    with st.container(key="claims", gap="xsmall"):
        seen = limits(a, b)
        verdict(words.CLAIM, seen.hold, words.claim_words(seen, drawn.unit))
        _pair(a, b)
    explain(QUESTION, guess)
    show_mission(_mission(drawn))
    with left:
        board(drawn, changes, BOARD, _LOOK, start=START)
    return {}  # the board has brought them


IDEA = Idea("two vectors", QUESTION, two_vectors)


def _pair(a: Vector, b: Vector) -> None:
    """Whether similarity and dot product agree on these two, and a pair on which they do not."""
    wins = more_similar_wins(a, b)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        with st.container(width="stretch"):
            said = words.pair_words(a, b, wins)
            if wins is None:
                st.markdown(said)
            else:
                verdict(words.PAIR_CLAIM, wins, said)
        st.button("show me a pair", key="beating_pair", on_click=_show_a_pair, width="content")


def _show_a_pair() -> None:
    """Put a pair on the board of which the less similar vector has the larger dot product."""
    drawn = vectors(BOARD, START)
    put(Vectors(*beating_pair(drawn.a, drawn.b)), BOARD)


def _mission(drawn: Vectors) -> Mission:
    a, b, unit = drawn.a, drawn.b, drawn.unit
    solved = drawn.resting and is_long_and_zero(a, b, LONGER_THAN, WITHIN)
    task = "make a · b zero (give or take 0.1) with both arrows longer than 2."
    return Mission("long_and_zero", task, solved, words.zero_hints(a, b, unit, solved))
