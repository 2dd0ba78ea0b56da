"""What a number measures: its name and its unit."""

from typing import Protocol

from playground.figures.numbers import number


class Quantity(Protocol):
    """A feature or a label: its name in words, its unit ('' if it has none), and both as an axis shows them."""

    @property
    def name(self) -> str: ...

    @property
    def unit(self) -> str: ...

    @property
    def title(self) -> str: ...

    def __hash__(self) -> int: ...


def in_unit(text: str, quantity: Quantity) -> str:
    """A number with its unit."""
    return f"{text}\u00a0{quantity.unit}" if quantity.unit else text


def off(error: float, label: Quantity) -> str:
    """How far an output is from its label, in words: '312 g too high'."""
    shown = number(abs(error))
    return "met" if shown == "0" else f"{in_unit(shown, label)} too {'high' if error > 0 else 'low'}"
