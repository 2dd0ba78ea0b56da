"""What one visitor has chosen: the state of each page, from their hand, this session, a link, or the start.

The widgets on the screen know best, then this session, then the link, then the start. But a link that is opened, also
in a running session, wins over all of it.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from secrets import token_hex
from typing import Any
from urllib.parse import parse_qsl, urlencode

import streamlit as st

from playground.figures.markup import as_markdown
from playground.ui import widget_values
from playground.ui.scopes import rescoped, scopes_of
from playground.ui.state import Table, from_link, not_taken, settled, to_link, units_of

_KEPT = "_kept"
MOST_OLD_LINKS = 30
"""Links of this session that may still be on their way back from the browser."""
MOST_PAGES, LONGEST_LINK = 20, 8000
MOST_NAMED = 3
"""Parameters of a link that are named where it asks for what there is not."""


@dataclass
class Kept:
    """What a session keeps.

    By page: its values, what they are measured in, what they belong to, its link, links that it had before, and the
    brought rows that it has taken. brought: the rows that the visitor brought last. name: of this session, by which
    the browser knows that another one answers. recovered: it has taken what the browser kept of a lost one. page: the
    one that was looked at last.
    """

    values: dict[str, dict[str, Any]] = field(default_factory=dict)
    units: dict[str, dict[str, Hashable]] = field(default_factory=dict)
    scopes: dict[str, dict[str, Hashable]] = field(default_factory=dict)
    links: dict[str, Mapping[str, str]] = field(default_factory=dict)
    old_links: dict[str, list[Mapping[str, str]]] = field(default_factory=dict)
    taken: dict[str, Any] = field(default_factory=dict)
    brought: Any = None
    name: str = field(default_factory=lambda: token_hex(4))
    recovered: bool = False
    page: str = ""

    def is_opened(self, page: str, link: Mapping[str, str]) -> bool:
        """Whether that address was opened, and is not one that this page had itself."""
        return link != self.links.get(page) and link not in self.old_links.get(page, [])

    def newly_brought(self, page: str, table: Table) -> dict[str, Any]:
        """What was brought since this page was looked at last: until then it may have had those of a link."""
        if self.taken.setdefault(page, self.brought) is self.brought:
            return {}
        self.taken[page] = self.brought
        return {row.key: self.brought for row in table if row.brought}


def kept() -> Kept:
    """What this session keeps."""
    found: Kept | None = st.session_state.get(_KEPT)
    if found is None:
        found = st.session_state[_KEPT] = Kept()
    return found


def values_of(page: str, table: Table) -> dict[str, Any]:
    """The page's values, each of them allowed."""
    own, link = kept(), st.query_params.to_dict()
    own.page = page
    if page not in own.values:
        _open(page, table, link or own.links.get(page, {}))
    elif link and own.is_opened(page, link):
        _open(page, table, link)
    values = own.values[page] | own.newly_brought(page, table)
    return _keep(page, table, widget_values.choices_of({row.key: values[row.key] for row in table}))


def begin_anew() -> None:
    """Forget what was chosen on the page that was looked at last."""
    own = kept()
    own.values.pop(own.page, None)
    own.links.pop(own.page, None)
    st.query_params.clear()


def bring(rows: Any) -> None:
    """Let every page have these rows, which the visitor brought; None: there are none any more."""
    kept().brought = rows


def put(page: str, table: Table, /, **changed: Any) -> dict[str, Any]:
    """Set these values, None for the start, and what their widgets show: before these are shown, or in a callback."""
    values = _keep(page, table, {**kept().values[page], **changed})
    for key in changed:
        widget_values.set_value(key, values[key])
    return values


def write_link(page: str, table: Table) -> None:
    """Let the address hold the page's state."""
    own, address = kept(), st.query_params.to_dict()
    link = to_link(table, own.values[page])
    before = own.links.setdefault(page, address)
    if link == address == before:
        return
    newest = [before, address, link]  # the browser may not have had the link of the last run when it reported
    old = [other for other in own.old_links.get(page, []) if other not in newest]
    own.old_links[page] = (old + newest)[-MOST_OLD_LINKS:]
    st.query_params.from_dict(link)  # also if the browser reported just that: an older one may be on its way to it
    own.links[page] = link  # only now: a run that is cut short before has told the browser nothing


def links() -> dict[str, str]:
    """What was chosen on every page, as queries: the browser keeps them, in case this session is lost."""
    return {page: urlencode(link) for page, link in kept().links.items()}


def recover(links: Mapping[str, str]) -> None:
    """Take what the browser kept of a lost session, once, for pages on which nothing was chosen in this one."""
    own = kept()
    if not links or own.recovered:
        return
    own.recovered = True
    for page, query in list(links.items())[:MOST_PAGES]:
        if not own.links.get(page) and len(query) <= LONGEST_LINK:
            own.links[page] = dict(parse_qsl(query))
            own.values.pop(page, None)  # a page that is on the screen as at the start is opened anew


def _open(page: str, table: Table, link: Mapping[str, str]) -> None:
    own = kept()
    values, own.taken[page] = from_link(table, link, own.brought), own.brought
    own.values[page], own.units[page], own.scopes[page] = values, units_of(table, values), scopes_of(table, values)
    for row in table:
        widget_values.drop(row.key, values[row.key])
    instead = not_taken(table, link, values)
    excuses = {row.name: row.excuse(link[row.name]) for row in table if row.name in instead}
    for sentence in {*filter(None, excuses.values())}:
        st.toast(sentence, duration="long")
    if others := {name: text for name, text in instead.items() if not excuses[name]}:
        st.toast(_not_taken_sentence(others), duration="long")


def _not_taken_sentence(instead: Mapping[str, str]) -> str:
    """What a link could not have. Nothing of it is as the link writes it: that may be anything."""
    named = [f"{name} is {as_markdown(text) or 'as at the start'}" for name, text in instead.items()]
    more = ["and more"] if len(named) > MOST_NAMED else []
    return f"Part of this link cannot be used here: {', '.join([*named[:MOST_NAMED], *more])}."


def _keep(page: str, table: Table, wanted: Mapping[str, Any]) -> dict[str, Any]:
    own, values, others = kept(), settled(table, wanted), set[str]()
    units = own.units[page]
    while (now := units_of(table, values)) != units:  # again, as units of rows below may follow from these
        anew = {key for key in now if now[key] != units.get(key, now[key])}
        values, units = settled(table, {**values, **dict.fromkeys(anew)}), now  # grams mean nothing in miles
        others |= anew
    changed = rescoped(table, own.scopes[page], values)
    if changed:  # and what was chosen for one idea means nothing for another
        others |= {key for key in changed if changed[key] != values[key]}
        values = changed
    for key in others:  # else it would come back from its widget
        widget_values.set_value(key, values[key])
    own.values[page], own.units[page], own.scopes[page] = values, units_of(table, values), scopes_of(table, values)
    return values
