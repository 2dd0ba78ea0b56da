"""A table as a grid of cells, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.lessons.your_numbers.grid import (
    FEWEST_COLUMNS,
    FEWEST_ROWS,
    MOST_ROWS,
    edited,
    grid_of,
    names_of,
    text_of,
)
from playground.ui.edits import edits_of

CELLS = st.text(st.sampled_from("ab01.,\"'; |é"), max_size=5).map(lambda cell: " ".join(cell.split()))


def edits(**changed):
    """Of an empty grid."""
    state = {"edited_rows": {}, "added_rows": [], "deleted_rows": [], **changed}
    return edits_of(state, FEWEST_ROWS, {*names_of(FEWEST_COLUMNS)})


@pytest.mark.parametrize(
    "text", ["a,b\n1,2\n3,4", "a;b\n1;2\n3;4", "a\tb\n1\t2\n3\t4", "a b\n1 2\n3 4", "a|b\n1|2\n\n3|4\n"]
)
def test_a_grid_has_the_cells_of_the_text_and_room_for_more(text):
    grid = grid_of(text)
    assert [row[:2] for row in grid[:3]] == [("a", "b"), ("1", "2"), ("3", "4")]
    assert len(grid) == FEWEST_ROWS
    assert {len(row) for row in grid} == {FEWEST_COLUMNS}
    assert text_of(grid) == "a\tb\n1\t2\n3\t4"


def test_nothing_is_a_grid_of_empty_cells_and_they_are_nothing():
    assert text_of(grid_of("")) == ""


def test_a_table_with_too_many_rows_is_no_grid():
    assert len(grid_of("x,y\n" + "1,2\n" * (MOST_ROWS - 1))) == MOST_ROWS
    assert grid_of("x,y\n" + "1,2\n" * MOST_ROWS) is None
    assert grid_of("\n" * 1_000_000) is None
    assert grid_of("x,y\n" + "1," * 60) is None


def test_columns_are_named_as_in_a_spreadsheet():
    assert names_of(3) == ["A", "B", "C"]
    assert (names_of(30)[25], names_of(30)[26], names_of(30)[29]) == ("Z", "AA", "AD")


def test_cells_are_edited_rows_deleted_and_added():
    grid = grid_of("x,y\n1,2\n3,4")
    changed = edits(edited_rows={1: {"A": "7"}, 3: {"B": "9"}}, added_rows=[{"A": "5"}], deleted_rows=[2])
    assert text_of(edited(grid, changed)) == "x\ty\n7\t2\n\t9\n5\t"
    assert text_of(edited(grid, edits(edited_rows={0: {"C": "z"}}))) == "x\ty\tz\n1\t2\t\n3\t4\t"
    assert text_of(edited(grid, edits(edited_rows={0: {"A": None}}))) == "\ty\n1\t2\n3\t4"


def test_rows_are_bounded():
    full = edited(grid_of("x,y"), edits(added_rows=[{"A": "1"}] * 10_000))
    assert len(full) == MOST_ROWS


@pytest.mark.parametrize(
    "hostile",
    [
        {"edited_rows": {10**30: {"A": "1"}}},
        {"edited_rows": {-1: {"A": "1"}}},
        {"edited_rows": {"0": {"A": "1"}}},
        {"edited_rows": {0: "A"}},
        {"edited_rows": {0: {"A": 5}}},
        {"edited_rows": {0: {"ZZ": "1"}}},
        {"edited_rows": [1]},
        {"added_rows": [None]},
        {"added_rows": [{"A": [1]}]},
        {"added_rows": 5},
        {"deleted_rows": ["all"]},
        {"deleted_rows": [99]},
        {"deleted_rows": [True]},
        {"deleted_rows": "all"},
    ],
    ids=str,
)
def test_what_no_hand_can_report_is_no_edit(hostile):
    assert edits(**hostile) is None


def test_a_long_cell_is_cut_and_line_ends_are_blanks():
    grid = edited(grid_of("x,y\n1,2"), edits(edited_rows={0: {"A": "a\tb\nc", "B": "z" * 1000}}))
    assert text_of(grid) == "a b c\t" + "z" * 100 + "\n1\t2"


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=6))
def test_what_is_typed_comes_back_as_it_was(rows):
    rows = [row for row in rows if any(row)]
    changes = {i: dict(zip("ABC", row, strict=True)) for i, row in enumerate(rows)}
    text = text_of(edited(grid_of(""), edits(edited_rows=changes)))
    if "\t" in text and not any(row[0].startswith("#") or not "".join(row).strip('|;," ') for row in rows):
        width = max(i + 1 for row in rows for i, cell in enumerate(row) if cell)
        assert [row[:width] for row in grid_of(text, "tab")[: len(rows)]] == [row[:width] for row in rows]
