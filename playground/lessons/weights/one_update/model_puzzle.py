"""Numbers of one update for a learner to work out by hand, and how exact an answer must be."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from playground.lessons.weights.one_update.model import Update

DIGITS = 4
"""Significant digits in which the numbers of an update are shown, and from which an answer is worked out."""


ROUNDING = 1e-9
"""What rounding may do to a number as a share of it: 1 % of 0.46 is 0.0046, which is no exact float."""
SMALLEST = 1e-9
"""No answer need be more exact: below it a number is what rounding left of 0."""

NEXT_TO_NOTHING = 0.01
"""In units of about 1 an answer that is so near to 0 is told as well."""


@dataclass(frozen=True)
class Puzzle:
    """One number of an update that is left for the learner: a product of factors, or a sum of terms.

    value: the exact number. factors: of the product, empty for a sum. terms: of the sum, empty for a product.
    """

    value: float
    factors: tuple[float, ...] = ()
    terms: tuple[float, ...] = ()

    @property
    def tolerance(self) -> float:
        """How far an answer may be off and still count.

        Twice what the rounding of the shown numbers and of the answer can change; for a product 1 % of its value if
        that is more. Rounded down to two digits, so that it can be said as it is checked.
        """
        slack = rounding(self.value) + sum(rounding(term) for term in self.terms)
        for i, factor in enumerate(self.factors):
            others = math.prod(abs(other) for j, other in enumerate(self.factors) if j != i)
            slack += rounding(factor) * others
        return _rounded_down(max(2.0 * slack, 0.01 * abs(self.value) if self.factors else 0.0, SMALLEST), digits=2)

    @property
    def is_known(self) -> bool:
        """Whether the shown numbers tell it: what is left of two much larger numbers is all rounding."""
        return self.tolerance <= max(abs(self.value), NEXT_TO_NOTHING)

    def solved_by(self, answer: float | None) -> bool:
        """Whether that answer counts."""
        return answer is not None and abs(answer - self.value) <= self.tolerance * (1.0 + ROUNDING)


def rounding(value: float) -> float:
    """The most by which rounding to DIGITS significant digits can change a number."""
    if value == 0.0:
        return 0.0
    return 0.5 * 10.0 ** (math.floor(math.log10(abs(value))) + 1 - DIGITS)


def _rounded_down(value: float, digits: int) -> float:
    if value == 0.0 or not math.isfinite(value):
        return value
    unit = 10.0 ** (math.floor(math.log10(value)) + 1 - digits)
    return math.floor(value / unit * (1.0 + ROUNDING)) * unit


def _product(update: Update, rate: float) -> Puzzle:
    return Puzzle(float(update.products[0, 0]), factors=(float(update.weights[0]), float(update.features[0, 0])))


def _prediction(update: Update, rate: float) -> Puzzle:
    return Puzzle(float(update.predictions[0]), terms=(float(update.products[0, 0]), update.bias))


def _error(update: Update, rate: float) -> Puzzle:
    return Puzzle(float(update.errors[0]), terms=(float(update.predictions[0]), -float(update.labels[0])))


def _share(update: Update, rate: float) -> Puzzle:
    share = 2.0 / len(update.rows)
    return Puzzle(float(update.shares[0, 0]), factors=(share, float(update.errors[0]), float(update.features[0, 0])))


def _gradient(update: Update, rate: float) -> Puzzle:
    if len(update.rows) == 1:
        return _share(update, rate)
    return Puzzle(float(update.gradient[0]), terms=tuple(float(share) for share in update.shares[:, 0]))


def _step(update: Update, rate: float) -> Puzzle:
    return Puzzle(float(update.step[0]), factors=(-rate, float(update.gradient[0])))


def _new_weight(update: Update, rate: float) -> Puzzle:
    return Puzzle(float(update.new_weights[0]), terms=(float(update.weights[0]), float(update.step[0])))


PUZZLES: dict[str, Callable[[Update, float], Puzzle]] = {
    "product": _product,
    "prediction": _prediction,
    "error": _error,
    "share": _share,
    "gradient": _gradient,
    "step": _step,
    "new weight": _new_weight,
}
"""What can be left for the learner, in the order in which it is computed.

Each takes an update of a linear neuron with one feature, squared error and plain gradient descent, and the learning
rate. The first four are of the first row of the batch.
"""
