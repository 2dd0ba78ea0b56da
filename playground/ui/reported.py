"""What a report tells of the browser and of the page: at once, or until the next one says otherwise."""

import streamlit as st

from playground.ui.message import run_name
from playground.ui.parameters import Values
from playground.ui.part import Part
from playground.ui.report import Report
from playground.ui.state import Table

_DRAWS, _NARROW, _PUT = "_draws", "_narrow", "_put"


def shown_epoch(table: Table, values: Values, report: Report) -> dict[str, int]:
    """The epoch on the screen, if the run is still the one that it is of."""
    run = run_name(table, values)
    return {"shown": report.shown[1]} if report.shown and run and report.shown[0] == run else {}


def newly_put(part: Part, report: Report) -> dict[str, float]:
    """What a hand at a picture sets, once."""
    if report.put is None or report.put[1] == st.session_state.get(_PUT):
        return {}
    values, st.session_state[_PUT] = report.put
    return {key: value for key, value in values.items() if key in part.puts}


def can_draw(report: Report) -> bool:
    """Whether the browser can change what is drawn. It is asked on every page anew, and says it at the first touch."""
    if report.turn:
        st.session_state[_DRAWS] = report.draws
    draws: bool = st.session_state.get(_DRAWS, False)
    return draws


def is_narrow(report: Report) -> bool:
    """Whether the window is as narrow as a phone: as measured, and a guess until then."""
    if report.narrow is not None:
        st.session_state[_NARROW] = report.narrow
    narrow: bool = st.session_state.get(_NARROW, "Mobi" in st.context.headers.get("User-Agent", ""))
    return narrow
