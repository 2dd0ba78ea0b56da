"""One row's output and its label: how near they are, and which single parameter could bring them together."""

from collections.abc import Sequence
from dataclasses import dataclass

CLOSE = 0.05
"""How near an output must come to its label to have reached it, in standard units."""


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


def next_move(
    x: Sequence[float], weights: Sequence[float], bias: float, gap: float, largest: float, step: float
) -> Move:
    """A move of one parameter that brings the output to the label, or where none can, the one that brings it nearest.

    The weights come first, those of large features before others, and the bias last.

    Args:
        x, weights: of n inputs. gap: output - label.
        largest, step: parameters are multiples of the step, from -largest to largest.
    """
    handles = list(zip([*x, 1.0], [*weights, bias], strict=True))
    by_size = sorted(range(len(x)), key=lambda i: -abs(x[i]))
    moves, misses = [], []
    for i in [*by_size, len(x)]:
        feature, before = handles[i]
        if feature:
            after = min(max(round((before - gap / feature) / step) * step, -largest), largest)
            misses.append(abs(gap + feature * (after - before)))
            moves.append(Move(i, feature, before, after, arrives=reaches(misses[-1], 0.0)))
    return next((move for move in moves if move.arrives), moves[misses.index(min(misses))])
