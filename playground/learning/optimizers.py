"""Optimizers: from a gradient to a step. Update rules and defaults as in Keras 3 (`keras/src/optimizers/`).

An optimizer is a frozen value with two pure functions. `init(parameters)` gives the state before the first step;
`update(gradient, state)` gives the step to add to the parameters and the next state, a NamedTuple of moments that a
figure can draw, or (). All arrays have the shape of the parameters; g is the gradient of one batch. Weight decay is the
training loop's: before each step it takes rate * weight_decay of each parameter.
"""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, Protocol

import numpy as np

from playground.learning.arrays import Array


class Optimizer(Protocol):
    """What every optimizer offers."""

    @property
    def learning_rate(self) -> float:
        """How far a step goes."""

    @property
    def weight_decay(self) -> float:
        """Share of every parameter, the bias too, that a step takes away, in units of the rate."""

    def init(self, parameters: Array) -> Any:
        """The state before the first step."""

    def update(self, gradient: Array, state: Any) -> tuple[Array, Any]:
        """The step to add to the parameters, and the next state."""


class Velocity(NamedTuple):
    """velocity: the decaying sum of past steps."""

    velocity: Array


@dataclass(frozen=True)
class SGD:
    """Gradient descent: step = -rate g.

    With momentum v = momentum v - rate g, step = v; nesterov looks ahead: step = momentum v - rate g.
    """

    learning_rate: float = 0.01
    momentum: float = 0.0
    nesterov: bool = False
    weight_decay: float = 0.0

    def init(self, parameters: Array) -> Velocity | tuple[()]:
        return Velocity(np.zeros_like(parameters)) if self.momentum else ()

    def update(self, gradient: Array, state: Velocity | tuple[()]) -> tuple[Array, Velocity | tuple[()]]:
        downhill = -self.learning_rate * gradient
        if not isinstance(state, Velocity):
            return downhill, state
        velocity = self.momentum * state.velocity + downhill
        step = self.momentum * velocity + downhill if self.nesterov else velocity
        return step, Velocity(velocity)


class MeanSquareVelocity(NamedTuple):
    """mean_square: running mean of g^2; velocity: decaying sum of past steps, with momentum."""

    mean_square: Array
    velocity: Array


@dataclass(frozen=True)
class RMSprop:
    """v = rho v + (1 - rho) g^2; step = -rate g / sqrt(v + epsilon), gathered up with momentum."""

    learning_rate: float = 0.001
    rho: float = 0.9
    momentum: float = 0.0
    epsilon: float = 1e-7
    weight_decay: float = 0.0

    def init(self, parameters: Array) -> MeanSquareVelocity:
        return MeanSquareVelocity(np.zeros_like(parameters), np.zeros_like(parameters))

    def update(self, gradient: Array, state: MeanSquareVelocity) -> tuple[Array, MeanSquareVelocity]:
        mean_square = self.rho * state.mean_square + (1.0 - self.rho) * (gradient * gradient)
        step = -self.learning_rate * gradient / np.sqrt(mean_square + self.epsilon)
        velocity = self.momentum * state.velocity + step if self.momentum else step
        return velocity, MeanSquareVelocity(mean_square, velocity)


class SquareSum(NamedTuple):
    """square_sum: the sum of all g^2 so far."""

    square_sum: Array


@dataclass(frozen=True)
class Adagrad:
    """v = v + g^2, starting at 0.1; step = -rate g / sqrt(v + epsilon)."""

    learning_rate: float = 0.001
    epsilon: float = 1e-7
    weight_decay: float = 0.0

    def init(self, parameters: Array) -> SquareSum:
        return SquareSum(np.full_like(parameters, 0.1))

    def update(self, gradient: Array, state: SquareSum) -> tuple[Array, SquareSum]:
        square_sum = state.square_sum + gradient * gradient
        return -self.learning_rate * gradient / np.sqrt(square_sum + self.epsilon), SquareSum(square_sum)


class Moments(NamedTuple):
    """mean and mean_square: running means of g and g^2; steps: how many so far."""

    mean: Array
    mean_square: Array
    steps: int


@dataclass(frozen=True)
class Adam:
    """m = m + (1 - beta_1) (g - m); v = v + (1 - beta_2) (g^2 - v); t counts the steps from 1;
    step = -rate sqrt(1 - beta_2^t) / (1 - beta_1^t) m / (sqrt(v) + epsilon).

    Source: Kingma and Ba 2015, the variant before section 2.1, where epsilon is outside the root.
    """

    learning_rate: float = 0.001
    beta_1: float = 0.9
    beta_2: float = 0.999
    epsilon: float = 1e-7
    weight_decay: float = 0.0

    def init(self, parameters: Array) -> Moments:
        return Moments(np.zeros_like(parameters), np.zeros_like(parameters), 0)

    def update(self, gradient: Array, state: Moments) -> tuple[Array, Moments]:
        steps = state.steps + 1
        new, new_square, epsilon = self._numbers
        mean = state.mean + new * (gradient - state.mean)
        square = state.mean_square + new_square * (gradient * gradient - state.mean_square)
        rate = self.learning_rate * self.correction(steps)
        return -rate * mean / (np.sqrt(square) + epsilon), Moments(mean, square, steps)

    def correction(self, steps: int) -> float:
        """sqrt(1 - beta_2^t) / (1 - beta_1^t): it makes up for means that started at 0; near 1 after many steps."""
        return math.sqrt(1.0 - self.beta_2**steps) / (1.0 - self.beta_1**steps)

    @cached_property
    def _numbers(self) -> tuple[Array, Array, Array]:
        """1 - beta_1, 1 - beta_2 and epsilon as arrays: for a few parameters NumPy is faster with those."""
        return np.array(1.0 - self.beta_1), np.array(1.0 - self.beta_2), np.array(self.epsilon)


@dataclass(frozen=True)
class AdamW(Adam):
    """Adam with weight decay. Source: Loshchilov and Hutter 2019."""

    weight_decay: float = 0.004


class Mean(NamedTuple):
    """mean: running mean of g."""

    mean: Array


@dataclass(frozen=True)
class Lion:
    """step = -rate sign(beta_1 m + (1 - beta_1) g); then m = beta_2 m + (1 - beta_2) g.

    Source: Chen et al. 2023, "Symbolic Discovery of Optimization Algorithms".
    """

    learning_rate: float = 0.001
    beta_1: float = 0.9
    beta_2: float = 0.99
    weight_decay: float = 0.0

    def init(self, parameters: Array) -> Mean:
        return Mean(np.zeros_like(parameters))

    def update(self, gradient: Array, state: Mean) -> tuple[Array, Mean]:
        direction = np.sign(self.beta_1 * state.mean + (1.0 - self.beta_1) * gradient)
        return -self.learning_rate * direction, Mean(self.beta_2 * state.mean + (1.0 - self.beta_2) * gradient)


OPTIMIZERS: dict[str, type[SGD] | type[RMSprop] | type[Adagrad] | type[Adam] | type[Lion]] = {
    "sgd": SGD,
    "rmsprop": RMSprop,
    "adagrad": Adagrad,
    "adam": Adam,
    "adamw": AdamW,
    "lion": Lion,
}
