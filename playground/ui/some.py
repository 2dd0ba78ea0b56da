"""Rows of the table of state for several of some options."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from playground.ui.parameters import Parameter, Values

NONE = "none"
"""How a link says that nothing is chosen."""


@dataclass(frozen=True, kw_only=True)
class Some(Parameter):
    """Some of the positions that are offered, ascending; in the link as `0,2`.

    offered: those that there are now, given the rows above. fits: which of them to start with.
    """

    offered: Callable[[Values], Sequence[int]]
    fits: Callable[[Values], Sequence[int]]

    def offers(self, values: Values) -> Sequence[int]:
        """What can be chosen now."""
        return self.offered(values)

    def start_of(self, values: Values) -> tuple[int, ...]:
        return tuple(self.fits(values))

    def read(self, text: str) -> tuple[int, ...] | None:
        parts = [] if text == NONE else text.split(",")
        return tuple(map(int, parts)) if all(part.isascii() and part.isdigit() for part in parts) else None

    def write(self, value: tuple[int, ...]) -> str:
        return ",".join(map(str, value)) or NONE

    def check(self, value: Any, values: Values) -> tuple[int, ...]:
        if not isinstance(value, (list, tuple)):
            return self.start_of(values)
        allowed = set(self.offers(values))
        whole = [one for one in value if isinstance(one, int) and not isinstance(one, bool)]
        return tuple(sorted(allowed.intersection(whole)))


@dataclass(frozen=True, kw_only=True)
class Names(Parameter):
    """Some of the given names, in the order in which they came; in the link as `one,other`."""

    start: tuple[str, ...] = ()
    options: Sequence[str] = ()

    def read(self, text: str) -> tuple[str, ...]:
        return tuple(text.split(","))

    def write(self, value: tuple[str, ...]) -> str:
        return ",".join(value)

    def check(self, value: Any, values: Values) -> tuple[str, ...]:
        names = value if isinstance(value, (list, tuple)) else ()
        return tuple(dict.fromkeys(name for name in names if name in self.options))
