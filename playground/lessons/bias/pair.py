"""A pair of runs: the same data, start and rate, with a bias and without one."""

from dataclasses import dataclass, replace

from numpy.typing import ArrayLike

from playground.learning.arrays import Array
from playground.learning.run import Run, run
from playground.learning.scaling import Standardizer
from playground.learning.settings import Settings

DIGITS = 3
"""Significant digits to which two losses are compared: the claims are judged by the numbers that are shown."""
ROUNDING = 1e-9


@dataclass(frozen=True, eq=False)
class Pair:
    """Two runs that differ in `use_bias` alone, in the units of the data they were given."""

    with_bias: Run
    without_bias: Run

    @property
    def floor_gain(self) -> float:
        """By how much a bias lowers the lowest possible loss; 0 where both are the same to DIGITS digits.

        That is where the best line passes through the origin, or so close to it that no loss shows it.
        """
        without, with_bias = self.without_bias.best.loss, self.with_bias.best.loss
        shown = (f"{loss:.{DIGITS - 1}e}" for loss in (without, with_bias))
        return without - with_bias if len(set(shown)) > 1 and without - with_bias > ROUNDING else 0.0


def trained_pair(X: Array, y: Array, settings: Settings) -> Pair:
    """Train twice, with `use_bias` on and off; X of shape (n_samples, n_features), y of shape (n_samples,)."""
    first, second = (run(X, y, replace(settings, use_bias=on), standardise=False) for on in (True, False))
    return Pair(first, second)


def with_means(X: ArrayLike, y: ArrayLike, mean_x: float, mean_y: float) -> tuple[Array, Array]:
    """Data at deviation 1, moved so that these are the means of every column of X and of y.

    It is what measuring in deviations from another zero point would give.
    """
    standardizer = Standardizer.fit(X, y)
    standard_X, standard_y = standardizer.transform_X(X), standardizer.transform_y(y)
    # The mean of the data as measured is rounded to their size; what that leaves would push a bias that is at its best.
    return standard_X - standard_X.mean(axis=0) + mean_x, standard_y - standard_y.mean() + mean_y
