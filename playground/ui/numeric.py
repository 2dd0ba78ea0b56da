"""Rows of the table of state for numbers: of a slider, typed, and the epoch on the screen."""

from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite
from typing import Any

from playground.ui.parameters import Parameter, Values
from playground.ui.ranges import Range
from playground.ui.typed import typed_number


@dataclass(frozen=True, kw_only=True)
class Number(Parameter):
    """A number between two ends.

    low, high, step: of its slider; `reach` gives them and the start where they depend on the rows above.
    """

    low: float = 0.0
    high: float = 1.0
    step: float = 1.0
    reach: Callable[[Values], Range] | None = None

    def range_of(self, values: Values) -> Range:
        """Ends, step and start, given the rows above."""
        return self.reach(values) if self.reach else Range(self.low, self.high, self.step, self.start)

    def start_of(self, values: Values) -> Any:
        reach = self.range_of(values)
        return reach.nearest(reach.start) if self.reach else reach.start

    def read(self, text: str) -> float | None:
        return finite(text)

    def write(self, value: float) -> str:
        return f"{value:.12g}"

    def check(self, value: Any, values: Values) -> float:
        number = finite(value)
        if number is None:
            return float(self.start_of(values))
        reach = self.range_of(values)
        return min(max(number, reach.low), reach.high)

    def positions(self, values: Values) -> list[float]:
        """Every value that its slider can stand at."""
        return self.range_of(values).positions


@dataclass(frozen=True, kw_only=True)
class Whole(Number):
    """A whole number between two ends."""

    def check(self, value: Any, values: Values) -> int:
        number = finite(value)
        if number is None or number != round(number):
            return int(self.start_of(values))
        return int(super().check(number, values))

    def positions(self, values: Values) -> list[float]:
        reach = self.range_of(values)
        return list(range(int(reach.low), int(reach.high) + 1, int(reach.step)))


@dataclass(frozen=True, kw_only=True)
class TypedNumber(Parameter):
    """A number as the visitor types it, within ± largest. What is not a number stays on the screen, and in no link."""

    start: str = ""
    largest: float = 1e12

    def read(self, text: str) -> str | None:
        return text if self.number(text) is not None else None

    def write(self, value: str) -> str:
        return value if self.number(value) is not None else ""

    def check(self, value: Any, values: Values) -> str:
        return value[:LONGEST_TYPED] if isinstance(value, str) else self.start

    def in_words(self, value: str) -> str:
        return ""

    def number(self, typed: str) -> float | None:
        """The number that was typed; None if that is none."""
        return typed_number(typed, self.largest)


@dataclass(frozen=True, kw_only=True)
class Shown(Parameter):
    """The epoch on the screen. Where its units change it is of another run, and starts anew.

    start: where a run is shown at first; what is after its last epoch stands for that.
    """

    key: str = "shown"
    start: int = 0
    linked: bool = False

    def check(self, value: Any, values: Values) -> int:
        is_whole = isinstance(value, int) and not isinstance(value, bool)
        return value if is_whole and 0 <= value <= MOST_EPOCHS else self.start


MOST_EPOCHS = 1_000_000
LONGEST_TYPED = 30
"""Characters of a number."""


def finite(value: Any) -> float | None:
    """A finite number; None for anything else, also for numbers of 400 digits."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if isfinite(number) else None
