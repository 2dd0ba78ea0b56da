"""Training the bias alone: the weights stay where they start."""

from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from playground.learning.analysis import Optimum, least_squares
from playground.learning.arrays import Array
from playground.learning.quadratic import expand
from playground.learning.run import Run, run
from playground.learning.settings import Settings
from playground.lessons.weights.one_update.model import itemise

WITHIN = 0.01
"""How near, as a share of the lowest loss of all, counts as having reached it."""


class BiasStep(NamedTuple):
    """What moves the bias after an epoch.

    mean_error: mean(prediction - y). twice: 2 * mean_error. gradient: dL/db, summed up from the shares of the rows,
    2 error / n each (see `itemise`). step: what is added to the bias.
    """

    epoch: int
    bias: float
    mean_error: float
    twice: float
    gradient: float
    step: float


@dataclass(frozen=True, eq=False)
class Alone:
    """A run in which only the bias learns.

    run: its limit of the learning rate is 1, as the curvature of the bias is 2 for all data; its optimum is that of
    the bias alone. weight: the one that is held. lowest: the optimum of weight and bias together.
    """

    run: Run
    weight: float
    lowest: Optimum

    @property
    def best_bias(self) -> float:
        """The bias of the lowest loss with this weight: mean(y - X w)."""
        return self.run.best.bias

    @property
    def floor(self) -> float:
        """The lowest loss with this weight: the variance of y - X w."""
        return self.run.best.loss

    @property
    def settles(self) -> bool:
        """Whether the bias comes to its best in the long run: its rate is below the limit, or it starts there."""
        history = self.run.history
        start = np.append(history.weights[0], history.bias[0])
        return self.run.converges or expand(self.run.X, self.run.y, start).gradient[-1] == 0.0

    @property
    def one_step_rate(self) -> float:
        """The rate at which one step goes to the best bias: half the limit, as the loss is a parabola in the bias.

        Raises:
            ValueError: the run's rate has no limit.
        """
        if self.run.limit is None:
            raise ValueError("one_step_rate needs a run whose rate has a limit: plain gradient descent on all rows")
        return 0.5 * self.run.limit

    @property
    def reaches_the_best(self) -> bool:
        """Whether the last loss is as good as the lowest of all."""
        return float(self.run.history.loss[-1]) <= self.lowest.loss * (1.0 + WITHIN)

    @property
    def can_reach_the_best(self) -> bool:
        """Whether the lowest loss with this weight is as good as the lowest of all."""
        return self.floor <= self.lowest.loss * (1.0 + WITHIN)

    def step(self, epoch: int) -> BiasStep:
        """The step that the bias takes after that epoch, from the rows of the data."""
        trained = self.run
        update = itemise(trained.X, trained.y, replace(trained.settings, epochs=epoch + 1), epoch + 1)
        error = float(update.errors.mean())
        return BiasStep(epoch, update.bias, error, 2.0 * error, float(update.gradient[-1]), float(update.step[-1]))


def train_bias_alone(X: Array, y: Array, weight: float, settings: Settings) -> Alone:
    """Train on one feature, X of shape (n_samples, 1), with its weight held.

    Raises:
        ValueError: as in `train`.
    """
    held = replace(settings, trainable_weights=False, initial_weights=(weight,))
    trained = run(X, y, held, standardise=False)
    return Alone(trained, weight, least_squares(X, y))
