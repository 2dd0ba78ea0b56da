"""Browser components, made of the script files beside this module.

Streamlit sends a component's script anew with every run that shows it, twenty times a second while a slider moves. So
the scripts are sent once, by `scripts`; what a component brings along is one line that calls its own.
"""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

FOLDER = Path(__file__).parent
SHARED = ("channel.js", "draw.js")
"""What the parts share."""
PARTS = ("live", "player", "board", "share")
"""Each is a file with a function `start`, which a component calls with what Streamlit gives it."""


def scripts() -> None:
    """Bring the scripts to the browser; shown once, by `app.py`."""
    _scripts()(key="scripts")


def component(name: str, *, css: str = "") -> Callable[..., Any]:
    """The Components v2 element of one of PARTS. It waits for the scripts if they are still on their way."""
    style = (FOLDER / css).read_text(encoding="utf-8") if css else None
    mount: Callable[..., Any] = st.components.v2.component(f"one_neuron_{name}", js=_CALL % {"name": name}, css=style)
    return mount


def state(key: str, name: str) -> Any:
    """What the component with that key reported last under that name; None before it reported anything."""
    reported = st.session_state.get(key)
    return reported.get(name) if reported is not None else None


_CALL = """export default function (component) {
  let stop = null;
  const start = () => { stop = window.oneNeuron.%(name)s(component); };
  if (window.oneNeuron) start();
  else window.addEventListener('oneneuron', start, { once: true });
  return () => {
    if (component.parentElement.isConnected) return;
    if (stop) stop();
    else window.removeEventListener('oneneuron', start);
  };
}"""
"""Streamlit ends a call not only when the element leaves the page, but also when a newer call for it comes soon."""


@lru_cache(maxsize=1)
def _scripts() -> Callable[..., Any]:
    shared = "\n".join(_read(file) for file in SHARED)
    parts = ",\n".join(f"{name}: (() => {{\n{_read(f'{name}.js')}\nreturn start;\n}})()" for name in PARTS)
    js = f"""if (!window.oneNeuron) {{
window.oneNeuron = (() => {{
{shared}
return {{ {parts} }};
}})();
window.dispatchEvent(new Event('oneneuron'));
}}
export default function () {{}}"""
    mount: Callable[..., Any] = st.components.v2.component("one_neuron_scripts", js=js)
    return mount


def _read(file: str) -> str:
    return (FOLDER / file).read_text(encoding="utf-8")
