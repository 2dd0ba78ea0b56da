"""What a browser may report: all of it is read, and none of it is believed."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.ui.report import Drawn, Report, Wish, report_of

ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["9" * 400, 10**400, -(10**400), "1e999", "0x" + "f" * 300]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=8,
)
FACTS = st.fixed_dictionaries(
    {},
    optional={
        name: ANYTHING
        | st.fixed_dictionaries({}, optional=dict.fromkeys(("key", "at", "have", "board", "a", "b", "given"), ANYTHING))
        for name in ("turn", "draws", "narrow", "project", "moving", "shown", "put", "boards", "links", "wish")
    },
)


def test_a_report_is_read():
    told = {
        "turn": 3,
        "draws": True,
        "narrow": False,
        "project": True,
        "moving": True,
        "shown": ["3f", 7],
        "put": [{"sample": 12, "weight": "1"}, 1764000000000],
        "boards": {"board": {"a": [3, 1.5], "b": [0, -2], "unit": True, "given": 2}},
        "links": {"weights": "w1=0.5"},
        "wish": {"key": "weight", "at": 70, "have": "20001"},
    }
    board = Drawn((3.0, 1.5), (0.0, -2.0), True, 2)
    report = Report(
        3,
        True,
        False,
        moving=True,
        project=True,
        shown=("3f", 7),
        put=({"sample": 12.0}, 1764000000000),
        boards={"board": board},
        links={"weights": "w1=0.5"},
        wish=Wish("weight", 70, 0x20001),
    )
    assert report_of(told) == report
    assert report_of(json.loads(json.dumps(told))) == report


@pytest.mark.parametrize("nonsense", [None, "", 3, [], [[]], {"turn": "x"}, {"turn": math.nan}, {"turn": -1}])
def test_what_is_no_report_says_nothing(nonsense):
    assert report_of(nonsense) == Report()


@pytest.mark.parametrize(
    "wish",
    [
        {"key": "weight", "at": 1e7, "have": ""},
        {"key": "weight", "at": -1, "have": ""},
        {"key": "weight", "at": 0, "have": "f" * 10_000},
        {"key": "weight", "at": 0, "have": "xyz"},
        {"key": ["weight"], "at": 0, "have": ""},
    ],
)
def test_a_wish_that_cannot_be_is_none(wish):
    assert report_of({"wish": wish}).wish is None


@given(FACTS | ANYTHING)
def test_anything_can_be_reported(told):
    report = report_of(told)
    assert isinstance(report.draws, bool)
    assert 0 <= report.turn <= 2**53
    for drawn in report.boards.values():
        assert all(map(math.isfinite, (*drawn.a, *drawn.b)))
