"""One run as the visitor sees it: the data, the units learned in, what happened, and what was possible."""

from dataclasses import dataclass

import numpy as np

from playground.learning.analysis import Optimum, optimum, r2_score
from playground.learning.arrays import Array, read_only
from playground.learning.neuron import predict
from playground.learning.scaling import Standardizer
from playground.learning.settings import Settings
from playground.learning.stability import Regime, learning_rate_limit, regime
from playground.learning.training import History, train

EXPLOSION = 100.0
"""How many times its first value a loss must reach to count as exploded, where no limit of the rate is known."""


@dataclass(frozen=True, eq=False)
class Task:
    """Data to learn from, as measured and in the units that are trained in.

    X, y: as measured, ndarray of shape (n_samples, n_features) and (n_samples,).
    standardizer: how they are rescaled before training; None if they are not. X_trained, y_trained: rescaled.
    """

    X: Array
    y: Array
    standardizer: Standardizer | None
    X_trained: Array
    y_trained: Array


def task(X: Array, y: Array, standardise: bool = True) -> Task:
    """The task of these data, standardised or as they are."""
    if not standardise:
        return Task(X, y, None, X, y)
    standardizer = Standardizer.fit(X, y)
    trained = standardizer.transform_X(X), standardizer.transform_y(y)
    return Task(X, y, standardizer, *map(read_only, trained))


@dataclass(frozen=True, eq=False)
class Run:
    """A training run with everything a figure or a sentence needs.

    history, optimum, limit: in the units trained in (see `optimum`, `learning_rate_limit`); the last two None where
    there is none.
    """

    task: Task
    settings: Settings
    history: History
    optimum: Optimum | None
    limit: float | None
    regime: Regime

    @property
    def X(self) -> Array:
        """The features as measured."""
        return self.task.X

    @property
    def y(self) -> Array:
        """The label as measured."""
        return self.task.y

    @property
    def standardizer(self) -> Standardizer | None:
        """How the data were rescaled before training; None if they were not."""
        return self.task.standardizer

    @property
    def last_epoch(self) -> int:
        """The last epoch in which all numbers are finite."""
        return len(self.history.loss) - 1

    @property
    def diverges(self) -> bool:
        """Whether the numbers left the range of floats, or will: the rate is above the limit."""
        return self.history.diverged or self.regime is Regime.DIVERGING

    @property
    def converges(self) -> bool:
        """Whether it goes to its optimum in the long run; False also where that is not known."""
        return self.regime in (Regime.SMOOTH, Regime.BOUNCING)

    @property
    def best(self) -> Optimum:
        """The optimum of a run that has one.

        Raises:
            ValueError: it has none.
        """
        if self.optimum is None:
            raise ValueError("best needs a run with an optimum: a linear neuron, mean_squared_error, no l1 penalty")
        return self.optimum

    def in_data_units(self, weights: Array, bias: Array | float) -> tuple[Array, Array]:
        """Weights and bias as they read in the units the data were measured in."""
        if self.standardizer is None:
            return np.asarray(weights), np.asarray(bias)
        return self.standardizer.to_data_units(weights, bias)

    @property
    def explodes(self) -> bool:
        """Whether it diverges, or its loss has grown so much that only a logarithmic axis can show it."""
        loss = self.history.loss
        return self.diverges or 0.0 < EXPLOSION * float(loss[0]) < float(loss[-1])

    def r2(self, epoch: int) -> float:
        """The coefficient of determination after that epoch, the same in either unit."""
        weights, bias = self.history.weights[epoch], self.history.bias[epoch]
        with np.errstate(over="ignore", invalid="ignore"):
            predictions = predict(self.task.X_trained, weights, bias, self.settings.activation)
            return r2_score(self.task.y_trained, predictions)


def run(X: Array, y: Array, settings: Settings, standardise: bool = True) -> Run:
    """Train on X and y, standardised or as they are, and look up what was possible."""
    given = task(X, y, standardise)
    X, y = given.X_trained, given.y_trained
    history = train(X, y, settings)
    return Run(given, settings, history, optimum(X, y, settings), learning_rate_limit(X, settings), regime(X, settings))
