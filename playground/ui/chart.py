"""Show a `Picture`: whole the first time, in place from then on."""

from typing import Any

import streamlit as st
from plotly.basedatatypes import BaseFigure

from playground.figures.picture import Picture
from playground.figures.theme import CONFIG


class _Plain(BaseFigure):
    """A figure that is already the dict to be sent.

    `go.Figure` would validate each of a hundred frames again on every run, which takes longer than all the rest.
    The tests validate the figures instead.
    """

    def __init__(self, figure: dict[str, Any]) -> None:
        self._whole = figure

    def to_dict(self) -> dict[str, Any]:
        return self._whole


def chart(key: str, picture: Picture, *, in_place: bool) -> dict[str, Any] | None:
    """Show the picture, and return what is to be changed in place of drawing it anew; None if it was drawn anew.

    in_place: the browser can change a drawn chart (see `playground.ui.live`). Streamlit leaves a chart alone whose
    figure did not change, so the one that is on the screen is named again and only the change travels.
    """
    name = f"_drawn_{key}"
    drawn: Picture | None = st.session_state.get(name)
    change = None
    if in_place and drawn is not None and drawn.still() == picture.still():
        change = picture.change()
    else:
        st.session_state[name] = drawn = picture
    st.plotly_chart(_Plain(drawn.whole()), key=key, config=CONFIG, alt=drawn.alt)
    return change
