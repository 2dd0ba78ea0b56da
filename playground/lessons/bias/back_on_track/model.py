"""The mean error of a run, and whether it is zero at the end and stays so."""

import numpy as np

from playground.learning.arrays import Array
from playground.learning.run import Run

CLOSE = 0.01
"""A mean error below this, in deviations of y, counts as zero."""


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
