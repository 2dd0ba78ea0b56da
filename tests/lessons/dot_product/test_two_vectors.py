"""Claims about the dot product and the pairs that break them, checked by hand and with NumPy's own products."""

import math

import numpy as np
import pytest

from playground.learning import norm
from playground.lessons.dot_product.two_vectors.model import (
    beating_pair,
    is_long_and_zero,
    limits,
    more_similar_wins,
    needed_length,
    perpendicular,
    quarter_turn,
)

DRAWN = [((3.0, 1.0), (1.0, 2.0)), ((-4.0, 0.5), (0.3, -2.0)), ((0.6, 0.8), (1.0, 0.0)), ((0.0, 0.0), (1.0, 1.0))]


def test_the_perpendicular_of_three_one_on_one_two():
    assert perpendicular((3, 1), (1, 2)).tolist() == [2.0, -1.0]
    assert perpendicular((3, 1), (0, 0)) is None


def test_projection_and_perpendicular_obey_pythagoras():
    rng = np.random.default_rng(1)
    for a, b in rng.normal(size=(20, 2, 5)):
        rest = perpendicular(a, b)
        assert np.dot(rest, b) == pytest.approx(0.0, abs=1e-12)
        assert np.dot(a - rest, a - rest) + np.dot(rest, rest) == pytest.approx(np.dot(a, a))


def test_the_claim_holds_at_unit_length_and_breaks_off_it():
    a, b = (0.6, 0.8), (1.0, 0.0)
    assert limits(a, b).hold
    longer = limits((3.0, 4.0), b)
    assert (longer.dot, longer.a_with_a, longer.b_with_b) == (3.0, 25.0, 1.0)
    assert not longer.between
    assert not longer.equal_gives_one
    assert not longer.hold


def test_short_vectors_stay_between_the_limits_but_equal_ones_do_not_give_one():
    seen = limits((0.5, 0.0), (0.0, 0.5))
    assert seen.between
    assert not seen.hold


def test_every_pair_brought_to_unit_length_holds():
    for degrees in range(0, 360, 7):
        turn = math.radians(degrees)
        assert limits((math.cos(turn), math.sin(turn)), (0.6, 0.8)).hold


def test_a_zero_vector_breaks_the_claim():
    assert not limits((0.0, 0.0), (1.0, 0.0)).hold


@pytest.mark.parametrize(("a", "b"), DRAWN)
def test_the_shown_pair_is_one_in_which_the_less_similar_has_the_larger_product(a, b):
    longer, reference = beating_pair(a, b)
    assert np.dot(longer, reference) > np.dot(reference, reference)
    cosine = np.dot(longer, reference) / np.linalg.norm(longer) / np.linalg.norm(reference)
    assert cosine < 0.95
    assert more_similar_wins(longer, reference) is False


def test_the_shown_pair_keeps_the_visitors_direction_and_reference_where_it_can():
    longer, reference = beating_pair((3.0, 1.0), (1.0, 2.0))
    assert reference == (1.0, 2.0)
    assert longer == (4.5, 1.5)


@pytest.mark.parametrize("b", [(0.0, 0.0), (1e-9, 0.0), (900.0, -900.0), (1.0, 0.0)])
@pytest.mark.parametrize("a", [(1.0, 0.0), (-1.0, 0.0), (0.0, -1000.0)])
def test_every_drawing_has_a_pair_that_fits_on_the_board(a, b):
    longer, reference = beating_pair(a, b)
    assert more_similar_wins(longer, reference) is False
    assert norm(longer) < 50
    assert norm(reference) >= 0.5


def test_equal_directions_are_equally_similar():
    assert more_similar_wins((2.0, 4.0), (1.0, 2.0)) is None
    assert more_similar_wins((0.0, 0.0), (1.0, 2.0)) is None
    assert more_similar_wins((1.0, 0.0), (1.0, 2.0)) is True


def test_the_needed_length_gives_the_reference_product_exactly():
    length = needed_length((0.0, 2.0), 60.0)
    assert length == pytest.approx(4.0)
    turned = (length * math.sin(math.radians(60)), length * math.cos(math.radians(60)))
    assert np.dot(turned, (0.0, 2.0)) == pytest.approx(4.0)


@pytest.mark.parametrize(
    ("a", "b", "zero"),
    [
        ((3, 0), (0, 3), True),
        ((2.5, 0), (-0.04, 3), True),
        ((2.5, 0), (-0.05, 3), False),  # −0.125
        ((900, 0), (1, 900), False),  # 0.06 degrees off, and yet 900
        ((2, 0), (0, 3), False),  # not longer than 2
        ((3, 0), (3, 0), False),
        ((0, 0), (3, 0), False),
    ],
)
def test_a_dot_product_of_zero_counts_for_long_arrows_only(a, b, zero):
    assert is_long_and_zero(a, b, longer_than=2.0, within=0.1) is zero


@pytest.mark.parametrize(("a", "b"), [((3.0, 1.0), (1.0, 2.0)), ((3.0, 1.0), (1.0, -2.0))])
def test_a_quarter_turn_is_perpendicular_and_on_the_others_side(a, b):
    turned = quarter_turn(a, b)
    assert np.dot(turned, a) == 0.0
    assert np.dot(turned, b) > 0.0
    assert norm(turned) == norm(a)


def test_the_larger_product_of_small_vectors_is_the_one_that_reads_larger():
    b = (1e-5, 2e-5)  # b . b is 5e-10
    assert more_similar_wins((1e-5, 0.0), b) is True
    assert more_similar_wins((9e-5, 0.0), b) is False
