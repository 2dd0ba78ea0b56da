"""Two vectors: the dot product and what it says about length and direction.

Sums of products are exact: a float is a whole number times a power of two, and Python's whole numbers have no limit.
"""

import math
from collections.abc import Sequence
from itertools import starmap
from operator import mul

import numpy as np
from numpy.typing import ArrayLike

from playground.learning.arrays import Array, as_floats
from playground.learning.rounding import EPSILON

OFF = 1.5 * EPSILON
"""What rounding two decimals and their product can change, as a share of the product."""
ROOT_BITS = 64
"""Binary digits that a root is computed to beyond the point, more than a float has."""
LARGEST_BITS = 1000
"""A whole number of so many binary digits fits into a float."""


def dot_product(a: ArrayLike, b: ArrayLike) -> float:
    """a . b = a_1 b_1 + ... + a_n b_n, exactly and then rounded once; infinite beyond the range of numbers.

    Args:
        a, b: vectors of the same length, ndarray of shape (n,).

    Raises:
        ValueError: a vector is not one-dimensional, empty, masked, not numeric or not finite, or
            the lengths differ.
    """
    first, second = _pair(a, b)
    (x, of_x), (y, of_y) = _whole_numbers(first), _whole_numbers(second)
    return _ratio(_dot(x, y), of_x * of_y)


def products(a: ArrayLike, b: ArrayLike) -> Array:
    """The terms of the dot product, a_i b_i, shape (n,)."""
    first, second = _pair(a, b)
    with np.errstate(over="ignore"):
        return first * second


def norm(a: ArrayLike) -> float:
    """|a| = sqrt(a . a), the length, without overflow or underflow of the squares."""
    return math.hypot(*_vector("a", a))


def cosine_similarity(a: ArrayLike, b: ArrayLike) -> float | None:
    """cos(a, b) = a . b / (|a| |b|), in [-1, 1]; None if a vector is zero: it has no direction.

    1, 0 and -1 where the angle is 0, 90 and 180 degrees.
    """
    first, second = _pair(a, b)
    if not first.any() or not second.any():
        return None
    if (special := _special_angle(first, second)) is not None:
        return {0.0: 1.0, 90.0: 0.0, 180.0: -1.0}[special]
    (x, _), (y, _) = _whole_numbers(first), _whole_numbers(second)
    return _ratio(_dot(x, y) << ROOT_BITS, math.isqrt(_dot(x, x) * _dot(y, y) << 2 * ROOT_BITS))


def angle(a: ArrayLike, b: ArrayLike) -> float | None:
    """The angle between a and b in degrees, 0 to 180; None if a vector is zero.

    atan2(|a x b|, a . b), which keeps its digits near 0 and 180, where arccos loses half of them.
    |a x b|^2 = |a|^2 |b|^2 - (a . b)^2 in any dimension (Lagrange's identity); it is computed
    exactly, as its terms are nearly equal for a small angle.

    0, 90 and 180 where rounding the entries to floats is all that keeps the vectors from it: 0.1,
    0.3 and 0.9 are not exactly these decimals, and (0.1, 0.3) is parallel to (0.3, 0.9).
    """
    first, second = _pair(a, b)
    if not first.any() or not second.any():
        return None
    if (special := _special_angle(first, second)) is not None:
        return special
    (x, _), (y, _) = _whole_numbers(first), _whole_numbers(second)
    dot = _dot(x, y)
    across = math.isqrt(_dot(x, x) * _dot(y, y) - dot * dot << 2 * ROOT_BITS)
    along = dot << ROOT_BITS
    unit = 1 << max(0, max(across.bit_length(), along.bit_length()) - LARGEST_BITS)
    return math.degrees(math.atan2(_ratio(across, unit), _ratio(along, unit)))


def projection(a: ArrayLike, b: ArrayLike) -> Array | None:
    """The projection of a on b, (a . b / b . b) b, shape (n,); None if b is zero.

    a minus its projection is perpendicular to b.
    """
    first, second = _pair(a, b)
    if not second.any():
        return None
    direction = _scaled(second)
    projected: Array = dot_product(_scaled(first), direction) / dot_product(direction, direction) * direction
    return projected * _scale(first)


def _special_angle(a: Array, b: Array) -> float | None:
    """0, 90 or 180 if the decimals behind the entries of two vectors, not zero, may well have this angle.

    Each entry is off its decimal by up to epsilon / 2 of its size, and so is a product by its own rounding.
    """
    a, b = _scaled(a), _scaled(b)
    terms = a * b
    if abs(math.fsum(terms)) <= OFF * math.fsum(np.abs(terms)):
        return 90.0
    widest = int(np.abs(a).argmax())
    left, right = a * b[widest], b * a[widest]
    if (np.abs(left - right) <= OFF * (np.abs(left) + np.abs(right))).all():
        return 0.0 if a[widest] * b[widest] > 0.0 else 180.0
    return None


def _whole_numbers(vector: Array) -> tuple[list[int], int]:
    """Whole numbers x and one q, with vector = x / q exactly."""
    ratios = [entry.as_integer_ratio() for entry in vector.tolist()]
    below = max(denominator for _, denominator in ratios)  # all are powers of two
    return [numerator * (below // denominator) for numerator, denominator in ratios], below


def _dot(x: Sequence[int], y: Sequence[int]) -> int:
    return sum(starmap(mul, zip(x, y, strict=True)))


def _ratio(numerator: int, denominator: int) -> float:
    """The float next to that fraction."""
    try:
        return numerator / denominator
    except OverflowError:
        return math.inf if numerator > 0 else -math.inf


def _vector(name: str, values: ArrayLike) -> Array:
    vector = as_floats(name, values, "(n,)", ndim=1)
    if not np.isfinite(vector).all():
        raise ValueError(f"{name} must be finite, got {vector[~np.isfinite(vector)][0]}")
    return vector


def _pair(a: ArrayLike, b: ArrayLike) -> tuple[Array, Array]:
    first, second = _vector("a", a), _vector("b", b)
    if len(first) != len(second):
        raise ValueError(f"a and b must have the same length, got {len(first)} and {len(second)}")
    return first, second


def _scale(vector: Array) -> float:
    """The power of two next to the largest entry: scaling by it is exact and keeps squares in range."""
    largest = float(np.abs(vector).max())
    return math.ldexp(1.0, math.frexp(largest)[1] - 1) if largest else 1.0


def _scaled(vector: Array) -> Array:
    return vector / _scale(vector)
