"""A visitor's own rows as a data set: one feature and the label of the table that they brought.

It is a value of one visitor's state. What follows from it is kept with it (`Memory`) and in nothing that others share.
"""

from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from math import isfinite

import numpy as np

from playground.data.datasets import Column, Dataset
from playground.data.packing import LONGEST_TEXT, pack
from playground.learning.arrays import Array, read_only
from playground.learning.memory import Memory
from playground.learning.streams import sample

OWN = "your_numbers"
"""The name of a visitor's own rows in menus and links, beside those in `REAL`."""
TITLE = "Your numbers"
MOST_ITEMISED = 1000
"""Rows where each of them is drawn or walked through: a sample where there are more."""
LONGEST_NAME = 80
LARGEST, SMALLEST = 1e15, 1e-15
"""Of a number, and of what two of them differ by."""


@dataclass(frozen=True, eq=False, repr=False)
class Own(Dataset):
    """text: the rows as a link writes them, '' where no link may hold them. n_brought: rows of which these are some."""

    text: str = ""
    n_brought: int = 0

    @cached_property
    def name(self) -> str:
        rows = blake2b(f"{self.feature}{self.label}".encode("utf-8", "replace"), digest_size=8)
        rows.update(self.X.tobytes())
        rows.update(self.y.tobytes())
        return rows.hexdigest()

    def __repr__(self) -> str:
        return f"Own({self.name})"

    @property
    def is_in_links(self) -> bool:
        """Whether a link holds the rows."""
        return bool(self.text) and pack(self.text) is not None

    @cached_property
    def itemised(self) -> "Own":
        """These rows, or a random sample of them that is no larger than the built-in data."""
        if len(self.y) <= MOST_ITEMISED:
            return self
        rows = sample(len(self.y), MOST_ITEMISED)
        return _own(self.X[rows], self.y[rows], self.feature, self.label, "", len(self.y), self.memory)


def own(x: Array, y: Array, feature: Column, label: Column, may_travel: bool) -> Own | None:
    """The rows of one feature x and a label, both of shape (n_samples,). may_travel: links may hold them.

    None for numbers that are larger, or differ by less, than sliders and axes are made for.
    """
    if not all(np.abs(column).max() <= LARGEST and not 0.0 < np.ptp(column) < SMALLEST for column in (x, y)):
        return None
    text = _text(x, y, feature, label) if may_travel else ""
    return _own(x.reshape(-1, 1), y, feature, label, text, len(y), Memory())


def own_from(text: str) -> Own | None:
    """The rows that a link holds; None if it holds none: anybody may write a link."""
    head, *lines = text[:LONGEST_TEXT].split("\n")
    names = head.split("\t")
    if len(names) != 4 or not lines or any(not name.isprintable() or len(name) > LONGEST_NAME for name in names):
        return None
    try:
        rows = [tuple(map(float, line.split("\t"))) for line in lines]
    except ValueError:
        return None
    if any(len(row) != 2 or not all(map(isfinite, row)) for row in rows):
        return None
    feature, label = Column("", names[0] or "x", names[1]), Column("", names[2] or "y", names[3])
    x, y = (np.array(column) for column in zip(*rows, strict=True))
    return own(x, y, feature, label, may_travel=True)


def _own(X: Array, y: Array, feature: Column, label: Column, text: str, n_brought: int, memory: Memory | None) -> Own:
    X, y = read_only(np.ascontiguousarray(X)), read_only(np.ascontiguousarray(y))
    return Own(TITLE, feature, label, "you", X, y, memory, text, n_brought)


def _text(x: Array, y: Array, feature: Column, label: Column) -> str:
    head = "\t".join((feature.name, feature.unit, label.name, label.unit))
    text = "\n".join([head, *(f"{across!r}\t{up!r}" for across, up in zip(x.tolist(), y.tolist(), strict=True))])
    return text if len(text) <= LONGEST_TEXT else ""
