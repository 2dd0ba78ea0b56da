"""Two columns of up to ten numbers: as rows of the table of state, and with the edits of their cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any

from playground.ui.edits import Change
from playground.ui.parameters import Parameter, Values
from playground.ui.typed import typed_number

MOST = 10
LARGEST = 1e6
"""The largest number that is taken, so that no sum leaves the range of numbers."""

Cells = tuple[float | None, ...]
"""MOST of them; None where there is not a number."""


@dataclass(frozen=True, kw_only=True)
class Column(Parameter):
    """The cells of one column, in the link as `2,1,,3`."""

    start: Cells = ()

    def read(self, text: str) -> Cells | None:
        parts = text.split(",")
        cells = [typed_number(part, LARGEST) for part in parts]
        readable = all(cell is not None or not part.strip() for cell, part in zip(cells, parts, strict=True))
        has_numbers = any(cell is not None for cell in cells)
        return filled(cells) if readable and has_numbers and len(parts) <= MOST else None

    def write(self, value: Cells) -> str:
        return ",".join(as_text(value)).rstrip(",")

    def check(self, value: Any, values: Values) -> Cells:
        if not isinstance(value, (list, tuple)) or len(value) > MOST or not all(map(_is_cell, value)):
            return self.start
        return filled([None if cell is None else float(cell) for cell in value])


@dataclass(frozen=True)
class Columns:
    """The cells of both columns."""

    u: Cells
    v: Cells

    @property
    def positions(self) -> list[int]:
        """Rows, from 0, with a number in both columns."""
        return [i for i in range(MOST) if self.u[i] is not None and self.v[i] is not None]

    @property
    def lonely(self) -> list[int]:
        """Rows, from 0, with a number in one column only."""
        return [i for i in range(MOST) if (self.u[i] is None) != (self.v[i] is None)]

    @property
    def pair(self) -> tuple[list[float], list[float]]:
        """The numbers that have a partner."""
        both = [(p, q) for p, q in zip(self.u, self.v, strict=True) if p is not None and q is not None]
        return [p for p, _ in both], [q for _, q in both]

    def edited(self, changed: Mapping[int, Change]) -> "Columns":
        """The columns with what was typed in place of what was there. changed: by row."""
        cells = {"u": list(self.u), "v": list(self.v)}
        for row, change in changed.items():
            for name, typed in change.items():
                cells[name][row] = typed_number(typed or "", LARGEST)
        return Columns(tuple(cells["u"]), tuple(cells["v"]))


def columns_of(values: Values) -> Columns:
    """Both columns of the state."""
    return Columns(values["u"], values["v"])


def as_text(cells: Cells) -> list[str]:
    """The cells as they are written; empty where there is not a number."""
    return ["" if cell is None else f"{cell:.12g}" for cell in cells]


def filled(cells: Sequence[float | None]) -> Cells:
    """These cells, and empty ones up to MOST."""
    return (*cells, *[None] * (MOST - len(cells)))


def _is_cell(value: Any) -> bool:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return value is None or (is_number and abs(value) <= LARGEST and isfinite(value))


COLUMNS: tuple[Parameter, ...] = (
    Column(key="u", start=filled((2.0, 1.0, 0.0, 3.0))),
    Column(key="v", start=filled((1.0, -2.0, 4.0, 1.0))),
)
