"""When the weights change: once for each batch, while the rows are read one after the other."""

from dataclasses import dataclass, replace

import numpy as np

from playground.learning.arrays import Array, read_only
from playground.learning.batches import mean_losses, rows_per_step, steps_per_epoch
from playground.learning.descent import every, steps
from playground.learning.settings import Settings
from playground.learning.training import gradient_stream, starting_parameters, training_data

TARGET = 11
"""So many changes an epoch the mission asks for: penguins with Keras's default batch size, 342 / 32 and the rest."""


@dataclass(frozen=True, eq=False)
class Changes:
    """A run, change by change. Arrays are read-only.

    Attributes:
        n_samples, batch_size: rows of the data, and of a batch; the last batch of an epoch may be smaller.
        weights: of a neuron with one feature after each change, shape (epochs * per_epoch + 1,).
        printed: what Keras prints for each epoch: the mean over its rows of their batch's loss, each taken just
            before that batch's change, shape (epochs,).
        reached: the loss over all rows after each epoch, of the same shape.
    """

    n_samples: int
    batch_size: int
    weights: Array
    printed: Array
    reached: Array

    @property
    def per_epoch(self) -> int:
        """Changes in an epoch."""
        return changes_in(self.n_samples, self.batch_size)

    @property
    def after_each_epoch(self) -> bool:
        """Whether the weights change after each epoch and at no other time."""
        return self.per_epoch == 1

    def done(self, rows_read: int) -> int:
        """How often the weights have changed after so many rows, counted on from epoch to epoch."""
        epochs, rows = divmod(rows_read, self.n_samples)
        return epochs * self.per_epoch + rows // self.batch_size

    def rows_at(self) -> Array:
        """After how many rows each change comes, from 0 for the start, shape (epochs * per_epoch + 1,)."""
        of_epoch = np.minimum(self.batch_size * np.arange(1, self.per_epoch + 1), self.n_samples)
        starts = self.n_samples * np.arange(len(self.printed))
        return np.append(0, (starts[:, None] + of_epoch).ravel()).astype(np.float64)


def changes_in(n_samples: int, batch_size: int) -> int:
    """Changes in an epoch: one a batch, of which the last may be smaller."""
    return -(-n_samples // batch_size)


def changes(X: Array, y: Array, settings: Settings) -> Changes:
    """Train on one feature and keep every change; rows are taken in their order.

    Raises:
        ValueError: as in `train`.
    """
    features, labels = training_data(X, y, settings)
    in_order, n_samples = replace(settings, shuffle=False), len(labels)
    size, per_epoch = rows_per_step(settings, n_samples), steps_per_epoch(settings, n_samples)
    start = starting_parameters(settings, features.shape[1])
    gradients, _ = gradient_stream(features, labels, in_order, None)
    path = every(steps(start, gradients, in_order), 1, settings.epochs * per_epoch)
    totals = np.zeros(settings.epochs)
    for change, before in enumerate(path[:-1]):
        epoch, batch = divmod(change, per_epoch)
        rows = slice(batch * size, (batch + 1) * size)
        loss = mean_losses(features[rows], labels[rows], settings, before[None])[0]
        totals[epoch] += loss * len(labels[rows])
    reached = mean_losses(features, labels, settings, path[per_epoch::per_epoch])
    return Changes(n_samples, size, read_only(path[:, 0]), read_only(totals / n_samples), read_only(reached))
