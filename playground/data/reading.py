"""A visitor's table, as a file or as pasted text, read with as few questions as possible and none guessed wrongly.

What can be seen in it is guessed and said: encoding, delimiter, decimal mark, whether the first line holds the names.
What has two readings is asked. What cannot be used is refused, naming line and column and what to do.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from io import StringIO

import numpy as np

from playground.data.cells import is_gap
from playground.data.columns import column_of, too_few
from playground.data.decoding import LARGEST_FILE, cleaned, decoded
from playground.data.records import (
    Record,
    cells_of,
    counts,
    guessed_delimiter,
    has_names,
    is_comment,
    records_of,
    without_comments,
    without_excels_line,
    without_frame,
)
from playground.data.sheet import DELIMITERS, Codes, Format, Question, Refusal, Sheet
from playground.data.writing import Cells, decimal_mark_of
from playground.learning.arrays import Array

MOST_ROWS, MOST_COLUMNS = 100_000, 50
LONGEST_NAME = 60

Column = tuple[Codes, Array]
"""Which of the different texts each row has, and these texts."""

__all__ = ["LARGEST_FILE", "MOST_COLUMNS", "MOST_ROWS", "read"]


def read(content: bytes | str, wanted: Format = Format()) -> Sheet | Refusal | Question:  # noqa: B008, it is frozen
    """Read a file's bytes or pasted text. wanted: what is not to be guessed."""
    found = decoded(content, wanted.encoding) if isinstance(content, bytes) else cleaned(content, "UTF-8")
    if isinstance(found, Refusal):
        return found
    text, encoding = found
    records = records_of(text)
    if isinstance(records, Refusal):
        return records
    records, named_delimiter = without_excels_line(without_frame(records))
    if len(records) > MOST_ROWS * 2:  # whatever of them are comments
        return _too_many(len(records))
    if all(is_comment(record.text) for record in records):
        return Refusal("There are no rows. Paste a table with a column for x and one for y.")
    delimiter = wanted.delimiter or named_delimiter or guessed_delimiter(records)
    if delimiter is None:
        return _one_column(records)
    records = without_comments(records, delimiter)
    rectangle = _rectangle(records, delimiter)
    if isinstance(rectangle, Refusal):
        return rectangle
    first = cells_of(rectangle[0].text, delimiter)
    header = wanted.header if wanted.header is not None else has_names(rectangle, delimiter)
    if refusal := _beyond_the_limits(len(rectangle) - header, len(first), header):
        return refusal
    rows = rectangle[int(header) :]
    table = _table(rows, delimiter)
    if table is None or len(table) != len(first):
        return _stray_quotation_mark(next((row.line for row in rectangle if '"' in row.text), rectangle[0].line))
    lines = np.array([record.line for record in rows])
    return _sheet(table, first if header else None, lines, Format(encoding, delimiter, wanted.decimal_mark, header))


def _table(rows: Sequence[Record], delimiter: str) -> list[Column] | None:
    """The columns; None where quotation marks stand where none can."""
    import pandas as pd  # takes 60 MB with what it needs, and only who brings a table needs it

    try:
        table = pd.read_csv(
            StringIO("\n".join(record.text for record in rows)),
            sep=DELIMITERS[delimiter],
            header=None,
            dtype=str,
            keep_default_na=False,
            na_filter=False,
            skipinitialspace=True,
            skip_blank_lines=False,
        )
    except pd.errors.ParserError:
        return None
    if len(table) != len(rows):
        return None
    return [pd.factorize(table[position].to_numpy(dtype=object)) for position in table]


