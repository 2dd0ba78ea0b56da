"""Columns of numbers: how a link holds them, which edits count, and what nonsense becomes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.lessons.dot_product.many_numbers.columns import COLUMNS, LARGEST, MOST, Columns, filled
from playground.ui.state import from_link, settled, to_link

U = COLUMNS[0]
STARTS = settled(COLUMNS, {})


def columns(u, v):
    return Columns(filled(u), filled(v))


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("2,1,,3", (2.0, 1.0, None, 3.0)),
        ("-0.25", (-0.25,)),
        (" 1 , 2 ", (1.0, 2.0)),
        ("1e6", (1e6,)),
        (",1", (None, 1.0)),
    ],
)
def test_a_link_holds_cells_in_their_places(text, cells):
    assert U.read(text) == filled(cells)


@pytest.mark.parametrize("text", ["", ",", "1,x", "nan", "1e7", "1e308,1", "<b>", ",".join(["1"] * 11)])
def test_a_link_that_cannot_be_read_whole_opens_the_start(text):
    assert from_link(COLUMNS, {"u": text}) == STARTS


numbers = st.none() | st.floats(-LARGEST, LARGEST).map(lambda number: float(f"{number:.12g}"))


@given(st.lists(numbers, min_size=1, max_size=MOST))
def test_a_column_with_a_number_reads_back_as_it_was_written(cells):
    values = settled(COLUMNS, {"u": cells})
    wanted = values if any(cell is not None for cell in cells) else STARTS
    assert from_link(COLUMNS, to_link(COLUMNS, values)) == wanted


@pytest.mark.parametrize(
    "nonsense",
    [None, True, "2,1", 5, [1.0] * 11, [True], ["1"], [float("nan")], [1e7], [10**400], [[1.0]], {"u": 1}],
    ids=lambda value: repr(value)[:12],
)
def test_cells_of_the_wrong_kind_become_those_of_the_start(nonsense):
    assert settled(COLUMNS, {"u": nonsense}) == STARTS


def test_what_was_typed_stands_in_place_of_what_was_there():
    now = columns([1.0, 2.0], [3.0]).edited({0: {"u": "10"}, 1: {"v": "−0,5", "u": None}, 9: {"u": "x", "v": "1"}})
    assert now == columns([10.0], [3.0, -0.5, *[None] * 7, 1.0])
    assert (now.positions, now.lonely, now.pair) == ([0], [1, 9], ([10.0], [3.0]))
