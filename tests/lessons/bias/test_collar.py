"""The collar: what is wrong with every measurement alike is made up for by the bias."""

import numpy as np
import pytest

from playground.data import real
from playground.lessons.bias.collar.idea import QUESTION, the_collar
from playground.lessons.bias.collar.model import cancels, retrained
from tests.lessons.bias.test_views import state

PENGUINS = real("penguins")
X, Y = PENGUINS.X, PENGUINS.y


def guessed(**wanted):
    return state(**{QUESTION.key: "both", **wanted})


def test_with_a_collar_of_500_g_the_bias_rises_by_500_and_the_weight_stays():
    seen = retrained(X, Y, 500.0, 0.0)
    assert [round(seen.weight, 2), round(seen.new_weight, 2)] == [49.69, 49.69]
    assert [round(seen.bias), round(seen.new_bias)] == [-5781, -5281]


def test_a_ruler_3_mm_short_raises_the_bias_by_3_times_the_weight():
    seen = retrained(X, Y, 0.0, -3.0)
    assert round(seen.bias_change) == 149
    assert seen.bias_change == pytest.approx(3 * seen.weight)
    assert seen.new_weight == pytest.approx(seen.weight, abs=1e-9)


@pytest.mark.parametrize(("collar", "ruler"), [(0.0, 0.0), (500.0, 0.0), (0.0, -3.0), (1000.0, 10.0), (30.0, -7.0)])
def test_both_lines_are_those_of_least_squares(collar, ruler):
    seen = retrained(X, Y, collar, ruler)
    assert (seen.weight, seen.bias) == pytest.approx(tuple(np.polyfit(X[:, 0], Y, 1)))
    assert (seen.new_weight, seen.new_bias) == pytest.approx(tuple(np.polyfit(X[:, 0] + ruler, Y + collar, 1)))


def test_collar_and_ruler_cancel_where_the_collar_is_the_weight_times_what_the_ruler_adds():
    for ruler in range(-10, 11):
        for collar in range(0, 1001, 10):
            left = abs(collar - 49.68556641 * ruler)
            assert cancels(retrained(X, Y, collar, ruler), ruler) == (abs(ruler) >= 3 and left <= 5)


def test_for_every_ruler_that_adds_enough_there_is_a_collar():
    for ruler in range(3, 11):
        assert any(cancels(retrained(X, Y, collar, ruler), ruler) for collar in range(0, 1001, 10))


def test_the_table_and_the_words_have_the_changes():
    shown = the_collar(guessed(collar=500.0, ruler=-3.0)).words
    assert "| weight w | 49.69 | **49.69** | **0** |" in shown["compared"]
    assert "| bias b | −5781 | **−5132** | **+649** |" in shown["compared"]
    assert "The ruler is 3 mm short" in shown["result"]
    assert "3 × 49.69 = **149**" in shown["result"]


def test_points_move_and_the_line_trained_anew_goes_through_their_middle():
    picture = the_collar(guessed(collar=300.0, ruler=4.0)).pictures["collar_picture"]
    rows, _, line = picture.traces
    assert rows["x"] == pytest.approx((X[:, 0] + 4.0).tolist())
    assert rows["y"] == pytest.approx((Y + 300.0).tolist())
    slope = (line["y"][1] - line["y"][0]) / (line["x"][1] - line["x"][0])
    height = line["y"][0] + slope * (np.mean(rows["x"]) - line["x"][0])
    assert height == pytest.approx(np.mean(rows["y"]))


def test_until_the_question_is_answered_nothing_is_trained_anew():
    shown = the_collar(state(collar=500.0))
    assert next(trace for trace in shown.pictures["collar_picture"].traces if "anew" in trace["name"])["x"] == [None]
    assert shown.pictures["collar_picture"].traces[0]["y"] == Y.tolist()
    assert not shown.words["compared"]
    assert "−5281" not in " ".join([*shown.words.values(), shown.pictures["collar_picture"].alt])
