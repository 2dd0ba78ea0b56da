"""The largest learning rate at which a run still converges."""

import math

from playground.learning.run import Run
from playground.lessons.bias.pair import ROUNDING


def largest_rate(run: Run, step: float) -> float:
    """The largest multiple of that step at which the run converges: below its limit (see `learning_rate_limit`).
    Infinite where every rate converges.

    Raises:
        ValueError: no limit of the run's rate is known.
    """
    if run.limit is None:
        raise ValueError("largest_rate needs a run whose rate has a limit: plain gradient descent on all rows")
    return math.floor(run.limit * (1.0 - ROUNDING) / step) * step if run.limit < math.inf else math.inf


def at_largest_rate(run: Run, step: float) -> bool:
    """Whether the run converges, and at a rate larger by that step would not."""
    return run.converges and run.settings.rate > largest_rate(run, step) - 0.5 * step
