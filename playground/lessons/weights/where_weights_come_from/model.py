"""What an initializer draws: its numbers for a layer, and many draws counted."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from playground.learning.arrays import Array, read_only
from playground.learning.initializers import INITIALIZERS, draw
from playground.learning.streams import stream

N_DRAWS = 2000
N_BINS = 30
MOST_INPUTS = 64
SAME_SIZE = 1.5
"""Two sums whose sizes differ by at most this factor count as equally large."""
WIDEST_NORMAL = 4.0
"""A normal distribution has no limit; so many deviations to each side hold all but one draw in 15 000."""


@dataclass(frozen=True, eq=False)
class RandomStart:
    """The start of a neuron with `fan_in` inputs, beside many draws of the same kind. Arrays are read-only.

    Attributes:
        weights: the neuron's own, shape (fan_in,).
        limit: the largest absolute value a draw can have; infinite for a normal distribution.
        deviation: the standard deviation of a draw.
        sum_deviation: of the neuron's sum, see `sum_deviation`.
        edges: of the bins, shape (n_bins + 1,).
        counts: how many of N_DRAWS draws fall into each bin, shape (n_bins,).
    """

    weights: Array
    limit: float
    deviation: float
    sum_deviation: float
    edges: Array
    counts: NDArray[np.int64]


def random_start(initializer: str, fan_in: int, fan_out: int, seed: int) -> RandomStart:
    """Draw the weights of one neuron as `train` does, and then N_DRAWS more.

    Raises:
        ValueError: as in `draw`.
    """
    rng = stream(seed, "weights")
    weights = draw(initializer, fan_in, fan_out, rng, (fan_in,))
    more = draw(initializer, fan_in, fan_out, rng, (N_DRAWS,))
    kind = INITIALIZERS[initializer]
    counts, edges = np.histogram(more, _edges(initializer, fan_in, fan_out, more))
    return RandomStart(
        read_only(weights),
        kind.limit(fan_in, fan_out),
        kind.deviation(fan_in, fan_out),
        sum_deviation(initializer, fan_in, fan_out),
        read_only(edges),
        read_only(counts),
    )


def sum_deviation(initializer: str, fan_in: int, fan_out: int) -> float:
    """The standard deviation of a neuron's sum before training: sqrt(fan_in) times the root mean square of a weight.

    It holds for independent features of mean 0 and deviation 1.
    """
    return math.sqrt(fan_in) * root_mean_square(initializer, fan_in, fan_out)


def root_mean_square(initializer: str, fan_in: int, fan_out: int) -> float:
    """The root mean square of a weight: its deviation, or where all weights are one value, that value's size."""
    kind = INITIALIZERS[initializer]
    return kind.deviation(fan_in, fan_out) or kind.limit(fan_in, fan_out)


def sum_sizes(initializer: str, fan_out: int) -> tuple[float, float]:
    """The `sum_deviation` of a neuron with 1 input, and of one with MOST_INPUTS."""
    return sum_deviation(initializer, 1, fan_out), sum_deviation(initializer, MOST_INPUTS, fan_out)


def keeps_size(initializer: str, fan_out: int) -> bool:
    """Whether the sum is equally large however many inputs there are, up to the factor SAME_SIZE."""
    small, large = sorted(sum_sizes(initializer, fan_out))
    return large <= SAME_SIZE * small


def reach(initializer: str) -> float:
    """The largest absolute value to be expected for any fan-in and fan-out: the one of a neuron with one input."""
    return _reach(initializer, 1, 1)


def _reach(initializer: str, fan_in: int, fan_out: int) -> float:
    kind = INITIALIZERS[initializer]
    limit = kind.limit(fan_in, fan_out)
    return limit if math.isfinite(limit) else WIDEST_NORMAL * kind.deviation(fan_in, fan_out)


def _edges(initializer: str, fan_in: int, fan_out: int, draws: Array) -> Array:
    """Even bins from limit to limit; one bin around a single value."""
    if INITIALIZERS[initializer].deviation(fan_in, fan_out) == 0.0:
        return np.array([draws[0] - 0.05, draws[0] + 0.05])
    end = max(_reach(initializer, fan_in, fan_out), float(np.abs(draws).max()))
    return np.linspace(-end, end, N_BINS + 1)
