"""Training the bias alone: the weights stay where they start."""

from dataclasses import dataclass, replace

from playground.learning.analysis import Optimum, least_squares
from playground.learning.arrays import Array
from playground.learning.microscope import itemise
from playground.learning.neuron import predict
from playground.learning.settings import Settings
from playground.learning.stability import learning_rate_limit
from playground.learning.training import History, train

WITHIN = 0.01
"""How near, as a share of the lowest loss of all, counts as having reached it."""


@dataclass(frozen=True, eq=False)
class Alone:
    """A run in which only the bias learns.

    X, y, settings: what it learned from, and how (`trainable_weights` is False).
    optimum: of weights and bias together. floor: the lowest loss with these weights, at `best_bias`.
    limit: of the learning rate (see `learning_rate_limit`): 1, as the curvature of the bias is 2 for all data.
    """

    X: Array
    y: Array
    settings: Settings
    history: History
    optimum: Optimum
    best_bias: float
    floor: float
    limit: float

    @property
    def settles(self) -> bool:
        """Whether the rate is one at which the bias comes to rest."""
        return self.settings.rate < self.limit

    @property
    def reaches_the_optimum(self) -> bool:
        """Whether the last loss is as good as the lowest of all."""
        return float(self.history.loss[-1]) <= self.optimum.loss * (1.0 + WITHIN)

    def mean_error(self, epoch: int) -> float:
        """mean(prediction - y) after that epoch."""
        predictions = predict(self.X, self.history.weights[epoch], float(self.history.bias[epoch]))
        return float((predictions - self.y).mean())

    def gradient(self, epoch: int) -> float:
        """dL/db after that epoch, as the sum of the rows' shares 2 error / n (see `itemise`)."""
        update = itemise(self.X, self.y, replace(self.settings, epochs=epoch + 1), epoch + 1)
        return float(update.gradient[-1])


def train_bias_alone(X: Array, y: Array, settings: Settings) -> Alone:
    """Train with every weight held at `settings.initial_weights`; settings with `trainable_weights` off.

    What is left to learn are the residuals y - X w: their mean is the best bias, their variance the lowest loss.
    """
    assert not settings.trainable_weights
    assert settings.initial_weights is not None
    limit = learning_rate_limit(X, settings)
    assert limit is not None  # plain gradient descent on all rows
    residuals = y - predict(X, settings.initial_weights, 0.0)
    return Alone(
        X,
        y,
        settings,
        train(X, y, settings),
        least_squares(X, y),
        best_bias=float(residuals.mean()),
        floor=float(residuals.var()),
        limit=limit,
    )
