"""The parts of a chapter: one idea at a time, in the order predict, try, see, explain, with missions to end on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

BOUND: dict[str, Any] = {"bind": "query-params"}
SHOW_ME = "show me"
"""The answer of a visitor who would rather see than guess: it opens the explanation and counts as no guess."""


@st.fragment
def chapter(name: str, ideas: Mapping[str, Callable[[], None]], answers: Mapping[str, str]) -> None:
    """Show one of a chapter's ideas and how the visitor has guessed so far.

    name: the chapter's own in the link. ideas: what the menu says -> what draws it. answers: key of a guess -> right
    answer.
    It is one fragment, and its ideas have none of their own: Streamlit reruns one fragment for all that changes at
    one moment, and a new idea or guess changes more than an idea's own part.
    """
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        idea = choose_idea(name, list(ideas))
        beside = st.container(width="content")
    ideas[idea]()
    with beside:  # last, as a link's guess is known once its idea was drawn
        tally(answers)


def choose_idea(chapter_name: str, names: Sequence[str]) -> str:
    """Let the visitor choose which idea of the chapter is on the screen.

    Each chapter's key is its own, as all keys are: a shared one would carry a page's choice to another page.
    """
    key = f"{chapter_name}_idea"
    chosen: str = st.segmented_control(
        "idea", names, default=names[0], required=True, key=key, label_visibility="collapsed", **BOUND
    )
    return chosen


def predict(key: str, question: str, options: Sequence[str]) -> str | None:
    """Ask for a guess before anything is shown; None until there is one. The link has it under the key."""
    choices = [*options, SHOW_ME]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**Guess first.** {question}", width="content")
        guess: str | None = st.segmented_control(question, choices, key=key, label_visibility="collapsed", **BOUND)
    if guess is not None:
        st.session_state.setdefault(_first(key), guess)
    return guess


def _first(key: str) -> str:
    """Where the session keeps the first answer to a question: a later one was given with the picture in view."""
    return f"_first_{key}"


def explain(guess: str | None, answer: str, text: str) -> None:
    """Say what is the case, whatever the guess was, once there is one."""
    if guess is None:
        return
    said = {SHOW_ME: "", answer: f"You guessed **{guess}**, and so it is. "}
    st.markdown(said.get(guess, f"You guessed **{guess}**; it is **{answer}**. ") + text)


def tally(answers: Mapping[str, str]) -> None:
    """How many first guesses (key -> right answer) were right. Only the visitor sees it; nothing is stored."""
    guesses = {key: st.session_state.get(_first(key)) for key in answers}
    made = [key for key, guess in guesses.items() if guess not in (None, SHOW_ME)]
    if made:
        right = sum(guesses[key] == answers[key] for key in made)
        st.caption(f"Your first guesses: {right} of {len(made)} right. Only you see this.", width="content")


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


def missions(chapter: str, tasks: Sequence[Mission]) -> None:
    """Show missions; those once solved stay so, in this session and in the link (`done=name,name`).

    Those of the chapter's other ideas, which are not shown now, stay in the link as they are.
    """
    done = _done(chapter, tasks)
    for mission in tasks:
        with st.container(horizontal=True, vertical_alignment="center", key=f"mission_{mission.name}"):
            icon = ":material/check_circle:" if mission.name in done else ":material/radio_button_unchecked:"
            st.markdown(f"{icon} **Mission:** {mission.task}" + (" Solved!" if mission.name in done else ""))
            for number, hint in enumerate(mission.hints, start=1):
                with st.popover(f"hint {number}", key=f"hint_{mission.name}_{number}"):
                    st.markdown(hint)


def _done(chapter: str, tasks: Sequence[Mission]) -> set[str]:
    kept: set[str] = st.session_state.setdefault(f"_done_{chapter}", set())
    in_link = [name for name in st.query_params.get("done", "").split(",") if name.replace("-", "_").isidentifier()]
    kept.update(mission.name for mission in tasks if mission.solved or mission.name in in_link)
    text = ",".join(dict.fromkeys([*in_link, *sorted(kept)]))
    if text and text != st.query_params.get("done"):
        st.query_params["done"] = text
    return kept
