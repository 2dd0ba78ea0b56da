"""A label and features of a visitor's table, and the rows in which none of them is missing."""

import pytest

from playground.data.choosing import choose, classes_of, first_choice
from playground.data.reading import read
from playground.data.sheet import Refusal

CARS = read("power,mpg\n130,18\n165,15\n150,18\n,25\n95,24")


def test_rows_with_a_gap_are_left_out_and_named_by_line():
    chosen = choose(CARS, 1, (0,), yes_or_no=False)
    assert chosen.X[:, 0].tolist() == [130, 165, 150, 95]
    assert chosen.y.tolist() == [18, 15, 18, 24]
    assert chosen.lines.tolist() == [2, 3, 4, 6]
    assert chosen.dropped == (5,)


def test_a_gap_in_a_column_that_is_not_chosen_drops_nothing():
    sheet = read("x,z,y\n1,,3\n2,7,5\n4,8,9")
    assert choose(sheet, 2, (0,), yes_or_no=False).dropped == ()
    assert choose(sheet, 2, (0, 1), yes_or_no=False).dropped == (2,)


def test_the_last_column_is_the_first_label_and_an_index_is_not_offered_first():
    assert first_choice(read(",x,z,y\n0,1,3,5\n1,2,5,6\n2,4,9,8")) == (3, (1, 2))
    assert first_choice(read(",y\n0,5\n1,6\n2,8")) == (1, (0,))


def test_words_that_are_no_numbers_are_not_offered_first():
    assert first_choice(read("name,x,y,note\na,1,3,k\nb,2,5,l\nc,4,9,m")) == (2, (1,))


@pytest.mark.parametrize(
    ("values", "constant"),
    [(("14.62",) * 5, ("x",)), (("0.3", "0.30000000000000004") * 2, ("x",)), (("1", "1.001", "1"), ())],
)
def test_a_feature_that_is_constant_but_for_rounding_is_said_to_be(values, constant):
    rows = "\n".join(f"{value},{i}" for i, value in enumerate(values))
    assert choose(read(f"x,y\n{rows}"), 1, (0,), yes_or_no=False).constant == constant


def test_a_label_of_two_words_becomes_0_and_1_in_alphabetical_order_or_the_other_way_round():
    sheet = read("x,passed\n1,no\n2,yes\n3,yes")
    chosen = choose(sheet, 1, (0,), yes_or_no=True)
    assert (chosen.y.tolist(), chosen.classes) == ([0, 1, 1], ("no", "yes"))
    swapped = choose(sheet, 1, (0,), yes_or_no=True, swapped=True)
    assert (swapped.y.tolist(), swapped.classes) == ([1, 0, 0], ("yes", "no"))


def test_a_label_of_two_numbers_can_be_yes_or_no():
    sheet = read("x,y\n1,5\n2,7.5\n3,7.5")
    assert classes_of(sheet.columns[1]) == ("5", "7.5")
    assert choose(sheet, 1, (0,), yes_or_no=True).y.tolist() == [0, 1, 1]
    assert choose(sheet, 1, (0,), yes_or_no=False).y.tolist() == [5, 7.5, 7.5]


def test_a_label_of_three_values_is_no_yes_or_no():
    refusal = choose(CARS, 1, (0,), yes_or_no=True)
    assert isinstance(refusal, Refusal)
    assert "“mpg”" in refusal.text
    assert "not have exactly two values" in refusal.text


def test_two_words_are_a_feature_of_0_and_1():
    sheet = read("kind,y\nb,1\na,2\nNA,3\nb,4")
    chosen = choose(sheet, 1, (0,), yes_or_no=False)
    assert chosen.X[:, 0].tolist() == [1, 0, 1]
    assert chosen.dropped == (4,)


def test_a_column_that_cannot_be_learned_from_is_refused_by_line_and_name():
    sheet = read("x,y,day\n1,3,1 May\n2,5,2 May\n4,9,3 May")
    refusal = choose(sheet, 1, (2,), yes_or_no=False)
    assert refusal.text.startswith("Line 2, column “day”")


def test_without_a_feature_or_a_whole_row_there_is_nothing_to_learn_from():
    assert "at least one feature" in choose(CARS, 1, (), yes_or_no=False).text
    gaps = read("x,y,z\n1,,3\n,2,4")
    assert "Every row has a gap" in choose(gaps, 1, (0,), yes_or_no=False).text
