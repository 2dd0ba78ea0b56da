"""Turn both: lengths and the angle between two arrows stay, so their dot product does, and their sum turns along."""

import cmath
import math

import pytest

from playground.lessons.dot_product.turned.idea import IDEA, turn_both
from playground.lessons.dot_product.turned.model import pair_turned, turn_to_upright
from tests.lessons.dot_product.test_views import values_of


@pytest.mark.parametrize("degrees", range(0, 361, 15))
def test_a_turn_is_that_of_complex_numbers(degrees):
    """A turn is the product with a number of length 1; the dot product is the real part of a times b's mirror image."""
    turn = cmath.exp(1j * math.radians(degrees))
    a, b = (3 + 1j) * turn, (1 + 2j) * turn
    pair = pair_turned(degrees)
    assert complex(*pair.a) == pytest.approx(a)
    assert complex(*pair.b) == pytest.approx(b)
    assert complex(*pair.sum) == pytest.approx((4 + 3j) * turn)
    assert pair.dot == pytest.approx(5.0)
    assert pair.dot == pytest.approx((a * b.conjugate()).real)


def test_the_sum_points_up_only_near_53_degrees():
    assert [turn for turn in range(361) if pair_turned(turn).points_up] == [53]
    assert turn_to_upright() == pytest.approx(math.degrees(math.atan2(4, 3)))


def guessed(turn):
    return turn_both(values_of(IDEA, "both", turn=turn))


def test_the_words_have_the_products_and_the_sum():
    said = guessed(90).words["result"]
    assert "a = (−1, 3), b = (−2, 1)" in said
    assert "**a · b** = (−1) × (−2) + 3 × 1 = **5**" in said
    assert "**a + b** = **(−3, 4)**" in said
    assert "= **5**" in guessed(37).words["result"]


def test_arrows_end_where_they_are_turned_to_and_what_was_before_stands():
    before, after = guessed(0).pictures["turned"], guessed(90).pictures["turned"]
    ends = {trace["name"]: (trace["x"][1], trace["y"][1]) for trace in after.traces[1:]}
    assert ends["a"] == pytest.approx((-1, 3))
    assert ends["b"] == pytest.approx((-2, 1))
    assert ends["a + b"] == pytest.approx((-3, 4))
    assert before.still() == after.still()


def test_until_the_question_is_answered_nothing_is_turned():
    shown = turn_both(values_of(IDEA, turn=53))
    assert shown.pictures["turned"].traces[2]["x"] == [0.0, 3.0]
    assert shown.words["result"] == ""
    assert not shown.mission.solved
