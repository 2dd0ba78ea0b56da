"""What one visitor has chosen: the state of each page, from their hand, this session, a link, or the start.

The widgets on the screen know best, then this session, then the link, then the start. But a link that is opened, also
in a running session, wins over all of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from secrets import token_hex
from typing import Any
from urllib.parse import parse_qsl, urlencode

import streamlit as st

from playground.ui.scopes import changed_hands, scopes_of
from playground.ui.state import Table, from_link, not_taken, settled, to_link, units_of

_VALUES, _UNITS, _SCOPES, _LINKS, _OLD_LINKS = "_values", "_units", "_scopes", "_links", "_old_links"
"""By page: its values, what they are measured in, what they belong to, its link, and links that it had before."""
_NAME, _RECOVERED = "_name", "_recovered"
_BROUGHT, _KNOWN = "_brought", "_known"
"""The rows that the visitor brought last; and by page those that it has taken."""
_STALE, _TIMES_SET, _SPEAKS = "_stale", "_times_set", "_speaks"
"""What widgets said before Python set them, by key; how often that was; and whether the browser's part has spoken."""
MOST_OLD_LINKS = 30
"""Links of this session that may still be on their way back from the browser."""
MOST_PAGES, LONGEST_LINK = 20, 8000
MOST_NAMED = 3
"""Parameters of a link that are named where it asks for what there is not."""


def values_of(page: str, table: Table) -> dict[str, Any]:
    """The page's values, each of them allowed."""
    link = st.query_params.to_dict()
    if page not in _store(_VALUES):
        _open(page, table, link or _store(_LINKS).get(page, {}))
    elif link and _is_opened(page, link):
        _open(page, table, link)
    kept = _store(_VALUES)[page] | _newly_brought(page, table)
    return _keep(page, table, {row.key: _chosen(row.key, kept[row.key]) for row in table})


def bring(rows: Any) -> None:
    """Let every page have these rows, which the visitor brought; None: there are none any more."""
    st.session_state[_BROUGHT] = rows


def _newly_brought(page: str, table: Table) -> dict[str, Any]:
    """What was brought since this page was looked at last: until then it may have had those of a link."""
    brought = st.session_state.get(_BROUGHT)
    if _store(_KNOWN).setdefault(page, brought) is brought:
        return {}
    _store(_KNOWN)[page] = brought
    return {row.key: brought for row in table if row.brought}


def put(page: str, table: Table, /, **changed: Any) -> dict[str, Any]:
    """Set these values, None for the start, and what their widgets show: before these are shown, or in a callback."""
    values = _keep(page, table, {**_store(_VALUES)[page], **changed})
    for key in changed:
        show_in_widget(key, values[key])
    return values


def show_in_widget(key: str, value: Any) -> None:
    """Let the widget with that key show that value, if it has been on the screen."""
    if key in st.session_state and _said(key, None) != value:
        _hold(key)
        st.session_state[key] = value


def _hold(key: str) -> None:
    """What that widget says now is no choice until it has said anything else: a message on its way may say it again."""
    if key in st.session_state and st.session_state.get(_SPEAKS):
        stale = _store(_STALE).setdefault(key, _Stale([]))
        stale.said.append(_said(key, None))
        stale.is_set = False
        st.session_state[_TIMES_SET] = st.session_state.get(_TIMES_SET, 0) + 1


@dataclass
class _Stale:
    """What a widget said before it was set. is_set: the run that set it is over, so it may have heard of it."""

    said: list[Any]
    is_set: bool = False


def listen(speaks: bool) -> None:
    """Take note of what widgets say that Python has set. speaks: whether there is a browser's part that asks them."""
    st.session_state[_SPEAKS] = speaks
    for key, stale in list(_store(_STALE).items()):
        if stale.is_set and _said(key, None) not in stale.said:
            del _store(_STALE)[key]


def is_being_set(key: str) -> bool:
    """Whether that widget was set for this run: in a callback, after which Streamlit may have begun another one, in
    which it would not tell the browser any more."""
    stale = _store(_STALE).get(key)
    return stale is not None and not stale.is_set


def unheard() -> int:
    """Ends a run. How often widgets were set if one of them has still to say so, else 0."""
    for stale in _store(_STALE).values():
        stale.is_set = True
    times: int = st.session_state.get(_TIMES_SET, 0)
    return times if _store(_STALE) else 0


def says_otherwise(keys: Iterable[str], values: Mapping[str, Any]) -> bool:
    """Whether one of these widgets says anything else than its value, and so has to be shown anew."""
    return any(_said(key, values[key]) != values[key] for key in keys)


def reported(key: str) -> Any:
    """What a widget that is in no row of the table says; None if it says nothing, or nothing that can be read."""
    try:
        return st.session_state.get(key)
    except (AttributeError, TypeError, ValueError, OverflowError):  # a browser may report anything
        return None


