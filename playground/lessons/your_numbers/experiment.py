"""An experiment on a visitor's rows: some are trained on, others held back, and both are judged at the shown epochs."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from playground.data.choosing import Chosen
from playground.data.sheet import Refusal
from playground.learning.analysis import Optimum, least_squares, optimum
from playground.learning.arrays import Array, read_only
from playground.learning.neuron import predict
from playground.learning.rounding import is_rounding
from playground.learning.run import Run, Task
from playground.learning.scaling import Standardizer
from playground.learning.settings import Settings
from playground.learning.stability import learning_rate_limit, regime
from playground.learning.streams import stream
from playground.learning.training import train
from playground.lessons.your_numbers.epochs import shown_epochs
from playground.lessons.your_numbers.keys import YES_OR_NO
from playground.lessons.your_numbers.scores import Scores, scores_of
from playground.lessons.your_numbers.settings import loss_factor, refused_settings, settings_of
from playground.ui.parameters import Values

Rows = NDArray[np.int64]
MOST_DRAWN = 2000
"""Points in a picture."""


@dataclass(frozen=True, eq=False)
class Experiment:
    """A run on some of the chosen rows.

    train, test: positions in the chosen rows, ascending; test is empty where none are held back. run: on the rows of
    `train`. standardizer: measured on them, whether or not they were rescaled; its label stands still where that is
    not rescaled. best: least squares in the data's units, for a linear neuron that predicts a number; else None.
    epochs: those that can be shown. scores: at these. factor: the loss in the visitor's convention, in means.
    drawn: positions in the chosen rows of those that pictures show.
    """

    chosen: Chosen
    train: Rows
    test: Rows
    run: Run
    standardizer: Standardizer
    best: Optimum | None
    epochs: tuple[int, ...]
    scores: Scores
    convention: str
    factor: float
    drawn: Rows
    yes_or_no: bool

    @property
    def names(self) -> tuple[str, ...]:
        """Of the features."""
        return tuple(column.name for column in self.chosen.features)

    @property
    def typed_rate(self) -> float:
        """The learning rate in the visitor's convention."""
        settings = self.run.settings
        return settings.rate / self.factor if settings.optimizer == "sgd" else settings.rate

    def shown(self, wanted: int | None) -> int:
        """The last epoch that can be shown and is not after the wanted one."""
        return max((epoch for epoch in self.epochs if wanted is None or epoch <= wanted), default=0)

    def in_data_units(self, epoch: int) -> tuple[Array, float]:
        """Weights and bias after that epoch, for rows as they were measured; a bias that is only rounding is 0."""
        weights, bias = self.run.in_data_units(self.run.history.weights[epoch], self.run.history.bias[epoch])
        rescaled = self.run.standardizer
        if rescaled is None:
            return weights, float(bias)
        with np.errstate(all="ignore"):
            terms = abs(rescaled.y_mean) + rescaled.y_scale * abs(float(self.run.history.bias[epoch]))
            is_zero = is_rounding(float(bias), terms + float(np.abs(weights) @ np.abs(rescaled.X_mean)))
        return weights, 0.0 if is_zero else float(bias)

    def in_standard_units(self, epoch: int) -> Array:
        """What a deviation of each feature adds to the output after that epoch, in deviations of the label."""
        weights, _ = self.in_data_units(epoch)
        with np.errstate(over="ignore"):
            scaled: Array = weights * (self.standardizer.X_scale / self.standardizer.y_scale)
        return scaled

    def outputs(self, X: Array, epoch: int) -> Array:
        """What the neuron answers after that epoch, for rows as they were measured, shape (n_rows, n_features)."""
        history, settings, rescaled = self.run.history, self.run.settings, self.run.standardizer
        trained = X if rescaled is None else rescaled.transform_X(X)
        answers = predict(trained, history.weights[epoch], history.bias[epoch], settings.activation)
        return answers if rescaled is None else rescaled.inverse_y(answers)


def experiment(chosen: Chosen, values: Values) -> Experiment | Refusal:
    """Train as the visitor's values say; a refusal if they cannot be trained with."""
    rows = split(len(chosen.y), values["your_test"], values["your_seed"])
    yes_or_no = values["your_kind"] == YES_OR_NO
    X, y = (read_only(each[rows[0]]) for each in (chosen.X, chosen.y))
    rescales_label = not yes_or_no and values["your_activation"] == "linear"
    standardizer = _standardizer(X, y, rescales_label)
    given = Task(X, y, None, X, y)
    if values["your_standardise"]:
        trained = standardizer.transform_X(X), standardizer.transform_y(y)
        given = Task(X, y, standardizer, *map(read_only, trained))
    try:
        factor = loss_factor(values, len(y))
        settings = settings_of(values, given.X_trained, factor)
        if isinstance(settings, Refusal):
            return settings
        run = _run(given, settings)
    except ValueError as error:
        return refused_settings(error)
    epochs = shown_epochs(run.last_epoch)
    held_back = _held_back(chosen, rows[1], given)
    return Experiment(
        chosen,
        *rows,
        run,
        standardizer,
        least_squares(X, y, settings.use_bias) if rescales_label else None,
        epochs,
        scores_of(run, held_back, epochs, yes_or_no),
        values["your_convention"],
        factor,
        sample(len(chosen.y), MOST_DRAWN, values["your_seed"]),
        yes_or_no,
    )


def split(n_samples: int, per_cent: int, seed: int) -> tuple[Rows, Rows]:
    """Positions of the rows to train on and of those that are held back, at least one of each if any are."""
    if not per_cent or n_samples < 2:
        return np.arange(n_samples), np.arange(0)
    held_back = min(max(1, round(n_samples * per_cent / 100)), n_samples - 1)
    order = stream(seed, "split").permutation(n_samples)
    return np.sort(order[held_back:]), np.sort(order[:held_back])


def sample(n_samples: int, most: int, seed: int) -> Rows:
    """Positions of all rows, or of that many of them."""
    if n_samples <= most:
        return np.arange(n_samples)
    return np.sort(stream(seed, "sample").choice(n_samples, most, replace=False))


def _standardizer(X: Array, y: Array, rescales_label: bool) -> Standardizer:
    measured = Standardizer.fit(X, y)
    return measured if rescales_label else replace(measured, y_mean=0.0, y_scale=1.0, y_rounding=0.0)


def _held_back(chosen: Chosen, rows: Rows, given: Task) -> tuple[Array, Array] | None:
    """The rows that are not trained on, in the units trained in; None if there are none."""
    if not len(rows):
        return None
    X, y = chosen.X[rows], chosen.y[rows]
    rescaled = given.standardizer
    return (X, y) if rescaled is None else (rescaled.transform_X(X), rescaled.transform_y(y))


def _run(given: Task, settings: Settings) -> Run:
    X, y = given.X_trained, given.y_trained
    history = train(X, y, settings)
    best, limit, outlook = optimum(X, y, settings), learning_rate_limit(X, settings), regime(X, settings)
    return Run(given, settings, history, best, limit, outlook)
