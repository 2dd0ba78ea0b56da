"""A neuron's sum as it is written: feature × weight for each feature, plus bias, gives the output."""

from collections.abc import Sequence
from dataclasses import dataclass

from playground.figures.numbers import bare, number

Numbers = Sequence[float]
MOST_DIGITS = 15
"""Of what the output is computed from."""


@dataclass(frozen=True)
class WrittenSum:
    """Texts with so many digits that the sum can be redone from them."""

    features: tuple[str, ...]
    weights: tuple[str, ...]
    bias: str
    output: str


def written_sum(x: Numbers, weights: Numbers, bias: float, digits: int = 4, least: int = 3) -> WrittenSum:
    """Write a sum so that whoever multiplies and adds what is written gets the output that is written.

    digits: of the output. least: of what it is computed from, where that is enough; a sum of numbers that cancel one
    another takes more.
    """
    output = number(_total(x, weights, bias), digits)
    taken = least
    while taken < MOST_DIGITS:
        (plus,) = _rounded([bias], taken)
        if number(_total(_rounded(x, taken), _rounded(weights, taken), plus), digits) == output:
            break
        taken += 1
    features, times, (added,) = ([bare(number(value, taken)) for value in part] for part in (x, weights, [bias]))
    return WrittenSum(tuple(features), tuple(times), added, output)


def _total(x: Numbers, weights: Numbers, bias: float) -> float:
    return sum((value * weight for value, weight in zip(x, weights, strict=True)), bias)


def _rounded(values: Numbers, digits: int) -> list[float]:
    return [float(f"{value:.{digits - 1}e}") for value in values]
