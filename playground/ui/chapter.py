"""A chapter: one idea at a time, in the order predict, try, see, explain, with a mission to end on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from playground.figures.screen import Screen
from playground.ui.board import Board
from playground.ui.mission import DONE, show_mission
from playground.ui.parameters import Choice, Names, Parameter, Values
from playground.ui.question import SHOW_ME, Question, ask, explain, is_answered, tally
from playground.ui.share import share
from playground.ui.stage import Part, Stage, open_stage, show
from playground.ui.state import Table

__all__ = ["SHOW_ME", "Idea", "Question", "chapter", "explain", "is_answered", "show_mission", "table_of"]


@dataclass(frozen=True)
class Idea:
    """One idea of a chapter.

    name: what the menu says. question: what is asked before anything is shown. parameters: the rows that it depends on,
    beside the guess, those that others depend on first; ideas may share some. view: its screen as a function of the
    state. layout: shows controls, and the parts of the screen. missions: their names. boards, listen: see `Part`.
    """

    name: str
    question: Question
    parameters: tuple[Parameter, ...]
    view: Callable[[Values], Screen]
    layout: Callable[[Stage], None]
    missions: tuple[str, ...] = ()
    boards: tuple[Board, ...] = ()
    listen: Callable[[Values], dict[str, Any]] = field(default=lambda values: {})

    @property
    def part(self) -> Part:
        """What of the chapter is on the screen with this idea."""
        return Part(
            self.view, (*(row.key for row in self.parameters), self.question.key), self.boards, listen=self.listen
        )


def table_of(page: str, ideas: Sequence[Idea]) -> Table:
    """The chapter's table of state: the idea on the screen, all that can be chosen, guesses and missions."""
    names = tuple(idea.name for idea in ideas)
    chosen = {row.key: row for idea in ideas for row in idea.parameters}
    guesses = [row for idea in ideas for row in (idea.question.guess, idea.question.first_guess)]
    missions = tuple(name for idea in ideas for name in idea.missions)
    which = Choice(key=f"{page}_idea", start=names[0], options=names)
    return (which, *chosen.values(), *guesses, Names(key=DONE, options=missions, own=True))


def chapter(page: str, path: str, ideas: Sequence[Idea]) -> None:
    """Show one of a chapter's ideas, and how the visitor has guessed so far. page: its name; path: in the address."""
    named = {idea.name: idea for idea in ideas}
    table, which = table_of(page, ideas), f"{page}_idea"

    @st.fragment
    def fragment() -> None:
        stage = open_stage(page, table, lambda values: named[values[which]].part, path)
        idea = named[stage.values[which]]
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            stage.segmented_control(which, "idea", label_visibility="collapsed")
            with st.container(horizontal=True, vertical_alignment="center", width="content", key="beside_the_ideas"):
                tally(stage.values, [each.question for each in ideas])
                share("tertiary")
        ask(stage, idea.question)
        idea.layout(stage)
        stage.close()

    show(fragment)
