"""The optimum of a run is that of its settings: by normal equations in fractions, by its neighbours, by training."""

from dataclasses import replace
from fractions import Fraction
from itertools import product

import numpy as np
import pytest

from playground.data import real
from playground.learning import ACTIVATIONS, LOSSES, Settings, train
from playground.learning.analysis import optimum
from playground.learning.run import run

X = np.array([[1.0, 0.5], [2.0, -1.0], [4.0, 0.25], [5.0, 2.0], [7.0, -0.5]])
Y = np.array([2.2, 3.8, 6.1, 8.3, 9.6])
FROZEN = {"trainable_weights": False, "initial_weights": (0.5, -1.0)}
WAYS = {
    "plain": {},
    "no bias": {"use_bias": False},
    "l2": {"l2": 0.1},
    "l2 without a bias": {"l2": 0.1, "use_bias": False},
    "frozen weights": FROZEN,
    "frozen weights that are penalised": {**FROZEN, "l2": 0.1, "l1": 0.1},
    "frozen weights without a bias": {**FROZEN, "use_bias": False},
    "another optimizer": {"optimizer": "adam", "batch_size": 2},
}


def by_normal_equations(X, y, l2, use_bias):
    """(Z'Z + n l2 D) p = Z'y in exact fractions, by elimination; D has no part for the bias."""
    rows = [[Fraction(x) for x in row] + ([Fraction(1)] if use_bias else []) for row in X.tolist()]
    labels, d = [Fraction(label) for label in y.tolist()], len(rows[0])
    table = [
        [sum(row[i] * row[j] for row in rows) for j in range(d)]
        + [sum(row[i] * label for row, label in zip(rows, labels, strict=True))]
        for i in range(d)
    ]
    for i in range(X.shape[1]):
        table[i][i] += len(rows) * Fraction(l2)
    for i in range(d):
        table[i] = [entry / table[i][i] for entry in table[i]]
        for j in range(d):
            if j != i:
                table[j] = [entry - table[j][i] * pivot for entry, pivot in zip(table[j], table[i], strict=True)]
    found = [float(row[-1]) for row in table]
    return found if use_bias else [*found, 0.0]


def loss(parameters, settings):
    weights, bias = parameters[:-1], parameters[-1]
    return np.mean((X @ weights + bias - Y) ** 2) + settings.l2 * np.sum(weights**2)


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_no_neighbour_that_training_may_go_to_is_lower(way):
    settings = Settings(**way)
    found = optimum(X, Y, settings)
    here = np.append(found.weights, found.bias)
    moving = [settings.trainable_weights] * 2 + [settings.use_bias]
    for step in product((-0.01, 0.0, 0.01), repeat=3):
        assert loss(here + np.array(step) * moving, settings) >= loss(here, settings)
    assert found.loss == pytest.approx(loss(here, replace(settings, l2=0.0)), rel=1e-12)
    if not settings.trainable_weights:
        assert found.weights.tolist() == [0.5, -1.0]
        assert found.bias == pytest.approx(np.mean(Y - X @ [0.5, -1.0]) if settings.use_bias else 0.0)
    else:
        np.testing.assert_allclose(here, by_normal_equations(X, Y, settings.l2, settings.use_bias), rtol=1e-12)


@pytest.mark.parametrize("way", [way for name, way in WAYS.items() if name != "another optimizer"], ids=str)
def test_a_long_run_ends_there(way):
    settings = Settings(learning_rate=0.03, epochs=20_000, **{"initial_weights": (0.0, 0.0), **way})
    settings = replace(settings, l1=0.0)
    found, ran = optimum(X, Y, settings), train(X, Y, settings)
    np.testing.assert_allclose([*ran.weights[-1], ran.bias[-1]], [*found.weights, found.bias], rtol=1e-9, atol=1e-9)
    assert ran.loss[-1] == pytest.approx(found.loss, rel=1e-9)


def test_only_a_linear_neuron_with_squared_error_and_no_l1_has_a_closed_form():
    y = Y / 10.0
    for loss_name, activation in product(LOSSES, ACTIVATIONS):
        found = optimum(X, y, Settings(loss=loss_name, activation=activation))
        assert (found is not None) == (loss_name == "mean_squared_error" and activation == "linear")
    assert optimum(X, y, Settings(l1=0.1)) is None


def test_a_run_knows_its_own_optimum_or_says_that_there_is_none():
    data = real("cars")
    free, held = run(data.X, data.y, Settings()), run(data.X, data.y, Settings(initial_weights=(0.5,), l2=0.1))
    slope = float(np.corrcoef(data.X[:, 0], data.y)[0, 1])
    assert free.best.weights[0] == pytest.approx(slope)
    assert held.best.weights[0] == pytest.approx(slope / 1.1)  # (x'x / n) w + l2 w = x'y / n, in standard units
    none = run(data.X, data.y, Settings(loss="mean_absolute_error"))
    assert none.optimum is None
    with pytest.raises(ValueError, match=r"^best needs a run with an optimum"):
        _ = none.best


def test_best_weights_beyond_the_range_of_numbers_are_no_optimum():
    assert optimum([[1e-300], [2e-300]], [1e150, 3e150], Settings()) is None
