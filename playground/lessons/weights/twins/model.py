"""Two neurons of one layer that learn y = |x|: from equal starts they stay equal, from random ones they seldom do."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from playground.learning.arrays import Array, read_only
from playground.learning.memory import remembered
from playground.learning.network import Layer, Network
from playground.learning.network_training import NetworkHistory, random_layers, train_network
from playground.learning.settings import Settings

N_ROWS, END = 41, 1.5
"""So many rows, with x evenly from -END to END."""
NETWORK = Network((Layer(2, "tanh"), Layer(1)))
RATE, EPOCHS = 0.3, 500
LEARNED = 0.01
"""A loss below this counts as having learned y = |x|."""
NO_BETTER = 0.01
"""A loss within this share of that of a constant counts as no better."""
SEEDS = range(6)
"""Random starts that are compared."""
LAST_SEED = 99


class Neuron(NamedTuple):
    """One of the two: its weight and bias, and the weight with which the output takes it."""

    weight: float
    bias: float
    output_weight: float


@dataclass(frozen=True, eq=False)
class Twins:
    """A run of both neurons and the output. Arrays are read-only.

    Attributes:
        x, y: the rows, shape (n_samples,).
        history: see `NetworkHistory`.
        mean_loss: of the best constant, mean y for every row: the variance of y.
    """

    x: Array
    y: Array
    history: NetworkHistory
    mean_loss: float

    def neurons(self, epoch: int) -> tuple[Neuron, Neuron]:
        """Both neurons after that epoch."""
        hidden, last = self.history.layers
        first, second = (
            Neuron(float(hidden.weights[epoch, 0, i]), float(hidden.bias[epoch, i]), float(last.weights[epoch, i, 0]))
            for i in (0, 1)
        )
        return first, second

    def are_equal(self, epoch: int) -> bool:
        """Whether all numbers of both are the same, to the last bit."""
        first, second = self.neurons(epoch)
        return first == second

    def shares(self, epoch: int) -> tuple[Array, Array]:
        """What each neuron adds to the output: output weight * tanh(weight x + bias), shape (n_samples,)."""
        first, second = (each.output_weight * np.tanh(each.weight * self.x + each.bias) for each in self.neurons(epoch))
        return first, second

    def output(self, epoch: int) -> Array:
        """The prediction for each row, shape (n_samples,): both shares and the output's bias."""
        first, second = self.shares(epoch)
        total: Array = first + second + self.history.layers[1].bias[epoch, 0]
        return total

    def is_no_better_than_a_constant(self, epoch: int) -> bool:
        """Whether the loss after that epoch is that of one number for all rows."""
        return float(self.history.loss[epoch]) >= (1.0 - NO_BETTER) * self.mean_loss

    def learned_from(self, every: int) -> int | None:
        """The first epoch, of every so many, from which the loss stays below LEARNED; None if it never does."""
        epochs = range(0, self.history.epochs + 1, every)
        later = [epoch for epoch in epochs if (self.history.loss[epoch::every] < LEARNED).all()]
        return later[0] if later else None


@remembered
def twins(value: float) -> Twins:
    """Train both from an equal start: that value for every weight, 0 for every bias."""
    hidden, last = (np.full(shape, value) for shape in NETWORK.shapes(1))
    return _trained([(hidden, np.zeros(2)), (last, np.zeros(1))])


@remembered
def strangers(seed: int) -> Twins:
    """Train both from a random start, as Keras's default draws it."""
    return _trained(random_layers(NETWORK, 1, Settings(seed=seed)))


def next_that_learns(seed: int) -> int:
    """The next seed whose run learns y = |x|."""
    seeds = (each % (LAST_SEED + 1) for each in range(seed + 1, seed + LAST_SEED + 2))
    return next(each for each in seeds if strangers(each).history.loss[-1] < LEARNED)


def _trained(start: Sequence[tuple[Array, Array]]) -> Twins:
    x = np.linspace(-END, END, N_ROWS)
    y = np.abs(x)
    history = train_network(x[:, None], y, NETWORK, Settings(learning_rate=RATE, epochs=EPOCHS), start)
    return Twins(read_only(x), read_only(y), history, float(y.var()))
