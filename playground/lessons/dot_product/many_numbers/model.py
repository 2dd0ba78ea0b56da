"""Two vectors of any length in the plane they span, and whether they point the same way."""

import math
from collections.abc import Sequence

from numpy.typing import ArrayLike

from playground.learning.vectors import angle, norm
from playground.lessons.dot_product.two_vectors.model import Vector


def in_their_plane(u: ArrayLike, v: ArrayLike) -> tuple[Vector, Vector] | None:
    """Two vectors of any length n as arrows in the plane they span, v to the right; None if one is zero.

    Lengths, angle and so the dot product are those of u and v.
    """
    degrees = angle(u, v)
    if degrees is None:
        return None
    turn = math.radians(degrees)
    return (norm(u) * math.cos(turn), norm(u) * math.sin(turn)), (norm(v), 0.0)


def are_parallel_and_different(u: Sequence[float], v: Sequence[float]) -> bool:
    """Whether two vectors that are not equal point the same way: their cosine similarity is 1, and not only nearly."""
    return angle(u, v) == 0.0 and list(u) != list(v)
