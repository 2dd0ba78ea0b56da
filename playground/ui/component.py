"""Register a browser component from the script files beside this module."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

FOLDER = Path(__file__).parent


def component(name: str, *scripts: str, css: str = "") -> Callable[..., Any]:
    """A Components v2 element made of those script files, in that order; the last one exports the component.

    Components cannot import one another, so what they share (`channel.js`, `draw.js`) is put in front of each.
    """
    js = "\n".join((FOLDER / script).read_text(encoding="utf-8") for script in scripts)
    style = (FOLDER / css).read_text(encoding="utf-8") if css else None
    mount: Callable[..., Any] = st.components.v2.component(f"one_neuron_{name}", js=js, css=style)
    return mount


def state(key: str, name: str) -> Any:
    """What the component with that key reported last under that name; None before it reported anything."""
    reported = st.session_state.get(key)
    return reported.get(name) if reported is not None else None
