"""What a dot product says about two vectors, and claims about it with the pairs that put them to the test."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from playground.learning.arrays import Array
from playground.learning.vectors import angle, dot_product, norm, projection

LONGER_THAN, WITHIN = 2.0, 0.1
"""The dot product of 0 that is asked for: the arrows' lengths, and how far it may be off."""
SHOWN = 5e-5
"""What four decimals do not show. A claim is judged by the numbers on the screen: 0.70711 squared is not quite 0.5."""
STANDARD_ANGLE, NARROWEST, WIDEST = 45.0, 20.0, 55.0
"""Degrees between the two vectors of a pair; a visitor's own angle is kept if it lies between the last two."""
SHORTEST, LONGEST = 0.5, 10.0
"""Lengths of a reference vector that are kept."""

ROUNDING = 1e-9
"""What rounding can add to a length: sqrt(1.2^2 + 1.6^2) is 2 and not more."""

Vector = tuple[float, float]


def perpendicular(a: ArrayLike, b: ArrayLike) -> Array | None:
    """What is left of a without its projection on b, shape (n,); None if b is zero."""
    foot = projection(a, b)
    return None if foot is None else np.subtract(a, foot)


@dataclass(frozen=True)
class Limits:
    """The claim that a . b is between -1 and 1 and that equal vectors give 1, put to the test with two vectors.

    Attributes:
        dot: a . b. a_with_a, b_with_b: each with an equal vector.
    """

    dot: float
    a_with_a: float
    b_with_b: float

    @property
    def between(self) -> bool:
        """Whether a . b is between -1 and 1, to four decimals."""
        return abs(self.dot) <= 1.0 + SHOWN

    @property
    def equal_gives_one(self) -> bool:
        """Whether each vector gives 1 with an equal one, to four decimals: whether both have length 1."""
        return max(abs(self.a_with_a - 1.0), abs(self.b_with_b - 1.0)) <= SHOWN

    @property
    def hold(self) -> bool:
        """Whether both parts of the claim are true of these vectors."""
        return self.between and self.equal_gives_one


def limits(a: ArrayLike, b: ArrayLike) -> Limits:
    """The three dot products that the claim is about."""
    return Limits(dot_product(a, b), dot_product(a, a), dot_product(b, b))


def more_similar_wins(a: ArrayLike, b: ArrayLike) -> bool | None:
    """Whether b, more similar to itself than a is, has the larger dot product with b, in the digits that are shown.

    None if a is as similar, or has no direction.
    """
    return _shown(dot_product(b, b)) > _shown(dot_product(a, b)) if angle(a, b) else None


def _shown(value: float) -> float:
    """A number as it is written: with four decimals, or four digits where these would show 0."""
    return round(value, 4) or float(f"{value:.3e}")


def beating_pair(a: Vector, b: Vector) -> tuple[Vector, Vector]:
    """Vectors as near to a and b as can be of which a is less similar to b than b itself, and has a . b = 1.5 b . b.

    a keeps its side of b, and its angle if that is neither too narrow to see nor too wide to fit on a screen.
    """
    length = norm(b)
    if length == 0.0:
        b, length = (1.0, 2.0), math.sqrt(5.0)
    if not SHORTEST <= length <= LONGEST:
        b, length = _turned(b, 0.0, 2.0), 2.0
    degrees = angle(a, b)
    if degrees is None or not NARROWEST <= degrees <= WIDEST:
        degrees = STANDARD_ANGLE
    side = -1.0 if b[0] * a[1] - b[1] * a[0] < 0.0 else 1.0
    return _turned(b, side * degrees, 1.5 * needed_length(b, degrees)), b


def needed_length(b: ArrayLike, degrees: float) -> float:
    """How long a vector at that angle to b must be to have b . b as dot product: |b| / cos(angle)."""
    return norm(b) / math.cos(math.radians(degrees))


def is_long_and_zero(a: ArrayLike, b: ArrayLike, longer_than: float, within: float) -> bool:
    """Whether two vectors, both longer than that, have a dot product at most so far from 0."""
    return abs(dot_product(a, b)) <= within + SHOWN and min(norm(a), norm(b)) > longer_than + ROUNDING


def quarter_turn(a: Vector, towards: Vector) -> Vector:
    """a turned by 90 degrees, to that side of it on which the other vector is."""
    left = (-a[1], a[0])
    return left if dot_product(left, towards) >= 0.0 else (a[1], -a[0])


def _turned(b: Vector, degrees: float, length: float) -> Vector:
    """The vector of that length, so many degrees counterclockwise of b, to two decimals."""
    turn = math.atan2(b[1], b[0]) + math.radians(degrees)
    return round(length * math.cos(turn), 2), round(length * math.sin(turn), 2)
