"""A page on its stage: the state is read, its screen is shown, and the browser gets the strips it asks for.

A page is one fragment and has one component that reports. A screen is drawn whole, by Streamlit, when the page opens.
Once the browser's part says that it can, what changes is sent to it alone and changes in place; else all goes whole.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from functools import wraps
from typing import Any, Literal

import streamlit as st

from playground.figures.screen import Screen
from playground.ui import browser, session
from playground.ui.answer import PAGE, Strip, answer, heard, is_answered
from playground.ui.board import Board
from playground.ui.drawn_boards import drawn_on, remember, times_given
from playground.ui.parameters import Parameter, Shown, Switch, Values
from playground.ui.report import Report
from playground.ui.state import Table, own_names
from playground.ui.strip import State, View, as_json, frozen, screen_of
from playground.ui.turns import FOR_A_PAGE, QUEUE
from playground.ui.widgets import Widgets

_DRAWN, _DRAWS, _NARROW, _PUT = "_drawn", "_draws", "_narrow", "_put"

NARROW = Switch(key="narrow", linked=False)
"""Whether the window is as narrow as a phone."""
PROJECT = Switch(key="project")
"""Whether the page is on a wall, read from the back row: that is the browser's matter, and the link tells it."""
FACTS: tuple[Parameter, ...] = (NARROW, PROJECT)
"""Rows that every page has: what the browser's part reports of itself."""


@dataclass(frozen=True)
class Part:
    """What of a page is on the screen.

    view: the screen as a function of the state. keys: of the rows that it depends on, beside what every page has.
    boards: those on it. puts: keys of the rows that a hand at a picture may set. listen: what widgets of its own say,
    which are in no row of the table, as values.
    """

    view: View
    keys: tuple[str, ...]
    boards: tuple[Board, ...] = ()
    puts: tuple[str, ...] = ()
    listen: Callable[[Values], dict[str, Any]] = field(default=lambda values: {})


@dataclass(eq=False)
class Stage(Widgets):
    """One run of a page's fragment. Made by `open_stage`; its methods show the parts, and `close` ends it.

    report: what the browser's part said last. part: what of the page is on the screen.
    screen: that for this state. drawn: what the browser was given whole; draws: whether the browser can change it.
    path: the page's, in the address.
    """

    report: Report
    part: Part
    screen: Screen
    drawn: Screen
    draws: bool
    path: str
    boards: dict[str, Any] = field(default_factory=dict)
    player: str = ""

    def picture(self, key: str) -> None:
        """Show that picture of the screen."""
        browser.show_picture(key, self.drawn.pictures[key], on_a_wall=self.values["project"])

    def words(self, key: str, width: Literal["stretch", "content"] = "stretch") -> None:
        """Show those words of the screen."""
        browser.show_words(key, self.drawn.words[key], width)

    def board(self, board: Board) -> None:
        """Show that board with the screen's arrows on it."""
        arrows, unit = self.screen.arrows[board.key], board.at_unit_length(self.values)
        given = times_given(self.page, board, (arrows, unit))
        self.boards[board.key] = {"given": given, "arrows": arrows, "unit": unit, **board.build}
        with st.container(key=board.key):
            browser.place("board", key=board.key)

    def play(self, key: str) -> None:
        """Show what plays and steps through the epochs of that picture."""
        self.player = key
        with st.container(key="player"):
            browser.place("player", key=key)

    def grips(self, key: str, tap: str) -> None:
        """Lay grips over the handles of that picture, which move sliders; a tap on a point sets `tap` to its row."""
        browser.place("handles", key=key, tap=tap)

    def point(self, key: str, across: str, up: str) -> None:
        """Lay a grip over the handle of that picture, which sets `across` and `up` at once."""
        browser.place("point", key=key, across=across, up=up)

    def close(self) -> None:
        """Answer the browser's part, and let the address hold the state."""
        if not self.report.moving:  # browsers limit how often an address may change
            session.write_link(self.page, self.table)
        strips = self._strips()
        stands = {
            "page": self.page,
            "path": self.path,
            "narrow": self.values["narrow"],
            "project": self.values["project"],
            "session": session.name(),
            "recovered": session.recovered(),
            "links": session.links(),
            "change": self.screen.change(self.drawn) if self.draws else None,
            "sliders": {key: self._slider(strips[key]) for key in self.sliders},
            "player": self._player(strips["shown"]) if "shown" in strips else None,
            "boards": self.boards,
            "handles": {key: [asdict(each) for each in handles] for key, handles in self.screen.handles.items()},
            "own": own_names(self.table),
        }
        answer(as_json(stands), self.is_latest, strips, self.drawn)

    def is_latest(self) -> bool:
        """Whether the browser's part and the session say nothing that this run has not taken; for a callback."""
        report, latest = heard(), self.latest()
        return report.facts == self.report.facts and latest | self.part.listen(latest) == self.values

    def _strips(self) -> dict[str, Strip]:
        """Those along the sliders, and that of the epochs where there is a player."""
        along: dict[str, Sequence[float]] = dict(self.sliders)
        if self.player and self.screen.epochs and _shown_row(self.table):
            along["shown"] = self.screen.epochs
        return {key: self._strip(key, positions) for key, positions in along.items()}

    def _strip(self, key: str, positions: Sequence[float]) -> Strip:
        """The strip along that parameter: to move a slider is to start anew."""
        state, row = dict(_state(self.part, self.values)), _shown_row(self.table)
        if row and key != "shown" and "shown" in state:
            state["shown"] = row.start
        others = frozen({name: value for name, value in state.items() if name != key})
        name = _name(self.page, self.part.view.__qualname__, others)
        return Strip(key, name, self.part.view, frozen(state), positions)

    def _slider(self, strip: Strip) -> dict[str, Any]:
        low, count = strip.positions[0], len(strip.positions)
        step = (strip.positions[-1] - low) / (count - 1) if count > 1 else 1.0
        return {"low": low, "step": step, "count": count, "value": self.values[strip.key], "of": strip.name}

    def _player(self, strip: Strip) -> dict[str, Any]:
        row, epochs = _shown_row(self.table), strip.positions
        assert row is not None  # else there were no such strip
        run, first = _run_name(self.table, self.values), min(row.start, epochs[-1])
        return {"epochs": epochs, "shown": self.screen.shown, "first": first, "run": run, "of": strip.name}


