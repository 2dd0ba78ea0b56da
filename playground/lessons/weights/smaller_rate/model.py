"""Relu neurons that fall silent on the way, at a learning rate and at one a hundred times smaller."""

from dataclasses import dataclass

import numpy as np

from playground.learning.arrays import Array, Flags, read_only
from playground.learning.batches import mean_losses
from playground.learning.settings import Settings
from playground.learning.surface import falls
from playground.lessons.weights.hundred_starts.model import NEAR, hundred_starts

RATE, TIMES = 0.1, 100
"""The larger rate, and how many times smaller the other one is; it is given as many times the epochs."""
PLACES = 60
"""Places along the way that are kept, beside the start: epochs of the larger rate."""
INITIALIZER, SEED = "glorot_uniform", 0
"""A hundred starts, their biases drawn too: the same as in "a hundred starts"."""


@dataclass(frozen=True, eq=False)
class Falling:
    """A hundred relu neurons along their way at one rate. Arrays are read-only; row 0 is the start.

    Attributes:
        every: epochs from one place to the next.
        paths: weight and bias at each place, shape (PLACES + 1, 100, 2).
        live: how many rows have a sum above 0, which is where a relu neuron answers, shape (PLACES + 1, 100).
        learned: whether the loss is at most NEAR above the lowest that one of them has reached, of the same shape.
    """

    every: int
    paths: Array
    live: Array
    learned: Flags

    @property
    def fall_silent(self) -> list[int]:
        """Which of them have live rows at the start and none at the end, from 0."""
        found: list[int] = np.flatnonzero((self.live[0] > 0) & (self.live[-1] == 0)).tolist()
        return found

    @property
    def learn(self) -> list[int]:
        """Which of them have learned at the end, from 0."""
        found: list[int] = np.flatnonzero(self.learned[-1]).tolist()
        return found


def falling(X: Array, y: Array, slow: bool) -> Falling:
    """Train a hundred relu neurons with one input at RATE, or at a rate TIMES smaller for TIMES as many epochs."""
    every = TIMES if slow else 1
    settings = Settings(activation="relu", learning_rate=RATE / every, epochs=PLACES * every)
    paths = falls(X, y, settings, hundred_starts(INITIALIZER, SEED, draw_bias=True))[::every].copy()
    live = np.array([np.count_nonzero(live_rows(X, at), axis=-1) for at in paths], dtype=np.float64)  # all: 30 MB
    losses = mean_losses(X, y, settings, paths.reshape(-1, 2)).reshape(paths.shape[:2])
    learned = losses <= losses[-1].min() + NEAR
    return Falling(every, read_only(paths), read_only(live), read_only(learned))


def live_rows(X: Array, places: Array) -> Flags:
    """At which rows weight x + bias is above 0: X of shape (n_samples, 1), places (..., 2) -> (..., n_samples)."""
    live: Flags = places[..., :1] * X[:, 0] + places[..., 1:] > 0.0
    return live
