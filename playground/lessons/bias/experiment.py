"""The experiment that the chapter's runs share: data whose zero the visitor moves, a rate, and epochs."""

from dataclasses import dataclass
from functools import lru_cache

from playground.data import REAL, Dataset, real
from playground.learning import Settings
from playground.learning.arrays import Array, read_only
from playground.lessons.bias.pair import Pair, trained_pair, with_means
from playground.ui.parameters import Choice, Number, Parameter, Values, Whole

RATE_STEP = 0.01

EXPERIMENT: tuple[Parameter, ...] = (
    Choice(key="bias_dataset", start=next(iter(REAL)), options=tuple(REAL)),
    Number(key="mean_x", start=-1.0, low=-2.0, high=2.0, step=0.1),
    Number(key="mean_y", start=2.0, low=-3.0, high=3.0, step=0.1),
    Number(key="bias_learning_rate", start=0.2, low=0.01, high=1.2, step=RATE_STEP),
    Whole(key="bias_epochs", start=50, low=1, high=200),
)
"""Its rows in the table of state."""


@dataclass(frozen=True)
class Experiment:
    """What the visitor has set up."""

    dataset: str
    mean_x: float
    mean_y: float
    learning_rate: float
    epochs: int

    @property
    def data(self) -> Dataset:
        """The rows as measured."""
        return real(self.dataset)

    @property
    def rows(self) -> tuple[Array, Array]:
        """X and y in deviations, with the chosen means."""
        return _rows(self.dataset, self.mean_x, self.mean_y)

    @property
    def pair(self) -> Pair:
        """The run with a bias and the one without, both from weight 0 and bias 0."""
        return _pair(self)

    @property
    def titles(self) -> tuple[str, str]:
        """Titles of the axes."""
        return f"x: {self.data.feature.name}", f"y: {self.data.label.name}"


def experiment_of(values: Values) -> Experiment:
    """The experiment that these values set up."""
    mean_x, mean_y = round(values["mean_x"], 6), round(values["mean_y"], 6)
    return Experiment(values["bias_dataset"], mean_x, mean_y, values["bias_learning_rate"], values["bias_epochs"])


@lru_cache(maxsize=64)
def _rows(dataset: str, mean_x: float, mean_y: float) -> tuple[Array, Array]:
    data = real(dataset)
    X, y = with_means(data.X, data.y, mean_x, mean_y)
    return read_only(X), read_only(y)


@lru_cache(maxsize=128)
def _pair(chosen: Experiment) -> Pair:
    settings = Settings(learning_rate=chosen.learning_rate, epochs=chosen.epochs, initial_weights=(0.0,))
    return trained_pair(*chosen.rows, settings)
