"""The rows of a text: lines that hold something, each with the number of the line in which it begins."""

import csv
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from playground.data.cells import is_gap, readings
from playground.data.sheet import DELIMITERS, Refusal

COMMENT = "#"
LONGEST_LINE = 20_000
SAMPLE = 60
"""Rows by which the delimiter is guessed."""
_NOTHING = ' \t;,|"\u00a0'
"""What a row without a value may consist of."""


class Record(NamedTuple):
    """The text of a row, and the line in which it begins, counted from 1."""

    text: str
    line: int


def records_of(text: str) -> list[Record] | Refusal:
    """The rows of a text without comments and blank lines; a quoted cell may span lines."""
    if long := next((line for line, content in enumerate(text.split("\n"), 1) if len(content) > LONGEST_LINE), None):
        return Refusal(f"Line {long} has more than {LONGEST_LINE} characters. This is no table of rows.", long)
    found: list[Record] = []
    open_quote: Record | None = None
    for line, content in enumerate(text.split("\n"), start=1):
        if open_quote is not None:
            joined = Record(f"{open_quote.text}\n{content}", open_quote.line)
            open_quote = joined if content.count('"') % 2 == 0 else None
            if open_quote is None:
                found.append(joined)
        elif '"' in content and content.count('"') % 2:
            open_quote = Record(content, line)
        elif not content.isspace() and content and not content.lstrip().startswith(COMMENT):
            found.append(Record(content, line))
    if open_quote is not None:
        return Refusal(
            f"Line {open_quote.line} has a quotation mark that is not closed. Delete it, or write it twice.",
            open_quote.line,
        )
    return [record for record in found if record.text.strip(_NOTHING)]


def cells_of(text: str, delimiter: str) -> list[str]:
    """The cells of one row; none where quotation marks stand where none can. delimiter: a name in DELIMITERS."""
    if '"' not in text:
        return text.split() if delimiter == "blanks" else [cell.strip() for cell in text.split(DELIMITERS[delimiter])]
    text, between = (" ".join(text.split()), " ") if delimiter == "blanks" else (text, DELIMITERS[delimiter])
    try:
        return next(csv.reader([text], delimiter=between, skipinitialspace=True), [])
    except csv.Error:  # a quotation mark within a cell, with a line end after it
        return []


def counts(records: Sequence[Record], delimiter: str) -> list[int]:
    """How many cells each row has."""
    between = None if delimiter == "blanks" else DELIMITERS[delimiter]
    return [len(text.split(between)) if '"' not in text else len(cells_of(text, delimiter)) for text, _ in records]


def guessed_delimiter(records: Sequence[Record]) -> str | None:
    """The delimiter that makes rows of equal length with the most numbers in them; None if none makes columns."""
    sample = records[:SAMPLE]
    scores = {delimiter: _score(sample, delimiter) for delimiter in DELIMITERS}
    best = max(scores, key=lambda delimiter: scores[delimiter])
    return best if scores[best] > 0 else None


def _score(sample: Sequence[Record], delimiter: str) -> float:
    rows = [cells_of(record.text, delimiter) for record in sample]
    length, times = Counter(map(len, rows)).most_common(1)[0]
    if length < 2:
        return 0.0
    below = [cell for row in rows[1:] or rows for cell in row]
    numbers = sum(bool(readings(cell)) or is_gap(cell) for cell in below)
    return times / len(rows) * (numbers / max(len(below), 1) + 0.01)  # the other rows may be without any cell
