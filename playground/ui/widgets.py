"""Streamlit's own controls, each made from its row of the table."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from playground.ui import session, widget_values
from playground.ui.looked import Looked
from playground.ui.numeric import LONGEST_TYPED, Number, TypedNumber, Whole
from playground.ui.parameters import Choice
from playground.ui.some import Some
from playground.ui.state import Table, row_of
from playground.ui.texts import Text


@dataclass(eq=False)
class Widgets:
    """The controls of one page.

    page: its name. table: its rows. values: of all rows. sliders: what was shown so far, key -> positions.
    has_put: values were set, so that widgets have to show others than the visitor left them with.
    """

    page: str
    table: Table
    values: Looked
    sliders: dict[str, list[float]] = field(default_factory=dict, kw_only=True)
    has_put: bool = field(default=False, kw_only=True)

    def on_change(self) -> None:
        """The callback of all controls: run what has to change."""

    def lay_out(self) -> None:
        """The end of the callback of all else: run the page."""

    def slider(self, key: str, label: str, **options: Any) -> None:
        """`st.slider`, along which the browser may ask for a strip."""
        row = self._row(key, Number)
        reach = row.range_of(self.values)
        self.sliders[key] = row.positions(self.values)
        ends = (reach.low, reach.high, self.values.all[key], reach.step)
        if isinstance(row, Whole):
            self._show(key, st.slider, label, *(int(end) for end in ends), **options)
        else:
            self._show(key, st.slider, label, *ends, f"%.{reach.decimals}f", **options)

    def number_input(self, key: str, label: str, **options: Any) -> None:
        """`st.number_input`, for whole numbers."""
        row = self._row(key, Whole)
        reach = row.range_of(self.values)
        ends = (int(reach.low), int(reach.high))
        self._show(key, st.number_input, label, *ends, self.values.all[key], **options)

    def selectbox(self, key: str, label: str, **options: Any) -> None:
        """`st.selectbox`."""
        row = self._row(key, Choice)
        offers = list(row.offers(self.values))
        index = offers.index(self.values.all[key])
        options.setdefault("format_func", row.named)
        self._show(key, st.selectbox, label, offers, index, **options)

    def multiselect(self, key: str, label: str, **options: Any) -> None:
        """`st.multiselect`."""
        row = self._row(key, Some)
        chosen = list(self.values.all[key])
        if st.session_state.get(key) != chosen or widget_values.is_being_set(key):
            st.session_state[key] = chosen
        st.multiselect(label, row.offers(self.values), chosen, key=key, on_change=self.on_change, **options)

    def text_area(self, key: str, label: str, **options: Any) -> None:
        """`st.text_area`."""
        row = self._row(key, Text)
        self._show(key, st.text_area, label, self.values.all[key], max_chars=row.longest, **options)

    def text_input(self, key: str, label: str, **options: Any) -> None:
        """`st.text_input`."""
        row = self._row(key, Text)
        self._show(key, st.text_input, label, self.values.all[key], max_chars=row.longest, **options)

    def segmented_control(self, key: str, label: str, **options: Any) -> None:
        """`st.segmented_control`; where the row starts with None, nothing is chosen until the visitor does."""
        row = self._row(key, Choice)
        required = row.start is not None
        options.setdefault("format_func", row.named)
        chosen = {"default": self.values.all[key], "required": required}
        self._show(key, st.segmented_control, label, row.offers(self.values), **chosen, **options)

    def toggle(self, key: str, label: str, **options: Any) -> None:
        """`st.toggle`."""
        self._show(key, st.toggle, label, self.values.all[key], **options)

    def number_field(self, key: str, label: str, **options: Any) -> None:
        """A text field for a number."""
        self._row(key, TypedNumber)
        self._show(key, st.text_input, label, self.values.all[key], max_chars=LONGEST_TYPED, **options)

    def keep(self, /, **changed: Any) -> None:
        """Set these values in a run of the page, before their widgets are shown."""
        self.has_put = True
        self.values.all.update(session.put(self.page, self.table, **changed))

    def put(self, /, **changed: Any) -> None:
        """The end of a callback that sets values: set these, None for the start, and run the page."""
        self.keep(**changed)
        self.lay_out()

    def latest(self) -> dict[str, Any]:
        """The values for a callback: what was chosen since this run is in them."""
        return session.values_of(self.page, self.table)

    def _row(self, key: str, kind: type[Any]) -> Any:
        row = row_of(self.table, key)
        assert isinstance(row, kind), f"{key} is a {type(row).__name__}"
        return row

    def _show(self, key: str, widget: Callable[..., Any], *arguments: Any, **options: Any) -> None:
        """Show the widget with the state's value, which is an allowed one, and not with the one it was left with.

        The value is set, and is the widget's default as well: a browser that mounts the widget only in the run after
        this one is not told again that it was set.
        """
        value = self.values.all[key]
        if key not in st.session_state or st.session_state[key] != value or widget_values.is_being_set(key):
            st.session_state[key] = value
        widget(*arguments, key=key, **{"on_change": self.on_change, **options})
