"""How far the controls for weight, bias and learning rate reach, so that each data set can be fitted by hand."""

from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor, log10

from playground.learning.analysis import least_squares
from playground.learning.arrays import Array
from playground.learning.settings import Settings
from playground.learning.stability import learning_rate_limit

STEPS = 200
"""Positions of a slider: as many as a hand can tell apart."""


@dataclass(frozen=True)
class Range:
    """A slider's ends, its step and where it starts, all in the unit of what it sets."""

    low: float
    high: float
    step: float
    start: float

    @property
    def decimals(self) -> int:
        """Digits after the point that write the step in full."""
        fewest = max(0, ceil(-log10(self.step) - 1e-9))
        return next(
            digits
            for digits in range(fewest, fewest + 4)
            if abs(round(self.step, digits) - self.step) < 1e-3 * self.step
        )

    @cached_property
    def positions(self) -> list[float]:
        """Every value that the slider can stand at; the list is shared by all who have this range."""
        return [self.low + i * self.step for i in range(round((self.high - self.low) / self.step))] + [self.high]

    def nearest(self, value: float) -> float:
        """The position closest to that value."""
        steps = round((min(max(value, self.low), self.high) - self.low) / self.step)
        return min(round(self.low + steps * self.step, self.decimals + 1), self.high)


@dataclass(frozen=True)
class Ranges:
    """The three ranges that depend on the data's units."""

    weight: Range
    bias: Range
    learning_rate: Range


STANDARD = Ranges(
    weight=Range(-5.0, 5.0, 0.05, -1.5),
    bias=Range(-5.0, 5.0, 0.05, 1.0),
    learning_rate=Range(0.01, 2.0, 0.01, 0.1),
)
"""For standardised data, where a slope is between -1 and 1 and the limit of plain gradient descent is 1."""


def ranges(X: Array, y: Array, settings: Settings, standardise: bool) -> Ranges:
    """Ranges for one feature: `STANDARD`, or in raw units wide enough for the least-squares line and the limit.

    X: ndarray of shape (n_samples, 1); y: ndarray of shape (n_samples,).
    """
    if standardise:
        return STANDARD
    optimum = least_squares(X, y)
    spread_y = float(y.std()) or 1.0
    spread_x = float(X.std()) or 1.0
    weight = _round_up(5 * max(spread_y / spread_x, abs(float(optimum.weights[0])) / 3))
    mean_y = float(y.mean())
    bias = _round_up(max(5 * spread_y, 1.5 * abs(optimum.bias), abs(mean_y)))
    limit = learning_rate_limit(X, settings)
    # Optimizers without a limit move every parameter by about the rate, so it must reach the parameters' size.
    rate = _round_up(2 * limit) if limit is not None else _round_up(max(weight, bias) / 10)
    step = rate / STEPS
    return Ranges(
        Range(-weight, weight, 2 * weight / STEPS, 0.0),
        Range(-bias, bias, 2 * bias / STEPS, mean_y),  # from 0 the line would start outside the picture
        Range(step, rate, step, 20 * step),
    )


def _round_up(size: float) -> float:
    """The next number of the series 1, 2, 5, 10, 20, … at or above a positive size."""
    power = 10.0 ** floor(log10(size))
    return next(float(f"{step * power:.12g}") for step in (1, 2, 5, 10) if step * power >= size * (1 - 1e-12))
