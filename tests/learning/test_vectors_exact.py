"""Products, angles and cosines against exact fractions and decimals of sixty digits."""

import math
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import product

import numpy as np
import pytest

from playground.learning import angle, cosine_similarity, dot_product, norm

RNG = np.random.default_rng(12)
TENTHS = range(-12, 13)


def dot(a, b):
    return sum(Fraction(x) * Fraction(y) for x, y in zip(a, b, strict=True))


def cosine_and_sine(a, b):
    """Of the angle between two vectors, to sixty digits; the sine from |a|^2 |b|^2 - (a . b)^2."""
    along, lengths = dot(a, b), dot(a, a) * dot(b, b)
    with localcontext(prec=60):
        cosine, sine = (
            (Decimal(part.numerator) / Decimal(part.denominator)).sqrt()
            for part in (along * along / lengths, 1 - along * along / lengths)
        )
    return math.copysign(float(cosine), along), float(sine)


def nearly_parallel():
    for n in (2, 3, 10, 50):
        for off in (1e-13, 1e-9, 1e-5, 1e-2, 1.0):
            for sign in (1.0, -1.0):
                a = RNG.normal(size=n)
                yield a, sign * 2.5 * a + off * RNG.normal(size=n)


@pytest.mark.parametrize("size", [1e-290, 1e-9, 1.0, 1e200])
def test_angle_and_cosine_have_all_their_digits_however_small_the_angle(size):
    for a, b in nearly_parallel():
        a, b = a * size, b / 3.0
        cosine, sine = cosine_and_sine(a, b)
        turn = math.radians(angle(a, b))
        found = math.sin(turn) if turn < 3.0 else math.sin(math.radians(180.0 - angle(a, b)))
        near_180 = 4e-14 if cosine < 0.0 else 0.0  # an angle of 179.99 has only so many digits behind the point
        assert found == pytest.approx(sine, rel=4e-15, abs=near_180)
        assert cosine_similarity(a, b) == pytest.approx(cosine, rel=3e-16)


def test_ten_ten_and_ten_nine_point_nine_nine_are_close_to_parallel_and_not_parallel():
    """The tangent is |10 · 9.99 - 10 · 10| / (10 · 10 + 10 · 9.99) = 0.1 / 199.9, which makes 0.0287 degrees."""
    assert angle((10, 10), (10, 9.99)) == pytest.approx(math.degrees(0.1 / 199.9), rel=1e-6)
    assert cosine_similarity((10, 10), (10, 9.99)) == pytest.approx(1 / math.sqrt(1 + (0.1 / 199.9) ** 2), abs=1e-15)
    assert cosine_similarity((10, 10), (10, 9.99)) < 1.0


def test_vectors_of_tenths_are_parallel_perpendicular_or_opposite_where_their_decimals_are():
    """All pairs on a grid, judged by whole numbers of tenths; 0.1, 0.3 and 0.9 are no exact floats."""
    for p, q, r, s in product(TENTHS, TENTHS, range(13), TENTHS):
        if not (p or q) or not (r or s) or (p + 2 * q + 3 * r + 5 * s) % 13:  # one in thirteen
            continue
        along, across = p * r + q * s, p * s - q * r
        degrees = angle((p / 10, q / 10), (r / 10, s / 10))
        assert (degrees == 90.0) == (along == 0)
        assert (degrees == 0.0) == (across == 0 and along > 0)
        assert (degrees == 180.0) == (across == 0 and along < 0)
        assert degrees == pytest.approx(math.degrees(math.atan2(abs(across), along)), rel=1e-13)


@pytest.mark.parametrize("times", [3.0, 0.1, 3.7, 1e-9, -0.7])
def test_a_multiple_of_many_decimals_is_parallel(times):
    for n in (2, 3, 10, 84):
        a = np.round(RNG.normal(size=n), 2)
        a[0] = 0.7
        assert angle(a, times * a) == (0.0 if times > 0 else 180.0)
        assert cosine_similarity(a, times * a) == math.copysign(1.0, times)


def test_a_dot_product_is_that_of_exact_fractions_rounded_once():
    for _ in range(200):
        a, b = RNG.normal(size=(2, 6)) * 10.0 ** RNG.integers(-150, 150, size=(2, 6))
        assert dot_product(a, b) == float(dot(a, b))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ((1e200, 1e200), (1e200, -1e200), 0.0),
        ((1e200, -1e200, 3.0), (1e200, 1e200, 2.0), 6.0),
        ((1e200,), (1e200,), math.inf),
        ((1e200, 1.0), (-1e200, 1.0), -math.inf),
        ((1e-200, 1e-200), (1e-200, 1e-200), 0.0),
        ((1e-200, 1e200), (1e-100, 1e-300), 1e-100),
        ((5e-324,), (1.0,), 5e-324),
    ],
)
def test_terms_beyond_the_range_of_numbers_are_summed_like_others(a, b, expected):
    assert dot_product(a, b) == expected


@pytest.mark.parametrize("size", [5e-324, 1e-300, 1e300])
def test_the_smallest_and_the_largest_vectors_have_a_direction(size):
    assert angle((size, 0.0), (size, size)) == pytest.approx(45.0, rel=1e-15)
    assert angle((size, size), (size, size)) == 0.0
    assert angle((1.0, 1e-200), (1.0, 0.0)) == pytest.approx(math.degrees(1e-200))
    assert norm((1e300, 1e300)) == pytest.approx(math.sqrt(2) * 1e300)
