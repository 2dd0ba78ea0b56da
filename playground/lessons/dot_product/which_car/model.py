"""Rows compared with one of them: by their dot product, and by their cosine similarity."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from playground.learning.arrays import Array, as_features, read_only
from playground.learning.scaling import Standardizer
from playground.learning.vectors import cosine_similarity, dot_product, norm

DOT_PRODUCT, COSINE = "dot product", "cosine similarity"


def _cosine(a: ArrayLike, b: ArrayLike) -> float:
    """Of rows without a direction 0: they are like none."""
    return cosine_similarity(a, b) or 0.0


MEASURES: dict[str, Callable[[ArrayLike, ArrayLike], float]] = {DOT_PRODUCT: dot_product, COSINE: _cosine}


@dataclass(frozen=True, eq=False)
class Comparison:
    """One row beside all rows.

    Attributes:
        rows: in standard units, shape (n_samples, n_features).
        chosen: the position of the row that is compared.
        values: of the measure, for each row with the chosen one, shape (n_samples,).
        order: positions of the rows, the largest value first.
    """

    rows: Array
    chosen: int
    values: Array
    order: tuple[int, ...]

    @property
    def first(self) -> int:
        """The position of the row with the largest value, which may be the chosen one itself."""
        return self.order[0]

    @property
    def first_other(self) -> int:
        """The same among the other rows."""
        return next(row for row in self.order if row != self.chosen)

    @property
    def opposite(self) -> int:
        """The position of the row with the smallest value."""
        return self.order[-1]

    @property
    def comes_first(self) -> bool:
        """Whether the chosen row is the first in its own list."""
        return self.first == self.chosen

    def length(self, row: int) -> float:
        """The length of a row."""
        return norm(self.rows[row])


def standard_rows(rows: ArrayLike) -> Array:
    """Every column at mean 0 and deviation 1, shape (n_samples, n_features)."""
    features = as_features(rows)
    return read_only(Standardizer.fit(features, np.zeros(len(features))).transform_X(features))


def compare(rows: Array, chosen: int, measure: str) -> Comparison:
    """Compare a row, in standard units, with all of them."""
    values = np.array([MEASURES[measure](rows[chosen], row) for row in rows])
    order = np.argsort(-values, kind="stable").tolist()
    return Comparison(rows, chosen, read_only(values), tuple(order))
