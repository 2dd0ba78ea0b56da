"""The table in which both columns are edited, with their products beside them."""

from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from playground.learning import products
from playground.lessons.dot_product.many_numbers.columns import MOST, Columns, as_text, columns_of, edits_of
from playground.ui import widget_values
from playground.ui.parameters import Values

PLACE = "numbers_table"
PRODUCT = "u × v"
_EDITOR = "_numbers_table"


@dataclass(frozen=True)
class Editor:
    """The table on the screen. A widget that holds edits cannot be given other cells: then another one starts.

    number: of those before it. start: the cells before the edits; now: with them.
    """

    number: int
    start: Columns
    now: Columns

    @property
    def key(self) -> str:
        """Its widget's."""
        return f"{PLACE}_{self.number}"


def typed(values: Values) -> dict[str, Any]:
    """What the cells say. A new table starts from the state, and for edits that no hand can make."""
    columns = columns_of(values)
    editor: Editor | None = st.session_state.get(_EDITOR)
    edits = edits_of(widget_values.reported(editor.key)) if editor and editor.now == columns else None
    if editor is None or edits is None:
        st.session_state[_EDITOR] = Editor(editor.number + 1 if editor else 0, columns, columns)
        return {}
    now = editor.start.edited(edits)
    st.session_state[_EDITOR] = replace(editor, now=now)
    return {"u": now.u, "v": now.v}


def table() -> None:
    """Show the columns, editable, and their products."""
    import pandas as pd  # as in data/reading.py

    editor: Editor = st.session_state[_EDITOR]
    start, now = editor.start, editor.now
    parts = dict(zip(now.positions, products(*now.pair).tolist() if now.positions else [], strict=True))
    cells = {"u": as_text(start.u), "v": as_text(start.v), PRODUCT: [parts.get(i) for i in range(MOST)]}
    number = st.column_config.TextColumn(alignment="right")
    with st.container(key=PLACE):
        st.data_editor(
            pd.DataFrame(cells, index=pd.Index(range(1, MOST + 1), name="row")).astype({PRODUCT: float}),
            key=editor.key,
            column_config={"u": number, "v": number, PRODUCT: st.column_config.NumberColumn(disabled=True)},
            height="content",
            row_height=30,
            placeholder="",
            alt="Two columns of numbers, u and v, and their products",
        )
