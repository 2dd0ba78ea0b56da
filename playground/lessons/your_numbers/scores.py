"""How good a neuron is at the shown epochs, on the rows it was trained on and on those it never saw."""

from dataclasses import dataclass, replace

import numpy as np

from playground.learning.arrays import Array
from playground.learning.rounding import constant_columns
from playground.learning.run import Run, Task
from playground.lessons.your_numbers.preparation import Prepared


@dataclass(frozen=True, eq=False)
class Score:
    """On some rows, at each shown epoch.

    loss: the mean loss in the units trained in, without penalties. r2: where a number is predicted and the label
    varies, else None.
    """

    loss: Array
    r2: Array | None


@dataclass(frozen=True)
class Scores:
    """train: on the rows trained on; test: on those held back, None where there are none."""

    train: Score
    test: Score | None


def scores_of(run: Run, prepared: Prepared, epochs: tuple[int, ...]) -> Scores:
    """The scores of a run at these epochs."""
    at = list(epochs)
    parameters = np.column_stack([run.history.weights[at], run.history.bias[at]])
    with np.errstate(all="ignore"):
        train = _score(run, prepared.given, prepared.yes_or_no, parameters, run.history.loss[at])
        held_back = prepared.held_back
        if held_back is None:
            return Scores(train, None)
        loss = held_back.losses(run.settings, parameters)
        return Scores(train, _score(run, held_back, prepared.yes_or_no, parameters, loss))


def _score(run: Run, rows: Task, yes_or_no: bool, parameters: Array, loss: Array) -> Score:
    """The score on some rows, where the loss is given."""
    if yes_or_no:
        return Score(loss, None)
    as_squares = replace(run.settings, loss="mean_squared_error")
    squared = loss if run.settings.loss == as_squares.loss else rows.losses(as_squares, parameters)
    _, labels = rows.rows_for(run.settings)
    varies = not constant_columns(labels[:, None])[0]
    return Score(loss, 1.0 - squared / labels.var() if varies else None)
