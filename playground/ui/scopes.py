"""Values that several ideas use: each idea has its own. It knows no Streamlit.

The row itself has the value of the idea on the screen, under its plain name, also in the link. When that idea is left,
its value moves to a row that keeps it, and the one of the idea that comes moves from there to the plain row.
"""

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from playground.ui.parameters import Parameter, Values
from playground.ui.state import Table, settled


@dataclass(frozen=True, kw_only=True)
class KeptFor(Parameter):
    """What a row has for an idea that is not on the screen; None: that row's start.

    of: that row. start: what the idea opens with where no link says otherwise.
    """

    of: Parameter

    def read(self, text: str) -> Any:
        return self.of.read(text)

    def write(self, value: Any) -> str:
        return self.of.write(self.of.start if value is None else value)

    def check(self, value: Any, values: Values) -> Any:
        if value is None:
            return self.start
        checked = self.of.check(value, values)
        return None if self.start is None and checked == self.of.start_of(values) else checked


def of_each(row: Parameter, which: str, users: Sequence[str], openings: Mapping[str, Any]) -> list[Parameter]:
    """That row, and rows that keep the values of its users. which: the row of the idea on the screen.

    openings: what users open with, where that is not the row's start.
    """
    if len(users) == 1 or row.brought:
        return [row]
    shared = replace(row, scope=lambda values: values[which] if values[which] in users else None)
    return [shared, *(KeptFor(key=_kept(row.key, user), of=row, start=openings.get(user)) for user in users)]


def _kept(key: str, user: Hashable) -> str:
    return f"{re.sub(r'[^a-z0-9]+', '_', str(user).lower())}.{key}"


def scopes_of(table: Table, values: Values) -> dict[str, Hashable]:
    """What each value belongs to; None where nothing on the screen uses it."""
    return {row.key: row.scope(values) for row in table}


def rescoped(table: Table, before: Mapping[str, Hashable], values: Values) -> dict[str, Any]:
    """The values that change as others use them than before; None: the start. before: what they belonged to.

    What belonged to nobody, as it came with a link, goes to the first that uses it.
    """
    changed: dict[str, Any] = {}
    for key, scope in scopes_of(table, values).items():
        left = before.get(key)
        if scope == left:
            continue
        if left is not None:
            changed |= {_kept(key, left): values[key], key: None}
        kept = None if scope is None else values[_kept(key, scope)]
        if kept is not None:
            changed |= {key: kept, _kept(key, scope): None}
    return settled(table, {**values, **changed}) if changed else {}
