"""Where weights come from: the random starts of Keras's Dense layer.

fan_in is the number of inputs of a neuron, fan_out the number of neurons in its layer. Formulas
as in Keras 3 (`keras/src/initializers/random_initializers.py`).
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from playground.learning.arrays import Array, as_whole

# Standard deviation of a standard normal cut off at two deviations.
TRUNCATED_DEVIATION = 0.87962566103423978

Scale = Callable[[int, int], float]


class Initializer(Protocol):
    """A distribution of starting weights."""

    def limit(self, fan_in: int, fan_out: int) -> float:
        """The largest absolute value it can draw, infinite for a normal distribution."""

    def deviation(self, fan_in: int, fan_out: int) -> float:
        """Its standard deviation."""

    def sample(self, fan_in: int, fan_out: int, rng: np.random.Generator, shape: tuple[int, ...]) -> Array:
        """Independent draws of the given shape."""


@dataclass(frozen=True)
class Constant:
    """Every weight the same."""

    value: float

    def limit(self, fan_in: int, fan_out: int) -> float:
        return abs(self.value)

    def deviation(self, fan_in: int, fan_out: int) -> float:
        return 0.0

    def sample(self, fan_in: int, fan_out: int, rng: np.random.Generator, shape: tuple[int, ...]) -> Array:
        return np.full(shape, self.value)


@dataclass(frozen=True)
class Uniform:
    """Uniform on [-limit, limit]; its deviation is limit / sqrt(3)."""

    limit: Scale

    def deviation(self, fan_in: int, fan_out: int) -> float:
        return self.limit(fan_in, fan_out) / math.sqrt(3.0)

    def sample(self, fan_in: int, fan_out: int, rng: np.random.Generator, shape: tuple[int, ...]) -> Array:
        limit = self.limit(fan_in, fan_out)
        return rng.uniform(-limit, limit, shape)


@dataclass(frozen=True)
class Normal:
    """Normal with mean 0."""

    deviation: Scale

    def limit(self, fan_in: int, fan_out: int) -> float:
        return math.inf

    def sample(self, fan_in: int, fan_out: int, rng: np.random.Generator, shape: tuple[int, ...]) -> Array:
        return self.deviation(fan_in, fan_out) * rng.standard_normal(shape)


@dataclass(frozen=True)
class TruncatedNormal:
    """Normal, draws beyond two deviations drawn again, then widened to the stated deviation."""

    deviation: Scale

    def limit(self, fan_in: int, fan_out: int) -> float:
        return 2.0 * self.deviation(fan_in, fan_out) / TRUNCATED_DEVIATION

    def sample(self, fan_in: int, fan_out: int, rng: np.random.Generator, shape: tuple[int, ...]) -> Array:
        draws = rng.standard_normal(shape)
        while (beyond := np.abs(draws) > 2.0).any():
            draws[beyond] = rng.standard_normal(int(beyond.sum()))
        return self.deviation(fan_in, fan_out) / TRUNCATED_DEVIATION * draws


def draw(
    initializer: str,
    fan_in: int,
    fan_out: int,
    rng: np.random.Generator,
    shape: tuple[int, ...] | None = None,
) -> Array:
    """Draw starting weights.

    Args:
        initializer: a name in INITIALIZERS.
        fan_in, fan_out: inputs and units of the layer.
        rng: the source of randomness.
        shape: of the result; (fan_in, fan_out), a layer's whole kernel, if not given.

    Raises:
        ValueError: the name is unknown, or a fan is no whole number from 1.
    """
    if not isinstance(initializer, str) or initializer not in INITIALIZERS:
        raise ValueError(f"initializer must be one of {', '.join(INITIALIZERS)}, got {initializer!r}")
    if as_whole("fan_in", fan_in) < 1 or as_whole("fan_out", fan_out) < 1:
        raise ValueError(f"fan_in and fan_out must be at least 1, got {fan_in} and {fan_out}")
    return INITIALIZERS[initializer].sample(fan_in, fan_out, rng, (fan_in, fan_out) if shape is None else shape)


INITIALIZERS: dict[str, Initializer] = {
    "zeros": Constant(0.0),
    "ones": Constant(1.0),
    "glorot_uniform": Uniform(lambda fan_in, fan_out: math.sqrt(6.0 / (fan_in + fan_out))),
    "glorot_normal": TruncatedNormal(lambda fan_in, fan_out: math.sqrt(2.0 / (fan_in + fan_out))),
    "he_uniform": Uniform(lambda fan_in, fan_out: math.sqrt(6.0 / fan_in)),
    "he_normal": TruncatedNormal(lambda fan_in, fan_out: math.sqrt(2.0 / fan_in)),
    "lecun_uniform": Uniform(lambda fan_in, fan_out: math.sqrt(3.0 / fan_in)),
    "lecun_normal": TruncatedNormal(lambda fan_in, fan_out: math.sqrt(1.0 / fan_in)),
    "random_normal": Normal(lambda fan_in, fan_out: 0.05),
    "random_uniform": Uniform(lambda fan_in, fan_out: 0.05),
}
