"""The same rows raw and standardised: how large a rate may be, and how long gradient descent takes."""

from dataclasses import dataclass

import numpy as np

from playground.learning.analysis import condition_number, least_squares
from playground.learning.arrays import Array
from playground.learning.condensing import condensed
from playground.learning.memory import Memory
from playground.learning.run import Run, run
from playground.learning.scaling import Standardizer
from playground.learning.settings import Settings
from playground.learning.stability import learning_rate_limit
from playground.learning.training import train

MOST_EPOCHS = 10_000
NEARLY = 0.01
"""How much above the lowest loss counts as there, as a part of it; of the variance of y where the lowest is 0."""


@dataclass(frozen=True)
class Difficulty:
    """How hard rows are for sgd on all of them, with squared error.

    limit: of the rate. condition: the largest curvature over the smallest. epochs: with half the limit, from weights
    and bias 0, until the loss is within 1 % of the lowest; None if MOST_EPOCHS are not enough.
    """

    limit: float
    condition: float
    epochs: int | None


@dataclass(frozen=True)
class Scaling:
    """Both kinds of units."""

    raw: Difficulty
    standardised: Difficulty


def scaling_of(X: Array, y: Array) -> Scaling:
    """The difficulty of these rows, X of shape (n_samples, n_features), as measured and standardised."""
    standardizer = Standardizer.fit(X, y)
    return Scaling(_difficulty(X, y), _difficulty(standardizer.transform_X(X), standardizer.transform_y(y)))


def _difficulty(X: Array, y: Array) -> Difficulty:
    condition, limit = condition_number(X), learning_rate_limit(X, Settings())
    assert limit is not None  # sgd on all rows, with squared error
    X, y = condensed(X, y)
    start = (0.0,) * X.shape[1]
    loss = train(X, y, Settings(learning_rate=limit / 2, epochs=MOST_EPOCHS, initial_weights=start)).loss
    lowest = least_squares(X, y).loss
    near = np.flatnonzero(loss - lowest <= NEARLY * (lowest or float(y.var())))
    return Difficulty(limit, condition, int(near[0]) if len(near) else None)


SHOWN = 100
"""Epochs that are walked through: by then standardised rows are there."""
ROOM = 0.35
"""Around the way and the optimum, as a part of how far they reach."""
FLAT = 0.6
"""How high a round bowl reaches, as a part of how wide: the picture is as much wider than it is high."""
Ends = tuple[float, float]


@dataclass(frozen=True, eq=False)
class Bowl:
    """A run in a bowl over weight and bias, from 0 and 0, with half the limit. weights, biases: how far it reaches."""

    run: Run
    weights: Ends
    biases: Ends


def bowls(X: Array, y: Array, scaling: Scaling, memory: Memory | None) -> tuple[Bowl, Bowl]:
    """The bowls of one feature as measured and standardised. X, y: as in `scaling_of`; memory: as in `Task`."""
    raw, standardised = (
        run(X, y, Settings(learning_rate=each.limit / 2, epochs=SHOWN, initial_weights=(0.0,)), standardise, memory)
        for each, standardise in ((scaling.raw, False), (scaling.standardised, True))
    )
    weights = _reach(standardised.history.weights[:, 0], float(standardised.best.weights[0]))
    high = FLAT * (weights[1] - weights[0]) / 2
    of_raw = _reach(raw.history.weights[:, 0], float(raw.best.weights[0])), _reach(raw.history.bias, raw.best.bias)
    return Bowl(raw, *of_raw), Bowl(standardised, weights, (-high, high))


def _reach(way: Array, best: float) -> Ends:
    """From the start to the optimum, and as far as the way goes in between."""
    low, high = min(float(way.min()), best), max(float(way.max()), best)
    room = ROOM * ((high - low) or 1.0)
    return low - room, high + room
