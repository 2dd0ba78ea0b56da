"""The table in which both columns are edited, with their products beside them."""

from typing import Any

import streamlit as st

from playground.learning import products
from playground.lessons.dot_product.many_numbers.columns import MOST, as_text, columns_of
from playground.ui import editor
from playground.ui.edits import edits_of
from playground.ui.parameters import Values

PLACE = "numbers_table"
PRODUCT = "u × v"


def typed(values: Values) -> dict[str, Any]:
    """What the cells say. A new table starts from the state, and for edits that no hand can make."""
    columns, shown = columns_of(values), editor.editor_at(PLACE)
    edits = edits_of(shown.reported(), MOST, {"u", "v"}) if shown and shown.now == columns else None
    if shown is None or edits is None or edits.added or edits.deleted:
        editor.start(PLACE, columns, columns)
        return {}
    now = shown.start.edited(edits.changed)
    editor.take(shown, now)
    return {"u": now.u, "v": now.v}


def table() -> None:
    """Show the columns, editable, and their products."""
    import pandas as pd  # as in data/reading.py

    shown = editor.editor_at(PLACE)
    assert shown is not None  # as what was typed is looked at first
    start, now = shown.start, shown.now
    parts = dict(zip(now.positions, products(*now.pair).tolist() if now.positions else [], strict=True))
    cells = {"u": as_text(start.u), "v": as_text(start.v), PRODUCT: [parts.get(i) for i in range(MOST)]}
    number = st.column_config.TextColumn(alignment="right")
    with st.container(key=PLACE):
        st.data_editor(
            pd.DataFrame(cells, index=pd.Index(range(1, MOST + 1), name="row")).astype({PRODUCT: float}),
            key=shown.key,
            column_config={"u": number, "v": number, PRODUCT: st.column_config.NumberColumn(disabled=True)},
            height="content",
            row_height=30,
            placeholder="",
            alt="Two columns of numbers, u and v, and their products",
        )
