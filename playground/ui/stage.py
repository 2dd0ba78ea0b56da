"""A page on its stage: the state is read, its screen is shown, and the browser gets the strips it asks for.

A page is one fragment and has one component that reports. A screen is drawn whole, by Streamlit, when the page opens.
Once the browser's part says that it can, what changes is sent to it alone and changes in place; else all goes whole.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

import streamlit as st

from playground.figures.screen import Screen
from playground.ui import fault, session, widget_values
from playground.ui.anew import or_begun_anew
from playground.ui.answer import ANSWER, PAGE, answer, is_answered, new_report, reported
from playground.ui.board import Board
from playground.ui.drawn_boards import drawn_on, remember
from playground.ui.looked import Looked
from playground.ui.message import Message, message_of
from playground.ui.parameters import Values
from playground.ui.part import FACTS, Part, state_of
from playground.ui.places import Places
from playground.ui.report import Report
from playground.ui.reported import can_draw, is_narrow, newly_put, shown_epoch
from playground.ui.state import Table
from playground.ui.strip import State, screen_of
from playground.ui.turns import FOR_A_PAGE, QUEUE

_DRAWN, _LAID_OUT, _CLOSED = "_drawn", "_laid_out", "_closed"
"""The stage whose page was laid out to its end, none after a run that was cut short; and the last one that was."""

Found = TypeVar("Found")


@dataclass(eq=False)
class Stage(Places):
    """One run of a page's fragment. Made by `open_stage`; its methods show the parts, and `close` ends it.

    Where something changes that the page's layout has not looked at, and what is drawn can be changed into the new
    screen, the page is not laid out again: the stage is renewed, and the browser's part is told.
    report: the browser's last one. part_of, part: what of the page is on the screen in a state, and now.
    screen: that which is laid out. drawn: what the browser was given whole; draws: whether the browser can change it.
    path: the page's, in the address. looked_at: what the layout has looked at of the screen, and found.
    """

    report: Report
    part_of: Callable[[Values], Part]
    part: Part
    screen: Screen
    drawn: Screen
    draws: bool
    path: str
    boards: list[Board] = field(default_factory=list)
    player: str = ""
    looked_at: list[tuple[Callable[[Screen], Any], Any]] = field(default_factory=list)
    message: Message = field(init=False)

    @property
    def state(self) -> State:
        """What the screen is a function of."""
        return state_of(self.part, self.values.all)

    def look(self, of: Callable[[Screen], Found]) -> Found:
        """What that finds on the screen, for a layout that depends on it."""
        found = of(self.screen)
        self.looked_at.append((of, found))
        return found

    def close(self) -> None:
        """Let the address hold the state, and tell the browser's part."""
        self._send(self.screen)
        answer(self)
        self.screen = self.drawn  # a session that waits needs no other
        before, st.session_state[_CLOSED] = st.session_state.get(_CLOSED), self
        if before is not None:
            before.retire()
        st.session_state[_LAID_OUT] = self

    def retire(self) -> None:
        """Another one has taken the place: Streamlit goes on holding this one, but not what it showed."""
        self.screen = self.drawn = Screen()
        self.message = Message(self.message.stands, {})

    def on_change(self) -> None:
        needed = fault.instead(self._renew, PAGE) if reported().turn else ""  # else there is no browser's part yet
        if needed:
            st.rerun(needed)

    def lay_out(self) -> None:
        if reported().turn:
            st.rerun(PAGE)

    def _renew(self) -> str:
        """Be what was chosen since. The fragment that has to run for that: the page's if it has to be laid out anew."""
        if st.session_state.get(_LAID_OUT) is not self or widget_values.differ(self.values.at, self.values.all):
            return PAGE  # at once: to read a table takes time, and the page says so
        report, values = new_report(), self.latest()
        beside = self.part.listen(values)
        changed = {key for key, value in {**values, **beside}.items() if value != self.values.all[key]}
        is_same = report.facts == self.report.facts
        if is_same and not changed and not self.has_put:
            return ""
        screen = self.screen_laid_out(values) if is_same and self.draws else None
        if screen is None or changed & beside.keys() or widget_values.differ(changed, values):
            return PAGE
        st.session_state[_LAID_OUT] = None  # what is said next may cut this short, and the rest is yet to be told
        self.values.all = values
        self._send(screen)
        st.session_state[_LAID_OUT] = self
        return ANSWER

    def screen_laid_out(self, values: Values) -> Screen | None:
        """The screen of these values if the page is laid out for them as well: where they differ its layout has not
        looked, and what it saw of the screen is the same."""
        changed = {key for key, value in values.items() if value != self.values.all[key]}
        if self.has_put or changed & self.values.at or self.part_of(values) != self.part:
            return None
        with QUEUE.turn(FOR_A_PAGE):
            screen = screen_of(self.part.view, state_of(self.part, values))
        is_same = screen.fits(self.drawn) and all(of(screen) == found for of, found in self.looked_at)
        return screen if is_same else None

    def _send(self, screen: Screen) -> None:
        if not self.report.moving:  # browsers limit how often an address may change
            session.write_link(self.page, self.table)
        self.message = message_of(self, screen)


def open_stage(page: str, table: Table, part_of: Callable[[Values], Part], path: str = "") -> Stage:
    """Read the state, to which belongs what the browser's part reports, and find the screen for it.

    part_of: what of the page is on the screen in a state. path: the page's, in the address.
    """
    report = new_report()
    is_new = not is_answered(report)
    table = (*table, *FACTS)
    session.recover(report.links)
    values = session.values_of(page, table)
    part = part_of(values)
    changed = {"narrow": is_narrow(report), **part.listen(values)}
    if is_new:
        changed["project"] = values["project"] if report.project is None else report.project
        changed |= shown_epoch(table, values, report) | newly_put(part, report)
        for board in part.boards:
            changed |= drawn_on(page, board, report)
    if changed := {key: value for key, value in changed.items() if value != values[key]}:
        values = session.put(page, table, **changed)
        part = part_of(values)
    if is_new:
        for board in part.boards:
            remember(page, board, report, values)
    screen = screen_of(part.view, state_of(part, values))
    drawn = st.session_state.get(_DRAWN) if (draws := can_draw(report)) else None
    if drawn is None or drawn[0] is not part.view or not screen.fits(drawn[1]):
        drawn = part.view, screen
    st.session_state[_DRAWN] = drawn
    return Stage(page, table, Looked(values), report, part_of, part, screen, drawn[1], draws, path)


def show(page: Callable[[], Stage], forget: Callable[[], None] = lambda: None) -> None:
    """Show a page, as one fragment, and answer the browser's part. In a run of the whole script all is drawn whole.

    forget: as of `or_begun_anew`.
    """
    st.session_state[_DRAWN] = None

    @wraps(page)
    def whole() -> None:
        st.session_state[_LAID_OUT] = None
        # On top its fragment stays where it is, however much else comes and goes.
        place = st.container(key="browser_part")
        with or_begun_anew(forget):
            with QUEUE.turn(FOR_A_PAGE):
                stage = page()
            with place:
                stage.close()

    st.fragment(whole, key=PAGE)()
