"""A few rows from which a linear neuron learns the same as from many."""

import numpy as np
import pytest

from playground.learning import Settings, least_squares, r2_score, train
from playground.learning.condensing import condensed

RNG = np.random.default_rng(5)
X = RNG.normal([3.0, -200.0, 0.02], [1.0, 40.0, 0.001], (5000, 3))
Y = X @ [2.0, -0.3, 500.0] + 7 + RNG.normal(0, 2, 5000)
STANDARD = (X - X.mean(axis=0)) / X.std(axis=0)
START = (0.5, -1.0, 2.0)


@pytest.mark.parametrize(
    "way", [{}, {"momentum": 0.9}, {"optimizer": "adam"}, {"l1": 0.1, "l2": 0.2}, {"use_bias": False}]
)
def test_a_run_on_the_few_rows_is_the_run_on_all(way):
    settings = Settings(initial_weights=START, initial_bias=1.0, learning_rate=0.05, epochs=60, **way)
    many, few = train(STANDARD, Y, settings), train(*condensed(STANDARD, Y), settings)
    largest = np.abs(many.weights).max()
    assert np.abs(many.weights - few.weights).max() < 1e-11 * largest
    assert few.loss == pytest.approx(many.loss, rel=1e-11)


def test_means_variances_and_covariances_are_those_of_all_rows():
    rows, labels = condensed(X, Y)
    assert rows.shape == (5, 3)
    all_columns, few_columns = np.column_stack([X, Y]), np.column_stack([rows, labels])
    assert few_columns.mean(axis=0) == pytest.approx(all_columns.mean(axis=0), rel=1e-13)
    assert np.cov(few_columns.T, ddof=0) == pytest.approx(np.cov(all_columns.T, ddof=0), rel=1e-9)


def test_least_squares_on_the_few_rows_is_that_on_all():
    many, few = least_squares(X, Y), least_squares(*condensed(X, Y))
    assert [*few.weights, few.bias, few.loss] == pytest.approx([*many.weights, many.bias, many.loss], rel=1e-9)


def test_rows_on_a_plane_stay_on_it():
    exact = X @ [2.0, -0.3, 500.0] + 7
    rows, labels = condensed(X, exact)
    best = least_squares(rows, labels)
    assert r2_score(labels, rows @ best.weights + best.bias) == pytest.approx(1.0, abs=1e-15)
    assert best.weights == pytest.approx([2.0, -0.3, 500.0], rel=1e-9)


def test_a_constant_column_stays_constant():
    rows, _ = condensed(np.column_stack([X[:, 0], np.full(5000, 14.62)]), Y)
    assert rows[:, 1] == pytest.approx(np.full(4, 14.62), rel=1e-15)


def test_few_rows_stay_as_they_are():
    few = X[:5], Y[:5]
    assert condensed(*few) == few
