"""Show a `Picture`: whole the first time, in place from then on."""

from typing import Any

import streamlit as st
from plotly.basedatatypes import BaseFigure

from playground.figures.picture import Picture
from playground.figures.theme import CONFIG


class _Plain(BaseFigure):  # type: ignore[misc]  # Plotly has no types
    """A figure that is already the dict to be sent.

    `go.Figure` would validate each of a hundred frames again on every run, which takes longer than all the rest.
    The tests validate the figures instead.
    """

    def __init__(self, figure: dict[str, Any]) -> None:
        self._whole = figure

    def to_dict(self) -> dict[str, Any]:
        return self._whole


def chart(key: str, picture: Picture, *, in_place: bool) -> None:
    """Show the picture, or leave the one that is on the screen where `changed` can change it in place.

    in_place: the browser can change a drawn chart (see `playground.ui.live`). Streamlit leaves a chart alone whose
    figure did not change, so the drawn one is named again.
    """
    if not (in_place and _stands(key, picture)):
        st.session_state[_drawn(key)] = picture
        st.session_state[_moved(key)] = frozenset()
    drawn: Picture = st.session_state[_drawn(key)]
    st.plotly_chart(_Plain(drawn.whole()), key=key, config=CONFIG, alt=drawn.alt)


def changed(key: str, picture: Picture, *, in_place: bool) -> dict[str, Any] | None:
    """What to change in the chart with that key, so that it shows this picture; None if it must be drawn anew.

    That is all that has moved since the chart was drawn, not since the last change: the browser may skip changes.
    """
    if not (in_place and _stands(key, picture)):
        return None
    drawn: Picture = st.session_state[_drawn(key)]
    moved = st.session_state[_moved(key)] | picture.moved_from(drawn)
    st.session_state[_moved(key)] = moved
    return picture.change(moved, with_frames=bool(moved) or picture.frames != drawn.frames)


def live_chart(key: str, picture: Picture, *, in_place: bool) -> dict[str, dict[str, Any] | None]:
    """`chart`, and what `playground.ui.live` is to change in it, under the chart's key."""
    chart(key, picture, in_place=in_place)
    return {key: changed(key, picture, in_place=in_place)}


def _stands(key: str, picture: Picture) -> bool:
    drawn: Picture | None = st.session_state.get(_drawn(key))
    return drawn is not None and drawn.still() == picture.still()


def _drawn(key: str) -> str:
    return f"_drawn_{key}"


def _moved(key: str) -> str:
    return f"_moved_{key}"
