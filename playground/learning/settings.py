"""Settings: every hyper-parameter of a training run, validated once."""

from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from playground.learning.arrays import as_number, as_whole
from playground.learning.initializers import INITIALIZERS
from playground.learning.losses import LOSSES
from playground.learning.neuron import ACTIVATIONS
from playground.learning.optimizers import OPTIMIZERS, Optimizer


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What to do in a training run. Names and defaults are Keras's where Keras has them.

    An optimizer's hyper-parameter left at None means Keras's default for that optimizer; one that
    the chosen optimizer does not have is ignored.

    Attributes:
        optimizer, loss, activation, initializer: names in OPTIMIZERS, LOSSES, ACTIVATIONS, INITIALIZERS.
        learning_rate, epsilon: above 0.
        momentum, rho, beta_1, beta_2: from 0 to below 1.
        nesterov: whether momentum looks ahead.
        weight_decay: share of each parameter taken away per step and unit of rate, from 0.
        use_bias: False holds the bias at 0.
        trainable_weights: False leaves the weights where they start (Keras: a frozen layer).
        l1, l2: penalty l1 sum |w| + l2 sum w^2, from 0.
        epochs: passes over the data, from 0.
        batch_size: rows in a step, from 1; None or more than there are rows: all of them.
        shuffle: whether batches are drawn anew in each epoch; without meaning for a full batch.
        seed: of the random start and of the shuffling, from 0.
        initial_weights: a start that overrides the initializer, one number a feature.
        initial_bias: the bias at the start.

    Raises:
        ValueError: a value breaks its rule; the message names field, rule and value.
    """

    optimizer: str = "sgd"
    learning_rate: float | None = None
    momentum: float | None = None
    nesterov: bool | None = None
    rho: float | None = None
    beta_1: float | None = None
    beta_2: float | None = None
    epsilon: float | None = None
    weight_decay: float | None = None
    loss: str = "mean_squared_error"
    activation: str = "linear"
    use_bias: bool = True
    trainable_weights: bool = True
    l1: float = 0.0
    l2: float = 0.0
    epochs: int = 50
    batch_size: int | None = None
    shuffle: bool = True
    initializer: str = "glorot_uniform"
    seed: int = 0
    initial_weights: tuple[float, ...] | None = None
    initial_bias: float = 0.0

    def __post_init__(self) -> None:
        for name, check in _CHECKS.items():
            value = getattr(self, name)
            if value is None and name in _OPTIONAL:
                continue
            object.__setattr__(self, name, check(name, value))

    @property
    def update_rule(self) -> Optimizer:
        """The optimizer with every hyper-parameter in force."""
        kind = OPTIMIZERS[self.optimizer]
        given = {field.name: getattr(self, field.name) for field in fields(kind)}
        return kind(**{name: value for name, value in given.items() if value is not None})

    @property
    def rate(self) -> float:
        """The learning rate in force."""
        return self.update_rule.learning_rate


def _at_least(kind: Any, least: int) -> Any:
    def check(name: str, value: Any) -> Any:
        checked = kind(name, value)
        if checked < least:
            raise ValueError(f"{name} must be at least {least}, got {value!r}")
        return checked

    return check


def _above_zero(name: str, value: Any) -> float:
    number = as_number(name, value)
    if number <= 0.0:
        raise ValueError(f"{name} must be above 0, got {value!r}")
    return number


def _fraction(name: str, value: Any) -> float:
    number = as_number(name, value)
    if not 0.0 <= number < 1.0:
        raise ValueError(f"{name} must be from 0 to below 1, got {value!r}")
    return number


def _flag(name: str, value: Any) -> bool:
    if not isinstance(value, (bool, np.bool_)):
        raise ValueError(f"{name} must be True or False, got {value!r}")
    return bool(value)


def _one_of(table: dict[str, Any]) -> Any:
    def check(name: str, value: Any) -> str:
        if not isinstance(value, str) or value not in table:
            raise ValueError(f"{name} must be one of {', '.join(table)}, got {value!r}")
        return value

    return check


def _numbers(name: str, value: Any) -> tuple[float, ...]:
    is_list = isinstance(value, (tuple, list)) or (isinstance(value, np.ndarray) and value.ndim == 1)
    if not is_list or len(value) == 0:
        raise ValueError(f"{name} must be a list of numbers, one a feature, got {value!r}")
    return tuple(as_number(name, number) for number in value)


_OPTIONAL = {
    "learning_rate", "momentum", "nesterov", "rho", "beta_1", "beta_2", "epsilon", "weight_decay",
    "batch_size", "initial_weights",
}  # fmt: skip

_CHECKS = {
    "optimizer": _one_of(OPTIMIZERS),
    "learning_rate": _above_zero,
    "momentum": _fraction,
    "nesterov": _flag,
    "rho": _fraction,
    "beta_1": _fraction,
    "beta_2": _fraction,
    "epsilon": _above_zero,
    "weight_decay": _at_least(as_number, 0),
    "loss": _one_of(LOSSES),
    "activation": _one_of(ACTIVATIONS),
    "use_bias": _flag,
    "trainable_weights": _flag,
    "l1": _at_least(as_number, 0),
    "l2": _at_least(as_number, 0),
    "epochs": _at_least(as_whole, 0),
    "batch_size": _at_least(as_whole, 1),
    "shuffle": _flag,
    "initializer": _one_of(INITIALIZERS),
    "seed": _at_least(as_whole, 0),
    "initial_weights": _numbers,
    "initial_bias": as_number,
}
