"""Yes or no: the loss of a sigmoid neuron as a function of its parameters, from all rows or from a few of them."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from playground.learning.arrays import Array
from playground.learning.nodes import Condensed
from playground.learning.nodes_of_two import CondensedPair
from playground.learning.odds import Counted
from playground.learning.settings import Settings

MOST_AS_THEY_ARE = 5000
"""Rows that are looked at one by one also where a few would do."""


def is_logistic(settings: Settings) -> bool:
    """Whether the loss is the binary cross-entropy of a sigmoid neuron."""
    return settings.activation == "sigmoid" and settings.loss == "binary_crossentropy"


def are_yes_or_no(y: Array) -> bool:
    """Whether all labels are 0 or 1."""
    return bool(((y == 0.0) | (y == 1.0)).all())


@dataclass(frozen=True, eq=False)
class Logistic:
    """The mean binary cross-entropy of a sigmoid neuron on these rows, as a function of its parameters.

    X: features, shape (n_samples, n_features), and y: labels, each 0 or 1, (n_samples,), both as `train` takes them.
    """

    X: Array
    y: Array

    def at(self, parameters: Array) -> tuple[float, Array]:
        """The loss and its gradient at (w, b), shape (n_features + 1,)."""
        loss, gradient = self._rows.at(parameters)
        return loss / len(self.y), gradient / float(len(self.y))

    def losses(self, parameters: Array) -> Array:
        """The loss at each row of parameters, (k, n_features + 1) -> (k,)."""
        return np.array([self.at(each)[0] for each in parameters])

    @cached_property
    def _rows(self) -> "Counted | Condensed | CondensedPair":
        return self._few or Counted.of(self.X, self.y)

    @property
    def _few(self) -> "Condensed | CondensedPair | None":
        n_samples, n_features = self.X.shape
        if n_samples <= MOST_AS_THEY_ARE or n_features > 2:
            return None
        return Condensed.of(self.X[:, 0], self.y) if n_features == 1 else CondensedPair.of(self.X, self.y)
