"""Long vectors in the plane they span, checked with NumPy's own products."""

import numpy as np
import pytest

from playground.learning import angle, dot_product
from playground.lessons.dot_product.many_numbers.model import are_parallel_and_different, in_their_plane


def test_arrows_in_their_plane_have_the_same_products_as_the_long_vectors():
    rng = np.random.default_rng(2)
    for u, v in rng.normal(size=(20, 2, 10)):
        p, q = in_their_plane(u, v)
        assert np.dot(p, q) == pytest.approx(np.dot(u, v))
        assert np.dot(p, p) == pytest.approx(np.dot(u, u))
        assert np.dot(q, q) == pytest.approx(np.dot(v, v))
        assert angle(p, q) == pytest.approx(angle(u, v))
        assert dot_product(p, q) == pytest.approx(dot_product(u, v))


def test_a_column_of_zeros_spans_no_plane():
    assert in_their_plane((0, 0, 0), (1, 2, 3)) is None


@pytest.mark.parametrize(
    ("u", "v", "parallel"),
    [
        ((1, 2, 3), (2, 4, 6), True),
        ((1, 2, 3), (0.1, 0.2, 0.3), True),
        ((1, 2, 3), (1, 2, 3), False),  # equal
        ((1, 2, 3), (-1, -2, -3), False),
        ((1, 2, 3), (1, 2, 3.001), False),  # to four decimals the cosine is 1
        ((100, 100), (100, 101), False),
        ((0.1, 0.3), (0.3, 0.9), True),
        ((1, 2, 3), (1, 2, 3.1), False),
        ((0, 0), (1, 2), False),
    ],
)
def test_parallel_means_the_same_direction_and_not_equal(u, v, parallel):
    assert are_parallel_and_different(u, v) is parallel
