"""A bias that starts at zero: its gradient there, worked out row by row, and where it goes."""

from dataclasses import dataclass

import numpy as np

from playground.learning.arrays import Array, read_only
from playground.learning.settings import Settings
from playground.learning.training import History, train

X, Y = read_only(np.array([[1.0], [3.0]])), read_only(np.array([3.0, 5.0]))
"""Two rows that can be worked out in one's head. The best line is y = x + 2."""
RATE, UPDATES = 0.1, 20
STAYS = 1e-9
"""A gradient below this is what rounding left of 0."""


@dataclass(frozen=True, eq=False)
class FromZero:
    """A run whose bias starts at 0, one update an epoch.

    Attributes:
        weight: the one it starts with. history: see `History`.
    """

    weight: float
    history: History

    @property
    def predictions(self) -> Array:
        """Of both rows at the start: weight * x + 0."""
        found: Array = self.weight * X[:, 0]
        return found

    @property
    def errors(self) -> Array:
        """prediction - y of both rows at the start."""
        found: Array = self.predictions - Y
        return found

    @property
    def mean_error(self) -> float:
        """Their mean."""
        return float(self.errors.mean())

    @property
    def gradient(self) -> float:
        """dL/db at the start, for the mean squared error: the mean of 2 * error."""
        return 2.0 * self.mean_error

    @property
    def stays(self) -> bool:
        """Whether the first update leaves the bias at 0."""
        return abs(self.gradient) < STAYS


def weight_without_push() -> float:
    """The weight at which the mean error is 0 while the bias is 0: mean y / mean x."""
    return float(Y.mean() / X.mean())


def from_zero(weight: float) -> FromZero:
    """Train on both rows from that weight and bias 0."""
    settings = Settings(learning_rate=RATE, epochs=UPDATES, initial_weights=(weight,), initial_bias=0.0)
    return FromZero(weight, train(X, Y, settings))
