"""The output of a neuron with one feature, three times: as a projection, as a sum, and as the height of a line."""

from dataclasses import dataclass
from math import copysign

from playground.learning.neuron import predict
from playground.learning.vectors import angle, dot_product, norm, products, projection

AT_LEAST = 1.0
"""How far w and b must be from 0 where the line is brought to 0."""
CLOSE, ROUNDING = 0.05, 1e-9
"""How near a height must come to 0 to count as 0; rounding may take it a little further."""


@dataclass(frozen=True)
class ThreeWays:
    """w x + b of a weight w and a bias b at the feature x.

    Attributes:
        along: length of the projection of (w, b) on (x, 1); below 0 if it points the other way. length: |(x, 1)|.
        projected: along * length, the dot product as a projection.
        terms: w x and b * 1. total: their sum, the dot product as a sum.
        height: of the line y = w x + b at x, the neuron's prediction there.
        angle: between (w, b) and (x, 1) in degrees; None if w and b are 0.
    """

    along: float
    length: float
    projected: float
    terms: tuple[float, float]
    total: float
    height: float
    angle: float | None

    @property
    def perpendicular(self) -> bool:
        """Whether the dot product is 0 but for rounding."""
        return abs(self.total) <= ROUNDING


def three_ways(w: float, b: float, x: float) -> ThreeWays:
    """The same number by three calculations that share no step."""
    neuron, place = (w, b), (x, 1.0)
    foot = projection(neuron, place)
    assert foot is not None  # (x, 1) is never zero
    along = copysign(norm(foot), foot[1])
    first, second = products(neuron, place).tolist()
    return ThreeWays(
        along=0.0 if abs(along) <= ROUNDING else along,
        length=norm(place),
        projected=along * norm(place),
        terms=(first, second),
        total=dot_product(neuron, place),
        height=float(predict([[x]], [w], b)[0]),
        angle=angle(neuron, place),
    )


def stands_on_zero(w: float, b: float, x: float, at_least: float) -> bool:
    """Whether the line crosses 0 at this x, with w and b both at least that far from 0."""
    return is_zero(dot_product((w, b), (x, 1.0))) and min(abs(w), abs(b)) >= at_least


def is_zero(height: float) -> bool:
    """Whether a height counts as 0."""
    return abs(height) <= CLOSE + ROUNDING
