"""Many numbers: the same formula for two columns of up to ten numbers."""

import pandas as pd
import streamlit as st

from playground.learning import angle, norm, products
from playground.lessons.dot_product.many_numbers import text as words
from playground.lessons.dot_product.many_numbers.columns import LARGEST, MOST, Columns, as_text, columns, to_link
from playground.lessons.dot_product.many_numbers.model import are_parallel_and_different, in_their_plane
from playground.lessons.dot_product.many_numbers.picture import plane_picture
from playground.ui.chapter import Idea, Mission, Question, explain, show_mission
from playground.ui.chart import chart
from playground.ui.live import Changes, Hand

TABLE = "numbers_table"
PRODUCT = "u × v"
QUESTION = Question(
    "guess_many",
    "u and v have ten numbers each. Is there an angle between them?",
    ("yes", "no"),
    answer="yes",
    why="Two arrows always lie in one plane, and there they have an angle. "
    "More numbers only mean more products to add: the formula stays.",
)


def many_numbers(told: Hand, guess: str | None) -> Changes:
    """What is tried, seen and explained."""
    left, right = st.columns([1.5, 3], gap="medium")
    start, now = columns(TABLE)
    with left:
        _table(start, now)
    to_link(now)
    u, v = now.pair
    with right, st.container(key="numbers"):
        lines = [words.many_lines(u, v, guess is not None) if u else words.EMPTY]
        if now.lonely:
            lines.append(words.lonely_words(now.lonely))
        st.markdown("  \n".join(lines))
        if u and guess is not None:
            picture = plane_picture(in_their_plane(u, v), (norm(u), norm(v)), angle(u, v))
            st.markdown(words.PLANE if angle(u, v) is not None else words.NO_PLANE)
            chart("their_plane", picture, in_place=False)
    explain(QUESTION, guess)
    solved = bool(u) and are_parallel_and_different(u, v)
    task = "make the cosine 1 with two columns that are not equal."
    show_mission(Mission("same_direction", task, solved, words.same_direction_hints(u, v, solved, LARGEST)))
    return {}


IDEA = Idea("many numbers", QUESTION, many_numbers)


def _table(start: Columns, now: Columns) -> None:
    """The columns, editable, with their products beside them."""
    parts = dict(zip(now.positions, products(*now.pair).tolist() if now.positions else [], strict=True))
    cells = {"u": as_text(start.u), "v": as_text(start.v), PRODUCT: [parts.get(i) for i in range(MOST)]}
    number = st.column_config.TextColumn(alignment="right")
    st.data_editor(
        pd.DataFrame(cells, index=pd.Index(range(1, MOST + 1), name="row")).astype({PRODUCT: float}),
        key=TABLE,
        column_config={"u": number, "v": number, PRODUCT: st.column_config.NumberColumn(disabled=True)},
        height="content",
        row_height=30,
        placeholder="",
        alt="Two columns of numbers, u and v, and their products",
    )
