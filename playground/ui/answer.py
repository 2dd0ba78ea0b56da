"""What the browser's part is answered: what stands on the page, and the piece of a strip that it asks for.

Its component stands in a fragment within the page's: a wish for a piece runs no more than that.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from playground.figures.screen import Screen
from playground.ui import browser, session
from playground.ui.report import Report, Wish, report_of
from playground.ui.strip import State, View, anchor, as_json, piece

PAGE, _COMPONENT = "page", "stage"
"""The keys of every page's fragment, and of the component."""
_ANSWERED = "_answered"


@dataclass(frozen=True, eq=False)
class Strip:
    """The screens along one parameter.

    key: the parameter's. name: tells the strip from others. state: what the screens are a function of. positions: the
    parameter's values.
    """

    key: str
    name: str
    view: View
    state: State
    positions: Sequence[Any]

    def piece(self, wish: Wish, drawn: Screen) -> str:
        """The frames that are needed next, as JSON; none where a drawn screen cannot be changed into them.

        drawn: what the browser was given whole.
        """
        frames, change = dict[int, str](), None
        if self.key in dict(self.state) and wish.at < len(self.positions):
            first = anchor(self.view, self.state, self.key, self.positions)
            if first.fits(drawn):
                change = first.change(drawn)
                frames = piece(self.view, self.state, self.key, self.positions, wish.at, wish.have)
        told = ",".join(f'"{position}":{frame}' for position, frame in frames.items())
        names = f'"key":"{self.key}","of":"{self.name}","at":{wish.at}'
        return f'{{{names},"anchor":{as_json(change)},"frames":{{{told}}}}}'


def reported() -> Report:
    """What the browser's part said last."""
    return report_of(getattr(st.session_state.get(_COMPONENT), "report", None))


def heard() -> Report:
    """The same, at the beginning of a run: with it came what widgets say, of which Python has set none yet."""
    report = reported()
    session.listen(speaks=report.turn > 0)
    return report


def is_answered(report: Report) -> bool:
    """Whether it was answered in an earlier run."""
    return report.turn == st.session_state.get(_ANSWERED)


@st.fragment
def answer(stands: str, is_latest: Callable[[], bool], strips: Mapping[str, Strip], drawn: Screen) -> None:
    """Answer the browser's part.

    stands: what stands on the page, as JSON. is_latest: whether that is still what the browser and the session say.
    strips: those that can be asked for, by key.
    drawn: what the browser was given whole.
    """
    report = reported()
    wish = None if is_answered(report) else report.wish
    st.session_state[_ANSWERED] = report.turn
    strip = strips[wish.key].piece(wish, drawn) if wish and wish.key in strips else "null"
    text = f'{stands[:-1]},"turn":{report.turn},"unheard":{session.unheard()},"strip":{strip}}}'
    browser.mount(_COMPONENT, text.encode(), partial(_hear, is_latest))


def _hear(is_latest: Callable[[], bool]) -> None:
    """Run the page instead if more was said than a wish. Streamlit's browser part puts what is said at one moment into
    one message and names one fragment, be it this one, also where a slider was let go just then."""
    if not is_latest():
        st.rerun(PAGE)