def _sheet(table: list[Column], header: list[str] | None, lines: Codes, of: Format) -> Sheet | Refusal | Question:
    """The columns of a table of text, if they can be told."""
    names = _names(header, len(table))
    cells = []
    for position, (codes, texts) in enumerate(table):
        is_named = header is None or bool(header[position].strip())
        found = Cells(names[position], is_named, texts.tolist(), codes.astype(np.int64), lines)
        cells.append(found.without_unit())
    if not cells[-1].is_named and all(map(is_gap, cells[-1].texts)):
        cells.pop()  # every line ends with a delimiter
    mark = of.decimal_mark or decimal_mark_of(cells, of.delimiter or "")
    if not isinstance(mark, str):
        return mark
    columns = tuple(column_of(each, mark) for each in cells)
    if sum(column.is_usable for column in columns) >= 2:
        return Sheet(replace(of, decimal_mark=mark), columns, lines)
    return too_few(cells, columns)


def _rectangle(records: list[Record], delimiter: str) -> list[Record] | Refusal:
    """The rows, all with the same number of cells."""
    if delimiter == "blanks":  # pandas does not take every blank for one
        records = [r if '"' in r.text else r._replace(text=" ".join(r.text.split())) for r in records]
    lengths = counts(records, delimiter)
    if 0 in lengths:
        return _stray_quotation_mark(records[lengths.index(0)].line)
    width = Counter(lengths[1:] or lengths).most_common(1)[0][0]
    is_short = lengths[0] == width - 1 and set(lengths[1:]) == {width}
    if delimiter != "blanks":
        between = DELIMITERS[delimiter]
        if is_short and all(record.text.rstrip(" ").endswith(between) for record in records[1:]):
            width, is_short = width - 1, False
        records = [_cut(record, length - width, between) for record, length in zip(records, lengths, strict=True)]
        lengths = counts(records, delimiter)
    if is_short and delimiter in ("blanks", "tab"):  # R names no column for the names of its rows
        nameless = '"" ' if delimiter == "blanks" else DELIMITERS[delimiter]
        records, lengths[0] = [records[0]._replace(text=nameless + records[0].text), *records[1:]], width
    for record, length in zip(records, lengths, strict=True):
        if length != width:
            cells = "cell" if length == 1 else "cells"
            return Refusal(
                f"Line {record.line} has {length} {cells} where the others have {width}. Correct it, delete it, "
                "or choose another delimiter."
            )
    return records


def _stray_quotation_mark(line: int) -> Refusal:
    return Refusal(f"Line {line} has a quotation mark within a cell. Delete it, or write it twice.")


def _cut(record: Record, extra: int, between: str) -> Record:
    """A row without empty cells at its end that the others do not have."""
    text = record.text
    while extra > 0 and (shorter := text.rstrip(" ")).endswith(between):
        text, extra = shorter[: -len(between)], extra - 1
    return record._replace(text=text)


def _names(header: list[str] | None, count: int) -> list[str]:
    """A name for each column: text that can be printed, not empty, and no two alike."""
    names: list[str] = []
    for position in range(count):
        given = header[position] if header else ""
        name = " ".join("".join(sign if sign.isprintable() else " " for sign in given).split())
        name = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
        name = name or f"column {position + 1}"
        times = 1
        unlike = name
        while unlike in names:
            times += 1
            unlike = f"{name} ({times})"
        names.append(unlike)
    return names


def _beyond_the_limits(n_rows: int, n_columns: int, header: bool) -> Refusal | None:
    if n_rows < 1:
        return Refusal("There is one line, with names and no numbers. Add rows below it." if header else "No rows.")
    if n_rows > MOST_ROWS:
        return _too_many(n_rows)
    if n_columns > MOST_COLUMNS:
        return Refusal(f"There are {n_columns} columns; up to {MOST_COLUMNS} are read. Leave some out.")
    return None


def _too_many(n_rows: int) -> Refusal:
    return Refusal(f"There are {n_rows} rows; up to {MOST_ROWS} are read. Leave some out.")


def _one_column(records: Sequence[Record]) -> Refusal:
    return Refusal(
        f"Line {records[0].line} has one column. A neuron needs a feature and a label: put them side by side, "
        "with a comma, a semicolon, a tab or blanks between them."
    )
