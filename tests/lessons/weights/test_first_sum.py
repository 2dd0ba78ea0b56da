"""A sum by hand: three products added up in one's head, and a target that can be reached from anywhere."""

from itertools import product

import pytest

from playground.lessons.weights.first_sum.idea import IDEA, QUESTION, a_first_sum
from playground.lessons.weights.first_sum.model import is_there, next_move, weighted_sum
from playground.lessons.weights.first_sum.picture import KEYS
from tests.lessons.weights.test_views import state

GRID = [tenth / 10 for tenth in range(-20, 21)]


def guessed(**wanted):
    return a_first_sum(state(**{QUESTION.key: "0.8", **wanted}))


def test_the_sum_of_the_question():
    assert weighted_sum((0.8, 0.4, -0.4)) == pytest.approx(2 * 0.8 + 0.4 - 0.4)
    assert QUESTION.answer == "1.6"


def test_the_target_is_three_within_a_twentieth():
    for weights in product(GRID[::3], repeat=3):
        tenths = 2 * round(10 * weights[0]) + round(10 * weights[1]) + round(10 * weights[2])
        assert is_there(weights) == (tenths == 30)


def test_a_move_changes_one_weight_and_arrives_where_it_says_so():
    for weights in product(GRID[::4], repeat=3):
        if is_there(weights):
            continue
        position, weight, arrives = next_move(weights)
        moved = [*weights[:position], weight, *weights[position + 1 :]]
        assert abs(weight) <= 2.0
        assert is_there(moved) or not arrives
        one, two, three = (round(10 * each) for each in weights)
        needed = [(30 - two - three) / 2, 30 - 2 * one - three, 30 - 2 * one - two]
        assert arrives == any(each == int(each) and abs(each) <= 20 for each in needed), "where one weight can do it"


def test_the_picture_has_the_numbers_and_the_bars():
    picture = guessed(first_w1=1.0, first_w2=-0.5).pictures["wires"]
    traces = {trace["name"]: trace for trace in picture.traces}
    assert traces["features"]["text"] == ["2", "1", "1"]
    assert traces["weights"]["text"] == ["× 1", "× (−0.5)", "× (−0.4)"]
    assert traces["products"]["text"] == ["2", "−0.5", "−0.4"]
    assert traces["sum"]["text"] == ["1.1"]
    bottom, top = traces["sum as a bar"]["y"]
    from_sum, to_target = traces["gap"]["y"]
    assert bottom == 0.0
    assert from_sum == top
    assert to_target / top == pytest.approx(3 / 1.1)


def test_a_handle_stands_on_its_wire_as_high_as_its_weight():
    shown = guessed(first_w1=2.0, first_w2=0.0, first_w3=-2.0)
    handles = shown.handles["wires"]
    grips = next(trace for trace in shown.pictures["wires"].traces if trace["name"] == "handles")
    assert [handle.key for handle in handles] == list(KEYS)
    for handle, weight, y, wire in zip(handles, (2.0, 0.0, -2.0), grips["y"], (1.0, 0.0, -1.0), strict=True):
        assert y == pytest.approx(wire + handle.per_unit * weight)


def test_until_the_question_is_answered_there_is_no_product_no_sum_and_no_handle():
    shown = a_first_sum(state(first_w1=1.5))
    texts = [text for trace in shown.pictures["wires"].traces for text in trace.get("text", ())]
    assert "?" in texts
    assert "1.6" not in texts
    assert shown.handles == {"wires": ()}
    assert shown.words["result"] == ""
    assert not shown.mission.solved
    assert IDEA.question.why.startswith("2 × 0.8 + 1 × 0.4 + 1 × (−0.4) = 1.6")


def test_the_words_say_how_far_it_is():
    assert "= 1.6 + 0.4 − 0.4 = **1.6**" in guessed().words["result"]
    assert "**1.4 too low**" in guessed().words["result"]
    assert "**1 too high**" in guessed(first_w1=2.0).words["result"]
    assert "**that is it**" in guessed(first_w1=1.5).words["result"]
