"""How the cells of a table are written: decimal marks, signs and units, and whether they are alike."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from playground.data.cells import is_gap, is_number, readings, shared_unit, shortened, sign_of, unit_apart
from playground.data.sheet import Codes, Question, Refusal

_PLAIN = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d{1,3})?", re.ASCII)
"""What Python reads as we do: most cells of most files, which need no closer look."""


@dataclass(frozen=True, eq=False)
class Cells:
    """One column as text: its different cells, and which of them each row has.

    name: the column's. is_named: whether the table names it. lines: of the file, of each row. unit: what stood behind
    each of its numbers.
    """

    name: str
    is_named: bool
    texts: Sequence[str]
    codes: Codes
    lines: Codes
    unit: str = ""

    def without_unit(self) -> "Cells":
        """The same cells without the unit that stands behind all of their numbers; these if there is none."""
        unit = shared_unit(self.texts)
        return replace(self, texts=[unit_apart(text)[0] for text in self.texts], unit=unit) if unit else self

    def is_plain(self) -> bool:
        """Whether all cells are numbers with at most a decimal point."""
        return all(map(_PLAIN.fullmatch, self.texts))

    def share_of_numbers(self) -> float:
        """How many of the rows have a number, with a unit or without."""
        return float(np.mean(np.array([is_number(text, unit_apart(text)[1]) for text in self.texts])[self.codes]))

    def line_of(self, text: int) -> int:
        """The first line with that text."""
        return int(self.lines[int(np.argmax(self.codes == text))])


def decimal_mark_of(columns: Sequence[Cells], delimiter: str) -> str | Refusal | Question:
    """The decimal mark of a table: what its cells tell, a refusal if they contradict one another, else a question.

    A number such as 1,200 is asked about, unless another one tells that commas part thousands, as 1,200.5 does. So is
    1.200 where points may part thousands and nothing tells what they do.
    """
    telling: dict[str, tuple[Cells, int]] = {}
    unclear: dict[str, tuple[Cells, int]] = {}
    thousands = False
    for column in columns:
        plain = column.is_plain()
        if plain and "." in telling:
            continue
        found: dict[str, tuple[Cells, int]] = {}
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
            elif len(marks) == 2:
                found.setdefault("," if "," in text else ".", (column, position))
        for sign, place in found.items():
            if sign == "," or _points_may_part(column, delimiter):
                unclear.setdefault(sign, place)
    if len(telling) == 2:
        return _mixed(list(telling.values()))
    is_asked = {",": not thousands, ".": not telling}
    for sign, (column, position) in unclear.items():
        if is_asked[sign]:
            return Question(shortened(column.texts[position]), column.line_of(position), column.name)
    return next(iter(telling), ".")


def _points_may_part(column: Cells, delimiter: str) -> bool:
    """Whether points may stand between thousands there: where cells are parted as where commas are decimal marks, in
    amounts of money, and where some numbers have no point, unless commas part the cells."""
    numbers = [text.strip() for text in column.texts if readings(text)]
    is_money = any(sign_of(text) not in ("", "%", "‰") for text in numbers)
    some_have_none = any("." not in text for text in numbers)
    return delimiter == "semicolon" or is_money or (delimiter != "comma" and some_have_none)


def _mixed(telling: Sequence[tuple[Cells, int]]) -> Refusal:
    """Two cells that cannot have the same decimal mark."""
    places = [(column.line_of(text), column.name, shortened(column.texts[text])) for column, text in telling]
    (line, _, cell), (last_line, name, last_cell) = sorted(places)
    return Refusal(
        f"Line {last_line}, column “{name}”: “{last_cell}” has another decimal mark than “{cell}” in line {line}. "
        "Write all numbers alike."
    )


def shared_sign(cells: Cells, gaps: Sequence[bool]) -> str | Refusal:
    """The per cent or currency sign that a column's numbers have; '' if none; a refusal if they do not go together."""
    found: dict[str, int] = {}
    for position, (text, gap) in enumerate(zip(cells.texts, gaps, strict=True)):
        if not gap:
            found.setdefault(sign_of(text.strip()), position)
    signs = set(found)
    if len(signs) > 1 and (len(signs - {""}) > 1 or "%" in signs):
        return _unlike(cells, found)
    return next(iter(found)) if len(found) == 1 else ""


def unlike_units(cells: Cells) -> Refusal | None:
    """Why numbers of which some have another unit than others, or none, are not read: nobody knows how they compare."""
    found: dict[str, int] = {}
    for position, text in enumerate(cells.texts):
        if not is_gap(text):
            unit = unit_apart(text)[1]
            if not unit and not readings(text):
                return None
            found.setdefault(unit, position)
    is_label = len(set(cells.texts)) <= 2  # such as 1st and 2nd: two words
    return None if len(found) < 2 or is_label else _unlike(cells, found)


def _unlike(cells: Cells, found: dict[str, int]) -> Refusal:
    """Of cells that should be written alike, the two that come first. found: a cell of each way of writing."""
    one, other = sorted(found.values(), key=cells.line_of)[:2]
    line, first, second = cells.line_of(other), shortened(cells.texts[one]), shortened(cells.texts[other])
    unlike = f"Line {line}, column “{cells.name}”: “{second}” is not written as “{first}” is. "
    return Refusal(f"{unlike}Write all numbers alike, or choose another column.")
