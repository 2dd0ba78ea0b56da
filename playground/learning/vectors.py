"""Two vectors: the dot product and what it says about length and direction."""

import math

import numpy as np
from numpy.typing import ArrayLike

from playground.learning.arrays import Array


def dot_product(a: ArrayLike, b: ArrayLike) -> float:
    """a . b = a_1 b_1 + ... + a_n b_n, summed without intermediate rounding (`math.fsum`).

    Args:
        a, b: vectors of the same length, ndarray of shape (n,).

    Raises:
        ValueError: a vector is not one-dimensional, empty or not finite, or the lengths differ.
    """
    return math.fsum(products(a, b))


def products(a: ArrayLike, b: ArrayLike) -> Array:
    """The terms of the dot product, a_i b_i, shape (n,)."""
    first, second = _pair(a, b)
    with np.errstate(over="ignore"):
        return first * second


def norm(a: ArrayLike) -> float:
    """|a| = sqrt(a . a), the length, without overflow or underflow of the squares."""
    return math.hypot(*_vector("a", a))


def cosine_similarity(a: ArrayLike, b: ArrayLike) -> float | None:
    """cos(a, b) = a . b / (|a| |b|), in [-1, 1]; None if a vector is zero: it has no direction."""
    degrees = angle(a, b)
    if degrees is None:
        return None
    first, second = (_unit(vector) for vector in _pair(a, b))
    exact = {0.0: 1.0, 90.0: 0.0, 180.0: -1.0}
    return exact.get(degrees, min(1.0, max(-1.0, math.fsum(first * second))))


def angle(a: ArrayLike, b: ArrayLike) -> float | None:
    """The angle between a and b in degrees, 0 to 180; None if a vector is zero.

    2 atan2(|u - v|, |u + v|) with u, v the vectors at unit length, which keeps its digits near
    0 and 180 where arccos loses half of them (W. Kahan, "How Futile are Mindless Assessments of
    Roundoff", 2006, section 12).
    """
    first, second = _pair(a, b)
    if not first.any() or not second.any():
        return None
    first, second = _scaled(first), _scaled(second)
    if math.fsum(first * second) == 0.0:
        return 90.0
    # Scaling each to the other's length is exact for parallel vectors where division is not.
    left, right = first * math.hypot(*second), second * math.hypot(*first)
    return math.degrees(2.0 * math.atan2(math.hypot(*(left - right)), math.hypot(*(left + right))))


def projection(a: ArrayLike, b: ArrayLike) -> Array | None:
    """The projection of a on b, (a . b / b . b) b, shape (n,); None if b is zero.

    a minus its projection is perpendicular to b.
    """
    first, second = _pair(a, b)
    if not second.any():
        return None
    direction = _scaled(second)
    length = math.fsum(_scaled(first) * direction) / math.fsum(direction * direction)
    projected: Array = length * direction * _scale(first)
    return projected


def _vector(name: str, values: ArrayLike) -> Array:
    vector = np.asarray(values, dtype=np.float64)
    if vector.ndim != 1 or vector.size == 0:
        raise ValueError(f"{name} must be a vector of shape (n,), got shape {vector.shape}")
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


def _unit(vector: Array) -> Array:
    scaled = _scaled(vector)
    return scaled / math.hypot(*scaled)
