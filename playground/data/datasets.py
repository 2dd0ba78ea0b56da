"""The data sets a visitor can choose: real measurements, and data made up on the spot."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from playground.data.sources import REAL, Column
from playground.learning.arrays import Array, read_only
from playground.learning.memory import Memory, remembered
from playground.learning.scaling import Standardizer
from playground.learning.streams import stream


@dataclass(frozen=True, eq=False)
class Dataset:
    """Rows to learn from, in the units they were measured in.

    X: ndarray of shape (n_samples, 1), y: ndarray of shape (n_samples,); both read-only, as all sessions share them.
    memory: where what follows from one visitor's rows is kept; None for rows that all share.
    """

    title: str
    feature: Column
    label: Column
    citation: str
    X: Array
    y: Array
    memory: Memory | None = None

    @property
    def name(self) -> str:
        """What tells it from others."""
        return self.title

    @property
    def sentence(self) -> str:
        """One line: what X and y are, in which units, and how many rows there are."""
        rows = "1 row" if len(self.y) == 1 else f"{len(self.y)} rows"
        if self.feature.title == "x" and self.label.title == "y":
            return f"{rows} of X and y, without units."
        return f"X: {self.feature.title}, y: {self.label.title}, {rows}."


@dataclass(frozen=True)
class MadeUp:
    """The recipe of made-up data: y = slope x + intercept + noise, x spread evenly at random over -3 to 3."""

    slope: float = 1.5
    intercept: float = 0.5
    noise: float = 0.5
    n_samples: int = 60
    seed: int = 0


MADE_UP = "made_up"
"""The menu's last entry: data drawn from a `MadeUp` recipe."""

TITLES: dict[str, str] = {**{name: source.title for name, source in REAL.items()}, MADE_UP: "Made up"}


@cache
def real(name: str) -> Dataset:
    """The real data set of that name in `REAL`, read once and then shared by all sessions."""
    source = REAL[name]
    rows = source.read()
    X = np.array([[float(row[source.feature.column])] for row in rows])
    y = np.array([float(row[source.label.column]) for row in rows])
    return Dataset(source.title, source.feature, source.label, source.citation, read_only(X), read_only(y))


def standard(name: str) -> tuple[Array, Array]:
    """X and y of that real data set in standard units, mean 0 and deviation 1; shared by all sessions as well."""
    return in_standard_units(real(name))


@remembered
def in_standard_units(data: Dataset) -> tuple[Array, Array]:
    """X and y in standard units, mean 0 and deviation 1."""
    standardizer = Standardizer.fit(data.X, data.y)
    return read_only(standardizer.transform_X(data.X)), read_only(standardizer.transform_y(data.y))


@remembered
def made_up(recipe: MadeUp) -> Dataset:
    """Rows drawn by that recipe. The same recipe gives the same rows; the seed's first stream is the data's."""
    rng = stream(recipe.seed, "data")
    x = rng.uniform(-3.0, 3.0, recipe.n_samples)
    y = recipe.slope * x + recipe.intercept + recipe.noise * rng.standard_normal(recipe.n_samples)
    X, y = read_only(x.reshape(-1, 1)), read_only(y)
    sign = "−" if recipe.intercept < 0 else "+"
    line = f"y = {recipe.slope:g} x {sign} {abs(recipe.intercept):g}"
    citation = f"drawn at random, seed {recipe.seed}: {line} + noise {recipe.noise:g}"
    return Dataset("Made up", Column("x", "x"), Column("y", "y"), citation, X, y)
