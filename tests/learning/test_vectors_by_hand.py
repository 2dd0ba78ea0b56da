"""Two vectors, with numbers that can be checked on paper."""

import math

import numpy as np
import pytest

from playground.learning import angle, cosine_similarity, dot_product, norm, products, projection


def test_the_dot_product_is_the_sum_of_the_products():
    assert dot_product((3, 1), (1, 2)) == 5.0
    assert dot_product((1, -2, 3), (4, 5, 6)) == 12.0


def test_a_three_four_five_triangle_has_its_length():
    assert norm((3, 4)) == 5.0


@pytest.mark.parametrize(
    ("a", "b", "degrees", "cosine"),
    [((1, 0), (5, 0), 0.0, 1.0), ((2, 0), (0, 3), 90.0, 0.0), ((1, 2), (-2, -4), 180.0, -1.0)],
)
def test_parallel_perpendicular_and_opposite_vectors_have_exact_angles(a, b, degrees, cosine):
    assert angle(a, b) == degrees
    assert cosine_similarity(a, b) == cosine


def test_three_one_and_one_two_meet_at_45_degrees():
    assert angle((3, 1), (1, 2)) == pytest.approx(45.0, abs=1e-12)
    assert cosine_similarity((3, 1), (1, 2)) == pytest.approx(math.sqrt(0.5), abs=1e-15)


def test_a_minus_its_projection_is_perpendicular_to_b():
    foot = projection((3, 1), (1, 2))
    assert foot.tolist() == [1.0, 2.0]
    assert dot_product((3 - foot[0], 1 - foot[1]), (1, 2)) == 0.0


def test_a_zero_vector_has_no_angle_no_cosine_and_nothing_to_project_on():
    assert angle((0, 0), (1, 2)) is None
    assert cosine_similarity((1, 2), (0, 0)) is None
    assert projection((1, 2), (0, 0)) is None


@pytest.mark.parametrize("size", [1e-300, 1e300])
def test_tiny_and_huge_vectors_keep_their_angle(size):
    assert angle((3 * size, size), (size, 2 * size)) == pytest.approx(45.0, abs=1e-9)


def test_vectors_of_different_lengths_are_refused_with_their_lengths():
    with pytest.raises(ValueError, match="same length, got 2 and 3"):
        dot_product((1, 2), (1, 2, 3))


@pytest.mark.parametrize(
    ("a", "said"),
    [
        (["1", "2"], "^a must hold numbers only"),
        ([1j, 2.0], "^a must hold numbers only"),
        (np.array(["1", "2"], dtype=object), "^a must hold numbers only"),
        (np.ma.masked_array([1.0, 2.0], [True, False]), "^a must not be masked"),
        ([[1.0, 2.0]], r"^a must have shape \(n,\), got shape \(1, 2\)"),
        (3.0, r"^a must have shape \(n,\), got shape \(\)"),
        ([], "^a must not be empty"),
        ([[1.0], [1.0, 2.0]], r"^a must have shape \(n,\), got rows of different lengths"),
        ([1.0, np.nan], "^a must be finite, got nan"),
    ],
)
@pytest.mark.parametrize("of", [dot_product, products, angle, cosine_similarity, projection])
def test_what_is_no_vector_is_refused(of, a, said):
    with pytest.raises(ValueError, match=said):
        of(a, (1.0, 2.0))
