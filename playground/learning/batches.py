"""Rows of data, a batch at a time: gradients and losses for any loss and activation.

Rows are taken in blocks with a 1 appended, Z = (X, 1), so that a neuron's sum is Z . (w, b). A
block is small enough for the processor's cache, whatever the size of the data.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, count, repeat

import numpy as np
from numpy.typing import NDArray

from playground.learning.arrays import Array
from playground.learning.losses import LOSSES
from playground.learning.neuron import ACTIVATIONS
from playground.learning.quadratic import is_quadratic
from playground.learning.settings import Settings
from playground.learning.streams import stream

BLOCK = 4096  # rows; 300 kB with 8 features
FEW = 16  # parameters; up to here the calls of NumPy cost more than what they compute

Gradient = Callable[[Array], Array]
Slope = Callable[[Array, Array], Array]
Order = NDArray[np.int64] | None  # of the rows; None: as they come
Block = tuple[Array, Array]


def rows_per_step(settings: Settings, n_samples: int) -> int:
    """The batch size in force: what the settings say, but no more rows than there are."""
    return min(settings.batch_size or n_samples, n_samples)


def takes_all_rows(settings: Settings, n_samples: int) -> bool:
    """Whether each step does."""
    return rows_per_step(settings, n_samples) == n_samples


def steps_per_epoch(settings: Settings, n_samples: int) -> int:
    """How many batches the rows make; the last one may be smaller."""
    return -(-n_samples // rows_per_step(settings, n_samples))


def row_slope(settings: Settings) -> Slope:
    """dL/dsum of each row, from its sum and its label: dL/dprediction times da/dsum."""
    loss, activation = LOSSES[settings.loss], ACTIVATIONS[settings.activation]
    if settings.activation == "linear":
        return loss.slope

    def slope(sums: Array, labels: Array) -> Array:
        outputs = activation.output(sums)
        return loss.slope(outputs, labels) * activation.derivative(outputs)

    return slope


def row_orders(settings: Settings, n_samples: int) -> Iterator[Order]:
    """The order of the rows in epoch 1, 2, and so on without end."""
    shuffled = settings.shuffle and rows_per_step(settings, n_samples) < n_samples
    rng = stream(settings.seed, "shuffle")
    return (rng.permutation(n_samples) if shuffled else None for _ in count())


def batch_gradients(X: Array, y: Array, settings: Settings) -> Iterator[Gradient]:
    """The gradients of the mean loss of one batch after another, without end.

    Each is a function of the parameters, shape (n_features + 1,) or (k, n_features + 1) for k
    neurons side by side: Z' slope / m, with m the rows of its batch.
    """
    slope = row_slope(settings)
    size = rows_per_step(settings, len(y))
    orders = row_orders(settings, len(y))
    if size > BLOCK:
        for order in orders:
            for first in range(0, len(y), size):
                rows = range(first, min(first + size, len(y)), BLOCK)
                yield partial(_large_gradient, slope, X, y, order, rows)
    small_matrices = X.shape[1] + 1 < max(size, FEW)
    kind = _quadratic_gradients if is_quadratic(settings) and small_matrices else partial(_row_gradients, slope)
    epochs: Iterator[Iterable[Gradient]] = (
        chain.from_iterable(kind(Z, labels, size) for Z, labels in _whole_batches(X, y, size, order))
        for order in orders
    )
    if len(y) <= BLOCK and (size == len(y) or not settings.shuffle):
        epochs = repeat(list(next(epochs)))
    yield from chain.from_iterable(epochs)


def mean_losses(X: Array, y: Array, settings: Settings, parameters: Array) -> Array:
    """The mean loss over all rows for each row of parameters, (k, n_features + 1) -> (k,)."""
    loss, activation = LOSSES[settings.loss], ACTIVATIONS[settings.activation]
    totals = np.zeros(len(parameters))
    rows = max(1, 64 * BLOCK // len(parameters))
    for Z, labels in _blocks(X, y, None, range(0, len(y), rows)):
        predictions = activation.output(parameters @ Z.T)
        totals += loss.value(predictions, labels).sum(axis=1)
    return totals / len(y)


def _row_gradients(slope: Slope, Z: Array, labels: Array, size: int) -> Iterator[Gradient]:
    """The gradients of the batches of a block, from their rows."""
    for first in range(0, len(labels), size):
        yield partial(_gradient, slope, Z[first : first + size], labels[first : first + size])


def _quadratic_gradients(Z: Array, labels: Array, size: int) -> Iterator[Gradient]:
    """The same for squared error: 2 Z'Z / m p + 2 Z'(-y) / m, found for all batches of the block at once.

    A step is then one product with a small matrix, whatever the rows of its batch.
    """
    whole = len(labels) // size
    rows, of_rows = Z[: whole * size].reshape(whole, size, Z.shape[1]), labels[: whole * size].reshape(whole, size, 1)
    columns = rows.transpose(0, 2, 1)
    yield from map(
        partial, repeat(affine_gradient), columns @ rows * (2.0 / size), (columns @ of_rows)[:, :, 0] * (-2.0 / size)
    )
    if left := len(labels) - whole * size:
        Z, labels = Z[-left:], labels[-left:]
        yield partial(affine_gradient, Z.T @ Z * (2.0 / left), labels @ Z * (-2.0 / left))


def affine_gradient(hessian: Array, at_zero: Array, parameters: Array) -> Array:
    """The gradient of a quadratic loss; its parameters' shapes as in `batch_gradients`."""
    gradient: Array = parameters.dot(hessian) + at_zero
    return gradient


def _gradient(slope: Slope, Z: Array, labels: Array, parameters: Array) -> Array:
    gradient: Array = slope(parameters.dot(Z.T), labels).dot(Z) / float(len(labels))
    return gradient


def _large_gradient(slope: Slope, X: Array, y: Array, order: Order, rows: range, parameters: Array) -> Array:
    total = np.zeros_like(parameters)
    for Z, labels in _blocks(X, y, order, rows):
        total += slope(parameters.dot(Z.T), labels).dot(Z)
    return total / (rows.stop - rows.start)


def _whole_batches(X: Array, y: Array, size: int, order: Order) -> Iterator[Block]:
    """The rows of one epoch in blocks of whole batches; only the last may end in a smaller one."""
    return _blocks(X, y, order, range(0, len(y), BLOCK // size * size))


def _blocks(X: Array, y: Array, order: Order, starts: range) -> Iterator[Block]:
    """Rows with a 1 appended, and their labels."""
    for first in starts:
        rows = slice(first, min(first + starts.step, starts.stop))
        labels = y[rows] if order is None else y.take(order[rows])
        Z = np.ones((len(labels), X.shape[1] + 1))
        Z[:, :-1] = X[rows] if order is None else X.take(order[rows], axis=0)
        yield Z, labels
