"""The rows of a text: lines that hold something, each with the number of the line in which it begins."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from playground.data.cells import is_gap, is_number, readings, shared_unit, unit_apart
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
    """The rows of a text without blank lines; a quoted cell may span lines, but not in a comment."""
    if long := next((line for line, content in enumerate(text.split("\n"), 1) if len(content) > LONGEST_LINE), None):
        return Refusal(f"Line {long} has more than {LONGEST_LINE} characters. This is no table of rows.")
    found: list[Record] = []
    quoted, begins = list[str](), 0  # lines since a quotation mark was opened, and where that was
    for line, content in enumerate(text.split("\n"), start=1):
        is_odd = '"' in content and content.count('"') % 2 == 1
        if quoted:
            quoted.append(content)
            if is_odd:
                found.append(Record("\n".join(quoted), begins))
                quoted = []
        elif is_odd and not is_comment(content):
            quoted, begins = [content], line
        elif not content.isspace() and content:
            found.append(Record(content, line))
    if quoted:
        text = f"Line {begins} has a quotation mark that is not closed. Delete it, or write it twice."
        return Refusal(text)
    return [record for record in found if record.text.strip(_NOTHING)]


def is_comment(text: str) -> bool:
    """Whether a line begins with a hash."""
    return text.lstrip().startswith(COMMENT)


def without_comments(records: Sequence[Record], delimiter: str) -> list[Record]:
    """The rows without comments: lines that begin with a hash and are neither the names nor a row of the table.

    The last one before the rows holds the names if these have none and it has as many cells. A later one is a row if it
    has as many cells as the first row, and a number or a gap, such as #N/A, among them.
    """
    rows = [record for record in records if not is_comment(record.text)]
    if len(rows) == len(records):
        return list(records)
    width = len(cells_of(rows[0].text, delimiter))
    found: list[Record] = []
    for record in records:
        cells = cells_of(record.text, delimiter) if is_comment(record.text) else []
        if not cells:
            found.append(record)
        elif len(cells) == width >= 2:
            if record.line > rows[0].line:
                found += [record] * any(readings(cell) or is_gap(cell) for cell in cells)
            elif any(map(readings, cells_of(rows[0].text, delimiter))) and not any(map(readings, cells)):
                found = [record._replace(text=record.text.lstrip().removeprefix("# "))]
    return found


_RULE = re.compile(r"[|\s:+-]*-[|\s:+-]*")


def without_frame(records: list[Record]) -> list[Record]:
    """The rows without the bars around them and the dashes below the names, as Markdown frames a table."""
    framed = [record._replace(text=record.text.strip()) for record in records]
    if not all(len(text) > 1 and text[0] == text[-1] == "|" for text, _ in framed):
        return records
    return [record._replace(text=record.text[1:-1]) for record in framed if not _RULE.fullmatch(record.text)]


def without_excels_line(records: list[Record]) -> tuple[list[Record], str | None]:
    """The rows without a first one such as "sep=;", with which spreadsheets name the delimiter, and what it names."""
    first = records[0].text.strip().strip('"').lower() if records else ""
    if not first.startswith("sep="):
        return records, None
    named = {between: name for name, between in DELIMITERS.items()}
    return records[1:], named.get(first.removeprefix("sep=")[:1] or "\t")


def has_names(rectangle: Sequence[Record], delimiter: str) -> bool:
    """Whether the first line holds the names: it has no number, or a word above numbers, or it counts, as years do."""
    first, *below = (cells_of(record.text, delimiter) for record in rectangle[:SAMPLE])
    columns = zip(*below, strict=False) if below else [()] * len(first)
    numbers = []
    for cell, column in zip(first, columns, strict=False):
        unit = shared_unit(column)
        if is_number(cell, unit):
            numbers.append(cell)
        elif not is_gap(cell) and sum(is_number(other, unit) for other in column) > len(column) / 2:
            return True
    is_count = all(map(str.isdecimal, numbers)) and 1 < len(numbers) < len(first)
    return not numbers or (is_count and all(int(b) - int(a) == 1 for a, b in pairwise(numbers)))


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


_BESIDE = re.compile(r"[,;|] *\t")
"""A tab that only lines cells up, behind what parts them."""


def guessed_delimiter(records: Sequence[Record]) -> str | None:
    """The delimiter that makes rows of equal length with the most numbers in them; None if none makes columns."""
    sample = ([record for record in records[: 2 * SAMPLE] if not is_comment(record.text)] or records)[:SAMPLE]
    if all("\t" in text and not _BESIDE.search(text) for text, _ in sample):
        return "tab"  # as spreadsheets copy cells; nobody has tabs within them
    scores = {delimiter: _score(sample, delimiter) for delimiter in DELIMITERS}
    best = max(scores, key=lambda delimiter: scores[delimiter])
    return best if scores[best] > 0 else None


def _score(sample: Sequence[Record], delimiter: str) -> float:
    rows = [cells_of(record.text, delimiter) for record in sample]
    length, times = Counter(map(len, rows)).most_common(1)[0]
    if length < 2:
        return 0.0
    below = [cell for row in rows[1:] or rows for cell in row]
    # A blank within a number may part thousands, but may part cells as well.
    numbers = sum(
        0.5 if " " in cell.strip() else 1.0 for cell in below if is_gap(cell) or is_number(cell, unit_apart(cell)[1])
    )
    return times / len(rows) * (numbers / max(len(below), 1) + 0.01)  # the other rows may be without any cell
