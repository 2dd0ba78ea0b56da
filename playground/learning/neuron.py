"""The neuron: a weighted sum of the features, a bias, and an activation."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from playground.learning.arrays import Array, as_features, as_floats, as_number


@dataclass(frozen=True)
class Activation:
    """What the neuron makes of its sum.

    Attributes:
        output: the activation a(s) for sums s of any shape.
        derivative: da/ds, given the output a (each of these can be had from it).
    """

    output: Callable[[Array], Array]
    derivative: Callable[[Array], Array]


def predict(X: ArrayLike, weights: ArrayLike, bias: float, activation: str = "linear") -> Array:
    """The neuron's predictions, a(X w + b), shape (n_samples,).

    Args:
        X: features, shape (n_samples, n_features).
        weights: one for each feature, shape (n_features,).
        bias: added to every sum.
        activation: a name in ACTIVATIONS.

    Raises:
        ValueError: X is not a feature matrix, or has not one column for each weight; the bias is
            not one finite number; the name is unknown.
    """
    features = as_features(X)
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}, got {activation!r}")
    w = as_floats("weights", weights, f"({features.shape[1]},), one a feature", ndim=1)
    if w.shape != (features.shape[1],):
        raise ValueError(f"weights must have shape ({features.shape[1]},), one a feature, got {w.shape}")
    offset = as_number("bias", bias)
    with np.errstate(all="ignore"):
        return ACTIVATIONS[activation].output(features @ w + offset)


def linear(sums: Array) -> Array:
    """a(s) = s."""
    return sums


def linear_derivative(outputs: Array) -> Array:
    """da/ds = 1."""
    return np.ones_like(outputs)


def sigmoid(sums: Array) -> Array:
    """a(s) = 1 / (1 + exp(-s)), between 0 and 1; exactly 0 below -709.8, where exp(-s) leaves the range of floats."""
    with np.errstate(over="ignore"):
        return 1.0 / (1.0 + np.exp(-sums))


def sigmoid_derivative(outputs: Array) -> Array:
    """da/ds = a (1 - a)."""
    return outputs * (1.0 - outputs)


def tanh(sums: Array) -> Array:
    """a(s) = tanh(s), between -1 and 1."""
    return np.tanh(sums)


def tanh_derivative(outputs: Array) -> Array:
    """da/ds = 1 - a^2."""
    return 1.0 - outputs * outputs


def relu(sums: Array) -> Array:
    """a(s) = max(s, 0)."""
    return np.maximum(sums, 0.0)


def relu_derivative(outputs: Array) -> Array:
    """da/ds = 1 where a > 0, else 0; at the kink 0, as in Keras."""
    return (outputs > 0.0).astype(np.float64)


ACTIVATIONS = {
    "linear": Activation(linear, linear_derivative),
    "sigmoid": Activation(sigmoid, sigmoid_derivative),
    "tanh": Activation(tanh, tanh_derivative),
    "relu": Activation(relu, relu_derivative),
}
