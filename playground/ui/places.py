"""What a layout shows beside widgets: the parts of a screen, and places in which the browser builds its own."""

from typing import Literal

import streamlit as st

from playground.figures.screen import Screen
from playground.ui import browser
from playground.ui.board import Board
from playground.ui.part import is_on_a_wall
from playground.ui.widgets import Widgets


class Places(Widgets):
    """Shows them, and notes which boards there are, and which picture plays.

    drawn: the screen as the browser was given it whole.
    """

    drawn: Screen
    boards: list[Board]
    player: str

    def picture(self, key: str) -> None:
        """Show that picture of the screen."""
        browser.show_picture(key, self.drawn.pictures[key], is_on_a_wall(self.values))

    def words(self, key: str, width: Literal["stretch", "content"] = "stretch") -> None:
        """Show those words of the screen."""
        browser.show_words(key, self.drawn.words[key], width)

    def board(self, board: Board) -> None:
        """Show that board with the screen's arrows on it."""
        self.boards.append(board)
        with st.container(key=board.key):
            browser.place("board", key=board.key)

    def play(self, key: str) -> None:
        """Show what plays and steps through the epochs of that picture."""
        self.player = key
        with st.container(key="player"):
            browser.place("player", key=key)

    def grips(self, key: str, tap: str = "") -> None:
        """Lay grips over the handles of that picture, which move sliders; a tap on a point sets `tap`, if that is
        given, to its row."""
        browser.place("handles", key=key, tap=tap)

    def point(self, key: str, across: str, up: str) -> None:
        """Lay a grip over the handle of that picture, which sets `across` and `up` at once."""
        browser.place("point", key=key, across=across, up=up)
