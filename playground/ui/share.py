"""Sharing: the page's address holds everything the visitor chose."""

from playground.ui.component import component

_mount = component("share", css="share.css")
_WORDS = {
    "copy": "Copy the link to this page",
    "copied": "Copied. It opens the page as you see it.",
    "by_hand": "Press Ctrl+C (on a Mac ⌘C) to copy it.",
    "address": "address of this page",
}


def share() -> None:
    """Show the button that copies the address."""
    _mount(key="share", data=_WORDS, height="content")
