"""Streamlit's own controls, each made from its row of the table."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from playground.ui import session
from playground.ui.parameters import LONGEST_TYPED, Choice, Number, TypedNumber, Whole
from playground.ui.some import Some
from playground.ui.state import Table, row_of
from playground.ui.texts import Text


@dataclass(eq=False)
class Widgets:
    """The controls of one page.

    page: its name. table: its rows. values: of all rows. sliders: what was shown so far, key -> positions.
    """

    page: str
    table: Table
    values: dict[str, Any]
    sliders: dict[str, list[float]] = field(default_factory=dict, kw_only=True)

    def slider(self, key: str, label: str, **options: Any) -> Any:
        """`st.slider`, along which the browser may ask for a strip."""
        row = self._row(key, Number)
        reach = row.range_of(self.values)
        self.sliders[key] = row.positions(self.values)
        ends = (reach.low, reach.high, self.values[key], reach.step)
        if isinstance(row, Whole):
            return self._shown(key, st.slider, label, *(int(end) for end in ends), **options)
        return self._shown(key, st.slider, label, *ends, f"%.{reach.decimals}f", **options)

    def number_input(self, key: str, label: str, **options: Any) -> Any:
        """`st.number_input`, for whole numbers."""
        row = self._row(key, Whole)
        reach = row.range_of(self.values)
        ends = (int(reach.low), int(reach.high))
        return self._shown(key, st.number_input, label, *ends, self.values[key], **options)

    def selectbox(self, key: str, label: str, **options: Any) -> Any:
        """`st.selectbox`."""
        row = self._row(key, Choice)
        offers = list(row.offers(self.values))
        index = offers.index(self.values[key])
        options.setdefault("format_func", row.named)
        return self._shown(key, st.selectbox, label, offers, index, **options)

    def multiselect(self, key: str, label: str, **options: Any) -> Any:
        """`st.multiselect`."""
        row = self._row(key, Some)
        chosen = list(self.values[key])
        if st.session_state.get(key) != chosen:
            st.session_state[key] = chosen
        st.multiselect(label, row.offers(self.values), chosen, key=key, **options)
        return self.values[key]

    def text_area(self, key: str, label: str, **options: Any) -> Any:
        """`st.text_area`."""
        row = self._row(key, Text)
        return self._shown(key, st.text_area, label, self.values[key], max_chars=row.longest, **options)

    def text_input(self, key: str, label: str, **options: Any) -> Any:
        """`st.text_input`."""
        row = self._row(key, Text)
        return self._shown(key, st.text_input, label, self.values[key], max_chars=row.longest, **options)

    def segmented_control(self, key: str, label: str, **options: Any) -> Any:
        """`st.segmented_control`; where the row starts with None, nothing is chosen until the visitor does."""
        row = self._row(key, Choice)
        required = row.start is not None
        options.setdefault("format_func", row.named)
        chosen = {"default": self.values[key], "required": required}
        return self._shown(key, st.segmented_control, label, row.offers(self.values), **chosen, **options)

    def toggle(self, key: str, label: str, **options: Any) -> Any:
        """`st.toggle`."""
        return self._shown(key, st.toggle, label, self.values[key], **options)

    def number_field(self, key: str, label: str, **options: Any) -> float | None:
        """A text field for a number; None where what was typed is none."""
        row: TypedNumber = self._row(key, TypedNumber)
        return row.number(self._shown(key, st.text_input, label, self.values[key], max_chars=LONGEST_TYPED, **options))

    def put(self, /, **changed: Any) -> None:
        """Set these values, None for the start; from a callback, or before their widgets are shown."""
        self.values.update(session.put(self.page, self.table, **changed))

    def latest(self) -> dict[str, Any]:
        """The values for a callback: what was chosen since this run is in them."""
        return session.values_of(self.page, self.table)

    def _row(self, key: str, kind: type[Any]) -> Any:
        row = row_of(self.table, key)
        assert isinstance(row, kind), f"{key} is a {type(row).__name__}"
        return row

    def _shown(self, key: str, widget: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        """Show the widget with the state's value, which is an allowed one, and not with the one it was left with.

        The value is set, and is the widget's default as well: a browser that mounts the widget only in the run after
        this one is not told again that it was set.
        """
        if key not in st.session_state or st.session_state[key] != self.values[key]:
            st.session_state[key] = self.values[key]
        widget(*arguments, key=key, **options)
        return self.values[key]
