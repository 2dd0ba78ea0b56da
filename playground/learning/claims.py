"""What is said about the bias, put to the test: the same data, start and rate, with a bias and without one."""

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from playground.learning.arrays import Array
from playground.learning.run import Run, run
from playground.learning.scaling import Standardizer
from playground.learning.settings import Settings

CLOSE = 0.01
"""A mean error below this, in deviations of y, counts as zero."""
ROUNDING = 1e-9


@dataclass(frozen=True, eq=False)
class Pair:
    """Two runs that differ in `use_bias` alone, in the units of the data they were given."""

    with_bias: Run
    without_bias: Run

    @property
    def floor_gain(self) -> float:
        """By how much a bias lowers the lowest possible loss; 0 where the best line passes through the origin."""
        gain = self.without_bias.best.loss - self.with_bias.best.loss
        return gain if gain > ROUNDING else 0.0


def trained_pair(X: Array, y: Array, settings: Settings) -> Pair:
    """Train twice, with `use_bias` on and off; X of shape (n_samples, n_features), y of shape (n_samples,)."""
    first, second = (run(X, y, replace(settings, use_bias=on), standardise=False) for on in (True, False))
    return Pair(first, second)


def with_means(X: ArrayLike, y: ArrayLike, mean_x: float, mean_y: float) -> tuple[Array, Array]:
    """Data at deviation 1, moved so that these are the means of every column of X and of y.

    It is what measuring in deviations from another zero point would give.
    """
    standardizer = Standardizer.fit(X, y)
    return standardizer.transform_X(X) + mean_x, standardizer.transform_y(y) + mean_y


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
    """A bound of |mean error| at the end of a run that converges, and after any number of further epochs.

    The mean error is (mean x, 1) . (w, b) - mean y, and no step takes (w, b) farther from the optimum.
    """
    best, history = seen.best, seen.history
    direction = np.append(seen.X.mean(axis=0), float(seen.settings.use_bias))
    off = np.append(history.weights[-1] - best.weights, history.bias[-1] - best.bias)
    return abs(mean_error_at_optimum(seen)) + float(np.linalg.norm(direction) * np.linalg.norm(off))


def can_be_on_track(seen: Run) -> bool:
    """Whether the mean error is zero where the loss is lowest."""
    return abs(mean_error_at_optimum(seen)) < CLOSE


def largest_rate(seen: Run, step: float) -> float:
    """The largest multiple of that step at which the run converges: below its limit (see `learning_rate_limit`).

    Raises:
        ValueError: the run's rate has no limit.
    """
    if seen.limit is None:
        raise ValueError("largest_rate needs a run whose rate has a limit: plain gradient descent on all rows")
    return math.floor(seen.limit * (1.0 - ROUNDING) / step) * step


def at_largest_rate(seen: Run, step: float) -> bool:
    """Whether the run converges, and at a rate larger by that step would not."""
    return seen.converges and seen.settings.rate > largest_rate(seen, step) - 0.5 * step
