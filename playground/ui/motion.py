"""What moves by itself once, for those who did not ask for less motion, and again when its button is pressed."""

from collections.abc import Callable
from dataclasses import dataclass

from playground.ui.browser import place
from playground.ui.numeric import Whole
from playground.ui.parameters import Values


@dataclass(frozen=True, kw_only=True)
class Played(Whole):
    """The row of a slider that plays by itself from its start to its end.

    played: whether it does so in this state. Then a link does not tell the end: nobody has chosen it, and whoever opens
    the link is brought there as well.
    """

    played: Callable[[Values], bool]

    def is_in_link(self, values: Values) -> bool:
        at_its_end = values[self.key] == self.range_of(values).high
        return super().is_in_link(values) and not (at_its_end and self.played(values))


def play_along(key: str, picture: str, words: str) -> None:
    """What plays along that slider, by itself once that picture is in sight. words: on its button."""
    place("along", key=key, picture=picture, words=words)


def products_travel(picture: str) -> None:
    """The products of that picture travel along its wires, once after each change."""
    place("journey", key=picture)
