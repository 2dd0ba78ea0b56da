"""One run as the visitor sees it: the data, the units learned in, what happened, and what was possible."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from playground.learning.analysis import Optimum, Variation, optimum
from playground.learning.arrays import Array, read_only
from playground.learning.batches import mean_losses, takes_all_rows
from playground.learning.condensing import few_for
from playground.learning.logistic import Logistic, are_yes_or_no, is_logistic
from playground.learning.memory import Memory
from playground.learning.neuron import predict
from playground.learning.quadratic import is_quadratic
from playground.learning.scaling import Standardizer
from playground.learning.settings import Settings
from playground.learning.stability import Regime, learning_rate_limit, regime
from playground.learning.training import History, train, train_logistic

EXPLOSION = 100.0
"""How many times its first value a loss must reach to count as exploded, where no limit of the rate is known."""


@dataclass(frozen=True, eq=False)
class Task:
    """Data to learn from, as measured and in the units that are trained in.

    X, y: as measured, ndarray of shape (n_samples, n_features) and (n_samples,).
    standardizer: how they are rescaled before training; None if they are not. X_trained, y_trained: rescaled.
    memory: where what follows from one visitor's data is kept; None for data that all share.
    """

    X: Array
    y: Array
    standardizer: Standardizer | None
    X_trained: Array
    y_trained: Array
    memory: Memory | None = None

    @cached_property
    def few(self) -> tuple[Array, Array]:
        """Rows that stand for all of those trained on where squared errors of a linear neuron are taken."""
        return few_for(self.X_trained, self.y_trained)

    @cached_property
    def variation_of_few(self) -> Variation:
        """What there is to explain of the labels of these rows."""
        return Variation.of(self.few[1])

    @cached_property
    def logistic(self) -> Logistic | None:
        """The loss of yes and no on these rows; None where a label is neither 0 nor 1."""
        return Logistic(self.X_trained, self.y_trained) if are_yes_or_no(self.y_trained) else None

    @cached_property
    def ends(self) -> tuple[float, float, float, float]:
        """The smallest and the largest value of the first feature, and of the label, as measured."""
        x = self.X[:, 0]
        return float(x.min()), float(x.max()), float(self.y.min()), float(self.y.max())

    def rows_for(self, settings: Settings) -> tuple[Array, Array]:
        """What to train on with these settings: all rows, or a few that make the same run."""
        return self.few if reads_once(settings) else (self.X_trained, self.y_trained)

    def history(self, settings: Settings) -> History:
        """What happens in training with these settings.

        Raises:
            ValueError: as in `train`.
        """
        if is_logistic(settings) and takes_all_rows(settings, len(self.y)) and self.logistic is not None:
            return train_logistic(self.logistic, settings)
        return train(*self.rows_for(settings), settings)

    def losses(self, settings: Settings, parameters: Array) -> Array:
        """The loss of these settings at each row of parameters, (k, n_features + 1) -> (k,)."""
        if is_logistic(settings) and self.logistic is not None:
            return self.logistic.losses(parameters)
        return mean_losses(*self.rows_for(settings), settings, parameters)


def reads_once(settings: Settings) -> bool:
    """Whether a run needs the rows only through their means and the sums of their products."""
    return is_quadratic(settings) and settings.batch_size is None


def task(X: Array, y: Array, standardizer: Standardizer | None, memory: Memory | None = None) -> Task:
    """The task of these data, standardised or as they are."""
    if standardizer is None:
        return Task(X, y, None, X, y, memory)
    X_trained, y_trained = read_only(standardizer.transform_X(X)), read_only(standardizer.transform_y(y))
    return Task(X, y, standardizer, X_trained, y_trained, memory)


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
    def memory(self) -> Memory | None:
        """Where what follows from one visitor's data is kept."""
        return self.task.memory

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
        if self.settings.activation == "linear":
            X, variation = self.task.few[0], self.task.variation_of_few
        else:
            X, variation = self.task.X_trained, Variation.of(self.task.y_trained)
        with np.errstate(over="ignore", invalid="ignore"):
            return variation.r2(predict(X, weights, bias, self.settings.activation))


def run(X: Array, y: Array, settings: Settings, standardise: bool = True, memory: Memory | None = None) -> Run:
    """Train on X and y, standardised or as they are, and look up what was possible."""
    return run_on(task(X, y, Standardizer.fit(X, y) if standardise else None, memory), settings)


def run_on(given: Task, settings: Settings) -> Run:
    """Train on these rows, and look up what was possible.

    Raises:
        ValueError: as in `train`.
    """
    history, (X, y) = given.history(settings), given.rows_for(settings)
    if not is_quadratic(settings):  # nothing is known ahead of a run then, and many rows take time to look at
        return Run(given, settings, history, None, None, Regime.UNKNOWN)
    return Run(given, settings, history, optimum(X, y, settings), learning_rate_limit(X, settings), regime(X, settings))
