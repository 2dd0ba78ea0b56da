"""The visitor's own rows among the data that can be chosen: rows of the table of state, and what they stand for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from playground.data import REAL, TITLES, Dataset, real
from playground.data.own import OWN, TITLE, Own, own_from
from playground.data.packing import pack, unpack
from playground.data.tables import Table, table
from playground.ui.parameters import Choice, Parameter, Values

NOT_HERE = (
    "The numbers that this link is about are not here: bring them on the page Your numbers. Until then, built-in data."
)


@dataclass(frozen=True, kw_only=True)
class OwnRows(Parameter):
    """What the visitor has brought, an `Own`; None if nothing. In the link it is packed, if it is shown and may be.

    menus: keys of the rows that choose it; empty where any row of the page may.
    """

    brought: bool = True
    menus: tuple[str, ...] = ()

    def read(self, text: str) -> Own | None:
        return own_from(unpack(text) or "")

    def write(self, value: Own | None) -> str:
        return (pack(value.text) or "") if value is not None and value.text else ""

    def check(self, value: Any, values: Values) -> Own | None:
        return value if isinstance(value, Own) else None

    def is_in_link(self, values: Values) -> bool:
        return OWN in ([values[key] for key in self.menus] or values.values())

    def excuse(self, text: str) -> str:
        return NOT_HERE


@dataclass(frozen=True, kw_only=True)
class DataChoice(Choice):
    """A built-in data set by its name, or the visitor's own rows once they are there. rows: the key of their row."""

    rows: str
    options: Sequence[str] = (*REAL, OWN)

    def offers(self, values: Values) -> Sequence[str]:
        return [option for option in self.options if option != OWN or values[self.rows] is not None]

    def excuse(self, text: str) -> str:
        return NOT_HERE if text == OWN else ""


def titled(name: str) -> str:
    """A data set as menus call it."""
    return TITLE if name == OWN else TITLES[name]


def named(name: str) -> str:
    """A data set as its name in the code and in links, but for the visitor's own."""
    return TITLE if name == OWN else name


def chosen(name: str, own: Own | None) -> Dataset:
    """The chosen rows, all of them."""
    if name != OWN:
        return real(name)
    assert own is not None  # else it is not offered
    return own


def itemised(name: str, own: Own | None) -> Dataset:
    """The chosen rows, of a visitor's own no more than can be looked at one by one."""
    data = chosen(name, own)
    return data.itemised if isinstance(data, Own) else data


def table_of(name: str, own: Own | None) -> Table:
    """The chosen rows with all their features, as many as can be looked at one by one."""
    if name != OWN:
        return table(name)
    assert own is not None  # else it is not offered
    return own.itemised.table


def linked(own: Own) -> str:
    """What is said where a link does not hold all features of them; '' where it does."""
    return "A link has room for the first of these features only." if own.leaves_features_out else ""


def sampled(data: Dataset) -> str:
    """What is said where the rows are a sample; '' where they are all."""
    if not isinstance(data, Own) or len(data.y) == data.n_brought:
        return ""
    return f"A random sample of {len(data.y)} of your {data.n_brought} rows."
