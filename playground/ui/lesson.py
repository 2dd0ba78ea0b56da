"""The frame of a chapter's ideas: the menu with ticks, what is there on demand, and the way to the next idea."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from playground.ui.stage import Stage

_FINISHED = "_finished"
"""The chapters all of whose ideas are done."""


def menu(stage: Stage, which: str, done: Sequence[bool]) -> None:
    """Show the ideas to choose from. which: the row of the chosen one. done: of each idea, in the menu's order."""
    others = st.session_state.get(_FINISHED, frozenset()) - {stage.page}
    st.session_state[_FINISHED] = others | ({stage.page} if all(done) else frozenset())
    with st.container(key="ideas", width="content"):
        stage.segmented_control(which, "idea", label_visibility="collapsed")
        # An option cannot have another name when it is done: it is its name in the link. See `lesson.css`.
        places = " ".join(str(place) for place, is_done in enumerate(done, start=1) if is_done)
        st.html(f'<span class="unseen" data-done="{places}"></span>')


def sign_of(page: str) -> str | None:
    """The icon of a chapter in the navigation: a tick once all of its ideas are done."""
    return ":material/check:" if page in st.session_state.get(_FINISHED, ()) else None


def sides(*shares: float) -> list[DeltaGenerator]:
    """Places beside each other: for what is tried, for what is seen, and for more. shares: of the width.

    On a phone the pictures come first, then what is tried, then the words (see `lesson.css`).
    """
    with st.container(key="sides"):
        tried, *others = st.columns(shares or (1.1, 4), gap="medium")
    return [tried.container(key="tried"), *others]


def arithmetic() -> DeltaGenerator:
    """The place for the numbers behind what is shown, which are there on demand."""
    return st.expander("show the arithmetic", key="arithmetic_on_demand")


@contextmanager
def lead(stage: Stage, which: str, names: Sequence[str], start: Mapping[str, Any]) -> Iterator[None]:
    """Show what puts this idea's controls back to their start, and the ways to the ideas before and after it.

    What is shown within stands between them. names: of all ideas, in order. start: of this idea's controls; None: the
    row's own.
    """
    at = names.index(stage.values[which])
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="lead"):
        st.button("reset", icon=":material/restart_alt:", key="reset_idea", on_click=stage.put, kwargs=dict(start))
        yield
        with st.container(horizontal=True, horizontal_alignment="right", gap="small", key="ways"):
            if at > 0:
                _to(stage, which, names[at - 1], "idea_before", ":material/arrow_back:")
            if at + 1 < len(names):
                _to(stage, which, names[at + 1], "idea_after", ":material/arrow_forward:")


def _to(stage: Stage, which: str, name: str, key: str, icon: str) -> None:
    label = f"{'back' if key == 'idea_before' else 'next'}: {name}"
    st.button(label, icon=icon, key=key, on_click=_open, args=(stage, which, name))


def _open(stage: Stage, which: str, name: str) -> None:
    stage.latest()  # what was changed in the same moment belongs to the idea that is left
    stage.put(**{which: name})
