"""The visitor's table as cells that are typed into, in place of its text."""

from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from playground.data.sheet import DELIMITERS
from playground.lessons.your_numbers.grid import Edits, Grid, edited, edits_of, grid_of, names_of, text_of
from playground.ui import widget_values
from playground.ui.parameters import Values

PLACE = "your_cells_table"
_EDITOR = "_cells_of_own"


@dataclass(frozen=True)
class Editor:
    """The cells on the screen. A widget that holds edits cannot be given other cells: then another one starts.

    number: of those before it. start: the cells before the edits. text: the table with them.
    """

    number: int
    start: Grid
    text: str

    @property
    def key(self) -> str:
        """Its widget's."""
        return f"{PLACE}_{self.number}"


def typed(values: Values) -> dict[str, Any]:
    """What the cells say, as the text of the table; nothing as long as nothing was typed into them."""
    if not values["your_cells"]:
        return {}
    text, editor = values["your_table"], st.session_state.get(_EDITOR)
    edits = edits_of(widget_values.reported(editor.key), editor.start) if editor and editor.text == text else None
    if editor is None or edits is None:
        delimiter = values["your_delimiter"] if values["your_delimiter"] in DELIMITERS else None
        start, number = grid_of(text, delimiter), editor.number + 1 if editor else 0
        st.session_state[_EDITOR] = None if start is None else Editor(number, start, text)
        return {"your_cells": start is not None}
    return _edited(editor, edits)


def _edited(editor: Editor, edits: Edits) -> dict[str, Any]:
    if not any(edits):
        return {}
    text = text_of(edited(editor.start, edits))
    st.session_state[_EDITOR] = replace(editor, text=text)
    return {"your_table": text, "your_delimiter": "tab" if "\t" in text else None}


def cells() -> None:
    """Show the cells."""
    import pandas as pd  # as in data/reading.py

    editor: Editor = st.session_state[_EDITOR]
    names = names_of(len(editor.start[0]))
    st.caption("Names in the first row. Cells can be pasted; press + below the last row for another one.")
    with st.container(key=PLACE):
        st.data_editor(
            pd.DataFrame(editor.start, columns=names, dtype=str),
            key=editor.key,
            column_config={name: st.column_config.TextColumn(width="small") for name in names},
            num_rows="dynamic",
            hide_index=True,
            height=300,
            row_height=30,
            placeholder="",
            alt="Your table, cell by cell: names in the first row",
        )
