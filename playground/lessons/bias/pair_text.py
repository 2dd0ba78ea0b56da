"""Words that several ideas of the chapter use."""

from playground.figures.numbers import number
from playground.learning.run import Run

UNITS = "Units: deviations of x and y. You choose their means, and so where zero lies."
"""Which units are used."""


def limit_words(seen: Run) -> str:
    """The limit of a run's learning rate."""
    assert seen.limit is not None  # plain gradient descent on all rows
    return number(seen.limit, 4)  # one digit more than the rate has, which may be just above it
