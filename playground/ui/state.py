"""The table of state: what it says of a link, and what of a state is allowed. It knows no Streamlit."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from playground.ui.parameters import Parameter, Values

Table = Sequence[Parameter]


def settled(table: Table, wanted: Values) -> dict[str, Any]:
    """The table's values, each as near to what is wanted as it may be; its start where nothing is."""
    values: dict[str, Any] = {}
    for row in table:
        values[row.key] = row.check(wanted.get(row.key), values)
    return values


def from_link(table: Table, link: Mapping[str, str], brought: Any = None) -> dict[str, Any]:
    """What a link says; what it does not say, or says in no readable way, is as at the start.

    brought: by the visitor, where the link does not bring it along.
    """
    texts = {row: link.get(row.name) for row in table if row.linked}
    readable = {row: text for row, text in texts.items() if isinstance(text, str) and len(text) <= LONGEST_TEXT}
    known = {row.key: brought for row in table if row.brought and row not in readable}
    return settled(table, known | {row.key: row.read(text) for row, text in readable.items()})


def not_taken(table: Table, link: Mapping[str, str], values: Values) -> dict[str, str]:
    """What a link says in vain, but for the visitor's own answers: by name, in words, what stands in its place."""
    instead = {}
    for row in table:
        text = link.get(row.name) if row.linked and not row.own else None
        if text is None:
            continue
        wanted = row.read(text) if isinstance(text, str) and len(text) <= LONGEST_TEXT else None
        if wanted is None or row.write(wanted) != row.write(values[row.key]):
            instead[row.name] = row.in_words(values[row.key])
    return instead


LONGEST_TEXT = 4000
"""Characters of one value in a link."""


def to_link(table: Table, values: Values) -> dict[str, str]:
    """The link that opens this state: what is as at the start is not in it."""
    link = {}
    for row in table:
        if row.linked and row.is_in_link(values):
            link[row.name] = row.write(values[row.key])  # of two rows with one name the later one speaks
    return {name: text for name, text in link.items() if text}


def own_names(table: Table) -> list[str]:
    """Names in the link of the visitor's own answers: a link for a class leaves them out."""
    return sorted({row.name for row in table if row.own})


def row_of(table: Table, key: str) -> Parameter:
    """The row with that key."""
    return next(row for row in table if row.key == key)


def units_of(table: Table, values: Values) -> dict[str, Hashable]:
    """What each value is measured in."""
    return {row.key: row.units(values) for row in table}
