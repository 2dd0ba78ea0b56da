"""Two vectors turned by the same angle: their dot product stays, and their sum turns along."""

import math
from dataclasses import dataclass

from playground.learning.vectors import dot_product

Vector = tuple[float, float]
A: Vector = (3.0, 1.0)
B: Vector = (1.0, 2.0)
"""Two vectors whose dot product, 5, and sum, (4, 3), are whole numbers."""
UPRIGHT = 0.05
"""A sum whose first number is at most so far from 0, and whose second is above 0, points straight up."""


def turned(vector: Vector, degrees: float) -> Vector:
    """The vector turned against the clock: (x cos - y sin, x sin + y cos)."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    x, y = vector
    return x * cos - y * sin, x * sin + y * cos


@dataclass(frozen=True)
class Pair:
    """Both vectors after a turn."""

    a: Vector
    b: Vector

    @property
    def dot(self) -> float:
        """Their dot product."""
        return dot_product(self.a, self.b)

    @property
    def sum(self) -> Vector:
        """a + b."""
        return self.a[0] + self.b[0], self.a[1] + self.b[1]

    @property
    def points_up(self) -> bool:
        """Whether the sum points straight up."""
        x, y = self.sum
        return abs(x) <= UPRIGHT and y > 0.0


def pair_turned(degrees: float) -> Pair:
    """A and B turned by that angle."""
    return Pair(turned(A, degrees), turned(B, degrees))


def turn_to_upright() -> float:
    """The angle in degrees by which A and B must be turned for their sum to point straight up."""
    x, y = pair_turned(0.0).sum
    return 90.0 - math.degrees(math.atan2(y, x))
