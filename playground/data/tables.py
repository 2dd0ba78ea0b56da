"""Real rows with several features, for a neuron with more than one input.

They are declared in `sources.py`: every data set there that has more than one feature is a table.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from playground.data.sources import REAL, Category, Column
from playground.learning.arrays import read_only
from playground.learning.scaling import Standardizer


@dataclass(frozen=True, eq=False)
class Table:
    """Rows with several features; arrays are read-only, as those of built-in data are shared by all sessions.

    names, units: of the features. yes_or_no: of each, whether it is 1 for yes and 0 for no. row: what one row is.
    X: as measured, ndarray of shape (n_samples, n_features). y: as measured, ndarray of shape (n_samples,).
    X_standard, y_standard: in standard units (mean 0, deviation 1), but for features of 1 and 0, which stay.
    standardizer: carries the label between both units.
    """

    names: tuple[str, ...]
    units: tuple[str, ...]
    yes_or_no: tuple[bool, ...]
    label: Column
    row: str
    citation: str
    X: NDArray[np.float64]
    y: NDArray[np.float64]
    X_standard: NDArray[np.float64]
    y_standard: NDArray[np.float64]
    standardizer: Standardizer


TABLES: tuple[str, ...] = tuple(name for name, source in REAL.items() if source.more)
"""Names of the data sets that are tables, in the menu's order."""


@cache
def table(name: str) -> Table:
    """The table of that name in `TABLES`, read once and then shared by all sessions."""
    source = REAL[name]
    features, rows = (source.feature, *source.more), source.read()
    X = np.array([[_feature(row, feature) for feature in features] for row in rows])
    y = np.array([float(row[source.label.column]) for row in rows])
    return table_with(
        tuple(feature.name for feature in features),
        tuple(feature.unit if isinstance(feature, Column) else "" for feature in features),
        tuple(isinstance(feature, Category) for feature in features),
        source.label,
        source.row,
        source.citation,
        X,
        y,
    )


def table_with(
    names: tuple[str, ...],
    units: tuple[str, ...],
    yes_or_no: tuple[bool, ...],
    label: Column,
    row: str,
    citation: str,
    X: NDArray[np.float64],
    y: NDArray[np.float64],
) -> Table:
    """The table of these rows as measured; its parts as in `Table`."""
    standardizer = Standardizer.fit(X, y)
    X_standard = np.where(yes_or_no, X, standardizer.transform_X(X))
    y_standard = standardizer.transform_y(y)
    X, y, X_standard, y_standard = map(read_only, (X, y, X_standard, y_standard))
    return Table(names, units, yes_or_no, label, row, citation, X, y, X_standard, y_standard, standardizer)


def _feature(row: dict[str, str], feature: Column | Category) -> float:
    if isinstance(feature, Category):
        return float(row[feature.column] == feature.value)
    return float(row[feature.column])
