"""One row's output and its label: how near they are, and which single parameter could bring them together."""

from collections.abc import Sequence
from dataclasses import dataclass

CLOSE = 0.05
"""How near an output must come to its label to have reached it, in standard units."""


@dataclass(frozen=True)
class Move:
    """A new value for one parameter.

    position: of the weight, from 0; the number of weights for the bias. feature: what the parameter meets, 1 for the
    bias. before, after: its value now, and the one that brings the output to the label.
    """

    position: int
    feature: float
    before: float
    after: float

    @property
    def change(self) -> float:
        """Of the parameter; the output changes by feature * change."""
        return self.after - self.before


def reaches(output: float, label: float) -> bool:
    """Whether the output has come to the label."""
    return abs(output - label) < CLOSE


def one_move(
    x: Sequence[float], weights: Sequence[float], bias: float, gap: float, largest: float, step: float
) -> Move | None:
    """A move of one parameter that brings the output to the label; None if no single one can.

    The weights come first, those of large features before others, and the bias last.

    Args:
        x, weights: of n inputs. gap: output - label.
        largest, step: parameters are multiples of the step, from -largest to largest.
    """
    features, parameters = [*x, 1.0], [*weights, bias]
    by_size = sorted(range(len(x)), key=lambda i: -abs(x[i]))
    for i in [*by_size, len(x)]:
        if not features[i]:
            continue
        after = round((parameters[i] - gap / features[i]) / step) * step
        move = Move(i, features[i], parameters[i], after)
        if abs(after) <= largest and reaches(gap + features[i] * move.change, 0.0):
            return move
    return None
