"""How good a neuron is at the shown epochs, on the rows it was trained on and on those it never saw."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from playground.learning.arrays import Array
from playground.learning.batches import mean_losses
from playground.learning.neuron import ACTIVATIONS
from playground.learning.rounding import constant_columns
from playground.learning.run import Run
from playground.lessons.your_numbers.preparation import Pair, Prepared

Counts = NDArray[np.int64]
ROWS_AT_ONCE = 20_000
THRESHOLD = 0.5
"""An output above it says yes."""


@dataclass(frozen=True, eq=False)
class Score:
    """On some rows, at each shown epoch.

    loss: the mean loss in the units trained in, without penalties. r2: where a number is predicted and the label
    varies, else None. counts: where yes or no is predicted, ndarray of shape (n_epochs, 4): right yes, wrong yes,
    right no, wrong no; else None.
    """

    n_samples: int
    loss: Array
    r2: Array | None
    counts: Counts | None

    def accuracy(self, position: int) -> float:
        """The share of rows that are answered rightly."""
        assert self.counts is not None
        return float(self.counts[position, [0, 2]].sum()) / self.n_samples


@dataclass(frozen=True)
class Scores:
    """train: on the rows trained on; test: on those held back, None where there are none."""

    train: Score
    test: Score | None


def scores_of(run: Run, prepared: Prepared, epochs: tuple[int, ...]) -> Scores:
    """The scores of a run at these epochs."""
    at = list(epochs)
    parameters = np.column_stack([run.history.weights[at], run.history.bias[at]])
    given, settings = prepared.given, run.settings
    rows, few = (given.X_trained, given.y_trained), prepared.rows_for(settings)
    with np.errstate(all="ignore"):
        train = _score(run, rows, few, parameters, prepared.yes_or_no, run.history.loss[at])
        held_back, few = prepared.held_back, prepared.held_back_for(settings) or few
        if held_back is None:
            return Scores(train, None)
        loss = mean_losses(*few, settings, parameters)
        return Scores(train, _score(run, held_back, few, parameters, prepared.yes_or_no, loss))


def _score(run: Run, rows: Pair, few: Pair, parameters: Array, yes_or_no: bool, loss: Array) -> Score:
    """The score on some rows. few: rows with the same losses, which are given, and the same spread of labels."""
    if yes_or_no:
        return Score(len(rows[1]), loss, None, _counts(run, *rows, parameters))
    as_squares = replace(run.settings, loss="mean_squared_error")
    squared = loss if run.settings.loss == as_squares.loss else mean_losses(*few, as_squares, parameters)
    varies = not constant_columns(few[1][:, None])[0]
    return Score(len(rows[1]), loss, 1.0 - squared / few[1].var() if varies else None, None)


def _counts(run: Run, X: Array, y: Array, parameters: Array) -> Counts:
    total = np.zeros((len(parameters), 4), dtype=np.int64)
    output = ACTIVATIONS[run.settings.activation].output
    for first in range(0, len(y), ROWS_AT_ONCE):
        rows, labels = X[first : first + ROWS_AT_ONCE], y[first : first + ROWS_AT_ONCE] > THRESHOLD
        says_yes = output(parameters[:, :-1] @ rows.T + parameters[:, -1:]) > THRESHOLD
        for kind, which in enumerate((says_yes & labels, says_yes & ~labels, ~says_yes & ~labels, ~says_yes & labels)):
            total[:, kind] += which.sum(axis=1)
    return total
