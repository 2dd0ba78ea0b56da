"""One number three ways: each way is w x + b, worked out by hand."""

import math

import pytest

from playground.lessons.dot_product.three_ways.model import stands_on_zero, three_ways

STEPS = (-3.0, -0.7, 0.0, 0.1, 2.0)


@pytest.mark.parametrize("w", STEPS)
def test_all_three_ways_are_w_x_plus_b(w):
    for b in STEPS:
        for x in STEPS:
            ways = three_ways(w, b, x)
            assert [ways.projected, ways.total, ways.height] == pytest.approx([w * x + b] * 3, abs=1e-12)
            assert ways.terms == (w * x, b)


def test_the_projection_of_one_two_on_three_one():
    ways = three_ways(1.0, 2.0, 3.0)  # (1, 2) · (3, 1) = 5
    assert ways.length == pytest.approx(math.sqrt(10))
    assert ways.along == pytest.approx(5 / math.sqrt(10))
    assert ways.angle == pytest.approx(45.0)


def test_a_projection_that_points_the_other_way_has_a_length_below_zero():
    assert three_ways(-1.0, -2.0, 3.0).along == pytest.approx(-5 / math.sqrt(10))


def test_a_neuron_of_zeros_has_no_angle_and_says_zero():
    ways = three_ways(0.0, 0.0, 2.0)
    assert ways.angle is None
    assert (ways.projected, ways.total, ways.height) == (0.0, 0.0, 0.0)


def test_every_line_can_be_brought_to_zero_by_steps_of_x():
    steps = [part / 20 for part in range(20, 41)]  # 1 to 2, as the sliders go
    for w in steps:
        for b in steps:
            assert stands_on_zero(w, -b, round(b / w * 20) / 20, at_least=1.0)


@pytest.mark.parametrize(
    ("w", "b", "x", "stands"),
    [(1, -2, 2, True), (1, -2, 2.1, False), (0.5, -1, 2, False), (1, 0, 0, False), (-2, 2, 1, True)],
)
def test_the_line_stands_on_zero_where_w_x_is_minus_b(w, b, x, stands):
    assert stands_on_zero(w, b, x, at_least=1.0) is stands
