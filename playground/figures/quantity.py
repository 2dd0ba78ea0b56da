"""What a number measures: its name and its unit."""

from typing import Protocol


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
