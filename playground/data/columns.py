"""Columns of a visitor's table, from cells of text: what each of them holds."""

from collections.abc import Sequence

import numpy as np

from playground.data.cells import (
    LARGEST,
    SMALLEST,
    is_gap,
    is_special,
    number,
    readings,
    shortened,
    why_no_number,
)
from playground.data.sheet import Refusal, SheetColumn
from playground.data.writing import Cells, shared_sign, unlike_units
from playground.learning.arrays import Array, read_only

MOSTLY = 0.5
"""A column with a larger share of numbers is one of numbers, and its other cells are errors."""


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
        return SheetColumn(cells.name, problem=Refusal(text))
    if refusal := unlike_units(cells):
        return SheetColumn(cells.name, problem=refusal)
    if number_rows.sum() > MOSTLY * measured.sum():
        wrong = measured & ~number_rows
        if wrong.any():
            return SheetColumn(cells.name, problem=_no_number(cells, int(np.argmax(wrong)), decimal_mark))
        sign = shared_sign(cells, gaps)
        if isinstance(sign, Refusal):
            return SheetColumn(cells.name, problem=sign)
        return _of_numbers(cells, np.array([np.nan if value is None else value for value in values]), sign)
    return _of_words(cells, decimal_mark)


def too_few(cells: Sequence[Cells], columns: Sequence[SheetColumn]) -> Refusal:
    """Why there is no feature or no label: what is wrong with the column that is nearest to one."""
    shares = [each.share_of_numbers() if column.problem else -1.0 for each, column in zip(cells, columns, strict=True)]
    problem = columns[int(np.argmax(shares))].problem
    if problem is None:
        return Refusal("There is one column. A neuron needs a feature and a label: put them side by side.")
    usable = [
        f"Only column “{column.name}” can be used, and two are needed. " for column in columns if column.is_usable
    ]
    return Refusal("".join([*usable, problem.text]))


def _of_numbers(cells: Cells, values: Array, sign: str) -> SheetColumn:
    numbers = read_only(values[cells.codes])
    sizes = np.nan_to_num(np.abs(numbers))
    row = int(np.argmax(sizes > LARGEST if sizes.max() > LARGEST else sizes))
    if sizes[row] > LARGEST or 0.0 < sizes[row] < SMALLEST:
        shown = shortened(cells.texts[int(cells.codes[row])])
        why = "large to be squared. Use a larger unit."
        if sizes[row] < SMALLEST:
            why = "small to be squared, and the others are no larger. Use a smaller unit."
        return SheetColumn(cells.name, problem=_at(cells, row, f"“{shown}” is too {why}"))
    is_index = not cells.is_named and len(numbers) > 1 and bool((np.diff(numbers) == 1.0).all())
    return SheetColumn(cells.name, numbers=numbers, sign=sign, unit=cells.unit, is_index=is_index)


def _of_words(cells: Cells, decimal_mark: str) -> SheetColumn:
    gaps = [is_gap(text, among_words=True) for text in cells.texts]
    spelt: dict[str, str] = {}  # words that differ in their case alone are one
    for text, gap in zip(cells.texts, gaps, strict=True):
        if not gap:
            spelt.setdefault(text.strip().casefold(), text.strip())
    kinds = sorted(spelt, key=lambda kind: (kind in YES, spelt[kind]))
    if len(kinds) == 2 and kinds[1].endswith(kinds[0]):  # "passed" is the yes of "not passed"
        kinds.reverse()
    if len(kinds) == 1 and not readings(kinds[0]):
        problem = Refusal(f"Column “{cells.name}” has “{shortened(spelt[kinds[0]])}” in every row. Choose another one.")
        return SheetColumn(cells.name, problem=problem)
    if len(kinds) != 2 or any(map(readings, spelt.values())):
        no_number = [
            not gap and number(text, decimal_mark) is None for text, gap in zip(cells.texts, gaps, strict=True)
        ]
        row = int(np.argmax(np.array(no_number)[cells.codes]))
        text = cells.texts[int(cells.codes[row])]
        is_of_words = len(kinds) > 2 and not any(readings(other) or is_special(other) for other in cells.texts)
        why = WORDS.format(shortened(text), len(kinds)) if is_of_words else why_no_number(text, decimal_mark)
        return SheetColumn(cells.name, problem=_at(cells, row, why))
    place = {kind: position for position, kind in enumerate(kinds)}
    of_texts = [-1 if gap else place[text.strip().casefold()] for text, gap in zip(cells.texts, gaps, strict=True)]
    codes = read_only(np.array(of_texts, dtype=np.int64)[cells.codes])
    first, last = (shortened(spelt[kind]) for kind in kinds)
    words = (first, last) if first != last else (f"{first} (1)", f"{last} (2)")
    return SheetColumn(cells.name, words=words, codes=codes)


WORDS = "“{}” is not a number. The column has {} different words, and is left out: a yes or no has two."
YES = {
    *("yes", "y", "true", "ja", "j", "wahr", "oui", "vrai", "sí", "si", "sì", "sim", "да", "tak", "evet"),
    *("pass", "passed", "bestanden", "accepted", "admitted", "approved", "correct", "right"),
}
"""Words for a yes, which is 1 whatever the order of the alphabet."""


def _no_number(cells: Cells, row: int, decimal_mark: str) -> Refusal:
    return _at(cells, row, why_no_number(cells.texts[int(cells.codes[row])], decimal_mark))


def _at(cells: Cells, row: int, text: str) -> Refusal:
    line = int(cells.lines[row])
    return Refusal(f"Line {line}, column “{cells.name}”: {text}")
