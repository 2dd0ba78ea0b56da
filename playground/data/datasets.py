"""The data sets a visitor can choose: real measurements with their sources, and data made up on the spot.

To add a real data set, put its CSV beside this file and add one line to `REAL`; its order is the menu's order.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from playground.learning.arrays import Array, read_only
from playground.learning.memory import Memory, remembered
from playground.learning.scaling import Standardizer
from playground.learning.streams import stream

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Column:
    """One measured quantity: its column in the CSV, its name in words, and its unit ('' if it has none)."""

    column: str
    name: str
    unit: str = ""

    @property
    def title(self) -> str:
        """The name with its unit, as an axis shows it."""
        return f"{self.name} ({self.unit})" if self.unit else self.name


@dataclass(frozen=True)
class Category:
    """A feature that is 1 for the rows whose column has that value, else 0."""

    column: str
    value: str

    @property
    def name(self) -> str:
        """The question whose answer the feature is."""
        return f"{self.value}?"


@dataclass(frozen=True)
class Source:
    """Where the rows of a real data set stand, what they hold, and who measured them.

    feature, label: what one neuron with one feature learns from. more: further features, for a neuron with several;
    row: what one row is then. only: (column, value) of the rows to take, if not all.
    """

    title: str
    file: str
    feature: Column
    label: Column
    citation: str
    more: tuple[Column | Category, ...] = ()
    row: str = "row"
    only: tuple[str, str] | None = None

    def read(self) -> list[dict[str, str]]:
        """Its rows, column -> text."""
        with (FOLDER / self.file).open(newline="", encoding="utf-8") as file:
            rows = csv.DictReader(file)
            return [row for row in rows if self.only is None or row[self.only[0]] == self.only[1]]


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
    X: NDArray[np.float64]
    y: NDArray[np.float64]
    memory: Memory | None = None

    @property
    def name(self) -> str:
        """What tells it from others."""
        return self.title

    @property
    def sentence(self) -> str:
        """One line: what X and y are, in which units, and how many rows there are."""
        if self.feature.title == "x" and self.label.title == "y":
            return f"{len(self.y)} rows of X and y, without units."
        return f"X: {self.feature.title}, y: {self.label.title}, {len(self.y)} rows."


@dataclass(frozen=True)
class MadeUp:
    """The recipe of made-up data: y = slope x + intercept + noise, x spread evenly at random over -3 to 3."""

    slope: float = 1.5
    intercept: float = 0.5
    noise: float = 0.5
    n_samples: int = 60
    seed: int = 0


def _anscombe(number: str) -> Source:
    return Source(
        title=f"Anscombe {number}",
        file="anscombe.csv",
        feature=Column("x", "x"),
        label=Column("y", "y"),
        citation="Anscombe 1973, The American Statistician 27, 17–21",
        only=("set", number),
    )


REAL: dict[str, Source] = {
    "penguins": Source(
        "Penguins",
        "penguins.csv",
        Column("flipper_length_mm", "flipper length", "mm"),
        Column("body_mass_g", "body mass", "g"),
        "Gorman, Williams and Fraser 2014, PLoS ONE 9(3): e90081, CC0",
        more=(
            Column("bill_length_mm", "bill length", "mm"),
            Column("bill_depth_mm", "bill depth", "mm"),
            Category("species", "Gentoo"),
            Category("species", "Chinstrap"),
        ),
        row="penguin",
    ),
    "faithful": Source(
        "Old Faithful geyser",
        "faithful.csv",
        Column("eruption_min", "eruption", "min"),
        Column("waiting_min", "wait for the next one", "min"),
        "Azzalini and Bowman 1990, Applied Statistics 39, 357–365",
    ),
    "galton": Source(
        "Galton's families",
        "galton.csv",
        Column("midparent_in", "parents' mean height", "in"),
        Column("child_in", "child's height", "in"),
        "Galton 1886, Journal of the Anthropological Institute 15, 246–263",
    ),
    "cars": Source(
        "Cars of 1974",
        "cars.csv",
        Column("weight_1000lb", "mass", "thousand lb"),
        Column("mpg", "fuel economy", "mpg"),
        "Motor Trend 1974; Henderson and Velleman 1981, Biometrics 37, 391–411",
        more=(Column("horsepower", "power", "hp"), Column("displacement_cuin", "displacement", "cu in")),
        row="car",
    ),
    **{f"anscombe_{i}": _anscombe(number) for i, number in enumerate(("I", "II", "III", "IV"), start=1)},
}

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
