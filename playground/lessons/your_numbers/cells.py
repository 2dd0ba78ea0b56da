"""The visitor's table as cells that are typed into, in place of its text."""

from typing import Any

import streamlit as st

from playground.data.sheet import DELIMITERS
from playground.lessons.your_numbers.grid import edited, grid_of, names_of, text_of
from playground.ui import editor
from playground.ui.edits import Edits, edits_of
from playground.ui.parameters import Values

PLACE = "your_cells_table"


def typed(values: Values) -> dict[str, Any]:
    """What the cells say, as the text of the table; nothing as long as nothing was typed into them."""
    if not values["your_cells"]:
        return {}
    text, shown = values["your_table"], editor.editor_at(PLACE)
    if shown is not None and shown.start is not None and shown.now == text:
        edits = edits_of(shown.reported(), len(shown.start), {*names_of(len(shown.start[0]))})
        if edits is not None:
            return _edited(shown, edits)
    delimiter = values["your_delimiter"] if values["your_delimiter"] in DELIMITERS else None
    cells = grid_of(text, delimiter)
    editor.start(PLACE, cells, text)
    return {"your_cells": cells is not None}


def _edited(shown: editor.Editor, edits: Edits) -> dict[str, Any]:
    if not any(edits):
        return {}
    text = text_of(edited(shown.start, edits))
    editor.take(shown, text)
    return {"your_table": text, "your_delimiter": "tab" if "\t" in text else None}


def cells() -> None:
    """Show the cells."""
    import pandas as pd  # as in data/reading.py

    shown = editor.editor_at(PLACE)
    assert shown is not None  # else there would be the text
    names = names_of(len(shown.start[0]))
    st.caption("Names in the first row. Cells can be pasted; press + below the last row for another one.")
    with st.container(key=PLACE):
        st.data_editor(
            pd.DataFrame(shown.start, columns=names, dtype=str),
            key=shown.key,
            column_config={name: st.column_config.TextColumn(width="small") for name in names},
            num_rows="dynamic",
            hide_index=True,
            height=300,
            row_height=30,
            placeholder="",
            alt="Your table, cell by cell: names in the first row",
        )
