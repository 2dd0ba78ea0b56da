"""A small table as a grid of cells, as in a spreadsheet, and what edits make of it."""

from collections.abc import Sequence
from string import ascii_uppercase
from typing import Any

from playground.data.reading import MOST_COLUMNS
from playground.data.records import cells_of, guessed_delimiter, records_of
from playground.data.sheet import Refusal
from playground.ui.edits import Change, Edits

MOST_ROWS = 300
"""Of a grid: who has more has a file."""
FEWEST_ROWS, FEWEST_COLUMNS = 8, 4
LONGEST_CELL = 100
Grid = tuple[tuple[str, ...], ...]
"""Rows of equal length; the first one may hold names."""


def names_of(n_columns: int) -> list[str]:
    """A, B, …, Z, AA, AB, …: what a spreadsheet calls its columns."""
    letters = ["", *ascii_uppercase]
    return [letters[i // 26] + ascii_uppercase[i % 26] for i in range(n_columns)]


def grid_of(text: str, delimiter: str | None = None) -> Grid | None:
    """The cells of a table, with room for more; None if there are too many. delimiter: a name in DELIMITERS."""
    if text.count("\n") > 2 * MOST_ROWS:
        return None
    records = records_of(text)
    if isinstance(records, Refusal):
        rows = [[line] for line in text.split("\n")]
    else:
        between = delimiter or (guessed_delimiter(records) if records else None)
        rows = [cells_of(record.text, between) if between else [record.text] for record in records]
    width = max([FEWEST_COLUMNS, *(len(row) + 1 for row in rows)])
    if len(rows) > MOST_ROWS or width > MOST_COLUMNS + 1:
        return None
    rows += [[] for _ in range(len(rows), FEWEST_ROWS)]
    return tuple(_row(row, min(width, MOST_COLUMNS)) for row in rows)


def text_of(grid: Grid) -> str:
    """The table as one would paste it, with tabs between cells and without the empty ones around."""
    filled = [row for row in grid if any(row)]
    width = max((i + 1 for row in filled for i, cell in enumerate(row) if cell), default=0)
    return "\n".join("\t".join(map(_quoted, row[:width])) for row in filled)


def edited(grid: Grid, edits: Edits) -> Grid:
    """The grid with these edits, and no more rows than a grid has."""
    names = names_of(len(grid[0]))

    def changed(row: Sequence[str], change: Change) -> tuple[str, ...]:
        return tuple(_cell(change.get(name, cell)) for name, cell in zip(names, row, strict=True))

    kept = [changed(row, edits.changed.get(i, {})) for i, row in enumerate(grid) if i not in edits.deleted]
    added = [changed([""] * len(names), row) for row in edits.added[:MOST_ROWS]]
    return tuple((kept + added)[:MOST_ROWS])


def _row(cells: Sequence[str], width: int) -> tuple[str, ...]:
    return (*map(_cell, cells), *[""] * (width - len(cells)))


def _cell(value: Any) -> str:
    """What a cell holds, on one line."""
    return " ".join(value.split())[:LONGEST_CELL] if isinstance(value, str) else ""


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if '"' in cell else cell
