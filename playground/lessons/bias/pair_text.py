"""Words that several ideas of the chapter use."""

from playground.figures.numbers import number
from playground.learning.run import Run

UNITS = "Units: standard deviations of x and y."
"""Which units are used."""


def limit_words(run: Run) -> str:
    """The limit of a run's learning rate."""
    assert run.limit is not None  # plain gradient descent on all rows
    return number(run.limit, 4)  # one digit more than the rate has, which may be just above it
