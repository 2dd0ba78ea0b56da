"""Sharing: the page's address holds everything the visitor chose."""

from typing import Literal

import streamlit as st

from playground.ui.browser import place
from playground.ui.parameters import Values
from playground.ui.state import Table

EVERYTHING = "This page's address holds everything you chose."
WITHOUT_ROWS = "This page's address holds what you chose, but not the rows that you brought: share these as a file."


def held(table: Table, values: Values) -> str:
    """What is said of the address of a page that may show rows which the visitor brought."""
    rows = [row for row in table if row.brought and values[row.key] is not None and row.is_in_link(values)]
    return EVERYTHING if all(row.write(values[row.key]) for row in rows) else WITHOUT_ROWS


def share(button: Literal["secondary", "tertiary"] = "secondary", holds: str = EVERYTHING) -> None:
    """Show the menu with what copies the address, behind a button of that type (Streamlit's: with a frame, without).

    holds: what is said of the address.
    Where the page asks for answers, a second button copies the address without them, for a class.
    """
    with st.popover("share", icon=":material/link:", type=button):
        st.caption(holds)
        place("share")