def write_link(page: str, table: Table) -> None:
    """Let the address hold the page's state."""
    link, address = to_link(table, _store(_VALUES)[page]), st.query_params.to_dict()
    before = _store(_LINKS).setdefault(page, address)
    if link == address == before:
        return
    newest = [before, address, link]  # the browser may not have had the link of the last run when it reported
    old = [other for other in _store(_OLD_LINKS).get(page, []) if other not in newest]
    _store(_OLD_LINKS)[page] = (old + newest)[-MOST_OLD_LINKS:]
    st.query_params.from_dict(link)  # also if the browser reported just that: an older one may be on its way to it
    _store(_LINKS)[page] = link  # only now: a run that is cut short before has told the browser nothing


def links() -> dict[str, str]:
    """What was chosen on every page, as queries: the browser keeps them, in case this session is lost."""
    return {page: urlencode(link) for page, link in _store(_LINKS).items()}


def name() -> str:
    """A name of this session, by which the browser knows that another one answers."""
    own: str = st.session_state.setdefault(_NAME, token_hex(4))
    return own


def recovered() -> bool:
    """Whether this session has taken what the browser kept of a lost one."""
    return _RECOVERED in st.session_state


def recover(links: Mapping[str, str]) -> None:
    """Take what the browser kept of a lost session, once, for pages on which nothing was chosen in this one."""
    if not links or recovered():
        return
    st.session_state[_RECOVERED] = True
    for page, query in list(links.items())[:MOST_PAGES]:
        if not _store(_LINKS).get(page) and len(query) <= LONGEST_LINK:
            _store(_LINKS)[page] = dict(parse_qsl(query))
            _store(_VALUES).pop(page, None)  # a page that is on the screen as at the start is opened anew


def _is_opened(page: str, link: Mapping[str, str]) -> bool:
    """Whether that address was opened, and is not one that this page had itself."""
    return link != _store(_LINKS).get(page) and link not in _store(_OLD_LINKS).get(page, [])


def _open(page: str, table: Table, link: Mapping[str, str]) -> None:
    brought = st.session_state.get(_BROUGHT)
    values, _store(_KNOWN)[page] = from_link(table, link, brought), brought
    _store(_VALUES)[page] = values
    _store(_UNITS)[page] = units_of(table, values)
    _store(_SCOPES)[page] = scopes_of(table, values)
    for row in table:
        if _said(row.key, values[row.key]) != values[row.key]:
            _hold(row.key)
        st.session_state.pop(row.key, None)
    instead = not_taken(table, link, values)
    excuses = {row.name: row.excuse(link[row.name]) for row in table if row.name in instead}
    for sentence in {*filter(None, excuses.values())}:
        st.toast(sentence, duration="long")
    if others := {name: text for name, text in instead.items() if not excuses[name]}:
        st.toast(_not_taken_sentence(others), duration="long")


def _not_taken_sentence(instead: Mapping[str, str]) -> str:
    """What a link could not have. Nothing of it is as the link writes it: that may be anything."""
    named = [f"{name} is {text}" for name, text in instead.items()]
    more = ["and more"] if len(named) > MOST_NAMED else []
    return f"Not everything in this link can be had here: {', '.join([*named[:MOST_NAMED], *more])}."


def _keep(page: str, table: Table, wanted: Mapping[str, Any]) -> dict[str, Any]:
    values = settled(table, wanted)
    units, before = units_of(table, values), _store(_UNITS)[page]
    others = {key for key in units if units[key] != before.get(key, units[key])}
    if others:  # what was chosen in grams means nothing in miles
        values = settled(table, {**values, **dict.fromkeys(others)})
    changed = changed_hands(table, _store(_SCOPES)[page], values)
    if changed:  # and what was chosen for one idea means nothing for another
        others |= {key for key in changed if changed[key] != values[key]}
        values = changed
    if others:
        for key in others:  # else it would come back from its widget
            show_in_widget(key, values[key])
    _store(_VALUES)[page], _store(_UNITS)[page], _store(_SCOPES)[page] = values, units, scopes_of(table, values)
    return values


def _chosen(key: str, otherwise: Any) -> Any:
    """What was chosen with the widget of that key; `otherwise` if nothing was since Python set it."""
    said, stale = _said(key, otherwise), _store(_STALE).get(key)
    return otherwise if stale and said in stale.said else said


def _said(key: str, otherwise: Any) -> Any:
    """What the widget with that key says; `otherwise` if none is on the screen, or it says nothing that can be read."""
    try:
        said = st.session_state.get(key, otherwise)
    except (TypeError, ValueError, OverflowError):  # a browser may report anything
        del st.session_state[key]
        return otherwise
    return tuple(said) if isinstance(said, list) else said  # several choices, which values have as a tuple


def _store(name: str) -> dict[str, Any]:
    store: dict[str, Any] = st.session_state.setdefault(name, {})
    return store
