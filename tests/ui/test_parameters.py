"""The table of state with plain dicts: what each row reads, writes and allows, and that nonsense does no harm."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.ui.board import Vector
from playground.ui.numeric import Number, TypedNumber, Whole
from playground.ui.parameters import Choice, FirstChoice, Switch
from playground.ui.ranges import Range
from playground.ui.some import Names
from playground.ui.state import from_link, own_names, settled, to_link, units_of

GUESS = Choice(key="guess", options=("yes", "no", "show me"), own=True)
TABLE = (
    Choice(key="data", start="cars", options=("cars", "moons")),
    Switch(key="raw"),
    Number(key="weight", start=-1.5, low=-5.0, high=5.0, step=0.05, units=lambda values: values["data"]),
    Whole(key="rows", reach=lambda values: Range(1, 32 if values["data"] == "cars" else 8, 1, 4)),
    Choice(key="inputs", start=1, options=(1, 2, 3), offered=lambda values: (1, 2) if values["raw"] else (1, 2, 3)),
    Switch(key="unit"),
    Vector(key="a", start=(3.0, 1.0), unit="unit"),
    TypedNumber(key="answer", own=True),
    Names(key="done", options=("one", "two"), own=True),
    GUESS,
    FirstChoice(key="first_guess", of=GUESS),
    Whole(key="shown", start=0, high=9, linked=False),
)
STARTS = {
    "data": "cars",
    "raw": False,
    "weight": -1.5,
    "rows": 4,
    "inputs": 1,
    "unit": False,
    "a": (3.0, 1.0),
    "answer": "",
    "done": (),
    "guess": None,
    "first_guess": None,
    "shown": 0,
}
OTHERS = {
    "data": "moons",
    "raw": True,
    "weight": 2.25,
    "rows": 8,
    "inputs": 2,
    "unit": True,
    "a": (0.6, 0.8),
    "answer": "−0,5",
    "done": ("two", "one"),
    "guess": "yes",
    "first_guess": "no",
}
TEXTS = ["", "nan", "inf", "1e999", "9" * 400]
NONSENSE = [None, True, *TEXTS, math.nan, -math.inf, 10**400, 1e308, [], [1, 2, 3], {}, b"x"]


def test_nothing_wanted_is_the_start():
    assert settled(TABLE, {}) == STARTS
    assert to_link(TABLE, STARTS) == {}


def test_a_link_tells_what_differs_from_the_start_and_reads_back_as_the_same():
    values = settled(TABLE, OTHERS)
    link = to_link(TABLE, values)
    assert link == {
        "data": "moons",
        "raw": "true",
        "weight": "2.25",
        "rows": "8",
        "inputs": "2",
        "unit": "true",
        "a": "0.6,0.8",
        "answer": "−0,5",
        "done": "two,one",
        "guess": "no",
    }
    # A link tells the first guess, and opens with it.
    assert from_link(TABLE, link) == {**values, "guess": "no"}


def test_the_visitors_own_answers_are_named_as_they_stand_in_the_link():
    assert own_names(TABLE) == ["answer", "done", "guess"]


@pytest.mark.parametrize(
    ("key", "wanted", "settles_at"),
    [
        ("weight", 7.0, 5.0),
        ("weight", -1e300, -5.0),
        ("weight", -1.4732, -1.4732),
        ("rows", 99, 32),
        ("rows", 2.5, 4),
        ("inputs", True, 1),
        ("inputs", 2.0, 1),
        ("a", (1e9, 0.0), (3.0, 1.0)),
        ("done", ["two", "three", "two"], ("two",)),
        ("guess", "perhaps", None),
    ],
)
def test_a_value_out_of_range_becomes_the_nearest_allowed_one_or_the_start(key, wanted, settles_at):
    value = settled(TABLE, {key: wanted})[key]
    assert value == settles_at
    assert type(value) is type(settles_at)


def test_what_is_allowed_follows_from_the_rows_above():
    assert settled(TABLE, {"data": "moons", "rows": 20})["rows"] == 8
    assert settled(TABLE, {"raw": True, "inputs": 3})["inputs"] == 1
    assert settled(TABLE, {"unit": True, "a": (3.0, 4.0)})["a"] == pytest.approx((0.6, 0.8))
    assert settled(TABLE, {"unit": True, "a": (0.0, 0.0)})["a"] == (0.0, 0.0)


def test_the_first_guess_stays_when_the_guess_changes():
    guessed = settled(TABLE, {"guess": "no"})
    assert guessed["first_guess"] == "no"
    assert settled(TABLE, {**guessed, "guess": "yes"})["first_guess"] == "no"
    assert settled(TABLE, {**guessed, "guess": None})["first_guess"] == "no"


def test_units_name_what_a_value_is_measured_in():
    assert units_of(TABLE, STARTS)["weight"] == "cars"
    assert units_of(TABLE, STARTS)["raw"] is None


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.key)
@pytest.mark.parametrize("nonsense", NONSENSE, ids=lambda value: repr(value)[:12])
def test_nonsense_is_replaced_by_an_allowed_value(row, nonsense):
    values = settled(TABLE, {row.key: nonsense})
    hash(tuple(values.values()))
    assert settled(TABLE, values) == values
    assert from_link(TABLE, to_link(TABLE, values)).keys() == values.keys()


@given(st.dictionaries(st.sampled_from([row.key for row in TABLE]), st.text(max_size=500)))
def test_any_link_opens_an_allowed_state(link):
    values = from_link(TABLE, link)
    assert settled(TABLE, values) == values
    assert from_link(TABLE, to_link(TABLE, values)) == {**values, "guess": values["first_guess"] or values["guess"]}


def test_a_text_that_is_too_long_is_not_read():
    assert from_link(TABLE, {"answer": "1" * 5000})["answer"] == ""


@pytest.mark.parametrize("key", ["weight", "rows"])
def test_the_positions_of_a_slider_go_from_end_to_end_by_its_step(key):
    row = next(row for row in TABLE if row.key == key)
    positions, reach = row.positions(STARTS), row.range_of(STARTS)
    assert (positions[0], positions[-1]) == (reach.low, reach.high)
    steps = [b - a for a, b in pairwise(positions)]
    assert steps == pytest.approx([reach.step] * len(steps))
