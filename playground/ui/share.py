"""Sharing: the page's address holds everything the visitor chose."""

from typing import Literal

import streamlit as st

from playground.ui.browser import place

EVERYTHING = "This page's address holds everything you chose."


def share(button: Literal["secondary", "tertiary"] = "secondary", holds: str = EVERYTHING) -> None:
    """Show the menu with what copies the address, behind a button of that type (Streamlit's: with a frame, without).

    holds: what is said of the address.
    Where the page asks for answers, a second button copies the address without them, for a class.
    """
    with st.popover("share", icon=":material/link:", type=button):
        st.caption(holds)
        place("share")
