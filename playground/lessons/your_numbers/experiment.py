"""An experiment on a visitor's rows: a run, and how good the neuron is at the epochs that can be shown."""

from dataclasses import dataclass

import numpy as np

from playground.data.choosing import Chosen
from playground.data.sheet import Refusal
from playground.figures.epochs import shown_epochs
from playground.learning.analysis import Optimum
from playground.learning.arrays import Array
from playground.learning.neuron import predict
from playground.learning.rounding import is_rounding
from playground.learning.run import Run, Task, run_on
from playground.learning.scaling import Standardizer
from playground.lessons.your_numbers.counting import Answers
from playground.lessons.your_numbers.preparation import Prepared, Rows
from playground.lessons.your_numbers.scores import Scores, scores_of
from playground.lessons.your_numbers.settings import loss_factor, refused_settings, settings_of
from playground.ui.parameters import Values

LARGEST = 1e308
"""A loss beyond it is not a number any more."""


@dataclass(frozen=True, eq=False)
class Experiment:
    """A run on some of the chosen rows.

    epochs: those that can be shown. scores: at these. convention: what the visitor calls the loss; factor: that loss,
    in means.
    """

    prepared: Prepared
    run: Run
    epochs: tuple[int, ...]
    scores: Scores
    convention: str
    factor: float

    @property
    def chosen(self) -> Chosen:
        """The chosen rows."""
        return self.prepared.chosen

    @property
    def train(self) -> Rows:
        """Positions of those trained on."""
        return self.prepared.train

    @property
    def test(self) -> Rows:
        """Positions of those held back."""
        return self.prepared.test

    @property
    def standardizer(self) -> Standardizer:
        """Measured on the rows trained on."""
        return self.prepared.standardizer

    @property
    def best(self) -> Optimum | None:
        """Least squares in the data's units, if a linear neuron predicts a number."""
        return self.prepared.best

    @property
    def yes_or_no(self) -> bool:
        """Whether the label is yes or no."""
        return self.prepared.yes_or_no

    @property
    def names(self) -> tuple[str, ...]:
        """Of the features."""
        return tuple(column.name for column in self.chosen.features)

    @property
    def typed_rate(self) -> float:
        """The learning rate in the visitor's convention."""
        settings = self.run.settings
        return settings.rate / self.factor if settings.optimizer == "sgd" else settings.rate

    def called(self, loss: Array | float) -> Array:
        """Losses in the visitor's convention, as far as a number can tell."""
        with np.errstate(over="ignore"):
            converted: Array = np.minimum(np.asarray(loss) * self.factor, LARGEST)
        return converted

    def shown(self, wanted: int) -> int:
        """The last epoch that can be shown and is not after the wanted one."""
        return max((epoch for epoch in self.epochs if epoch <= wanted), default=0)

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
        """What the neuron answers after that epoch, for rows as they were measured, shape (n_rows, n_features).

        Raises:
            ValueError: a row is so far away that it cannot be squared in the units trained in.
        """
        history, settings, rescaled = self.run.history, self.run.settings, self.run.standardizer
        with np.errstate(all="ignore"):
            trained = X if rescaled is None else rescaled.transform_X(X)
            answers = predict(trained, history.weights[epoch], history.bias[epoch], settings.activation)
            return answers if rescaled is None else rescaled.inverse_y(answers)

    def answers(self, rows: Task, epoch: int) -> Answers:
        """How many of these rows the neuron answers rightly after that epoch, where the label is yes or no."""
        history, activation = self.run.history, self.run.settings.activation
        with np.errstate(all="ignore"):
            outputs = predict(rows.X_trained, history.weights[epoch], history.bias[epoch], activation)
        return Answers.of(outputs, rows.y_trained)


def experiment(prepared: Prepared, values: Values) -> Experiment | Refusal:
    """Train as the visitor's values say; a refusal if they cannot be trained with."""
    try:
        factor = loss_factor(values, len(prepared.train))
        settings = settings_of(values, prepared.given.few[0], factor)
        if isinstance(settings, Refusal):
            return settings
        run = run_on(prepared.given, settings)
    except ValueError as error:
        return refused_settings(error)
    epochs = shown_epochs(run.last_epoch)
    scores = scores_of(run, prepared, epochs)
    return Experiment(prepared, run, epochs, scores, values["your_convention"], factor)
