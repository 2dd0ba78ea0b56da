"""Layers of neurons: each neuron sees all outputs of the layer before. A single neuron is one layer of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from playground.learning.arrays import Array, Flags, as_features, as_numbers, as_whole
from playground.learning.neuron import ACTIVATIONS


@dataclass(frozen=True)
class Layer:
    """Neurons side by side, with inputs and activation in common: Keras's `Dense(units, activation)`.

    Raises:
        ValueError: units is no whole number from 1, or the activation is not in ACTIVATIONS.
    """

    units: int
    activation: str = "linear"

    def __post_init__(self) -> None:
        if as_whole("units", self.units) < 1:
            raise ValueError(f"units must be at least 1, got {self.units!r}")
        if not isinstance(self.activation, str) or self.activation not in ACTIVATIONS:
            raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}, got {self.activation!r}")


class Parameters(NamedTuple):
    """The numbers of one layer. weights: (..., n_inputs, units); bias: (..., units)."""

    weights: Array
    bias: Array


@dataclass(frozen=True)
class Network:
    """Layers one after the other; the last one has a single neuron, whose output is the prediction.

    Raises:
        ValueError: there is no layer, or the last one has several neurons.
    """

    layers: tuple[Layer, ...]

    def __post_init__(self) -> None:
        if not self.layers or self.layers[-1].units != 1:
            raise ValueError(f"layers must end in one of a single neuron, got {self.layers!r}")

    def shapes(self, n_features: int) -> list[tuple[int, int]]:
        """For each layer (n_inputs, units): fan_in and fan_out of its weights."""
        units = [layer.units for layer in self.layers]
        return list(zip([n_features, *units[:-1]], units, strict=True))

    def flat(self, layers: Sequence[tuple[ArrayLike, ArrayLike]], n_features: int) -> Array:
        """The numbers of all layers in one vector: weights row by row and then the bias, layer by layer.

        Raises:
            ValueError: there is not one pair of weights and bias for each layer, or one has not its shape.
        """
        shapes = self.shapes(n_features)
        if len(layers) != len(shapes):
            raise ValueError(f"layers must have weights and bias for each of {len(shapes)} layers, got {len(layers)}")
        parts = []
        for (weights, bias), (n_inputs, units) in zip(layers, shapes, strict=True):
            kernel = as_numbers("weights", weights, f"({n_inputs}, {units})", ndim=2)
            offset = as_numbers("bias", bias, f"({units},)", ndim=1)
            if kernel.shape != (n_inputs, units) or offset.shape != (units,):
                shape = f"({n_inputs}, {units}) and ({units},)"
                raise ValueError(f"weights and bias must have shape {shape}, got {kernel.shape} and {offset.shape}")
            parts += [kernel.ravel(), offset]
        return np.concatenate(parts)

    def split(self, parameters: Array, n_features: int) -> list[Parameters]:
        """The layers of a vector as `flat` makes it, or of many, shape (..., n_parameters); views of it."""
        found, first = [], 0
        for n_inputs, units in self.shapes(n_features):
            middle, end = first + n_inputs * units, first + (n_inputs + 1) * units
            weights = parameters[..., first:middle].reshape(*parameters.shape[:-1], n_inputs, units)
            found.append(Parameters(weights, parameters[..., middle:end]))
            first = end
        return found

    def are_weights(self, n_features: int) -> Flags:
        """Which numbers of such a vector are weights; the others are biases."""
        parts = [np.repeat([True, False], [n_inputs * units, units]) for n_inputs, units in self.shapes(n_features)]
        return np.concatenate(parts)

    def outputs(self, X: Array, parameters: Array) -> list[Array]:
        """What each layer makes of the one before: X itself, then a(h W + b) of each, shape (..., n_samples, units)."""
        found = [X]
        for layer, (weights, bias) in zip(self.layers, self.split(parameters, X.shape[-1]), strict=True):
            sums = found[-1] @ weights + bias[..., None, :]
            found.append(ACTIVATIONS[layer.activation].output(sums))
        return found

    def predict(self, X: ArrayLike, layers: Sequence[tuple[ArrayLike, ArrayLike]]) -> Array:
        """The predictions with these weights and biases, a pair for each layer, shape (n_samples,).

        Raises:
            ValueError: X is not a feature matrix; layers as in `flat`.
        """
        features = as_features(X)
        with np.errstate(all="ignore"):
            return self.outputs(features, self.flat(layers, features.shape[1]))[-1][..., 0]
