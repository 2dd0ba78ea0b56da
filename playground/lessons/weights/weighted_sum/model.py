"""One row through a neuron: its weighted sum, how near it is to its label, and which move could bring them together."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from playground.learning.neuron import predict
from playground.learning.vectors import dot_product, products

CLOSE = 0.05
"""How near an output must come to its label to have reached it, in standard units."""


@dataclass(frozen=True)
class WeightedSum:
    """What a neuron without an activation makes of one row.

    x, weights: the features and their weights, as many of one as of the other. bias: of the neuron.
    """

    x: Sequence[float]
    weights: Sequence[float]
    bias: float

    @cached_property
    def products(self) -> list[float]:
        """x_i w_i."""
        parts: list[float] = products(self.x, self.weights).tolist()
        return parts

    @cached_property
    def total(self) -> float:
        """The sum of the products, x . w."""
        return dot_product(self.x, self.weights)

    @cached_property
    def output(self) -> float:
        """x . w + b."""
        return float(predict([self.x], self.weights, self.bias)[0])


@dataclass(frozen=True)
class Move:
    """A new value for one parameter.

    position: of the weight, from 0; the number of weights for the bias. feature: what the parameter meets, 1 for the
    bias. before, after: its value now, and then. arrives: the output comes to the label.
    """

    position: int
    feature: float
    before: float
    after: float
    arrives: bool

    @property
    def change(self) -> float:
        """Of the parameter; the output changes by feature * change."""
        return self.after - self.before


def reaches(output: float, label: float) -> bool:
    """Whether the output has come to the label."""
    return abs(output - label) < CLOSE


def is_in_reach(x: Sequence[float], label: float, largest: float) -> bool:
    """Whether some weights and bias, each from -largest to largest, bring the output to the label."""
    return reaches(min(abs(label), largest * (sum(map(abs, x)) + 1.0)), abs(label))


def next_move(weighted: WeightedSum, label: float, largest: float, step: float) -> Move:
    """A move of one parameter that brings the output to the label, or where none can, the one that brings it nearest.

    The weights come first, those of large features before others, and the bias last.

    largest, step: parameters are multiples of the step, from -largest to largest.
    """
    x, gap = weighted.x, weighted.output - label
    handles = list(zip([*x, 1.0], [*weighted.weights, weighted.bias], strict=True))
    by_size = sorted(range(len(x)), key=lambda i: -abs(x[i]))
    moves, misses = [], []
    for i in [*by_size, len(x)]:
        feature, before = handles[i]
        if feature:
            needed = min(max(before - gap / feature, -largest), largest)
            after = min(max(round(needed / step) * step, -largest), largest)
            misses.append(abs(gap + feature * (after - before)))
            moves.append(Move(i, feature, before, after, arrives=reaches(misses[-1], 0.0)))
    return next((move for move in moves if move.arrives), moves[misses.index(min(misses))])
