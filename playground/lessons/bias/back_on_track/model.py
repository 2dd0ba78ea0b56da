"""The mean error of a run, and whether it is zero at the end and stays so."""

import math

import numpy as np

from playground.learning.arrays import Array
from playground.learning.descent import trained
from playground.learning.quadratic import expand
from playground.learning.run import Run
from playground.lessons.bias.pair import ROUNDING

CLOSE = 0.01
"""A mean error below this, in deviations of y, counts as zero."""
MOST_EPOCHS = 100_000
"""How many further epochs are looked at one by one."""


def mean_errors(run: Run) -> Array:
    """mean(prediction - y) after each epoch of a linear neuron's run, shape (epochs + 1,)."""
    with np.errstate(over="ignore", invalid="ignore"):  # a diverged run may leave the range of floats here
        errors: Array = run.history.weights @ run.X.mean(axis=0) + run.history.bias - run.y.mean()
    return errors


def mean_error_at_optimum(run: Run) -> float:
    """mean(prediction - y) where the loss is lowest: 0 with a bias, whatever the data."""
    best = run.best
    return float(best.weights @ run.X.mean(axis=0)) + best.bias - float(run.y.mean())


def on_track(run: Run) -> bool:
    """Whether the mean error is zero at the end of the run and would stay so: it does not just pass through."""
    return run.converges and farthest_mean_error(run) < CLOSE


def farthest_mean_error(run: Run) -> float:
    """The largest |mean error| at the end of a run that converges and after any number of further epochs.

    Of plain gradient descent: along each eigenvector v of the Hessian, of curvature c, an epoch multiplies the way
    to the optimum by 1 - rate c. The mean error is (mean x, 1) . (w, b) - mean y, and so the one at the optimum plus
    a part for each v that is multiplied likewise. A part below ROUNDING does not count.
    """
    best, history = run.best, run.history
    moving = trained(run.settings, run.X.shape[1]) > 0.0
    here = np.append(history.weights[-1], history.bias[-1])
    sizes, directions = np.linalg.eigh(expand(run.X, run.y, here).hessian[np.ix_(moving, moving)])
    off = (here - np.append(best.weights, best.bias))[moving] @ directions
    parts = np.append(run.X.mean(axis=0), 1.0)[moving] @ directions * off
    factors = 1.0 - run.settings.rate * sizes
    counted = np.abs(parts) > ROUNDING
    parts, factors = parts[counted], factors[counted, None]
    largest, slowest = np.abs(parts).max(initial=ROUNDING), np.abs(factors).max(initial=0.0)
    further = math.log(ROUNDING / largest) / math.log(slowest) if 0.0 < slowest < 1.0 else 1.0
    epochs = np.arange(min(math.ceil(further), MOST_EPOCHS) + 1)
    return float(np.abs(mean_error_at_optimum(run) + parts @ factors**epochs).max())


def can_be_on_track(run: Run) -> bool:
    """Whether the mean error is zero where the loss is lowest."""
    return abs(mean_error_at_optimum(run)) < CLOSE
