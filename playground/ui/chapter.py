"""A chapter: one idea at a time, in the order predict, try, see, explain, with a mission to end on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from playground.figures.glossary import terms_for
from playground.figures.screen import Screen
from playground.ui.board import Board
from playground.ui.glossary import explain_new, explain_on_tap
from playground.ui.lesson import arithmetic, lead, menu
from playground.ui.mission import DONE, mission_of, show_mission
from playground.ui.parameters import Choice, Parameter, Values
from playground.ui.part import FACTS, Part
from playground.ui.question import SHOW_ME, Question, ask, explain, is_answered, tally
from playground.ui.scopes import of_each
from playground.ui.second_question import SecondQuestion, ask_second_question
from playground.ui.share import held, share
from playground.ui.some import Names
from playground.ui.stage import Stage, open_stage, show
from playground.ui.state import Table, settled

__all__ = [
    "SHOW_ME",
    "Idea",
    "Question",
    "SecondQuestion",
    "arithmetic",
    "chapter",
    "is_answered",
    "table_of",
]


@dataclass(frozen=True)
class Idea:
    """One idea of a chapter.

    name: what the menu says. question: what is asked before anything is shown. parameters: the rows that it depends on,
    beside the guess, those that others depend on first; ideas may share some. view: its screen as a function of the
    state. layout: shows controls, and the parts of the screen; what comes below is alike for all ideas. missions: their
    names. boards, listen: see `Part`. terms: words of the glossary that its controls use; those on its screen are
    found. second_question: what is asked after trying. opening: what shared rows have when the idea is chosen from the
    menu, where that is not their start; a link that does not name them opens their start.
    """

    name: str
    question: Question
    parameters: tuple[Parameter, ...]
    view: Callable[[Values], Screen]
    layout: Callable[[Stage], None]
    missions: tuple[str, ...] = ()
    boards: tuple[Board, ...] = ()
    listen: Callable[[Values], dict[str, Any]] = field(default=lambda values: {})
    terms: tuple[str, ...] = ()
    second_question: SecondQuestion | None = None
    opening: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def part(self) -> Part:
        """What of the chapter is on the screen with this idea."""
        return Part(
            self.view, (*(row.key for row in self.parameters), self.question.key), self.boards, listen=self.listen
        )

    def is_done(self, values: Values) -> bool:
        """Whether its missions are solved; where it has none, whether its question is answered."""
        return set(self.missions) <= set(values[DONE]) if self.missions else is_answered(values, self.question)

    def terms_in(self, values: Values, screen: Screen) -> list[str]:
        """The words of the glossary that stand on that screen of it."""
        asked = self.question
        texts = [*self.terms, asked.text, *asked.options, *screen.words.values()]
        if is_answered(values, asked):
            texts += [asked.why, asked.more, *(screen.mission.hints if screen.mission else ())]
        return terms_for("\n".join(texts))


def first_terms(page: str, ideas: Sequence[Idea]) -> dict[str, list[str]]:
    """By idea, the words of the glossary that stand there for the first time in the chapter, as its ideas open."""
    table, first, known = (*table_of(page, ideas), *FACTS), {}, set[str]()
    for idea in ideas:
        values = settled(table, {idea.question.key: idea.question.answer})
        first[idea.name] = [term for term in idea.terms_in(values, idea.view(values)) if term not in known]
        known |= set(first[idea.name])
    return first


_FIRST: dict[str, dict[str, list[str]]] = {}
"""Of each chapter's page, as nothing of it depends on a visitor."""


def table_of(page: str, ideas: Sequence[Idea]) -> Table:
    """The chapter's table of state: the idea on the screen, all that can be chosen, guesses and missions."""
    names = tuple(idea.name for idea in ideas)
    which = Choice(key=f"{page}_idea", start=names[0], options=names)
    chosen = {row.key: row for idea in ideas for row in idea.parameters}
    users = {key: [idea.name for idea in ideas if any(row.key == key for row in idea.parameters)] for key in chosen}
    openings = {key: {idea.name: idea.opening[key] for idea in ideas if key in idea.opening} for key in chosen}
    rows = [each for key, row in chosen.items() for each in of_each(row, which.key, users[key], openings[key])]
    guesses = [row for idea in ideas for row in (idea.question.guess, idea.question.first_guess)]
    second_answers = [idea.second_question.row for idea in ideas if idea.second_question]
    missions = tuple(name for idea in ideas for name in idea.missions)
    return (which, *rows, *guesses, *second_answers, Names(key=DONE, options=missions, own=True))


def chapter(page: str, path: str, ideas: Sequence[Idea]) -> None:
    """Show one of a chapter's ideas, and how the visitor has guessed so far. page: its name; path: in the address."""
    named = {idea.name: idea for idea in ideas}
    table, which = table_of(page, ideas), f"{page}_idea"
    if page not in _FIRST:
        _FIRST[page] = first_terms(page, ideas)
    first = _FIRST[page]

    def shown() -> Stage:
        stage = open_stage(page, table, lambda values: named[values[which]].part, path)
        idea = named[stage.values[which]]
        mission = mission_of(stage, idea.question)
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            menu(stage, which, [each.is_done(stage.values) for each in ideas])
            with st.container(width="content", key="beside_the_ideas"):
                share("tertiary", held(stage.table, stage.values))
        ask(stage, idea.question)
        idea.layout(stage)
        explain(stage, idea.question)
        if mission:
            show_mission(stage, mission)
        if idea.second_question and is_answered(stage.values, idea.question):
            ask_second_question(stage, idea.second_question)
        terms = stage.look(lambda screen: idea.terms_in(stage.values, screen))
        new = [term for term in first[idea.name] if term in terms and is_answered(stage.values, idea.question)]
        explain_new(new)
        start = {row.key: idea.opening.get(row.key) for row in idea.parameters if not row.brought}
        with lead(stage, which, list(named), start):
            explain_on_tap([term for term in terms if term not in new])
            tally(stage.values, [each.question for each in ideas])
        return stage

    show(shown)
