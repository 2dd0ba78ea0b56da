"""What of a page is on the screen, and the rows that every page has."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from playground.ui.board import Board
from playground.ui.parameters import Parameter, Switch, Values
from playground.ui.strip import State, View, frozen

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


def is_on_a_wall(values: Values) -> bool:
    """Whether pictures are read from the back row: a link may say so also to a phone."""
    return bool(values[PROJECT.key] and not values[NARROW.key])


def state_of(part: Part, values: Values) -> State:
    """What the screen of that part is a function of."""
    return frozen({key: values[key] for key in (*part.keys, NARROW.key, PROJECT.key)})
