"""What the browser's part says, and the answer: what stands on the page, and the piece of a strip that it asks for.

Its component stands in a fragment within the page's, which runs alone where the page need not be laid out again.
"""

from typing import TYPE_CHECKING

import streamlit as st

from playground.ui import browser, widget_values
from playground.ui.report import Report, report_of

if TYPE_CHECKING:
    from playground.ui.stage import Stage

PAGE, ANSWER, _COMPONENT = "page", "answer", "stage"
"""The keys of every page's fragment, of the answer's within it, and of the component."""
_ANSWERED = "_answered"


def reported() -> Report:
    """What the browser's part said last."""
    return report_of(getattr(st.session_state.get(_COMPONENT), "report", None))


def new_report() -> Report:
    """The same, at the beginning of a run: with it came what widgets say, of which Python has set none yet."""
    report = reported()
    widget_values.listen(asks=report.turn > 0)
    return report


def is_answered(report: Report) -> bool:
    """Whether it was answered in an earlier run."""
    return report.turn == st.session_state.get(_ANSWERED)


@st.fragment(key=ANSWER)
def answer(stage: "Stage") -> None:
    """Answer the browser's part."""
    report = reported()
    wish = None if is_answered(report) else report.wish
    st.session_state[_ANSWERED] = report.turn
    strips = stage.message.strips
    strip = strips[wish.key].piece(wish, stage.drawn) if wish and wish.key in strips else "null"
    text = f'{stage.message.stands[:-1]},"turn":{report.turn},"unheard":{widget_values.unheard()},"strip":{strip}}}'
    browser.mount(_COMPONENT, text.encode(), stage.on_change)
