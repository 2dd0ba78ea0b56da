"""What Streamlit shows and sends for a page: figures, words, places for the browser's parts, and the one component."""

import hashlib
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Literal

import streamlit as st
from plotly.basedatatypes import BaseFigure

from playground.figures.markup import as_html
from playground.figures.picture import Picture
from playground.figures.theme import CONFIG, magnified

SCRIPTS = Path(__file__).parents[2] / "static"
"""Served under app/static/ beside the page, as JavaScript modules."""


class _Plain(BaseFigure):  # type: ignore[misc]  # Plotly has no types
    """A figure that is already the dict to be sent: `go.Figure` would validate it on every run. The tests do."""

    def __init__(self, figure: dict[str, Any]) -> None:
        self._whole = figure

    def to_dict(self) -> dict[str, Any]:
        return self._whole


def show_picture(key: str, picture: Picture, on_a_wall: bool) -> None:
    """Show the picture whole; Streamlit leaves a chart alone whose figure did not change."""
    whole = picture.whole()
    named = whole | {"layout": whole["layout"] | {"meta": picture.name}}
    figure = _Plain(magnified(named) if on_a_wall else named)
    height: Any = "content" if "height" in picture.layout else "stretch"
    st.plotly_chart(figure, key=key, config=CONFIG, alt=picture.alt, height=height)


def show_words(key: str, text: str, width: Literal["stretch", "content"] = "stretch") -> None:
    """Show marked-up words in a place of their own."""
    st.container(key=key, width=width).html(as_html(text) or "<p></p>", width=width)


def place(part: str, **options: str) -> None:
    """A place in which the browser builds one of its parts."""
    named = "".join(f' data-{name}="{value}"' for name, value in options.items())
    st.html(f'<div class="{part}" data-part="{part}"{named}></div>')


def mount(key: str, data: bytes, on_report: Callable[[], None]) -> None:
    """The component: what the page's browser part gets, and through which it reports. on_report: after a report."""
    _component()(key=key, data=data, on_report_change=on_report, height="content")


@cache
def version() -> str:
    """A name for the scripts as they are now: a browser must not mix old and new ones."""
    texts = [path.read_bytes() for path in sorted(SCRIPTS.rglob("*.js"))]
    return hashlib.blake2b(b"".join(texts), digest_size=6).hexdigest()


@cache
def _component() -> Callable[..., Any]:
    files = json.dumps([path.relative_to(SCRIPTS).as_posix() for path in sorted(SCRIPTS.rglob("*.js"))])
    made: Callable[..., Any] = st.components.v2.component(
        "one_neuron_stage", js=_LOADER.replace("VERSION", json.dumps(version())).replace("FILES", files)
    )
    return made


_LOADER = """export default function (component) {
  const { data } = component;
  const text = new TextDecoder().decode(data);
  const given = { ...component, data: JSON.parse(text) };
  const stage = (window.oneNeuron ??= load(given.data));
  stage.then(({ show }) => show(given)).catch(() => {});
  return () => {
    if (!component.parentElement.isConnected) stage.then(({ leave }) => leave(given)).catch(() => {});
  };
}

async function load({ path }) {
  const page = window.location.pathname.replace(/\\/$/, '');
  const root = path && page.endsWith(`/${path}`) ? page.slice(0, -path.length) : `${page}/`;
  const base = new URL(`${root}app/static/`, window.location.href);
  try { // a browser may keep scripts for hours: new ones are asked for once
    const known = window.localStorage.getItem('one-neuron');
    const anew = (file) => fetch(new URL(file, base), { cache: 'reload' });
    if (known && known !== VERSION) await Promise.all(FILES.map(anew));
    window.localStorage.setItem('one-neuron', VERSION);
  } catch { /* no storage, or no network: then what the browser has */ }
  for (const file of FILES) { // all at once: a module names the next ones only when it has come
    const link = Object.assign(document.createElement('link'), { rel: 'modulepreload', href: new URL(file, base) });
    document.head.append(link);
  }
  return import(new URL('stage.js', base).href);
}
"""
"""Streamlit ends a call not only when the element leaves the page, but also when a newer call for it comes soon."""
