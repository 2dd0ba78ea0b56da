"""What is said about the bias, put to the test: the same data, start and rate, with a bias and without one."""

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from playground.learning.arrays import Array
from playground.learning.descent import trained
from playground.learning.quadratic import expand
from playground.learning.run import Run, run
from playground.learning.scaling import Standardizer
from playground.learning.settings import Settings

CLOSE = 0.01
"""A mean error below this, in deviations of y, counts as zero."""
DIGITS = 3
"""Significant digits to which two losses are compared: the claims are judged by the numbers that are shown."""
MOST_EPOCHS = 100_000
"""How many further epochs are looked at one by one."""
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


def mean_errors(seen: Run) -> Array:
    """mean(prediction - y) after each epoch of a linear neuron's run, shape (epochs + 1,)."""
    with np.errstate(over="ignore", invalid="ignore"):  # a diverged run may leave the range of floats here
        errors: Array = seen.history.weights @ seen.X.mean(axis=0) + seen.history.bias - seen.y.mean()
    return errors


def mean_error_at_optimum(seen: Run) -> float:
    """mean(prediction - y) where the loss is lowest: 0 with a bias, whatever the data."""
    best = seen.best
    return float(best.weights @ seen.X.mean(axis=0)) + best.bias - float(seen.y.mean())


def on_track(seen: Run) -> bool:
    """Whether the mean error is zero at the end of the run and would stay so: it does not just pass through."""
    return seen.converges and farthest_mean_error(seen) < CLOSE


def farthest_mean_error(seen: Run) -> float:
    """The largest |mean error| at the end of a run that converges and after any number of further epochs.

    Of plain gradient descent: along each eigenvector v of the Hessian, of curvature c, an epoch multiplies the way
    to the optimum by 1 - rate c. The mean error is (mean x, 1) . (w, b) - mean y, and so the one at the optimum plus
    a part for each v that is multiplied likewise. A part below ROUNDING does not count.
    """
    best, history = seen.best, seen.history
    moving = trained(seen.settings, seen.X.shape[1]) > 0.0
    here = np.append(history.weights[-1], history.bias[-1])
    sizes, directions = np.linalg.eigh(expand(seen.X, seen.y, here).hessian[np.ix_(moving, moving)])
    off = (here - np.append(best.weights, best.bias))[moving] @ directions
    parts = np.append(seen.X.mean(axis=0), 1.0)[moving] @ directions * off
    factors = 1.0 - seen.settings.rate * sizes
    counted = np.abs(parts) > ROUNDING
    parts, factors = parts[counted], factors[counted, None]
    largest, slowest = np.abs(parts).max(initial=ROUNDING), np.abs(factors).max(initial=0.0)
    further = math.log(ROUNDING / largest) / math.log(slowest) if 0.0 < slowest < 1.0 else 1.0
    epochs = np.arange(min(math.ceil(further), MOST_EPOCHS) + 1)
    return float(np.abs(mean_error_at_optimum(seen) + parts @ factors**epochs).max())


def can_be_on_track(seen: Run) -> bool:
    """Whether the mean error is zero where the loss is lowest."""
    return abs(mean_error_at_optimum(seen)) < CLOSE


def largest_rate(seen: Run, step: float) -> float:
    """The largest multiple of that step at which the run converges: below its limit (see `learning_rate_limit`).
    Infinite where every rate converges.

    Raises:
        ValueError: no limit of the run's rate is known.
    """
    if seen.limit is None:
        raise ValueError("largest_rate needs a run whose rate has a limit: plain gradient descent on all rows")
    return math.floor(seen.limit * (1.0 - ROUNDING) / step) * step if seen.limit < math.inf else math.inf


def at_largest_rate(seen: Run, step: float) -> bool:
    """Whether the run converges, and at a rate larger by that step would not."""
    return seen.converges and seen.settings.rate > largest_rate(seen, step) - 0.5 * step
