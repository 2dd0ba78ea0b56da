"""What Python knows of a visitor's boards: a hand draws on them, and so do links, buttons and sliders."""

from typing import Any, NamedTuple

import streamlit as st

from playground.figures.screen import Arrow
from playground.ui.board import Board
from playground.ui.parameters import Values
from playground.ui.report import Report

_BOARDS = "_boards"
Arrows = tuple[tuple[Arrow, Arrow], bool]
"""Both arrows, and whether they are kept at length 1."""


class _OnBoard(NamedTuple):
    """How often Python gave a board arrows, those on it, and the last stroke of the hand."""

    given: int = 0
    shown: Arrows | None = None
    stroke: int | None = None


def drawn_on(page: str, board: Board, report: Report) -> dict[str, Any]:
    """The values for what was drawn on a board; none if nothing was since, or if it was given other arrows."""
    known, drawn = _known(page, board), report.boards.get(board.key)
    is_new = drawn is not None and drawn.given == known.given and drawn.stroke != known.stroke
    return board.take(drawn.a, drawn.b, drawn.unit) if drawn and is_new else {}


def remember(page: str, board: Board, report: Report, values: Values) -> None:
    """Remember that the board shows what was drawn on it, unless something else was made of that."""
    known, drawn = _known(page, board), report.boards.get(board.key)
    if drawn and drawn.given == known.given:
        is_shown = drawn.stroke != known.stroke and board.show(values) == (drawn.a, drawn.b)
        shown = ((drawn.a, drawn.b), board.at_unit_length(values)) if is_shown else known.shown
        st.session_state[_BOARDS][page, board.key] = _OnBoard(known.given, shown, drawn.stroke)


def times_given(page: str, board: Board, shown: Arrows) -> int:
    """How often Python gave the board arrows, now that it shall show these."""
    known = _known(page, board)
    if known.shown != shown:  # other than the hand left them: from a link, a button or a slider
        known = known._replace(given=known.given + 1, shown=shown)
    st.session_state[_BOARDS][page, board.key] = known
    return known.given


def _known(page: str, board: Board) -> _OnBoard:
    known: _OnBoard = st.session_state.setdefault(_BOARDS, {}).get((page, board.key), _OnBoard())
    return known
