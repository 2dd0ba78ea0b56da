"""From a sheet to what a neuron learns from: a label, features, and the rows in which none of them is missing."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from playground.data.sheet import Codes, Refusal, Sheet, SheetColumn
from playground.learning.arrays import Array, read_only
from playground.learning.rounding import constant_columns


@dataclass(frozen=True, eq=False)
class Chosen:
    """Rows to learn from, in the units of the table.

    X: ndarray of shape (n_samples, n_features); y: of shape (n_samples,); both read-only. features, label: the columns.
    classes: for a label of two values what 0 and 1 stand for; else empty. lines: of the file, of each row.
    dropped: lines of rows with a gap in one of these columns. constant: features that are constant but for rounding.
    """

    X: Array
    y: Array
    features: tuple[SheetColumn, ...]
    label: SheetColumn
    classes: tuple[str, ...]
    lines: Codes
    dropped: tuple[int, ...]
    constant: tuple[str, ...]


def first_choice(sheet: Sheet) -> tuple[int, tuple[int, ...]]:
    """The positions of a label and of features to begin with: the last column, and all others but one that counts."""
    usable = [position for position, column in enumerate(sheet.columns) if column.is_usable]
    measured = [position for position in usable if not sheet.columns[position].is_index]
    positions = measured if len(measured) >= 2 else usable
    return positions[-1], tuple(positions[:-1])


def classes_of(column: SheetColumn) -> tuple[str, ...]:
    """The two values of a column as text, the one that is 0 first; empty if it has more or fewer."""
    if column.codes is not None:
        return column.words
    assert column.numbers is not None
    values = np.unique(column.numbers[~np.isnan(column.numbers)])
    return tuple(f"{value:.15g}" for value in values) if len(values) == 2 else ()


def choose(
    sheet: Sheet, label: int, features: Sequence[int], yes_or_no: bool, swapped: bool = False
) -> Chosen | Refusal:
    """The rows of these columns.

    yes_or_no: the label's two values become 0 and 1; swapped: the other way round.
    """
    columns = [sheet.columns[position] for position in (label, *features)]
    for column in columns:
        if not column.is_usable:
            return column.problem or Refusal(f"Column “{column.name}” cannot be learned from.")
    if not features:
        return Refusal("Choose at least one feature.")
    table = np.column_stack([column.values() for column in columns])
    whole = ~np.isnan(table).any(axis=1)
    if not whole.any():
        return Refusal("Every row has a gap in one of the chosen columns. Choose fewer columns, or fill in the gaps.")
    X, y = table[whole, 1:], table[whole, 0]
    classes: tuple[str, ...] = ()
    if yes_or_no:
        classes = classes_of(columns[0])
        if not classes:
            text = f"Column “{columns[0].name}” does not have exactly two values. "
            return Refusal(f"{text}Choose another label, or a number to predict.")
        every = columns[0].values()
        y = (y == (np.nanmin(every) if swapped else np.nanmax(every))).astype(np.float64)
        classes = classes[::-1] if swapped else classes
    X = np.ascontiguousarray(X)
    return Chosen(
        read_only(X),
        read_only(np.ascontiguousarray(y)),
        tuple(columns[1:]),
        columns[0],
        tuple(classes),
        read_only(sheet.lines[whole]),
        tuple(sheet.lines[~whole].tolist()),
        tuple(column.name for column, is_constant in zip(columns[1:], constant_columns(X), strict=True) if is_constant),
    )
