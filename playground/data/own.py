"""A visitor's own rows as a data set: the label and the first feature of the table that they brought.

Further features stand beside it, for a neuron with several inputs.

It is a value of one visitor's state. What follows from it is kept with it (`Memory`) and in nothing that others share.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from math import isfinite

import numpy as np

from playground.data.choosing import Chosen
from playground.data.datasets import Dataset
from playground.data.packing import LONGEST_TEXT, pack
from playground.data.sheet import SheetColumn
from playground.data.sources import Column
from playground.data.tables import Table, table_with
from playground.learning.arrays import Array, read_only
from playground.learning.memory import Memory
from playground.learning.streams import sample

OWN = "your_numbers"
"""The name of a visitor's own rows in menus and links, beside those in `REAL`."""
TITLE = "Your numbers"
MOST_ITEMISED = 1000
"""Rows where each of them is drawn or walked through: a sample where there are more."""
MOST_FEATURES = 5
"""As many as a neuron is drawn with."""
LONGEST_NAME = 80
LARGEST, SMALLEST = 1e15, 1e-15
"""Of a number, and of what two of them differ by."""


Feature = tuple[Column, Array]
"""A feature and its numbers, shape (n_samples,)."""


@dataclass(frozen=True, eq=False, repr=False)
class Own(Dataset):
    """text: the rows as a link writes them, '' where no link may hold them. n_brought: rows of which these are some.

    more: further features.
    """

    text: str = ""
    n_brought: int = 0
    more: tuple[Feature, ...] = ()

    @cached_property
    def name(self) -> str:
        rows = blake2b(f"{self.features}{self.label}".encode("utf-8", "replace"), digest_size=8)
        for numbers in (self.X, self.y, *(column for _, column in self.more)):
            rows.update(numbers.tobytes())
        return rows.hexdigest()

    def __repr__(self) -> str:
        return f"Own({self.name})"

    @property
    def features(self) -> tuple[Column, ...]:
        """All of them, the first one first."""
        return (self.feature, *(feature for feature, _ in self.more))

    @cached_property
    def is_in_links(self) -> bool:
        """Whether a link holds the rows."""
        return bool(self.text) and pack(self.text) is not None

    @property
    def leaves_features_out(self) -> bool:
        """Whether a link holds the rows with their first feature alone."""
        return self.is_in_links and len(_names(self.text)) < 2 * (len(self.features) + 1)

    @cached_property
    def itemised(self) -> "Own":
        """These rows, or a random sample of them that is no larger than the built-in data."""
        return self.some(MOST_ITEMISED)

    def some(self, most: int) -> "Own":
        """These rows, or a random sample of so many of them."""
        if len(self.y) <= most:
            return self
        assert self.memory is not None  # as of all that a visitor brings
        found: Own = self.memory.get(Own.some, (self, most), lambda: self._sample(most))
        return found

    def _sample(self, most: int) -> "Own":
        rows = sample(len(self.y), most)
        more = tuple((feature, column[rows]) for feature, column in self.more)
        features = (self.feature, self.X[rows, 0]), *more
        return _own(features, self.y[rows], self.label, "", self.n_brought, self.memory)

    @cached_property
    def table(self) -> Table:
        """The rows with all their features, also in standard units."""
        X = np.column_stack([self.X, *(column for _, column in self.more)])
        names, units = (tuple(getattr(each, part) for each in self.features) for part in ("name", "unit"))
        return table_with(names, units, (False,) * len(names), self.label, "row", self.citation, X, self.y)


def own(
    x: Array, y: Array, feature: Column, label: Column, may_travel: bool, more: Sequence[Feature] = ()
) -> Own | None:
    """The rows of a feature x and a label, both of shape (n_samples,). may_travel: links may hold them.

    more: further features; those that are too many are left out, and those that are as follows.
    None for numbers that are larger, or differ by less, than sliders and axes are made for.
    """
    if not (_can_be_shown(x) and _can_be_shown(y)):
        return None
    others = [each for each in more if _can_be_shown(each[1])][: MOST_FEATURES - 1]
    features = (feature, x), *others
    text = ""
    if may_travel:  # where there is no room for all features, the first one is what every page uses
        whole = _text(features, y, label)
        text = whole if pack(whole) or not others else _text(features[:1], y, label)
        text = text if pack(text) else ""
    return _own(features, y, label, text, len(y), Memory())


def own_of(chosen: Chosen, may_travel: bool) -> Own | None:
    """The rows that a visitor has chosen to learn from; see `own`."""
    (feature, *more), label = ([_column(each) for each in chosen.features], _column(chosen.label))
    x, *others = chosen.X.T
    return own(x, chosen.y, feature, label, may_travel, list(zip(more, others, strict=True)))


def _column(column: SheetColumn) -> Column:
    return Column("", column.name, column.unit)


def _can_be_shown(column: Array) -> bool:
    return bool(np.abs(column).max() <= LARGEST and not 0.0 < np.ptp(column) < SMALLEST)


def own_from(text: str) -> Own | None:
    """The rows that a link holds; None if it holds none: anybody may write a link."""
    names, lines = _names(text[:LONGEST_TEXT]), text[:LONGEST_TEXT].split("\n")[1:]
    n_columns = len(names) // 2
    is_head = len(names) == 2 * n_columns and 2 <= n_columns <= MOST_FEATURES + 1
    if not is_head or not lines or any(not name.isprintable() or len(name) > LONGEST_NAME for name in names):
        return None
    try:
        rows = [tuple(map(float, line.split("\t"))) for line in lines]
    except ValueError:
        return None
    if any(len(row) != n_columns or not all(map(isfinite, row)) for row in rows):
        return None
    *features, y = (np.array(column) for column in zip(*rows, strict=True))
    missing = ["x", *(f"x{i}" for i in range(2, n_columns)), "y"]
    *columns, label = (
        Column("", name or instead, unit) for name, unit, instead in zip(names[::2], names[1::2], missing, strict=True)
    )
    more = list(zip(columns[1:], features[1:], strict=True))
    return own(features[0], y, columns[0], label, True, more)


def _own(features: Sequence[Feature], y: Array, label: Column, text: str, n_brought: int, memory: Memory | None) -> Own:
    (feature, x), *more = features
    X, y = read_only(np.ascontiguousarray(x.reshape(-1, 1))), read_only(np.ascontiguousarray(y))
    return Own(TITLE, feature, label, "you", X, y, memory, text, n_brought, tuple(more))


def _names(text: str) -> list[str]:
    """Names and units in the head of rows as a link writes them: those of the features, then the label's."""
    return text.split("\n", 1)[0].split("\t")


def _text(features: Sequence[Feature], y: Array, label: Column) -> str:
    head = "\t".join(part for column in (*(each for each, _ in features), label) for part in (column.name, column.unit))
    columns = [column.tolist() for column in (*(numbers for _, numbers in features), y)]
    text = "\n".join([head, *("\t".join(map(repr, row)) for row in zip(*columns, strict=True))])
    return text if len(text) <= LONGEST_TEXT else ""
