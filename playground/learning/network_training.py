"""Training a network: data, a `Network` and `Settings` in, its history out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import ArrayLike

from playground.learning.arrays import Array, read_only
from playground.learning.batches import BLOCK, Gradient, row_orders, rows_per_step, steps_per_epoch
from playground.learning.descent import every, steps
from playground.learning.initializers import draw
from playground.learning.losses import LOSSES
from playground.learning.network import Network, Parameters
from playground.learning.neuron import ACTIVATIONS
from playground.learning.settings import Settings
from playground.learning.streams import stream
from playground.learning.training import training_data

Start = Sequence[tuple[ArrayLike, ArrayLike]]
"""Weights, shape (n_inputs, units), and bias, shape (units,), of each layer."""


@dataclass(frozen=True, eq=False)
class NetworkHistory:
    """What happened in a training run. Arrays are read-only; row 0 is the start.

    Attributes:
        layers: weights, shape (epochs + 1, n_inputs, units), and bias, shape (epochs + 1, units), of each layer.
        loss: over all the data after each epoch, without penalties, (epochs + 1,).
        diverged: whether the run left the range of numbers; the arrays then end at the last epoch
            in which all is finite.
    """

    layers: tuple[Parameters, ...]
    loss: Array
    diverged: bool

    @property
    def epochs(self) -> int:
        """How many epochs were finished with finite numbers."""
        return len(self.loss) - 1


def train_network(
    X: ArrayLike, y: ArrayLike, network: Network, settings: Settings, start: Start | None = None
) -> NetworkHistory:
    """Train a network as `train` does a neuron: a network of one neuron takes the same way.

    Args:
        X: features, shape (n_samples, n_features).
        y: labels, shape (n_samples,).
        network: its layers, each with an activation of its own; that of the settings is not used.
        settings: what to do. initial_weights and initial_bias are of a single neuron.
        start: weights and bias of each layer; drawn by the settings' initializer, layer by layer
            from one stream, with every bias at 0, if not given. Without a bias its numbers count as 0.

    Raises:
        ValueError: X or y as in `train`; the settings hold a neuron's start; start has not the
            network's shape; the loss at the start is not finite.
    """
    features, labels = training_data(X, y, settings)
    if settings.initial_weights is not None or settings.initial_bias:
        raise ValueError("initial_weights and initial_bias are of a single neuron: give a network its start")
    n_features = features.shape[1]
    are_weights = network.are_weights(n_features)
    given = network.flat(random_layers(network, n_features, settings) if start is None else start, n_features)
    first = given if settings.use_bias else np.where(are_weights, given, 0.0)
    gradients = network_gradients(features, labels, network, settings)
    stride = steps_per_epoch(settings, len(labels))
    with np.errstate(all="ignore"):
        path = every(steps(first, gradients, settings, are_weights), stride, settings.epochs)
        losses = network_losses(features, labels, network, settings, path)
    return _history(path, losses, network, n_features)


def random_layers(network: Network, n_features: int, settings: Settings) -> list[Parameters]:
    """The start that the settings' initializer and seed draw: Keras's Dense layers, every bias at 0."""
    rng = stream(settings.seed, "weights")
    return [
        Parameters(draw(settings.initializer, n_inputs, units, rng), np.zeros(units))
        for n_inputs, units in network.shapes(n_features)
    ]


def network_gradients(X: Array, y: Array, network: Network, settings: Settings) -> Iterator[Gradient]:
    """The gradients of the mean loss of one batch after another, without end, as functions of the flat parameters."""
    size = rows_per_step(settings, len(y))
    for order in row_orders(settings, len(y)):
        rows, labels = (X, y) if order is None else (X[order], y[order])
        for first in range(0, len(y), size):
            batch = slice(first, first + size)
            yield partial(_gradient, rows[batch], labels[batch], network, settings)


def network_losses(X: Array, y: Array, network: Network, settings: Settings, path: Array) -> Array:
    """The mean loss over all rows for each row of flat parameters, (k, n_parameters) -> (k,)."""
    value, totals = LOSSES[settings.loss].value, np.zeros(len(path))
    rows = max(1, 64 * BLOCK // (len(path) * max(layer.units for layer in network.layers)))
    for first in range(0, len(y), rows):
        block = slice(first, first + rows)
        totals += value(network.outputs(X[block], path)[-1][..., 0], y[block]).sum(axis=-1)
    return totals / len(y)


def _gradient(X: Array, y: Array, network: Network, settings: Settings, parameters: Array) -> Array:
    blocks = range(0, len(y), BLOCK)
    parts = (_summed(X[i : i + BLOCK], y[i : i + BLOCK], network, settings, parameters) for i in blocks)
    total: Array = sum(parts, start=np.zeros_like(parameters))
    return total / len(y)


def _summed(X: Array, y: Array, network: Network, settings: Settings, parameters: Array) -> Array:
    """The gradient of the summed loss of some rows, by the chain rule from the last layer to the first.

    dL/dsum = dL/doutput da/dsum; of a layer's weights the gradient is inputs' dL/dsum, of its bias the sum over the
    rows; and the layer before has dL/doutput = dL/dsum weights'.
    """
    outputs = network.outputs(X, parameters)
    layers = network.split(parameters, X.shape[1])
    slope = LOSSES[settings.loss].slope(outputs[-1], y[:, None])
    found: list[Array] = []
    for i in reversed(range(len(layers))):
        slope = slope * ACTIVATIONS[network.layers[i].activation].derivative(outputs[i + 1])
        # Added up row by row, equal neurons of a layer have equal gradients to the last bit.
        of_weights = (outputs[i][:, :, None] * slope[:, None, :]).sum(axis=0)
        found = [of_weights.ravel(), slope.sum(axis=0), *found]
        slope = slope @ layers[i].weights.T
    return np.concatenate(found)


def _history(path: Array, losses: Array, network: Network, n_features: int) -> NetworkHistory:
    finite = np.isfinite(path).all(axis=1) & np.isfinite(losses)
    kept = len(finite) if finite.all() else int(finite.argmin())
    if kept == 0:
        raise ValueError(f"start must give a finite loss, got {losses[0]:g}")
    layers = network.split(path[:kept], n_features)
    frozen = (Parameters(read_only(weights), read_only(bias)) for weights, bias in layers)
    return NetworkHistory(tuple(frozen), read_only(losses[:kept]), diverged=kept < len(finite))
