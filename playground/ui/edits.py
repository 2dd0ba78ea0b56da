"""What was typed into the cells of a table, as its widget says it. It knows no Streamlit."""

from collections.abc import Mapping, Sequence, Set
from typing import Any, NamedTuple

Change = Mapping[str, str | None]
"""By column, what a cell of a row holds now."""


class Edits(NamedTuple):
    """changed: rows by their position. added: at the end. deleted: positions."""

    changed: Mapping[int, Change]
    added: Sequence[Change]
    deleted: Sequence[int]


def edits_of(reported: Any, n_rows: int, names: Set[str]) -> Edits | None:
    """The edits that a widget's state holds; None for one that no hand can make.

    n_rows: of the cells before the edits. names: of their columns.
    """
    if not isinstance(reported, Mapping):
        return None
    changed, added, deleted = (reported.get(name) for name in ("edited_rows", "added_rows", "deleted_rows"))
    if not (isinstance(changed, Mapping) and isinstance(added, list) and isinstance(deleted, list)):
        return None
    rows_are_there = all(type(row) is int and 0 <= row < n_rows for row in (*changed, *deleted))
    of_cells = all(_is_row(row, names) for row in (*changed.values(), *added))
    return Edits(changed, added, deleted) if rows_are_there and of_cells else None


def _is_row(row: Any, names: Set[str]) -> bool:
    is_row = isinstance(row, Mapping) and row.keys() <= names
    return is_row and all(cell is None or isinstance(cell, str) for cell in row.values())
