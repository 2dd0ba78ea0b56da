"""The bias that makes a neuron switch at a chosen place, and whether it does."""

from playground.learning.shape import threshold

TARGET, NEAR = 2.0, 0.05
"""Where the mission wants the threshold, and how near counts."""


def bias_for(weight: float, place: float) -> float:
    """The bias that puts the threshold there: -weight * place."""
    return -weight * place + 0.0  # + 0.0: not -0


def switches_near(weight: float, bias: float, activation: str, place: float, within: float) -> bool:
    """Whether the neuron has an activation that switches, and does so that near to a place."""
    at = threshold(weight, bias)
    return activation != "linear" and at is not None and abs(at - place) < within
