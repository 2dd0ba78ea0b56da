"""What is on the screen: controls, tables, vectors and pictures as plain JSON. Words are left out.

This knows pages by their addresses and all else by its key, so that it outlives changes of what is behind them.
"""

import base64
import json
from functools import cache
from math import floor, log10
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import numpy as np
from streamlit.testing.v1 import AppTest

from playground.data import TITLES

APP = Path(__file__).parents[2] / "app.py"
CONTROLS = ("slider", "select_slider", "selectbox", "radio", "button_group", "toggle", "checkbox", "number_input")
TYPED = ("text_input", "text_area")
DIGITS = 6
NAMES = {title: name for name, title in TITLES.items()}


@cache
def _addresses():
    """What Streamlit calls each page, by its address; it knows them only once the app has run."""
    pages = AppTest.from_file(APP, default_timeout=30).run()._registered_pages
    return {page["url_pathname"]: name for name, page in pages.items()}


def visit(address, query=""):
    """A page for a visitor who comes to it with that query, as to a tab of its own."""
    at = AppTest.from_file(APP, default_timeout=30)
    at._page_hash = _addresses()[address]  # `switch_page` would need a first run, on another page
    at.query_params.update(parse_qs(query, keep_blank_values=True))
    return at.run()


def opened(link):
    """The page of a link such as /weights?w1=0.5."""
    parts = urlsplit(link)
    return visit(parts.path.strip("/"), parts.query)


def address_of(at):
    """What the address has after its question mark."""
    return {name: [text] if isinstance(text, str) else text for name, text in at.query_params.items()}


def seen(at):
    """All of the screen that a link decides."""
    assert not at.exception, at.exception
    controls = {control.key: value_of(control) for control in controls_of(at)}
    return {
        "idea": next((value for key, value in controls.items() if key.endswith("_idea")), None),
        "controls": controls,
        "tables": [_columns(table.value) for table in at.dataframe],
        "vectors": _vectors(at),
        "pictures": {chart.key: _picture(json.loads(chart.proto.spec)) for chart in at.get("plotly_chart")},
    }


def controls_of(at):
    """Everything native with a key that can be set."""
    return [control for kind in (*CONTROLS, *TYPED) for control in at.get(kind) if control.key]


def value_of(control):
    """What a control shows: an option as its menu says it, but a data set by its name in a link."""
    if control.type == "button_group":
        chosen = list(control.formatted_values)
        return chosen[0] if len(chosen) == 1 else chosen or None
    if control.type in ("selectbox", "radio"):
        shown = None if control.index is None else control.options[control.index]
        return NAMES.get(shown, shown)
    return control.value


def _columns(table):
    """What is in the cells, empty where there is nothing."""
    return {name: ["" if cell is None or cell != cell else cell for cell in table[name]] for name in table.columns}


def _vectors(at):
    """The arrows on each board, as the browser's part of the page is given them."""
    told = [json.loads(part.proto.bytes) for part in at.get("bidi_component")]
    boards = {key: board for part in told for key, board in part["boards"].items()}
    return {
        key: {"a": _rounded(board["arrows"][0]), "b": _rounded(board["arrows"][1]), "unit": board["unit"]}
        for key, board in boards.items()
    }


def _picture(figure):
    """The ranges of the axes, and of each trace how many numbers it has and some of them.

    A trace without a number draws nothing, so it is left out. Traces are sorted by name, as their own order may change.
    """
    axes = {name: _axis(axis) for name, axis in figure["layout"].items() if name.startswith(("xaxis", "yaxis"))}
    traces = [_trace(trace) for trace in figure["data"]]
    return {
        "axes": axes,
        "traces": sorted((trace for trace in traces if trace["points"]), key=lambda trace: trace["name"]),
    }


def _axis(axis):
    return {"type": axis.get("type", "linear"), "range": _rounded(axis["range"]) if "range" in axis else None}


def _trace(trace):
    numbers = {name: _numbers(trace[name]) for name in ("x", "y", "z") if name in trace}
    written = trace.get("text") if "text" in trace.get("mode", "") else None  # else it is seen on hovering only
    texts = [_number_in(text) for text in written or () if isinstance(written, list)]
    return {
        "name": trace.get("name", ""),
        "type": trace["type"],
        "points": max((len(each) for each in numbers.values()), default=0),
        **{name: _gist(each) for name, each in numbers.items() if each},
        # A neuron's values stand on it as text and nowhere else.
        **({"says": texts} if texts and None not in texts else {}),
    }


def _numbers(values):
    """All numbers, of whatever shape; where there is none the line has a gap."""
    if isinstance(values, dict):  # Plotly's form for arrays
        values = np.frombuffer(base64.b64decode(values["bdata"]), dtype=values["dtype"]).tolist()
    flat = []
    for value in values:
        if isinstance(value, list):
            flat += _numbers(value)
        elif value is not None:
            flat.append(float(value))
    return flat


def _gist(numbers):
    """First, last, smallest, largest and mean."""
    mean = sum(number / len(numbers) for number in numbers)  # the sum itself may be too large for a float
    return _rounded([numbers[0], numbers[-1], min(numbers), max(numbers), mean])


def _rounded(numbers):
    """With the digits that the largest of them needs."""
    largest = max((abs(number) for number in numbers), default=0.0)
    if not largest:
        return [0.0 for _ in numbers]
    digits = DIGITS - 1 - floor(log10(largest))
    return [round(float(number), digits) + 0.0 for number in numbers]


def _number_in(text):
    try:
        return float(str(text).replace("−", "-"))
    except ValueError:
        return None
