"""A chapter: one idea at a time, in the order predict, try, see, explain, with a mission to end on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from playground.figures.screen import Screen
from playground.ui.board import Board
from playground.ui.lesson import arithmetic, lead, menu
from playground.ui.mission import DONE, hold_mission, show_mission
from playground.ui.parameters import Choice, Names, Parameter, Values
from playground.ui.question import SHOW_ME, Question, ask, explain, is_answered, tally
from playground.ui.scopes import of_each
from playground.ui.share import share
from playground.ui.stage import Part, Stage, open_stage, show
from playground.ui.state import Table

__all__ = ["SHOW_ME", "Idea", "Question", "arithmetic", "chapter", "explain", "is_answered", "show_mission", "table_of"]


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

    def is_done(self, values: Values) -> bool:
        """Whether its missions are solved; where it has none, whether its question is answered."""
        return set(self.missions) <= set(values[DONE]) if self.missions else is_answered(values, self.question)


def table_of(page: str, ideas: Sequence[Idea]) -> Table:
    """The chapter's table of state: the idea on the screen, all that can be chosen, guesses and missions."""
    names = tuple(idea.name for idea in ideas)
    which = Choice(key=f"{page}_idea", start=names[0], options=names)
    chosen = {row.key: row for idea in ideas for row in idea.parameters}
    users = {key: [idea.name for idea in ideas if any(row.key == key for row in idea.parameters)] for key in chosen}
    rows = [each for key, row in chosen.items() for each in of_each(row, which.key, users[key])]
    guesses = [row for idea in ideas for row in (idea.question.guess, idea.question.first_guess)]
    missions = tuple(name for idea in ideas for name in idea.missions)
    return (which, *rows, *guesses, Names(key=DONE, options=missions, own=True))


def chapter(page: str, path: str, ideas: Sequence[Idea]) -> None:
    """Show one of a chapter's ideas, and how the visitor has guessed so far. page: its name; path: in the address."""
    named = {idea.name: idea for idea in ideas}
    table, which = table_of(page, ideas), f"{page}_idea"

    @st.fragment
    def fragment() -> None:
        stage = open_stage(page, table, lambda values: named[values[which]].part, path)
        idea = named[stage.values[which]]
        hold_mission(stage, idea.question)
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            menu(stage, which, [each.is_done(stage.values) for each in ideas])
            with st.container(horizontal=True, vertical_alignment="center", width="content", key="beside_the_ideas"):
                tally(stage.values, [each.question for each in ideas])
                share("tertiary")
        ask(stage, idea.question)
        idea.layout(stage)
        lead(stage, which, list(named), [row.key for row in idea.parameters])
        stage.close()

    show(fragment)
