"""A hundred random starts of one neuron, trained side by side: where they end, and which of them cannot learn."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from playground.learning.analysis import least_squares
from playground.learning.arrays import Array, Flags, as_features, read_only
from playground.learning.batches import mean_losses
from playground.learning.initializers import draw
from playground.learning.quadratic import is_quadratic
from playground.learning.settings import Settings
from playground.learning.streams import stream
from playground.learning.surface import falls, loss_surface
from playground.learning.training import training_data

N_STARTS = 100
NEAR = 0.01
"""A loss that is at most so far above the lowest one counts as arrived."""
MANY = 60
"""So many of the starts are to arrive."""


@dataclass(frozen=True, eq=False)
class Fall:
    """What becomes of many starts (k of them). Arrays are read-only; row 0 is the start.

    Attributes:
        paths: (weight, bias) after each epoch, shape (epochs + 1, k, 2).
        silent: whether a relu neuron gives 0 for every row; its gradient is 0 then, and it stays where it is.
        arrived: whether the loss is within NEAR of the lowest. Both of shape (epochs + 1, k).
        lowest: weight and bias of the lowest loss reached; for a linear neuron those of least squares.
        lowest_loss: that loss.
    """

    paths: Array
    silent: Flags
    arrived: Flags
    lowest: tuple[float, float]
    lowest_loss: float

    @property
    def many_learn(self) -> bool:
        """Whether at least MANY of the starts have arrived at the end.

        What falls silent on the way is no matter of the rate: where its sums are above 0 the labels are below 0,
        which no output of relu reaches, and so every step goes down until no sum above 0 is left.
        """
        return self.counts(-1)[0] >= MANY

    def counts(self, epoch: int) -> tuple[int, int, int, int]:
        """How many starts after that epoch have arrived, are under way, fell silent, and were silent from the start."""
        stuck = self.silent[0]
        arrived = int(self.arrived[epoch].sum())
        fell_silent = int((self.silent[epoch] & ~stuck).sum())
        return arrived, self.silent.shape[1] - arrived - fell_silent - int(stuck.sum()), fell_silent, int(stuck.sum())


@dataclass(frozen=True, eq=False)
class Basin:
    """The loss over weight and bias. Arrays are read-only.

    Attributes:
        along: the values of the weight, and of the bias, shape (k,).
        typical_error: the root of the loss, whose rings are evenly apart in a round bowl, shape (k, k), a bias a row.
        silent_below: for each weight the bias at and below which a relu neuron is silent; None for other neurons.
    """

    along: Array
    typical_error: Array
    silent_below: Array | None


def hundred_starts(initializer: str, seed: int, draw_bias: bool) -> Array:
    """N_STARTS starts of a neuron with one input, (weight, bias) each, shape (N_STARTS, 2).

    Keras starts every bias at 0; with `draw_bias` it is drawn like the weight. The weights are the same in both cases.
    """
    rng = stream(seed, "weights")
    weights = draw(initializer, 1, 1, rng, (N_STARTS,))
    biases = draw(initializer, 1, 1, rng, (N_STARTS,)) if draw_bias else np.zeros(N_STARTS)
    return np.stack([weights, biases], axis=1)


def fall(X: ArrayLike, y: ArrayLike, settings: Settings, starts: ArrayLike) -> Fall:
    """Train one neuron with one input from each of the starts, shape (k, 2).

    Raises:
        ValueError: as in `falls`, or X has more than one column.
    """
    features, labels = training_data(X, y, settings)
    if features.shape[1] != 1:
        raise ValueError(f"X must have one column, got {features.shape[1]}")
    paths = falls(features, labels, settings, starts)
    losses = _losses(features, labels, settings, paths)
    silent = np.zeros(losses.shape, dtype=bool)
    if settings.activation == "relu":
        silent = paths[..., 1] <= silence(features, paths[..., 0])
    lowest, lowest_loss = _lowest(features, labels, settings, paths, losses)
    arrived = (losses <= lowest_loss + NEAR) & np.isfinite(lowest_loss) & ~silent
    return Fall(read_only(paths), read_only(silent), read_only(arrived), lowest, lowest_loss)


def silence(X: ArrayLike, weights: ArrayLike) -> Array:
    """For each weight the bias at and below which no row has a sum above 0: -max(w x). A relu neuron is silent there.

    X: features, shape (n_samples, 1). weights: of any shape, which is that of the result.
    """
    x = as_features(X)[:, 0]
    w = np.asarray(weights, dtype=np.float64)
    largest: Array = np.maximum(w * x.min(), w * x.max())
    return -largest


def basin(X: ArrayLike, y: ArrayLike, settings: Settings, end: float, resolution: int = 49) -> Basin:
    """The landscape in which the starts fall, from -end to end along both axes."""
    along = np.linspace(-end, end, resolution)
    typical = np.sqrt(loss_surface(X, y, settings, along, along))
    edge = read_only(silence(X, along)) if settings.activation == "relu" else None
    return Basin(read_only(along), read_only(typical), edge)


def _losses(X: Array, y: Array, settings: Settings, paths: Array) -> Array:
    with np.errstate(all="ignore"):  # a path that diverges
        losses = mean_losses(X, y, settings, paths.reshape(-1, 2)).reshape(paths.shape[:2])
    return np.where(np.isfinite(losses), losses, np.inf)


def _lowest(X: Array, y: Array, settings: Settings, paths: Array, losses: Array) -> tuple[tuple[float, float], float]:
    if is_quadratic(settings):
        best = least_squares(X, y)
        return (float(best.weights[0]), float(best.bias)), float(best.loss)
    i = int(np.argmin(losses[-1]))
    return (float(paths[-1, i, 0]), float(paths[-1, i, 1])), float(losses[-1, i])
