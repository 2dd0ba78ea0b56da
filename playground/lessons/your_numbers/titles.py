"""Titles and units of columns: as the table's names have them, until the visitor writes others."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from playground.data.choosing import Chosen
from playground.data.sheet import SheetColumn
from playground.ui.parameters import Values
from playground.ui.texts import Text

LONGEST_TITLE, LONGEST_UNIT = 60, 20
NO_UNIT = "-"
"""How a link says that there is none, where the table's name has one."""
_WITH_UNIT = re.compile(r"(.*\S)\s*[(\[]\s*([^()\[\]]{0,11}[^()\[\]\d\s])\s*[)\]]")


def title_key(position: int) -> str:
    """The key of the title of the column at that position, counted from 0."""
    return f"your_title{position + 1}"


def unit_key(position: int) -> str:
    """The key of its unit."""
    return f"your_unit{position + 1}"


@dataclass(frozen=True, kw_only=True)
class Title(Text):
    """A line of text that starts with what fits the table. may_be_empty: nothing is a choice as well."""

    fits: Callable[[Values], str]
    may_be_empty: bool = False

    def start_of(self, values: Values) -> str:
        return self.fits(values)

    def read(self, text: str) -> str | None:
        return "" if text == NO_UNIT else self._line(text)

    def write(self, value: str) -> str:
        return value or NO_UNIT

    def check(self, value: object, values: Values) -> str:
        if not isinstance(value, str):
            return self.start_of(values)
        line = self._line(value)
        return line if line or self.may_be_empty else self.start_of(values)

    def _line(self, text: str) -> str:
        """As much of it as there is room for, in one line."""
        return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())[: self.longest]


def written_in(column: SheetColumn) -> tuple[str, str]:
    """The title and the unit that the name of a column tells: those of "height (cm)" are "height" and "cm"."""
    found = _WITH_UNIT.fullmatch(column.name)
    if found and not column.sign:
        return found[1], found[2]
    return column.name, column.unit or (column.sign if column.sign not in column.name else "")


def titled(chosen: Chosen, positions: Sequence[int], values: Values) -> Chosen:
    """The same rows with the visitor's titles and units. positions: of the columns of label and features."""

    def named(column: SheetColumn, position: int) -> SheetColumn:
        return replace(column, name=values[title_key(position)], unit=values[unit_key(position)], sign="")

    label, *columns = (
        named(column, at) for column, at in zip((chosen.label, *chosen.features), positions, strict=True)
    )
    names = {old.name: new.name for old, new in zip(chosen.features, columns, strict=True)}
    constant = tuple(names[name] for name in chosen.constant)
    return replace(chosen, label=label, features=tuple(columns), constant=constant)