def open_stage(page: str, table: Table, part_of: Callable[[Values], Part], path: str = "") -> Stage:
    """Read the state, to which belongs what the browser's part reports, and find the screen for it.

    part_of: what of the page is on the screen in a state. path: the page's, in the address.
    """
    report = heard()
    is_new = not is_answered(report)
    table = (*table, *FACTS)
    session.recover(report.links)
    values = session.values_of(page, table)
    part = part_of(values)
    changed = {"narrow": _narrow(report), **part.listen(values)}
    if is_new:
        changed["project"] = values["project"] if report.project is None else report.project
        changed |= _shown(table, values, report) | _put(part, report)
        for board in part.boards:
            changed |= drawn_on(page, board, report)
    values = session.put(page, table, **changed)
    if is_new:
        for board in part.boards:
            remember(page, board, report, values)
    part = part_of(values)
    screen = screen_of(part.view, _state(part, values))
    draws = _draws(report)
    drawn = st.session_state.get(_DRAWN) if draws else None
    if drawn is None or drawn[0] is not part.view or not screen.fits(drawn[1]):
        drawn = part.view, screen
    st.session_state[_DRAWN] = drawn
    return Stage(page, table, values, report, part, screen, drawn[1], draws, path)


def _shown(table: Table, values: Values, report: Report) -> dict[str, int]:
    """The epoch on the screen, if the run is still the one that it is of."""
    run = _run_name(table, values)
    return {"shown": report.shown[1]} if report.shown and run and report.shown[0] == run else {}


def _run_name(table: Table, values: Values) -> str:
    """What tells one run from another; empty on a page without one."""
    row = _shown_row(table)
    return _name(row.units(values)) if row else ""


def _shown_row(table: Table) -> Shown | None:
    return next((row for row in table if isinstance(row, Shown)), None)


def _name(*what: object) -> str:
    return hashlib.blake2b(repr(what).encode(), digest_size=6).hexdigest()


def _put(part: Part, report: Report) -> dict[str, float]:
    """What a hand at a picture sets, once."""
    if report.put is None or report.put[1] == st.session_state.get(_PUT):
        return {}
    values, st.session_state[_PUT] = report.put
    return {key: value for key, value in values.items() if key in part.puts}


def _state(part: Part, values: Values) -> State:
    return frozen({key: values[key] for key in (*part.keys, NARROW.key)})


def show(page: Callable[[], Stage]) -> None:
    """Show a page, as one fragment, and answer the browser's part. In a run of the whole script all is drawn whole."""
    st.session_state[_DRAWN] = None

    @wraps(page)
    def whole() -> None:
        # On top its fragment stays where it is, however much else comes and goes.
        place = st.container(key="browser_part")
        with QUEUE.turn(FOR_A_PAGE):
            stage = page()
        with place:
            stage.close()

    st.fragment(whole, key=PAGE)()


def _draws(report: Report) -> bool:
    """Whether the browser can change what is drawn. It is asked on every page anew, and says it at the first touch."""
    if report.turn:
        st.session_state[_DRAWS] = report.draws
    draws: bool = st.session_state.get(_DRAWS, False)
    return draws


def _narrow(report: Report) -> bool:
    """Whether the window is as narrow as a phone: as measured, and a guess until then."""
    if report.narrow is not None:
        st.session_state[_NARROW] = report.narrow
    narrow: bool = st.session_state.get(_NARROW, "Mobi" in st.context.headers.get("User-Agent", ""))
    return narrow
