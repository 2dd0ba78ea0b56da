"""A weighted sum of small whole numbers, and the weight that brings it to a target."""

from collections.abc import Sequence
from typing import NamedTuple

from playground.learning.vectors import dot_product

FEATURES = (2.0, 1.0, 1.0)
TARGET, CLOSE = 3.0, 0.05
"""What the sum should come to, and how near counts."""
LARGEST, STEP = 2.0, 0.1
"""The largest weight, and a step of it."""
ROUNDING = 1e-9
PLAN = ((1, 0.0), (2, 1.0), (0, 1.0))
"""Weights, by position, that lead to the target one after the other from anywhere: 2 × 1 + 1 × 0 + 1 × 1 = 3."""


class Move(NamedTuple):
    """A new value for one weight. position: which, from 0. arrives: the sum is then at the target."""

    position: int
    weight: float
    arrives: bool


def weighted_sum(weights: Sequence[float]) -> float:
    """The sum of feature times weight."""
    return dot_product(FEATURES, weights)


def is_there(weights: Sequence[float]) -> bool:
    """Whether the sum is at the target."""
    return abs(weighted_sum(weights) - TARGET) <= CLOSE + ROUNDING


def next_move(weights: Sequence[float]) -> Move:
    """A weight that brings the sum to the target, or, where no single one does, the next one of PLAN."""
    gap = TARGET - weighted_sum(weights)
    for position, feature in enumerate(FEATURES):
        weight = round(round((weights[position] + gap / feature) / STEP) * STEP, 6)
        moved = [*weights[:position], weight, *weights[position + 1 :]]
        if abs(weight) <= LARGEST and is_there(moved):
            return Move(position, weight, True)
    position, weight = next(each for each in PLAN if abs(weights[each[0]] - each[1]) > ROUNDING)
    return Move(position, weight, False)
