"""What belongs to one visitor alone: their notebook, with the page's table of state and its view, and their file."""

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from playground.lessons.your_numbers.cells import typed
from playground.lessons.your_numbers.notebook import Notebook
from playground.lessons.your_numbers.table import table_of
from playground.lessons.your_numbers.view import view_of
from playground.ui import widget_values
from playground.ui.part import Part
from playground.ui.state import Table

UPLOAD = "your_upload"
_OWN = "_own_numbers"


def own() -> tuple[Notebook, Table, Part]:
    """This visitor's notebook, and the page's table of state and view with it."""
    if _OWN not in st.session_state:
        notebook = Notebook()
        table = table_of(notebook)
        part = Part(
            view_of(notebook),
            tuple(row.key for row in table),
            listen=lambda values: {
                "your_file": notebook.name,
                "your_brought": notebook.origin(values),
                **typed(values),
            },
        )
        st.session_state[_OWN] = notebook, table, part
    kept: tuple[Notebook, Table, Part] = st.session_state[_OWN]
    return kept


def take_file() -> None:
    """Take the file that was chosen in place of the one before; a file that was taken off the screen is dropped."""
    notebook, _, _ = own()
    file = widget_values.reported(UPLOAD)
    drop_file()
    if isinstance(file, UploadedFile):  # else there is none, or this server has it no more
        notebook.take(file.file_id, file.getvalue(), file.name)


def drop_file() -> None:
    """Be without a file."""
    own()[0].take("", b"")
