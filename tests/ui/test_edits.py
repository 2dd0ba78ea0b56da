"""What the state of a table's widget says of its cells, and what no hand can have typed."""

from types import MappingProxyType

import pytest

from playground.ui.edits import edits_of

NOTHING = {"edited_rows": {}, "added_rows": [], "deleted_rows": []}


def test_a_tables_state_holds_its_edits():
    changed = {0: {"u": "1"}, 9: {"v": None}}
    state = MappingProxyType({"edited_rows": changed, "added_rows": [{"u": "2"}], "deleted_rows": [3]})
    assert edits_of(state, 10, {"u", "v"}) == (changed, [{"u": "2"}], [3])
    assert not any(edits_of(NOTHING, 10, {"u", "v"}))


@pytest.mark.parametrize("state", [None, 5, True, "edits", [], {}, {"edited_rows": {}}], ids=str)
def test_a_state_of_another_kind_holds_no_edits(state):
    assert edits_of(state, 10, {"u"}) is None


@pytest.mark.parametrize(
    "more",
    [
        {"edited_rows": {"0": {"u": "1"}}},
        {"edited_rows": {0: None}},
        {"edited_rows": {True: {"u": "1"}}},
        {"edited_rows": {10: {"u": "1"}}},
        {"edited_rows": {-1: {"u": "1"}}},
        {"edited_rows": {0: {"w": "1"}}},
        {"edited_rows": {0: {"u": 1}}},
        {"added_rows": [{"u": ["1"]}]},
        {"deleted_rows": [10]},
        {"deleted_rows": "all"},
    ],
    ids=str,
)
def test_what_no_hand_can_report_is_no_edit(more):
    assert edits_of({**NOTHING, **more}, 10, {"u"}) is None
