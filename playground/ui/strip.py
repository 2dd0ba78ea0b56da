"""Strips: the screens along one parameter, computed ahead in pieces, those nearest to the finger first.

Playing, scrubbing and dragging all mean moving along a strip. After BUDGET_S of the processor everyone else has a turn,
so that 30 visitors get their pieces. Screens are pure functions of the state, so visitors with equal states share them,
but for those of a state that holds what a visitor brought.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from time import sleep, thread_time
from typing import Any, NamedTuple

from playground.data.own import Own
from playground.figures.screen import Screen
from playground.learning.memory import MB, Memory, Store, size_of
from playground.ui import fault
from playground.ui.report import Wish
from playground.ui.turns import FOR_A_DRAG, LEAST_RESTS_S, QUEUE

View = Callable[[Mapping[str, Any]], Screen]
"""A page as a pure function of its state."""

State = tuple[tuple[str, Any], ...]
"""Values by key, in the order of the keys, to be looked up by."""


class PrivateView:
    """A view of what one visitor brought: its screens are in no cache that others share, and go with their session."""

    def __init__(self, view: View) -> None:
        self._view, self._memory = view, Memory(most=8)  # some 40 KB each
        self.__qualname__ = view.__qualname__

    def __call__(self, values: Mapping[str, Any]) -> Screen:
        screen: Screen = self._memory.get(self._view, frozen(values), lambda: self._view(values))
        return screen


BUDGET_S = 0.04
MORE_TURNS, PAUSE_S = 2, 0.003
"""A piece of values that nobody waits for has more turns: an answer costs a browser as much as they do."""
NEAR = 6
"""Positions on each side of the finger that come before all others."""
EVERY = 8
"""Then comes each of these of the whole."""
SCREENS, FRAMES = Store(8 * MB, size_of, weighs_every=8), Store(8 * MB, len)
"""What any visitor may have."""
NO_CHANGE = '{"pictures":{},"words":{},"arrows":{},"epoch":null}'
"""The frame of a state whose screen cannot be made: the page says so once it is chosen."""
DIGITS = 5
"""Of a number in a picture that passes by. What is shown at rest has all."""


def frozen(values: Mapping[str, Any]) -> State:
    """These values, to be looked up by."""
    return tuple(sorted(values.items()))


def screen_of(view: View, state: State) -> Screen:
    """The screen of that state."""
    if isinstance(view, PrivateView):
        return view(dict(state))
    screen: Screen = (memory_of(state) or SCREENS).get(view, state, lambda: view(dict(state)))
    return screen


def memory_of(state: State) -> Memory | None:
    """Where what follows from a state is kept that holds what a visitor brought; None for one that anybody may have."""
    return next((value.memory for _, value in state if isinstance(value, Own)), None)


def order(count: int, at: int) -> list[int]:
    """Positions 0 to count - 1 in the order in which they are needed, with the finger at one of them."""
    by_distance = sorted(range(count), key=lambda i: abs(i - at))
    first = [i for i in by_distance if abs(i - at) <= NEAR]
    spread = [i for i in by_distance if i % EVERY == 0 and abs(i - at) > NEAR]
    return [*first, *spread, *(i for i in by_distance if i % EVERY and abs(i - at) > NEAR)]


class Piece(NamedTuple):
    """Part of a strip. frames: position -> JSON. rests: seconds to wait before asking for what no hand has come to."""

    frames: dict[int, str]
    rests: float


def piece(view: View, state: State, key: str, positions: Sequence[Any], at: int, have: int) -> Piece:
    """The next frames of the strip along that key, as many as its time allows.

    The values around the finger have their turn before all else, and then they are told at once. All others are
    computed while nobody waits for anything. Where there is no time for them the piece is empty.
    at: the finger's position. have: the positions that the browser has already, as the bits of a number.
    """
    state = frozen({**dict(state), key: positions[0]})  # the same strip, wherever on it a visitor stands
    is_private = isinstance(view, PrivateView) or memory_of(state) is not None
    missing = [position for position in order(len(positions), at) if not have >> position & 1]
    near = [position for position in missing if abs(position - at) <= NEAR]
    frames: dict[int, str] = {}

    def frame_at(value: Any) -> str:
        of = view, state, key, value, positions[0]
        frame: str = _frame(*of) if is_private else FRAMES.get(_frame, of, lambda: _frame(*of))
        return frame

    def fill(wanted: Sequence[int]) -> bool:
        """Compute these as long as there is time; whether some are missing."""
        ends = thread_time() + BUDGET_S
        for position in wanted:
            if position not in frames:
                frames[position] = fault.instead(partial(frame_at, positions[position]), NO_CHANGE)
                if thread_time() > ends or (not near and QUEUE.is_wanted()):
                    return True
        return False

    if near:
        with QUEUE.turn(FOR_A_DRAG):
            is_cut = fill(near)
        return Piece(frames, 0.0 if is_cut else QUEUE.rest_s())
    for pause in (0.0, *[PAUSE_S] * MORE_TURNS):
        sleep(pause)
        with QUEUE.free_turn() as is_free:
            if not (is_free and fill(missing)):
                break
    return Piece(frames, QUEUE.rest_s() or (0.0 if frames else LEAST_RESTS_S))


def anchor(view: View, state: State, key: str, positions: Sequence[Any]) -> Screen:
    """The screen that the frames of a strip are told by: they hold what differs from it."""
    return _screen_at(view, state, key, positions[0])


def _frame(view: View, state: State, key: str, value: Any, first: Any) -> str:
    screen = view({**dict(state), key: value})  # looked up it would push out those that visitors come back to
    change = screen.change(_screen_at(view, state, key, first))
    for picture in change["pictures"].values():
        for trace in picture["traces"].values():
            for axis in ("x", "y"):
                if axis in trace:
                    trace[axis] = [_rounded(number) for number in trace[axis]]
    return as_json(change)


def as_json(value: Any) -> str:
    """JSON without blanks."""
    return json.dumps(value, separators=(",", ":"))


def _screen_at(view: View, state: State, key: str, value: Any) -> Screen:
    return screen_of(view, frozen({**dict(state), key: value}))


def _rounded(number: Any) -> Any:
    return float(f"{number:.{DIGITS}g}") if isinstance(number, float) else number


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
        """The frames that are needed next, and how long to rest before asking for others, as JSON; no frames where a
        drawn screen cannot be changed into them.

        drawn: what the browser was given whole.
        """
        change, found = None, Piece({}, LEAST_RESTS_S)
        if self.key in dict(self.state) and wish.at < len(self.positions):
            first = anchor(self.view, self.state, self.key, self.positions)
            if first.fits(drawn):
                change = first.change(drawn)
                found = piece(self.view, self.state, self.key, self.positions, wish.at, wish.have)
        frames = ",".join(f'"{position}":{frame}' for position, frame in found.frames.items())
        names = f'"key":"{self.key}","of":"{self.name}","at":{wish.at},"rests":{found.rests:.3g}'
        return f'{{{names},"anchor":{as_json(change)},"frames":{{{frames}}}}}'
