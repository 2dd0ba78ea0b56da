"""Three pairs of arrows of one length: only the angle between them tells their dot products apart."""

import math
from dataclasses import dataclass

from playground.learning.vectors import dot_product

Vector = tuple[float, float]
LENGTH = 2.0
PAIRS = {"A": (20.0, 75.0), "B": (150.0, 130.0), "C": (-80.0, 105.0)}
"""Where the first arrow of each pair points, and how far the second one is turned from it, in degrees."""
TARGET, WITHIN = -2.0, 0.05
"""What the mission asks for, and how near counts."""


@dataclass(frozen=True)
class Pair:
    """Two arrows of length LENGTH."""

    first: Vector
    second: Vector

    @property
    def dot(self) -> float:
        """Their dot product, LENGTH^2 times the cosine of the angle between them."""
        return dot_product(self.first, self.second)


def pair(direction: float, between: float) -> Pair:
    """The arrow in that direction and one turned from it, both angles in degrees."""
    first, second = (
        (LENGTH * math.cos(math.radians(angle)), LENGTH * math.sin(math.radians(angle)))
        for angle in (direction, direction + between)
    )
    return Pair(first, second)


def is_on_target(pair: Pair) -> bool:
    """Whether its dot product is TARGET."""
    return abs(pair.dot - TARGET) <= WITHIN


def angle_on_target() -> float:
    """The angle in degrees between two arrows whose dot product is TARGET."""
    return math.degrees(math.acos(TARGET / LENGTH**2))


def order_of(pairs: dict[str, Pair]) -> list[str]:
    """The names of the pairs, the largest dot product first."""
    return sorted(pairs, key=lambda name: -pairs[name].dot)
