"""What the Playground asks of learning: the data, the settings and the run that follow from its parameters."""

from dataclasses import replace

from playground.data import MADE_UP, TITLES, Dataset, MadeUp, made_up, real
from playground.data.own import OWN
from playground.learning.analysis import Optimum, optimum
from playground.learning.initializers import draw
from playground.learning.memory import remembered
from playground.learning.run import Run, Task, task
from playground.learning.scaling import Standardizer
from playground.learning.settings import Settings
from playground.learning.stability import RateZones, Regime, learning_rate_limit, rate_zones, regime
from playground.learning.streams import stream
from playground.ui.parameters import Values
from playground.ui.ranges import STANDARD, Range, Ranges, ranges

ALL_ROWS = 0
"""The batch size that stands for the whole data set."""
BATCH_SIZES = (ALL_ROWS, 1, 2, 4, 8, 16, 32, 64, 128)
MOST_IN_BATCHES, MOST_STEPS = 10_000, 1000
"""Rows that may be taken in batches, and batches of an epoch: more would keep a hand on a slider waiting."""


def batch_size_name(size: int) -> str:
    """A batch size as the menus say it."""
    return "all rows" if size == ALL_ROWS else str(size)


def batch_sizes_of(values: Values) -> list[int]:
    """All rows, and the batch sizes that do not take long with the chosen ones."""
    n_samples = len(values["own"].y) if values["dataset"] == OWN else 0
    return [size for size in BATCH_SIZES if n_samples <= min(MOST_STEPS * size, MOST_IN_BATCHES) or size == ALL_ROWS]


def data_of(values: Values) -> Dataset:
    """The chosen rows."""
    if values["dataset"] == OWN:
        own: Dataset = values["own"]
        return own
    if values["dataset"] != MADE_UP:
        return real(values["dataset"])
    return made_up(MadeUp(*(values[name] for name in ("slope", "intercept", "noise", "n_samples", "seed"))))


def settings_of(values: Values) -> Settings:
    """The chosen hyper-parameters."""
    return Settings(
        optimizer=values["optimizer"],
        learning_rate=values["learning_rate"],
        epochs=values["epochs"],
        batch_size=None if values["batch_size"] == ALL_ROWS else values["batch_size"],
        seed=values["seed"],
        initial_weights=(values["weight"],),
        initial_bias=values["bias"],
    )


def run_of(values: Values) -> Run:
    """The run of these settings on these data."""
    return _run(data_of(values), settings_of(values), values["standardise"])


# Data sets are shared objects and settings are frozen values, so equal choices of all sessions meet here, but for those
# that are a visitor's own (see `remembered`). What depends on the data and the rate alone is looked up once for all the
# lines that training may start from: a strip has 201.
@remembered
def _run(data: Dataset, settings: Settings, standardise: bool) -> Run:
    given = _task(data, standardise)
    rate = settings.optimizer, settings.rate, settings.batch_size
    return Run(given, settings, given.history(settings), _optimum(given), *_prospects(given, *rate))


@remembered
def _task(data: Dataset, standardise: bool) -> Task:
    return task(data.X, data.y, Standardizer.fit(data.X, data.y) if standardise else None, data.memory)


@remembered
def _optimum(given: Task) -> Optimum | None:
    return optimum(*given.few, Settings())


@remembered
def _prospects(given: Task, optimizer: str, rate: float, batch_size: int | None) -> tuple[float | None, Regime]:
    """The limit of the learning rate, and what this rate will do."""
    settings = Settings(optimizer=optimizer, learning_rate=rate, batch_size=batch_size)
    X, _ = given.rows_for(settings)
    return learning_rate_limit(X, settings), regime(X, settings)


def units_of_line(values: Values) -> str:
    """What weight and bias are measured in."""
    return "standard" if values["standardise"] else data_of(values).name


def units_of_rate(values: Values) -> tuple[str, str]:
    """What the learning rate is measured in: in raw units each optimizer has a range of its own."""
    return units_of_line(values), "" if values["standardise"] else values["optimizer"]


def ranges_of(values: Values) -> Ranges:
    """How far the sliders of weight, bias and learning rate reach."""
    return _ranges(data_of(values), values["optimizer"], values["standardise"])


@remembered
def _ranges(data: Dataset, optimizer: str, standardise: bool) -> Ranges:
    reach = ranges(data.X, data.y, Settings(optimizer=optimizer), standardise)
    # Made-up data are of the size of standard units, and what makes them up must not move the sliders of the line.
    return replace(reach, weight=STANDARD.weight, bias=STANDARD.bias) if data.title == TITLES[MADE_UP] else reach


def first_loss(values: Values) -> float:
    """The loss of the line that the page opens with, on these data and in these units."""
    return _first_loss(data_of(values), values["standardise"])


@remembered
def _first_loss(data: Dataset, standardise: bool) -> float:
    reach = _ranges(data, "sgd", standardise)
    weight, bias = (each.nearest(each.start) for each in (reach.weight, reach.bias))
    return float(
        _run(data, Settings(initial_weights=(weight,), initial_bias=bias, epochs=1), standardise).history.loss[0]
    )


def rate_zones_of(run: Run) -> RateZones | None:
    """What the learning rates along the slider do to this run; None where no exact limit tells."""
    return _rate_zones(run.task, run.settings.optimizer, run.settings.batch_size, run.settings.epochs)


@remembered
def _rate_zones(given: Task, optimizer: str, batch_size: int | None, epochs: int) -> RateZones | None:
    settings = Settings(optimizer=optimizer, batch_size=batch_size, epochs=epochs)
    return rate_zones(given.rows_for(settings)[0], settings)


def rows_of(values: Values) -> Range:
    """The rows of the data, counted from 1."""
    return Range(1, len(data_of(values).y), 1, 1)


def random_start(values: Values) -> dict[str, float]:
    """Weight and bias of the next start that is drawn from the seed, as Keras draws them, and how many were drawn.

    They are drawn in standard units; in the data's own it is the same line. Drawn there, a weight between -1.7 and 1.7
    could be far from any data.
    """
    times = values["times_drawn"] + 1
    weight, bias = random_line(data_of(values), values["seed"], times, values["standardise"])
    reach = ranges_of(values)
    return {"weight": reach.weight.nearest(weight), "bias": reach.bias.nearest(bias), "times_drawn": times}


@remembered
def random_line(data: Dataset, seed: int, times: int, standardise: bool) -> tuple[float, float]:
    weights = draw("glorot_uniform", 1, 1, stream(seed, "weights"), (times,))[-1:]
    if standardise:
        return float(weights[0]), 0.0
    slope, intercept = Standardizer.fit(data.X, data.y).to_data_units(weights, 0.0)
    return float(slope[0]), float(intercept)
