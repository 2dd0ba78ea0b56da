"""A question that the visitor answers before anything is shown: large, on top, with its answer in the same place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import escape

import streamlit as st

from playground.figures.markup import as_html
from playground.ui.parameters import Choice, FirstChoice, Values
from playground.ui.stage import Stage

SHOW_ME = "show me"
"""The answer of a visitor who would rather see than guess: it opens the explanation and counts as no guess."""


@dataclass(frozen=True)
class Question:
    """What the visitor guesses before anything is shown.

    key: the guess's key. text: what is asked. options: what can be guessed. answer: the right one of them. why: the
    sentence that says why. more: what is worth trying or knowing next, below. exception: the right option and why it is
    so, in states in which `answer` is not; None in all others.
    """

    key: str
    text: str
    options: tuple[str, ...]
    answer: str
    why: str
    more: str = ""
    exception: Callable[[Values], tuple[str, str] | None] = field(default=lambda values: None)

    @property
    def guess(self) -> Choice:
        """The row of the guess that counts now."""
        return Choice(key=self.key, options=(*self.options, SHOW_ME), own=True)

    @property
    def first_guess(self) -> FirstChoice:
        """The row of the first guess."""
        return FirstChoice(key=f"first_{self.key}", of=self.guess)

    def right(self, values: Values) -> tuple[str, str]:
        """The option that is right in this state, and why it is."""
        return self.exception(values) or (self.answer, self.why)

    def outcome(self, values: Values) -> str:
        """What is said once there is a guess, marked up as `as_html` reads it: right or wrong, and why."""
        guess = values[self.key]
        if guess is None:
            return ""
        right, why = self.right(values)
        if guess == SHOW_ME:
            return f"The answer is “**{right}**”. {why}"
        return f":holds: **Right.** {why}" if guess == right else f":fails: It is “**{right}**”. {why}"


def is_answered(values: Values, question: Question) -> bool:
    """Whether there is a guess: then what answers the question may be shown."""
    return values[question.key] is not None


def ask(stage: Stage, question: Question) -> None:
    """Ask for a guess; once there is one, a sign stands on it (see `question.css`), and beside it why."""
    values = stage.values
    with st.container(key="asked", gap="xsmall"):
        st.html(f"<h2>{escape(question.text)}</h2>")
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            stage.segmented_control(question.key, question.text, label_visibility="collapsed", width="content")
            with st.container(key="outcome_of_the_guess", width="stretch"):
                st.html(_outcome(question, values))


def _outcome(question: Question, values: Values) -> str:
    if not is_answered(values, question):
        return "<p></p>"
    right = question.options.index(question.right(values)[0]) + 1
    return f'<div data-right="{right}" data-say="">{as_html(question.outcome(values))}</div>'


def explain(stage: Stage, question: Question) -> None:
    """Say what is worth trying or knowing next, once there is a guess."""
    if question.more and is_answered(stage.values, question):
        with st.container(key="explained"):
            st.html(as_html(question.more))


def tally(values: Values, questions: Sequence[Question]) -> None:
    """How many first guesses were right. Only the visitor sees it; nothing is stored."""
    firsts = [(question, values[question.first_guess.key]) for question in questions]
    made = [(question, first) for question, first in firsts if first not in (None, SHOW_ME)]
    if made:
        right = sum(first == question.right(values)[0] for question, first in made)
        st.caption(f"First guesses: {right} of {len(made)} right. Only you see this.", width="content")
