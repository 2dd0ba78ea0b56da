"""A chapter: one idea at a time, in the order predict, try, see, explain, with a mission to end on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from playground.figures.markup import as_html
from playground.figures.screen import Screen
from playground.ui.board import Board
from playground.ui.parameters import Choice, FirstChoice, Names, Parameter, Values
from playground.ui.share import share
from playground.ui.stage import Part, Stage, open_stage, show
from playground.ui.state import Table

SHOW_ME = "show me"
"""The answer of a visitor who would rather see than guess: it opens the explanation and counts as no guess."""


@dataclass(frozen=True)
class Question:
    """What the visitor guesses before anything is shown.

    key: the guess's key. text: what is asked. options: what can be guessed. answer: the right one of them. why: two
    sentences that say why.
    """

    key: str
    text: str
    options: tuple[str, ...]
    answer: str
    why: str

    @property
    def guess(self) -> Choice:
        """The row of the guess that counts now."""
        return Choice(key=self.key, options=(*self.options, SHOW_ME), own=True)

    @property
    def first_guess(self) -> FirstChoice:
        """The row of the first guess."""
        return FirstChoice(key=f"first_{self.key}", of=self.guess)


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
    return (which, *chosen.values(), *guesses, Names(key="done", options=missions, own=True))


def chapter(page: str, path: str, ideas: Sequence[Idea]) -> None:
    """Show one of a chapter's ideas, and how the visitor has guessed so far. page: its name; path: in the address."""
    named = {idea.name: idea for idea in ideas}
    table = table_of(page, ideas)

    @st.fragment
    def fragment() -> None:
        stage = open_stage(page, table, lambda values: named[values[f"{page}_idea"]].part, path)
        idea = named[stage.values[f"{page}_idea"]]
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            stage.segmented_control(f"{page}_idea", "idea", label_visibility="collapsed")
            with st.container(horizontal=True, vertical_alignment="center", width="content", key="beside_the_ideas"):
                tally(stage.values, [each.question for each in ideas])
                share("tertiary")
        predict(stage, idea.question)
        idea.layout(stage)
        stage.close()

    show(fragment)


def predict(stage: Stage, question: Question) -> None:
    """Ask for a guess before anything is shown."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**Guess first.** {question.text}", width="content")
        stage.segmented_control(question.key, question.text, label_visibility="collapsed")


def explain(stage: Stage, question: Question) -> None:
    """Say what is the case, whatever the guess was, once there is one. Its place is kept until then."""
    guess = stage.values[question.key]
    with st.container(key="explained"):
        if guess is None:
            st.caption("Guess above: then two sentences say here what is the case.")
            return
        opening = {SHOW_ME: "", question.answer: f"You guessed “**{guess}**”, and that is right. "}
        otherwise = f"You guessed “**{guess}**”; right is “**{question.answer}**”. "
        st.html(as_html(opening.get(guess, otherwise) + question.why))


def tally(values: Values, questions: Sequence[Question]) -> None:
    """How many first guesses were right. Only the visitor sees it; nothing is stored."""
    firsts = [(question, values[question.first_guess.key]) for question in questions]
    made = [(question, first) for question, first in firsts if first not in (None, SHOW_ME)]
    if made:
        right = sum(first == question.answer for question, first in made)
        st.caption(f"First guesses: {right} of {len(made)} right. Only you see this.", width="content")


def show_mission(stage: Stage) -> None:
    """Show the screen's mission; once solved it stays so, in this session and in the link (`done=name,name`).

    It is solved where the hand rests: a tip that is dragged past the answer has not found it.
    """
    mission = stage.screen.mission
    assert mission is not None
    done = stage.values["done"]
    solved = mission.solved and not stage.report.moving
    if solved and mission.name not in done:
        stage.put(done=(*done, mission.name))
    with st.container(horizontal=True, vertical_alignment="center", key=f"mission_{mission.name}"):
        icon = ":material/check_circle:" if solved or mission.name in done else ":material/radio_button_unchecked:"
        outcome = " **Solved!**" if solved else " Solved earlier." if mission.name in done else ""
        st.markdown(f"{icon} **Mission:** {mission.task}{outcome}")
        for number, hint in enumerate(mission.hints, start=1):
            with st.popover(f"hint {number}", key=f"hint_{mission.name}_{number}"):
                st.html(as_html(hint))
