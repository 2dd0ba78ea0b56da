"""A table whose cells are typed into: which one is on the screen."""

from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from playground.ui import widget_values


@dataclass(frozen=True)
class Editor:
    """A table on the screen. A widget that holds edits cannot be given other cells: then another one starts.

    place: tells it from those of other pages. number: of those before it. start: the cells before the edits. now: what
    the page's state has of them, with the edits.
    """

    place: str
    number: int
    start: Any
    now: Any

    @property
    def key(self) -> str:
        """Its widget's."""
        return f"{self.place}_{self.number}"

    def reported(self) -> Any:
        """What its widget says."""
        return widget_values.reported(self.key)


def editor_at(place: str) -> Editor | None:
    """The table on the screen there, if there is one."""
    found: Editor | None = st.session_state.get(_key(place))
    return found


def start(place: str, cells: Any, now: Any) -> None:
    """Let another table be there."""
    before = editor_at(place)
    st.session_state[_key(place)] = Editor(place, before.number + 1 if before else 0, cells, now)


def take(editor: Editor, now: Any) -> None:
    """Let that table be what its edits have made of it."""
    st.session_state[_key(editor.place)] = replace(editor, now=now)


def _key(place: str) -> str:
    return f"_{place}"
