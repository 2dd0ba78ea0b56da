"""Rows of the table of state: one a parameter, for everything that a page can be. Those of numbers are in `numeric.py`.

A row knows how its value is read from a link and written to one, and which values it may take. Widgets, the link, the
check of whatever a browser says, "reset" and "without guesses" all come from the rows (see `state.py`).
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Values = Mapping[str, Any]
"""A page's parameters by key. Every value is hashable."""


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """One row of the table.

    key: its name, also of its widget. start: its value until something else is known. own: whether it is the visitor's
    own answer, which is in no link for a class. linked: whether a link has it. units: what the value is measured in,
    given the rows above; where that changes, the value starts anew. scope: which of the ideas on the screen the
    value belongs to, given the rows above; None: to none of them (see `scopes.py`). brought: whether the visitor
    brought it: it is no control, has no start to go back to, and is one for all that stands on a page.
    """

    key: str
    start: Any = None
    own: bool = False
    linked: bool = True
    brought: bool = False
    units: Callable[[Values], Hashable] = field(default=lambda values: None)
    scope: Callable[[Values], Hashable] = field(default=lambda values: None)

    @property
    def name(self) -> str:
        """Its name in a link."""
        return self.key

    def start_of(self, values: Values) -> Any:
        """The value to start from, given the rows above."""
        return self.start

    def read(self, text: str) -> Any:
        """The value that a text in a link stands for; None if it stands for none."""
        raise NotImplementedError

    def write(self, value: Any) -> str:
        """A value as it stands in a link."""
        raise NotImplementedError

    def check(self, value: Any, values: Values) -> Any:
        """The nearest allowed value, given the rows above; the start for None and whatever else is no value."""
        raise NotImplementedError

    def is_in_link(self, values: Values) -> bool:
        """Whether a link has to say the value: it does not say what is as at the start."""
        return bool(values[self.key] != self.start_of(values))

    def in_words(self, value: Any) -> str:
        """A value as a sentence names it; '' where it is nothing to be named, such as what a visitor wrote."""
        return "" if value is None else self.write(value)

    def excuse(self, text: str) -> str:
        """What to say where a link says that text in vain; '' for the usual sentence."""
        return ""


@dataclass(frozen=True, kw_only=True)
class Choice(Parameter):
    """One of some options, in the link by its name. A start of None: nothing is chosen until the visitor does.

    options: all there are, in the menu's order. offered: those among them that there are now, given the rows above.
    named: an option as the menu and the link say it.
    """

    options: Sequence[Any] = ()
    offered: Callable[[Values], Sequence[Any]] | None = None
    named: Callable[[Any], str] = str

    def offers(self, values: Values) -> Sequence[Any]:
        """What can be chosen now."""
        return self.offered(values) if self.offered else self.options

    def read(self, text: str) -> Any:
        return next((option for option in self.options if self.named(option) == text), None)

    def write(self, value: Any) -> str:
        return self.named(value)

    def check(self, value: Any, values: Values) -> Any:
        # Another type may be equal to an option: True is 1.
        allowed = (option for option in self.offers(values) if type(option) is type(value) and option == value)
        return next(allowed, self.start_of(values))


@dataclass(frozen=True, kw_only=True)
class Fitting(Choice):
    """A choice that starts with what fits the rows above."""

    fits: Callable[[Values], Any]

    def start_of(self, values: Values) -> Any:
        return self.fits(values)


@dataclass(frozen=True, kw_only=True)
class FirstChoice(Parameter):
    """The first choice that a visitor made at another row: a later one was made with the picture in view.

    The link tells this one, under the name of that row. of: that row, which has its options.
    """

    of: Choice
    own: bool = True

    @property
    def name(self) -> str:
        return self.of.key

    def read(self, text: str) -> Any:
        return self.of.read(text)

    def write(self, value: Any) -> str:
        return self.of.write(value)

    def check(self, value: Any, values: Values) -> Any:
        first = self.of.check(value, values)
        return values[self.of.key] if first is None else first


@dataclass(frozen=True, kw_only=True)
class Switch(Parameter):
    """On or off; in the link as true or false."""

    start: bool = False

    def read(self, text: str) -> bool | None:
        return {"true": True, "false": False}.get(text)

    def write(self, value: bool) -> str:
        return "true" if value else "false"

    def check(self, value: Any, values: Values) -> bool:
        return value if isinstance(value, bool) else bool(self.start_of(values))
