"""Numbers as people type them."""

import pytest

from playground.ui.typed import typed_number


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("0.5", 0.5),
        ("0,5", 0.5),
        ("0,125", 0.125),
        ("-0.5", -0.5),
        ("−0,5", -0.5),
        ("–3", -3.0),
        ("+2", 2.0),
        (" .5 ", 0.5),
        (",5", 0.5),
        ("7.", 7.0),
        ("12,3456", 12.3456),
        ("1.234", 1.234),
        ("−1e−3", -0.001),
        ("1000000", 1e6),
    ],
)
def test_a_number_reads_as_it_is_meant(typed, value):
    assert typed_number(typed, 1e6) == value


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "abc",
        "1,000",
        "-12,345",
        "1,234,567",
        "1.000,5",
        "nan",
        "inf",
        "1e999",
        "1000001",
        "--1",
        "1 2",
        "<b>1",
        None,
        3,
    ],
)
def test_what_is_no_number_or_reads_in_two_ways_is_none(typed):
    assert typed_number(typed, 1e6) is None
