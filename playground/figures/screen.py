"""What a page shows for one state: pictures, words, and arrows on boards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Self

from playground.figures.markup import as_html
from playground.figures.picture import Picture, name_of

Arrow = tuple[float, float]


@dataclass(frozen=True)
class Handle:
    """A grip on a line that sets a number of it.

    key: the number's. x: where the grip is, in the picture's units. per_unit: how far the line moves there, in the
    picture's units, when the number grows by 1.
    """

    key: str
    x: float
    per_unit: float


@dataclass(frozen=True)
class Mission:
    """Something to reach on a page.

    name: its name in the link. task: what to do. solved: whether this state does it.
    hints: two sentences made from the state, the second one more direct.
    """

    name: str
    task: str
    solved: bool
    hints: tuple[str, str]


@dataclass(frozen=True, eq=False)
class Screen:
    """Everything that changes with the state, by the keys of the places, and all of it for one state.

    words: marked up as `as_html` reads it. arrows: both of a vector board. handles:
    by picture, those on its line, which its trace "handles" shows.
    mission: what is to be reached, if anything.
    epochs: those that can be shown one after the other, ascending, where the screen is of a run; shown: the one
    that is.
    """

    pictures: Mapping[str, Picture] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    arrows: Mapping[str, tuple[Arrow, Arrow]] = field(default_factory=dict)
    handles: Mapping[str, Sequence[Handle]] = field(default_factory=dict)
    mission: Mission | None = None
    epochs: tuple[int, ...] = ()
    shown: int = 0

    @cached_property
    def name(self) -> str:
        """What tells it from any other, as it is drawn: a change of it is of no use to another one."""
        return name_of({key: picture.name for key, picture in self.pictures.items()}, dict(self.words))

    def change(self, drawn: Self) -> dict[str, Any]:
        """What has to change on a drawn screen that this one fits, so that it shows this one."""
        pictures = {key: picture.change(drawn.pictures[key]) for key, picture in self.pictures.items()}
        return {
            "pictures": {key: change for key, change in pictures.items() if change is not None},
            "words": {key: as_html(text) for key, text in self.words.items() if text != drawn.words[key]},
            "arrows": dict(self.arrows),
            "epoch": [self.shown, self.epochs[-1]] if self.epochs else None,
        }

    def fits(self, drawn: Self) -> bool:
        """Whether a drawn screen can be changed into this one in place."""
        return self._still() == drawn._still()

    def _still(self) -> tuple[object, ...]:
        still = {key: picture.still() for key, picture in self.pictures.items()}
        return still, self.words.keys(), self.arrows.keys()
