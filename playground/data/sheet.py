"""What comes of reading a visitor's table: a sheet, a plain refusal, or a question."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from playground.learning.arrays import Array

Codes = NDArray[np.int64]


@dataclass(frozen=True)
class Format:
    """How a table is written down; a part that is None is to be guessed.

    encoding: a name in ENCODINGS. delimiter: a name in DELIMITERS. decimal_mark: "." or ",". header: whether the first
    line holds the names.
    """

    encoding: str | None = None
    delimiter: str | None = None
    decimal_mark: str | None = None
    header: bool | None = None


ENCODINGS: dict[str, str] = {
    "UTF-8": "utf-8-sig",
    "UTF-16": "utf-16",
    "UTF-16 (little end first)": "utf-16-le",
    "UTF-16 (big end first)": "utf-16-be",
    "Latin-1": "cp1252",
}
"""Python's names of the encodings. Windows calls Latin-1 what has a few signs more."""

DELIMITERS: dict[str, str] = {"tab": "\t", "semicolon": ";", "comma": ",", "bar": "|", "blanks": r"\s+"}
"""What stands between two cells, as pandas takes it; of equally good guesses the first one counts."""


@dataclass(frozen=True)
class Refusal:
    """Why a table cannot be used, in a sentence that says what to do: with line and column where it is about these."""

    text: str


@dataclass(frozen=True)
class Question:
    """A cell that can be read in two ways: 1,200, and 1.200, is one thing here and a thousand times as much there."""

    cell: str
    line: int
    column: str

    @property
    def sign(self) -> str:
        """The comma or the point that is asked about."""
        return "," if "," in self.cell else "."


@dataclass(frozen=True, eq=False)
class SheetColumn:
    """One column.

    name: text, whatever it holds, and unlike that of any other column. numbers: ndarray of shape (n_rows,), NaN in a
    gap; None if it does not hold numbers. words: the values of a column of words, if there are two, in alphabetical
    order but for a yes, which is last; codes: which of them each row has, -1 in a gap. problem: why it can be neither
    feature nor label. sign: a per cent or currency sign that its numbers were written with. unit: what they are
    measured in, '' if that is not known. is_index: it only counts the rows.
    """

    name: str
    numbers: Array | None = None
    words: tuple[str, ...] = ()
    codes: Codes | None = None
    problem: Refusal | None = None
    sign: str = ""
    unit: str = ""
    is_index: bool = False

    @property
    def is_usable(self) -> bool:
        """Whether it can be a feature or the label."""
        return self.numbers is not None or self.codes is not None

    @property
    def title(self) -> str:
        """The name with its unit, or with the sign that its numbers were written with."""
        if self.unit:
            return self.name if self.name.endswith(f"({self.unit})") else f"{self.name} ({self.unit})"
        return f"{self.name} ({self.sign})" if self.sign and self.sign not in self.name else self.name

    def values(self) -> Array:
        """Its numbers; for two words 0 for the first one and 1 for the other; NaN in a gap."""
        if self.numbers is not None:
            return self.numbers
        assert self.codes is not None
        return np.where(self.codes < 0, np.nan, self.codes.astype(np.float64))


@dataclass(frozen=True, eq=False)
class Sheet:
    """A table that was read.

    format: how it was read, without a None. columns: at least two of them usable. lines: of the file in which each row
    begins, ndarray of shape (n_rows,).
    """

    format: Format
    columns: tuple[SheetColumn, ...]
    lines: Codes
