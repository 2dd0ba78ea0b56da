"""How many rows a neuron answers rightly, and how many wrongly, with yes or no."""

from dataclasses import dataclass

import numpy as np

from playground.learning.arrays import Array

THRESHOLD = 0.5
"""An output above it says yes."""


@dataclass(frozen=True)
class Answers:
    """The four counts."""

    right_yes: int
    wrong_yes: int
    right_no: int
    wrong_no: int

    @classmethod
    def of(cls, outputs: Array, labels: Array) -> "Answers":
        """outputs: of a neuron for some rows, shape (n_samples,). labels: yes above THRESHOLD, in the same shape."""
        says_yes, is_yes = outputs > THRESHOLD, labels > THRESHOLD
        n_predicted, n_yes, right_yes = map(int, map(np.count_nonzero, (says_yes, is_yes, says_yes & is_yes)))
        wrong_yes, wrong_no = n_predicted - right_yes, n_yes - right_yes
        return cls(right_yes, wrong_yes, len(labels) - n_yes - wrong_yes, wrong_no)

    @property
    def accuracy(self) -> float:
        """The share of right ones."""
        right = self.right_yes + self.right_no
        return right / (right + self.wrong_yes + self.wrong_no)
