"""What the visitor has chosen, and the run that follows from it."""

from dataclasses import dataclass, replace
from functools import lru_cache

from playground.data import MADE_UP, TITLES, Dataset, MadeUp, made_up, real
from playground.learning.initializers import draw
from playground.learning.run import Run, run
from playground.learning.scaling import Standardizer
from playground.learning.settings import Settings
from playground.learning.streams import stream
from playground.ui.ranges import STANDARD, Ranges, ranges

ALL_ROWS = 0
"""The batch size that stands for the whole data set."""


def batch_size_name(size: int) -> str:
    """A batch size as the menus say it."""
    return "all rows" if size == ALL_ROWS else str(size)


@dataclass(frozen=True)
class Choices:
    """The Playground's controls, each under the name it has in the link."""

    dataset: str = "penguins"
    weight: float = STANDARD.weight.start
    bias: float = STANDARD.bias.start
    learning_rate: float = STANDARD.learning_rate.start
    epochs: int = 50
    standardise: bool = True
    optimizer: str = "sgd"
    batch_size: int = ALL_ROWS
    seed: int = 0
    log_loss: bool = False
    slope: float = 1.5
    intercept: float = 0.5
    noise: float = 0.5
    n_samples: int = 60

    @property
    def data(self) -> Dataset:
        """The chosen rows."""
        if self.dataset == MADE_UP:
            return made_up(MadeUp(self.slope, self.intercept, self.noise, self.n_samples, self.seed))
        return real(self.dataset)

    @property
    def settings(self) -> Settings:
        """The chosen hyper-parameters."""
        return Settings(
            optimizer=self.optimizer,
            learning_rate=self.learning_rate,
            epochs=self.epochs,
            batch_size=None if self.batch_size == ALL_ROWS else self.batch_size,
            seed=self.seed,
            initial_weights=(self.weight,),
            initial_bias=self.bias,
        )

    @property
    def run(self) -> Run:
        """The run of these settings on these data."""
        return _run(self.data, self.settings, self.standardise)


# Data sets are shared objects and settings are frozen values, so equal choices of all sessions meet here. 256 runs of
# 200 epochs take about 2 MB.
@lru_cache(maxsize=256)
def _run(data: Dataset, settings: Settings, standardise: bool) -> Run:
    return run(data.X, data.y, settings, standardise)


@lru_cache(maxsize=64)
def ranges_of(data: Dataset, optimizer: str, standardise: bool) -> Ranges:
    """How far the controls reach on these data.

    Made-up data are of the size of standard units, and what makes them up must not move the sliders of the line.
    """
    reach = ranges(data.X, data.y, Settings(optimizer=optimizer), standardise)
    return replace(reach, weight=STANDARD.weight, bias=STANDARD.bias) if data.title == TITLES[MADE_UP] else reach


@lru_cache(maxsize=64)
def random_line(data: Dataset, seed: int, times: int, standardise: bool) -> tuple[float, float]:
    """Weight and bias of the start that is drawn that often from the seed: as Keras draws them, in standard units.

    In the data's own units it is the same line. Drawn there, a weight between -1.7 and 1.7 could be far from any data.
    """
    weights = draw("glorot_uniform", 1, 1, stream(seed, "weights"), (times,))[-1:]
    if standardise:
        return float(weights[0]), 0.0
    slope, intercept = Standardizer.fit(data.X, data.y).to_data_units(weights, 0.0)
    return float(slope[0]), float(intercept)
