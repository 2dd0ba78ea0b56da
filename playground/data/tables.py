"""Real rows with several features, for a neuron with more than one input.

To add a table, add one line to `TABLES`; its order is the menu's order.
"""

import csv
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from playground.data.datasets import FOLDER, Column
from playground.learning.arrays import read_only
from playground.learning.scaling import Standardizer


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
class Layout:
    """Where the features and the label of a table stand."""

    file: str
    features: tuple[Column | Category, ...]
    label: Column
    row: str
    citation: str


@dataclass(frozen=True, eq=False)
class Table:
    """Rows with several features; arrays are read-only, as all sessions share them.

    names, units: of the features; a unit is '' where the feature is 1 for yes and 0 for no. row: what one row is.
    X: as measured, ndarray of shape (n_samples, n_features). y: as measured, ndarray of shape (n_samples,).
    X_standard, y_standard: in standard units (mean 0, deviation 1), but for features of 1 and 0, which stay.
    standardizer: carries the label between both units.
    """

    names: tuple[str, ...]
    units: tuple[str, ...]
    label: Column
    row: str
    citation: str
    X: NDArray[np.float64]
    y: NDArray[np.float64]
    X_standard: NDArray[np.float64]
    y_standard: NDArray[np.float64]
    standardizer: Standardizer


TABLES: dict[str, Layout] = {
    "penguins": Layout(
        "penguins.csv",
        (
            Column("flipper_length_mm", "flipper length", "mm"),
            Column("bill_length_mm", "bill length", "mm"),
            Column("bill_depth_mm", "bill depth", "mm"),
            Category("species", "Gentoo"),
            Category("species", "Chinstrap"),
        ),
        Column("body_mass_g", "body mass", "g"),
        "penguin",
        "Gorman, Williams and Fraser 2014, PLoS ONE 9(3): e90081, CC0",
    ),
    "cars": Layout(
        "cars.csv",
        (
            Column("weight_1000lb", "mass", "thousand lb"),
            Column("horsepower", "power", "hp"),
            Column("displacement_cuin", "displacement", "cu in"),
        ),
        Column("mpg", "fuel economy", "mpg"),
        "car",
        "Motor Trend 1974; Henderson and Velleman 1981, Biometrics 37, 391–411",
    ),
}


@lru_cache(maxsize=len(TABLES))
def table(name: str) -> Table:
    """The table of that name in `TABLES`, read once and then shared by all sessions."""
    layout = TABLES[name]
    with (FOLDER / layout.file).open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    X = np.array([[_feature(row, feature) for feature in layout.features] for row in rows])
    y = np.array([float(row[layout.label.column]) for row in rows])
    standardizer = Standardizer.fit(X, y)
    yes_or_no = np.array([isinstance(feature, Category) for feature in layout.features])
    X_standard = np.where(yes_or_no, X, standardizer.transform_X(X))
    return Table(
        tuple(feature.name for feature in layout.features),
        tuple(feature.unit if isinstance(feature, Column) else "" for feature in layout.features),
        layout.label,
        layout.row,
        layout.citation,
        read_only(X),
        read_only(y),
        read_only(X_standard),
        read_only(standardizer.transform_y(y)),
        standardizer,
    )


def _feature(row: dict[str, str], feature: Column | Category) -> float:
    if isinstance(feature, Category):
        return float(row[feature.column] == feature.value)
    return float(row[feature.column])
