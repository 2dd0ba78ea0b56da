"""Where a table comes from, and how it is read: what stands on the left before there is one."""

import streamlit as st

from playground.data.reading import LARGEST_FILE, MOST_COLUMNS, MOST_ROWS
from playground.data.sheet import Question
from playground.figures.markup import as_markdown
from playground.lessons.your_numbers.cells import cells
from playground.lessons.your_numbers.examples import EXAMPLES
from playground.lessons.your_numbers.grid import grid_of
from playground.lessons.your_numbers.keys import TOO_LONG
from playground.lessons.your_numbers.notebook import Notebook
from playground.lessons.your_numbers.table import is_drawn
from playground.lessons.your_numbers.visitor import UPLOAD, drop_file, own, take_file
from playground.ui import widget_values
from playground.ui.browser import place
from playground.ui.stage import Stage


def bring(stage: Stage, is_there: bool) -> None:
    """Where a table comes from, and how it is read."""
    text = stage.values["your_table"]
    drawn = is_drawn(text) and not stage.values["your_file"]
    with st.expander(
        "your table", expanded=drawn or not is_there or stage.values["your_cells"], icon=":material/table:"
    ):
        if not stage.values["your_file"] and grid_of(text):
            stage.toggle("your_cells", "as cells", help=_CELLS)
        if stage.values["your_cells"]:
            cells()
        else:
            stage.text_area("your_table", "paste or type", height=170, placeholder=PLACEHOLDER, help=_PASTE)
        upload(stage, own()[0])
        if drawn and not stage.values["your_cells"]:
            with st.container(key="your_drawing"):
                st.markdown("or draw points", help=_DRAW)
                place("drawing", field="your_table")
        if stage.values["your_brought"] == TOO_LONG:
            st.caption("This table is too long for a link. To keep it or to share it, save it as a file.")
        with st.popover("how it is read", icon=":material/tune:"):
            stage.selectbox("your_delimiter", "between cells")
            stage.selectbox("your_decimal_mark", "decimal mark")
            stage.selectbox("your_header", "first line holds")
            stage.selectbox("your_encoding", "encoding of a file")


def upload(stage: Stage, notebook: Notebook) -> None:
    """A file; it is kept while the visitor looks at other pages, where Streamlit forgets what was uploaded."""
    if notebook.name and widget_values.reported(UPLOAD) is None:
        st.markdown(f"In use: the file {as_markdown(notebook.title)}")
        st.button("without it", key="your_file_off", icon=":material/close:", on_click=_drop, args=(stage,))
    else:
        largest = LARGEST_FILE // 2**20
        st.file_uploader("or a file", key=UPLOAD, max_upload_size=largest, help=_FILE, on_change=_take, args=(stage,))


def _take(stage: Stage) -> None:
    take_file()
    stage.lay_out()


def _drop(stage: Stage) -> None:
    drop_file()
    stage.lay_out()


def examples(stage: Stage) -> None:
    """Tables to begin with."""
    st.markdown("Or take one of these:")
    with st.container(horizontal=True):
        for i, (name, text) in enumerate(EXAMPLES.items(), start=1):
            st.button(name, key=f"your_example_{i}", on_click=stage.put, kwargs={"your_table": text})


def ask(stage: Stage, question: Question) -> None:
    """Let the visitor say what a comma, or a point, means."""
    decimal, other = ("comma", "point") if question.sign == "," else ("point", "comma")
    with st.container(horizontal=True):
        for label, mark in (("between thousands", other), (f"decimal {decimal}", decimal)):
            key = f"your_comma_{mark}"
            st.button(label, key=key, on_click=stage.put, kwargs={"your_decimal_mark": mark}, type="primary")


PLACEHOLDER = "arm (cm)\theight (cm)\n62\t154\n68\t163"
_PASTE = "Copy cells in a spreadsheet and paste them here. Names in the first line, one row for each thing measured."
_CELLS = "The table as in a spreadsheet: type into a cell, or paste cells that were copied elsewhere."
_DRAW = "Press to add a point, drag to move it. A double click or the delete key takes it away; arrow keys move it."
_FILE = (
    f"A text file such as CSV, up to {LARGEST_FILE // 2**20} MB, {MOST_ROWS // 1000} 000 rows and {MOST_COLUMNS} "
    "columns. It stays in this visit: it is in no link, nobody else sees it, and it is gone when you leave."
)
