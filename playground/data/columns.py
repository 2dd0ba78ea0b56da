"""Columns of a visitor's table, from cells of text: the decimal mark they share, and what each of them holds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from playground.data.cells import (
    LARGEST,
    SMALLEST,
    has_two_values,
    is_gap,
    number,
    readings,
    shortened,
    sign_of,
    why_no_number,
)
from playground.data.sheet import Codes, Question, Refusal, SheetColumn
from playground.learning.arrays import Array, read_only

_PLAIN = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d{1,3})?", re.ASCII)
"""What Python reads as we do: most cells of most files, which need no closer look."""
MOSTLY = 0.5
"""A column with a larger share of numbers is one of numbers, and its other cells are errors."""


@dataclass(frozen=True, eq=False)
class Cells:
    """One column as text: its different cells, and which of them each row has.

    name: the column's. is_named: whether the table names it. lines: of the file, of each row.
    """

    name: str
    is_named: bool
    texts: Sequence[str]
    codes: Codes
    lines: Codes

    def is_plain(self) -> bool:
        """Whether all cells are numbers with at most a decimal point."""
        return all(map(_PLAIN.fullmatch, self.texts))

    def line_of(self, text: int) -> int:
        """The first line with that text."""
        return int(self.lines[int(np.argmax(self.codes == text))])


def decimal_mark_of(columns: Sequence[Cells]) -> str | Refusal | Question:
    """The decimal mark of a table: what its cells tell, a refusal if they contradict one another, else a question.

    A number such as 1,200 is asked about, unless another one tells that commas part thousands, as 1,200.5 does.
    """
    telling: dict[str, tuple[Cells, int]] = {}
    unclear: tuple[Cells, int] | None = None
    thousands = False
    for column in columns:
        plain = column.is_plain()
        if plain and "." in telling:
            continue
        for position, text in enumerate(column.texts):
            if "," not in text and "." not in text:
                continue
            marks = readings(text)
            if len(marks) == 1:
                if marks[0] not in telling:
                    telling[marks[0]] = column, position
                thousands |= marks[0] == "." and "," in text
                if plain:
                    break
            elif unclear is None and has_two_values(text):
                unclear = column, position
    if len(telling) == 2:
        return _mixed(list(telling.values()))
    if unclear is not None and not thousands:
        column, position = unclear
        return Question(shortened(column.texts[position]), column.line_of(position), column.name)
    return next(iter(telling), ".")


def _mixed(telling: Sequence[tuple[Cells, int]]) -> Refusal:
    """Two cells that cannot have the same decimal mark."""
    places = [(column.line_of(text), column.name, shortened(column.texts[text])) for column, text in telling]
    (line, _, cell), (last_line, name, last_cell) = sorted(places)
    return Refusal(
        f"Line {last_line}, column “{name}”: “{last_cell}” has another decimal mark than “{cell}” in line {line}. "
        "Write all numbers alike.",
        last_line,
        name,
    )


def column_of(cells: Cells, decimal_mark: str) -> SheetColumn:
    """What a column holds: numbers, words of two kinds, or nothing that can be learned from, and why."""
    if cells.is_plain():
        found = [float(text) for text in cells.texts]
        return _of_numbers(cells, np.array(found), "")
    gaps = [is_gap(text) for text in cells.texts]
    values = [None if gap else number(text, decimal_mark) for text, gap in zip(cells.texts, gaps, strict=True)]
    gap_rows, number_rows = np.array(gaps)[cells.codes], np.array([v is not None for v in values])[cells.codes]
    measured = ~gap_rows
    if not measured.any():
        text = f"Column “{cells.name}” is empty. Choose another one."
        return SheetColumn(cells.name, problem=Refusal(text, None, cells.name))
    if number_rows.sum() > MOSTLY * measured.sum():
        wrong = measured & ~number_rows
        if wrong.any():
            return SheetColumn(cells.name, problem=_no_number(cells, int(np.argmax(wrong)), decimal_mark))
        as_floats = np.array([np.nan if value is None else value for value in values])
        return _of_numbers(cells, as_floats, _shared_sign(cells, gaps))
    return _of_words(cells, gaps, int(np.argmax(measured & ~number_rows)), decimal_mark)


def _of_numbers(cells: Cells, values: Array, sign: str) -> SheetColumn:
    numbers = read_only(values[cells.codes])
    too_large = np.abs(numbers) > LARGEST
    if too_large.any():
        row = int(np.argmax(too_large))
        shown = shortened(cells.texts[int(cells.codes[row])])
        text = f"“{shown}” is too large to be squared. Use a larger unit."
        return SheetColumn(cells.name, problem=_at(cells, row, text))
    sizes = np.nan_to_num(np.abs(numbers))
    if 0.0 < sizes.max() < SMALLEST:
        row = int(np.argmax(sizes))
        shown = shortened(cells.texts[int(cells.codes[row])])
        text = f"“{shown}” is too small to be squared, and the others are no larger. Use a smaller unit."
        return SheetColumn(cells.name, problem=_at(cells, row, text))
    is_index = not cells.is_named and len(numbers) > 1 and bool((np.diff(numbers) == 1.0).all())
    return SheetColumn(cells.name, numbers=numbers, sign=sign, is_index=is_index)


def _of_words(cells: Cells, gaps: Sequence[bool], row: int, decimal_mark: str) -> SheetColumn:
    kinds = sorted({text.strip() for text, gap in zip(cells.texts, gaps, strict=True) if not gap})
    if len(kinds) != 2 or any(map(readings, kinds)):
        why = why_no_number(cells.texts[int(cells.codes[row])], decimal_mark)
        return SheetColumn(cells.name, problem=_at(cells, row, why))
    place = {text: position for position, text in enumerate(kinds)}
    of_texts = [-1 if gap else place[text.strip()] for text, gap in zip(cells.texts, gaps, strict=True)]
    codes = read_only(np.array(of_texts, dtype=np.int64)[cells.codes])
    return SheetColumn(cells.name, words=(shortened(kinds[0]), shortened(kinds[1])), codes=codes)


def _no_number(cells: Cells, row: int, decimal_mark: str) -> Refusal:
    return _at(cells, row, why_no_number(cells.texts[int(cells.codes[row])], decimal_mark))


def _at(cells: Cells, row: int, text: str) -> Refusal:
    line = int(cells.lines[row])
    return Refusal(f"Line {line}, column “{cells.name}”: {text}", line, cells.name)


def _shared_sign(cells: Cells, gaps: Sequence[bool]) -> str:
    """The per cent or currency sign that a column's numbers have; '' if none, or several."""
    signs = {sign_of(text.strip()) for text, gap in zip(cells.texts, gaps, strict=True) if not gap}
    return signs.pop() if len(signs) == 1 else ""
