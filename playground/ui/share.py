"""Sharing: the page's address holds everything the visitor chose."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from playground.ui.component import component

_mount = component("share", css="share.css")
_WORDS = {
    "copy": "Copy the link to this page",
    "fresh": "Copy it without guesses and missions",
    "copied": "Copied. It opens the page as you see it.",
    "by_hand": "Press Ctrl+C (on a Mac ⌘C) to copy it.",
    "address": "address of this page",
}


def share(button: Literal["secondary", "tertiary"] = "secondary", leave_out: Sequence[str] = ()) -> None:
    """Show the menu with what copies the address, behind a button of that type (Streamlit's: with a frame, without).

    leave_out: the names of the visitor's own answers. A second button copies the address without them, for a class.
    """
    with st.popover("share", icon=":material/link:", type=button):
        st.caption("This page's address holds everything you chose.")
        _mount(key="share", data={"words": _WORDS, "leave_out": list(leave_out)}, height="content")
