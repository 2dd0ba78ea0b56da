"""What the browser's part of a page reports, as far as it can be believed: anything may come from a browser."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import isfinite
from typing import Any

from playground.ui.numeric import MOST_EPOCHS

MOST_POSITIONS = 1024
"""Positions of a strip."""
LARGEST_TURN = 2**53


@dataclass(frozen=True)
class Wish:
    """A piece of a strip that the browser asks for.

    key: the parameter it is along. at: the finger's position. have: positions that have arrived, as bits.
    """

    key: str
    at: int
    have: int


@dataclass(frozen=True)
class Drawn:
    """What is drawn on a board.

    a, b: the arrows. unit: they are kept at length 1. given: which of Python's arrows the hand started from.
    stroke: counts what the hand does, as a report says what stands on a board long after.
    """

    a: tuple[float, float]
    b: tuple[float, float]
    unit: bool
    given: int
    stroke: int = 0


@dataclass(frozen=True)
class Report:
    """All that stands in the browser, in every report anew.

    turn: a number that grows with each report, to be answered. draws: it can change drawn pictures in place.
    narrow: the window is as narrow as a phone, project: the page is on a wall; None: not known. moving: a hand is on
    the board. shown: the epoch on the screen, and the run that it is of. put: what a hand at a picture
    set, by key, and a number that differs each time, as it counts once. boards: what is drawn on each, by key.
    links: what was chosen on each page, from before this session, as links. wish: what it asks for.
    """

    turn: int = 0
    draws: bool = False
    narrow: bool | None = None
    project: bool | None = None
    moving: bool = False
    shown: tuple[str, int] | None = None
    put: tuple[Mapping[str, float], int] | None = None
    boards: Mapping[str, Drawn] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    wish: Wish | None = None

    @property
    def facts(self) -> "Report":
        """What stands, without what it asks for."""
        return replace(self, turn=0, wish=None)


def report_of(reported: Any) -> Report:
    """The report that a component's state holds; an empty one for whatever is none."""
    if not isinstance(reported, Mapping):
        return Report()
    narrow, project = reported.get("narrow"), reported.get("project")
    return Report(
        turn=_whole(reported.get("turn"), LARGEST_TURN) or 0,
        draws=reported.get("draws") is True,
        narrow=narrow if isinstance(narrow, bool) else None,
        project=project if isinstance(project, bool) else None,
        moving=reported.get("moving") is True,
        shown=_shown(reported.get("shown")),
        put=_put(reported.get("put")),
        boards={key: drawn for key, each in _mapping(reported.get("boards")).items() if (drawn := _drawn(each))},
        links={key: text for key, text in _mapping(reported.get("links")).items() if isinstance(text, str)},
        wish=_wish(reported.get("wish")),
    )


def _wish(wish: Any) -> Wish | None:
    wish = _mapping(wish)
    key, at, have = wish.get("key"), _whole(wish.get("at"), MOST_POSITIONS), wish.get("have")
    if not isinstance(key, str) or at is None or not isinstance(have, str) or len(have) > MOST_POSITIONS // 4 + 1:
        return None
    try:
        return Wish(key, at, int(have, 16) if have else 0)
    except ValueError:
        return None


def _shown(shown: Any) -> tuple[str, int] | None:
    match shown:
        case [str(run), epoch] if (at := _whole(epoch, MOST_EPOCHS)) is not None:
            return run, at
    return None


def _put(put: Any) -> tuple[Mapping[str, float], int] | None:
    match put:
        case [Mapping() as values, count] if (which := _whole(count, LARGEST_TURN)) is not None:
            numbers = {key: _number(value) for key, value in values.items()}
            return {key: value for key, value in numbers.items() if value is not None}, which
    return None


def _whole(value: Any, most: int) -> int | None:
    """A whole number from 0 to `most`; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= most:
        return None
    return int(value) if isfinite(value) and value == int(value) else None


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _drawn(drawn: Any) -> Drawn | None:
    drawn = _mapping(drawn)
    a, b, given = _arrow(drawn.get("a")), _arrow(drawn.get("b")), _whole(drawn.get("given"), LARGEST_TURN)
    stroke = _whole(drawn.get("stroke"), LARGEST_TURN) or 0
    return None if a is None or b is None or given is None else Drawn(a, b, drawn.get("unit") is True, given, stroke)


def _arrow(parts: Any) -> tuple[float, float] | None:
    if not isinstance(parts, (list, tuple)) or len(parts) != 2:
        return None
    x, y = (_number(part) for part in parts)
    return None if x is None or y is None else (x, y)


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or abs(value) > LARGEST_TURN:
        return None
    return float(value) if isfinite(value) else None
