"""Sharing: the page's address holds everything the visitor chose."""

from typing import Literal

import streamlit as st

from playground.ui.component import component

_mount = component("share", css="share.css")
_WORDS = {
    "copy": "Copy the link to this page",
    "copied": "Copied. It opens the page as you see it.",
    "by_hand": "Press Ctrl+C (on a Mac ⌘C) to copy it.",
    "address": "address of this page",
}


def share(button: Literal["secondary", "tertiary"] = "secondary") -> None:
    """Show the menu with what copies the address, behind a button of that type (Streamlit's: with a frame, without)."""
    with st.popover("share", icon=":material/link:", type=button):
        st.caption("This page's address holds everything you chose.")
        _mount(key="share", data=_WORDS, height="content")
