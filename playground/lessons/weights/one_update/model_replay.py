"""A run replayed: where each of its steps starts, so that any step can be looked at without those before it."""

from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from playground.learning.arrays import Array, read_only
from playground.learning.batches import row_orders, rows_per_step, steps_per_epoch
from playground.learning.descent import steps
from playground.learning.quadratic import expand, is_quadratic
from playground.learning.settings import Settings
from playground.learning.training import gradient_stream, starting_parameters, training_data


@dataclass(frozen=True, eq=False)
class Replay:
    """All steps of a run, in n_batches batches an epoch.

    X, y, settings: of the run; X has shape (n_samples, d). parameters: (w, b) before each step, shape (n_steps, d + 1).
    states: the optimizer's before each step, with one field for all steps where the optimizer's own has one for one.
    orders: of the rows, for each epoch; None where all are taken as they stand.
    """

    X: Array
    y: Array
    settings: Settings
    batch_size: int
    n_batches: int
    parameters: Array
    states: Any
    orders: tuple[NDArray[np.int64] | None, ...]

    def before(self, epoch: int, batch: int) -> tuple[Array, Any]:
        """The parameters and the optimizer's state before that step; epochs count from 1, batches from 0."""
        step = (epoch - 1) * self.n_batches + batch
        fields = (moments[step] for moments in self.states)
        state = type(self.states)(*(each if isinstance(each, np.ndarray) else each.item() for each in fields))
        return self.parameters[step], state

    def rows(self, epoch: int, batch: int) -> NDArray[np.int64]:
        """The rows of X in that batch, in the order taken."""
        order = self.orders[epoch - 1]
        rows = np.arange(len(self.y)) if order is None else order
        return rows[batch * self.batch_size : (batch + 1) * self.batch_size]


def replay(X: ArrayLike, y: ArrayLike, settings: Settings, epochs: int | None = None) -> Replay:
    """The run of `train`, with the same rows in the same order, or the first `epochs` of it.

    Raises:
        ValueError: as for `train`.
    """
    features, labels = training_data(X, y, settings)
    start = starting_parameters(settings, features.shape[1])
    n_batches = steps_per_epoch(settings, len(labels))
    epochs = settings.epochs if epochs is None else epochs
    with np.errstate(all="ignore"):
        loss = expand(features, labels, start) if is_quadratic(settings) else None
        gradients, _ = gradient_stream(features, labels, settings, loss)
        walk = islice(steps(start, gradients, settings), n_batches * epochs)
        parameters, states = zip(*walk, strict=True)
    # Stacked they take a tenth of the memory: 20 000 steps of adam take 1 MB.
    stacked = type(states[0])(*(read_only(np.array(moments)) for moments in zip(*states, strict=True)))
    orders = tuple(islice(row_orders(settings, len(labels)), epochs))
    size = rows_per_step(settings, len(labels))
    return Replay(features, labels, settings, size, n_batches, read_only(np.array(parameters)), stacked, orders)
