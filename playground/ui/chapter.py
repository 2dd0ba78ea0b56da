"""The parts of a chapter: one idea at a time, in the order predict, try, see, explain, with missions to end on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from playground.ui.link import keep, said, segmented_control, whole_link
from playground.ui.live import Changes, Hand, hand, live
from playground.ui.share import share

SHOW_ME = "show me"
"""The answer of a visitor who would rather see than guess: it opens the explanation and counts as no guess."""


@dataclass(frozen=True)
class Question:
    """What the visitor guesses before anything is shown.

    key: the guess's name in the link. text: what is asked. options: what can be guessed. answer: the right one of
    them. why: two sentences that say why.
    """

    key: str
    text: str
    options: tuple[str, ...]
    answer: str
    why: str

    @property
    def choices(self) -> list[str]:
        """What can be chosen: a guess, or to be shown."""
        return [*self.options, SHOW_ME]

    @property
    def first_guess(self) -> str | None:
        """The first choice: a later one was made with the picture in view. A link's counts as made."""
        linked = said(self.key)
        first: str | None = st.session_state.get(self._first)
        return first or (linked if linked in self.choices else None)

    def remember(self, guess: str) -> None:
        """Keep this choice in the session as the first one, unless there is one."""
        st.session_state.setdefault(self._first, guess)

    @property
    def _first(self) -> str:
        return f"_first_{self.key}"


@dataclass(frozen=True)
class Idea:
    """One idea of a chapter.

    name: what the menu says. question: what is asked before anything is shown.
    draw: shows the rest, given the visitor's hand and guess (None until there is one): what can be tried and seen, then
    the explanation and the mission. It returns what is to be changed in the charts it drew (see `live_chart`).
    """

    name: str
    question: Question
    draw: Callable[[Hand, str | None], Changes]


@st.fragment
def chapter(name: str, ideas: Sequence[Idea]) -> None:
    """Show one of a chapter's ideas, in the order predict, try, see, explain, and how the visitor has guessed so far.

    name: the chapter's own in the link.
    It is one fragment, and its ideas have none of their own: Streamlit reruns one fragment for all that changes at
    one moment, and a new idea or guess changes more than an idea's own part.
    """
    with whole_link(name):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            idea = choose_idea(name, ideas)
            with st.container(horizontal=True, vertical_alignment="center", width="content", key="beside_the_ideas"):
                beside = st.container(width="content")
                share("tertiary", leave_out=["done", *(each.question.key for each in ideas)])
        told = hand()
        guess = predict(idea.question)
        live(idea.draw(told, guess), told)
        with beside:  # last, as a guess is known once it was asked for
            tally([each.question for each in ideas])


def choose_idea(chapter_name: str, ideas: Sequence[Idea]) -> Idea:
    """Let the visitor choose which idea of the chapter is on the screen.

    Each chapter's key is its own, as all keys are: a shared one would carry a page's choice to another page.
    """
    named = {idea.name: idea for idea in ideas}
    names = list(named)
    return named[segmented_control("idea", names, names[0], key=f"{chapter_name}_idea", label_visibility="collapsed")]


def predict(question: Question) -> str | None:
    """Ask for a guess before anything is shown; None until there is one."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**Guess first.** {question.text}", width="content")
        guess = segmented_control(question.text, question.choices, None, key=question.key, label_visibility="collapsed")
    if guess is not None:
        question.remember(guess)
    return guess


def explain(question: Question, guess: str | None) -> None:
    """Say what is the case, whatever the guess was, once there is one. Its place is kept until then."""
    with st.container(key="explained"):
        if guess is None:
            st.caption("Guess above: then two sentences say here what is the case.")
            return
        opening = {SHOW_ME: "", question.answer: f"You guessed “**{guess}**”, and that is right. "}
        otherwise = f"You guessed “**{guess}**”; right is “**{question.answer}**”. "
        st.markdown(opening.get(guess, otherwise) + question.why)


def tally(questions: Sequence[Question]) -> None:
    """How many first guesses were right. Only the visitor sees it; nothing is stored."""
    made = [question for question in questions if question.first_guess not in (None, SHOW_ME)]
    if made:
        right = sum(question.first_guess == question.answer for question in made)
        st.caption(f"First guesses: {right} of {len(made)} right. Only you see this.", width="content")


def verdict(claim: str, holds: bool, because: str) -> None:
    """A claim that learners may have read elsewhere, and what the visitor's own experiment says about it."""
    sign = ":material/check_circle: **holds here**" if holds else ":material/cancel: **does not hold here**"
    st.markdown(f"“{claim}”: {sign}. {because}")


def verdicts(guess: str | None, claims: Sequence[tuple[str, bool, str]]) -> None:
    """What the visitor's experiment says about each claim (claim, holds, because), once there is a guess."""
    with st.container(key="verdicts", gap="xsmall"):
        if guess is None:
            st.markdown("Guess first. Then the verdict of your experiment appears here.")
            return
        for claim, holds, because in claims:
            verdict(claim, holds, because)


@dataclass(frozen=True)
class Mission:
    """Something to reach on this page.

    name: its name in the link. task: what to do. solved: whether what is on the screen now does it, from the core.
    hints: two sentences made from the present state, the second one more direct.
    """

    name: str
    task: str
    solved: bool
    hints: tuple[str, str]


def show_mission(mission: Mission) -> None:
    """Show a mission; once solved it stays so, in this session and in the link (`done=name,name`).

    It is solved where the hand rests: a slider that is dragged past the answer has not found it.
    """
    done = [name for name in said("done").split(",") if name.isidentifier()]
    solved = mission.solved and not hand().moving
    if solved and mission.name not in done:
        done.append(mission.name)
    keep("done", ",".join(done) or None)
    with st.container(horizontal=True, vertical_alignment="center", key=f"mission_{mission.name}"):
        icon = ":material/check_circle:" if mission.name in done else ":material/radio_button_unchecked:"
        outcome = " **Solved!**" if solved else " Solved earlier." if mission.name in done else ""
        st.markdown(f"{icon} **Mission:** {mission.task}{outcome}")
        for number, hint in enumerate(mission.hints, start=1):
            with st.popover(f"hint {number}", key=f"hint_{mission.name}_{number}"):
                st.markdown(hint)
