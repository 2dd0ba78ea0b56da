"""The experiment that the chapter's runs share: data whose zero the visitor moves, a rate, and epochs."""

from dataclasses import dataclass

from playground.data import REAL, Dataset
from playground.figures.markup import as_plotly
from playground.learning import Settings
from playground.learning.arrays import Array, read_only
from playground.learning.memory import Memory, remembered
from playground.lessons.bias.pair import Pair, trained_pair, with_means
from playground.ui.numeric import Number, Whole
from playground.ui.own_rows import DataChoice, OwnRows, itemised
from playground.ui.parameters import Parameter, Values

RATE_STEP = 0.01

BROUGHT = OwnRows(key="bias_own")
EXPERIMENT: tuple[Parameter, ...] = (
    BROUGHT,
    DataChoice(key="bias_dataset", start=next(iter(REAL)), rows=BROUGHT.key),
    Number(key="mean_x", start=-1.0, low=-2.0, high=2.0, step=0.1),
    Number(key="mean_y", start=2.0, low=-3.0, high=3.0, step=0.1),
    Number(key="bias_learning_rate", start=0.2, low=0.01, high=1.2, step=RATE_STEP),
    Whole(key="bias_epochs", start=50, low=1, high=200),
)
"""Its rows in the table of state."""


@dataclass(frozen=True)
class Experiment:
    """What the visitor has set up. data: the rows as measured."""

    data: Dataset
    mean_x: float
    mean_y: float
    learning_rate: float
    epochs: int

    @property
    def memory(self) -> Memory | None:
        """Where what follows from a visitor's own rows is kept."""
        return self.data.memory

    @property
    def rows(self) -> tuple[Array, Array]:
        """X and y in deviations, with the chosen means."""
        return _rows(self.data, self.mean_x, self.mean_y)

    @property
    def pair(self) -> Pair:
        """The run with a bias and the one without, both from weight 0 and bias 0."""
        return _pair(self)

    @property
    def titles(self) -> tuple[str, str]:
        """Titles of the axes."""
        return as_plotly(f"x: {self.data.feature.name}"), as_plotly(f"y: {self.data.label.name}")


def experiment_of(values: Values) -> Experiment:
    """The experiment that these values set up."""
    mean_x, mean_y = round(values["mean_x"], 6), round(values["mean_y"], 6)
    data = itemised(values["bias_dataset"], values[BROUGHT.key])
    return Experiment(data, mean_x, mean_y, values["bias_learning_rate"], values["bias_epochs"])


@remembered
def _rows(data: Dataset, mean_x: float, mean_y: float) -> tuple[Array, Array]:
    X, y = with_means(data.X, data.y, mean_x, mean_y)
    return read_only(X), read_only(y)


@remembered
def _pair(chosen: Experiment) -> Pair:
    settings = Settings(learning_rate=chosen.learning_rate, epochs=chosen.epochs, initial_weights=(0.0,))
    return trained_pair(*chosen.rows, settings)
