"""The second question of an idea, after trying: what did you see? People often see what they expected."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from playground.figures.markup import as_html
from playground.ui.parameters import Choice, Values
from playground.ui.stage import Stage


@dataclass(frozen=True)
class SecondQuestion:
    """What the visitor is asked once it can be seen.

    key: the answer's key. text: what is asked. options: what can be said. answer: the right one of them. why: the
    sentence that says what was to be seen. when: whether this state shows it.
    """

    key: str
    text: str
    options: tuple[str, ...]
    answer: str
    why: str
    when: Callable[[Values], bool]

    @property
    def row(self) -> Choice:
        """The row of the answer."""
        return Choice(key=self.key, options=self.options, own=True)

    def outcome(self, answered: str) -> str:
        """What is said of an answer, marked up as `as_html` reads it."""
        if answered == self.answer:
            return f":holds: **Yes.** {self.why}"
        return f":fails: **Look again.** {self.why}"


def ask_second_question(stage: Stage, question: SecondQuestion) -> None:
    """Ask it once this state shows it; what was answered gets a sign, and stays."""
    answered = stage.values[question.key]
    if not question.when(stage.values):
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="second_question"):
        st.html(as_html(f"**What did you see?** {question.text}"), width="content")
        for option in question.options:
            sign = "" if option != answered else "✓ " if answered == question.answer else "✗ "
            key = f"{question.key}_{option.replace(' ', '_')}"
            st.button(f"{sign}{option}", key=key, on_click=stage.put, kwargs={question.key: option})
        if answered is not None:
            st.html(f'<div data-say="">{as_html(question.outcome(answered))}</div>')
