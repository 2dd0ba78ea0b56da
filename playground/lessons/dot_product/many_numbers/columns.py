"""Two editable columns of up to ten numbers: read from the link or from the table's cells, and written back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from playground.ui.link import keep, said
from playground.ui.typed import typed_number

MOST = 10
LARGEST = 1e6
"""The largest number that is taken, so that no sum leaves the range of numbers."""
NAMES = ("u", "v")
STARTS = {"u": (2.0, 1.0, 0.0, 3.0), "v": (1.0, -2.0, 4.0, 1.0)}

Column = tuple[float | None, ...]


@dataclass(frozen=True)
class Columns:
    """The cells of both columns, MOST each; None where there is no number."""

    u: Column
    v: Column

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


def columns(key: str) -> tuple[Columns, Columns]:
    """What the table with that key starts from, and what its cells say now.

    The table keeps the visitor's edits itself; after a page switch it starts from what it showed last.
    """
    edits = st.session_state.get(key)
    kept: Columns | None = st.session_state.get(f"_{key}")
    if edits is None or f"_start_{key}" not in st.session_state:
        st.session_state[f"_start_{key}"] = kept or _from_link()
    start: Columns = st.session_state[f"_start_{key}"]
    edited = edits.get("edited_rows", {}) if edits is not None else {}
    now = Columns(*(_edited(getattr(start, name), name, edited) for name in NAMES))
    st.session_state[f"_{key}"] = now
    return start, now


def to_link(now: Columns) -> None:
    """Keep the link in step: each column as `u=2,1,,3`; what is as at the start is not in it."""
    for name in NAMES:
        text = _in_link(getattr(now, name))
        keep(name, None if text == _in_link(_filled(STARTS[name])) else text)


def _edited(column: Column, name: str, edited: Mapping[Any, Any]) -> Column:
    cells = list(column)
    for row, change in edited.items():
        if name in change and 0 <= int(row) < MOST:
            cells[int(row)] = typed_number(change[name], LARGEST)
    return tuple(cells)


def _from_link() -> Columns:
    return Columns(*(_read(said(name)) or _filled(STARTS[name]) for name in NAMES))


def _read(text: str) -> Column | None:
    """A column as the link has it; None if it has no number, a part that is neither number nor empty, or too many."""
    parts = text.split(",")
    cells = [typed_number(part, LARGEST) for part in parts]
    readable = all(cell is not None or not part.strip() for cell, part in zip(cells, parts, strict=True))
    has_numbers = any(cell is not None for cell in cells)
    return _filled(cells) if readable and has_numbers and len(parts) <= MOST else None


def _filled(cells: Sequence[float | None]) -> Column:
    return (*cells, *[None] * (MOST - len(cells)))


def _in_link(column: Column) -> str:
    return ",".join(as_text(column)).rstrip(",")


def as_text(column: Column) -> list[str]:
    """The cells as they are written; empty where there is no number."""
    return ["" if cell is None else f"{cell:.12g}" for cell in column]
