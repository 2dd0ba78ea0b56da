"""The few that stand for many rows with two features and a yes or no."""

from dataclasses import dataclass, field
from math import inf, log, pi, sqrt

import numpy as np
from numpy.polynomial import chebyshev

from playground.learning.arrays import Array
from playground.learning.odds import UNCLIPPED, Counted

NODES = (32, 64, 128)
"""Along a feature: as few as do for the weight that it has."""
LEAST_SAVED = 4
"""How many times fewer the nodes must be than the rows."""
DIGITS = 1e-12
"""What may be missing where the sum is read off the nodes: r^-nodes, see `nodes_for`."""
BLOCK = 4096
"""Rows at a time."""


def nodes_for(reach: float) -> int | None:
    """How many nodes tell a sum that changes by this to either side of its middle; None where no number here does.

    As with one feature (see `nodes.Condensed.at`): the sigmoid's nearest pole is pi i away, so the half axes of the
    largest ellipse without one add up to r = pi / reach + sqrt((pi / reach)^2 + 1), in halves of the range.
    """
    if not reach < inf:
        return None
    pole = pi / max(reach, 1e-300)
    radius = pole + sqrt(pole * pole + 1.0)
    return next((nodes for nodes in NODES if nodes * log(radius) >= -log(DIGITS)), None)


@dataclass(frozen=True, eq=False)
class CondensedPair:
    """Many rows with two features, and what decides the nodes of a grid over their range.

    rows: all. middles, halves: of the ranges of the features, shape (2,). sums: for each label, (0, 1), the sums over
    its rows of the products of the Chebyshev polynomials at the two features, shape (2, most nodes, most nodes).
    grids: what stands for the rows with so many nodes along each of the features: those needed so far.
    """

    rows: Counted
    middles: Array
    halves: Array
    sums: Array
    grids: dict[tuple[int, int], Counted] = field(default_factory=dict)

    @classmethod
    def of(cls, X: Array, y: Array) -> "CondensedPair | None":
        """What stands for these rows, or None where that is hardly less.

        Args:
            X: features, shape (n_samples, 2). y: labels of 0 or 1, shape (n_samples,).
        """
        low, high = X.min(axis=0), X.max(axis=0)
        halves = 0.5 * high - 0.5 * low
        if not (halves > 0.0).all() or 2 * NODES[0] ** 2 * LEAST_SAVED > len(y):
            return None
        middles = low + halves
        places = np.clip((X - middles) / halves, -1.0, 1.0)
        sums = np.array([_sums(places[y == label]) for label in (0.0, 1.0)])
        return cls(Counted.of(X, y), middles, halves, sums)

    def at(self, parameters: Array) -> tuple[float, Array]:
        """The summed loss and its gradient, as those of all rows to the last digits.

        Where a probability may be clipped the slope jumps, and no node tells where: it is read off the rows then.
        """
        reaches = np.abs(parameters[:2]) * self.halves
        farthest = abs(float(parameters[:2] @ self.middles + parameters[2])) + float(reaches.sum())
        first, second = (nodes_for(reach) for reach in reaches.tolist())
        is_few = first and second and 2 * first * second * LEAST_SAVED <= len(self.rows)
        if not (first and second and is_few and farthest < UNCLIPPED):
            return self.rows.at(parameters)
        if (first, second) not in self.grids:
            self.grids[first, second] = self._grid(first, second)
        return self.grids[first, second].at(parameters)

    def _grid(self, first: int, second: int) -> Counted:
        """The nodes, and how many rows of each label a node stands for, as `nodes.Condensed.of` counts them."""
        at, counts = zip(*(_weighed(nodes) for nodes in (first, second)), strict=True)
        rows = np.stack(np.meshgrid(*at, indexing="ij"), axis=-1).reshape(-1, 2) * self.halves + self.middles
        of_labels = counts[0] @ self.sums[:, :first, :second] @ counts[1].T
        return Counted.of(np.tile(rows, (2, 1)), np.repeat([0.0, 1.0], len(rows)), of_labels.ravel())


def _sums(places: Array) -> Array:
    """The sums over places, shape (n, 2), of the products of the Chebyshev polynomials at each."""
    sums = np.zeros((NODES[-1], NODES[-1]))
    for begin in range(0, len(places), BLOCK):
        first, second = (chebyshev.chebvander(column, NODES[-1] - 1) for column in places[begin : begin + BLOCK].T)
        sums += first.T @ second
    return sums


def _weighed(nodes: int) -> tuple[Array, Array]:
    """The Chebyshev nodes between -1 and 1, and what each takes of the sum of each polynomial, (nodes, nodes)."""
    at = chebyshev.chebpts1(nodes)
    shares: Array = (chebyshev.chebvander(at, nodes - 1) * (2.0 / nodes)).astype(np.float64)
    shares[:, 0] *= 0.5
    return at, shares
