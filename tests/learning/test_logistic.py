"""Yes or no with many rows: read off a few nodes, the loss and the gradient are those of all rows."""

import numpy as np
import pytest

from playground.learning import Settings, train
from playground.learning.logistic import Logistic, are_yes_or_no
from playground.learning.nodes import NODES, Condensed
from playground.learning.nodes_of_two import CondensedPair, nodes_for
from playground.learning.odds import Counted

RNG = np.random.default_rng(11)
N_SAMPLES = 30_000
FEATURES = {
    "normal": RNG.normal(size=N_SAMPLES),
    "years": RNG.integers(1900, 2027, N_SAMPLES).astype(float),
    "uniform and tiny": RNG.uniform(-3e-150, 2e-150, N_SAMPLES),
    "incomes": RNG.lognormal(10.0, 0.7, N_SAMPLES),
    "two clouds": np.where(RNG.random(N_SAMPLES) < 0.3, RNG.normal(-9, 0.1, N_SAMPLES), RNG.normal(4, 1.0, N_SAMPLES)),
    "an outlier": np.append(RNG.normal(size=N_SAMPLES - 1), 1e6),
    "ones and zeros": RNG.integers(0, 2, N_SAMPLES).astype(float),
}

PAIRS = {
    "normal": RNG.normal(size=(N_SAMPLES, 2)),
    "nearly one line": RNG.normal(size=(N_SAMPLES, 1)) + RNG.normal(0.0, 1e-3, (N_SAMPLES, 2)),
    "years and incomes": np.column_stack([FEATURES["years"], FEATURES["incomes"]]),
    "tiny and zeros": np.column_stack([FEATURES["uniform and tiny"], FEATURES["ones and zeros"]]),
    "clouds and an outlier": np.column_stack([FEATURES["two clouds"], FEATURES["an outlier"]]),
}


def labels_of(x):
    """Yes more often where x is large."""
    return (RNG.logistic(size=len(x)) + 2.0 * (x - np.median(x)) / x.std() > 0.0).astype(float)


def written_out(X, y, parameters):
    """Loss and gradient as the formulas of cross-entropy and of a clipped sigmoid have them, row by row."""
    with np.errstate(over="ignore"):
        p = 1.0 / (1.0 + np.exp(-(X @ parameters[:-1] + parameters[-1])))
    clipped = np.clip(p, 1e-7, 1.0 - 1e-7)
    loss = -np.mean(y * np.log(clipped) + (1.0 - y) * np.log(1.0 - clipped))
    slope = np.where(p == clipped, p - y, 0.0)
    return loss, np.append(slope @ X, slope.sum()) / len(y)


@pytest.mark.parametrize("name", FEATURES)
@pytest.mark.parametrize("weight", [0.0, 0.3, -2.0, 4.5, -30.0], ids="weight {}".format)
@pytest.mark.parametrize("shift", [0.0, 2.5], ids="shift {}".format)
def test_many_rows_have_the_loss_and_the_gradient_of_each_of_them_added_up(name, weight, shift):
    x, y = FEATURES[name], labels_of(FEATURES[name])
    w = weight / x.std()  # a deviation of x moves the sum by the weight
    parameters = np.array([w, shift - w * np.median(x)])
    with np.errstate(over="ignore"):
        loss, gradient = Logistic(x[:, None], y).at(parameters)
    expected, slope = written_out(x[:, None], y, parameters)
    assert loss == pytest.approx(expected, rel=1e-11)
    assert gradient == pytest.approx(slope, rel=1e-8, abs=1e-12 * np.abs(x).mean())


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize(
    "weights", [(0.0, 0.0), (0.3, -0.2), (1.5, 0.0), (-2.0, 1.5), (1.0, 6.0), (-30.0, 1.0)], ids=str
)
@pytest.mark.parametrize("shift", [0.0, 2.5], ids="shift {}".format)
def test_many_rows_with_two_features_have_the_loss_and_the_gradient_of_each_of_them_added_up(name, weights, shift):
    X = PAIRS[name]
    y = labels_of(X[:, 0])
    w = np.array(weights) / X.std(axis=0)
    parameters = np.array([*w, shift - w @ np.median(X, axis=0)])
    with np.errstate(over="ignore"):
        loss, gradient = Logistic(X, y).at(parameters)
    expected, slope = written_out(X, y, parameters)
    assert loss == pytest.approx(expected, rel=1e-11)
    assert gradient == pytest.approx(slope, rel=1e-8, abs=1e-12 * np.abs(X).mean())
    each = np.append(np.abs(X).mean(axis=0), 1.0)  # the most that a gradient can be
    assert (np.abs(gradient - slope) <= 1e-11 * each).all()


def test_the_nodes_of_a_feature_are_those_that_its_weight_needs():
    assert [nodes_for(reach) for reach in (0.0, 2.9, 3.0, 6.8, 7.0, 14.4, 14.5, np.nan, np.inf)] == [
        *(32, 32, 32, 64, 64, 128, None, None, None),
    ]


def test_two_features_are_looked_at_row_by_row_only_where_nodes_would_not_do():
    X = PAIRS["normal"]
    found = CondensedPair.of(X, labels_of(X[:, 0]))
    assert len(found.rows) == N_SAMPLES
    nothing = CondensedPair(found.rows, found.middles, found.halves, found.sums * np.nan)
    seen = []
    for parameters in ([0.4, -0.5, 0.0], [0.1, 0.1, 15.9], [0.0, 9.0, 0.0], [500.0, 1.0, 0.0]):
        with np.errstate(over="ignore"):
            loss, gradient = nothing.at(np.array(parameters))
        seen.append(bool(np.isfinite(loss) and np.isfinite(gradient).all()))
    assert seen == [False, True, True, True]
    found.at(np.array([0.4, -0.5, 0.0]))
    assert [len(grid) for grid in found.grids.values()] == [2 * 32 * 32]
    assert found.grids[32, 32].counts.sum() == pytest.approx(N_SAMPLES, rel=1e-12)


@pytest.mark.parametrize("X", [np.full((9000, 2), 3.5), PAIRS["normal"][:8000]], ids=["alike", "not many"])
def test_pairs_that_are_alike_or_not_many_stay_as_they_are(X):
    assert CondensedPair.of(X, np.arange(len(X)) % 2.0) is None


@pytest.mark.parametrize("name", [name for name in FEATURES if name != "an outlier"])
def test_what_stands_for_many_rows_is_few(name):
    found = Condensed.of(FEATURES[name], labels_of(FEATURES[name]))
    assert len(found.few) < N_SAMPLES / 4
    assert found.few.counts.sum() == pytest.approx(N_SAMPLES, rel=1e-12)


def test_rows_that_all_are_alike_stay_as_they_are():
    assert Condensed.of(np.full(9000, 3.5), np.arange(9000.0) % 2) is None


def test_the_rows_are_looked_at_themselves_where_a_probability_may_be_clipped():
    x = FEATURES["normal"]
    found = Condensed.of(x, labels_of(x))
    seen = []
    few = Counted(found.few.signed, found.few.counts * np.nan)  # whatever is read off a node shows
    watched = Condensed(found.rows, few, found.width, found.edges, found.first_rows)
    for parameters in ([1.0, 0.0], [0.0, 17.0], [500.0, 0.0]):
        with np.errstate(over="ignore"):
            loss, gradient = watched.at(np.array(parameters))
        seen.append(bool(np.isfinite(loss) and np.isfinite(gradient).all()))
    assert seen == [False, True, True]


def test_a_cell_has_nodes_for_both_labels():
    x = FEATURES["normal"]
    found = Condensed.of(x, labels_of(x))
    assert len(found.few) == 2 * NODES * len(found.edges)
    assert found.first_rows[-1] == N_SAMPLES


@pytest.mark.parametrize("n_features", [1, 2])
@pytest.mark.parametrize(
    "way",
    [
        {},
        {"momentum": 0.9},
        {"optimizer": "adam", "learning_rate": 0.1},
        {"l2": 0.05},
        {"l1": 0.02},
        {"use_bias": False},
        {"trainable_weights": False},
        {"learning_rate": 8.0},
    ],
    ids=str,
)
def test_a_run_on_many_rows_is_that_of_a_plain_loop_over_batches_of_all_rows(way, n_features):
    """Labels that are shares take the general way: those of 0 and 1, and a row of 0.5 that counts next to nothing."""
    X = PAIRS["normal"][:, :n_features]
    y = labels_of(X[:, 0])
    settings = Settings(
        **{
            "activation": "sigmoid",
            "loss": "binary_crossentropy",
            "initial_weights": (0.4, -0.3)[:n_features],
            "learning_rate": 2.0,
            "epochs": 60,
            **way,
        }
    )
    quick = train(X, y, settings)
    shares = np.where(np.arange(N_SAMPLES) == 0, np.abs(y - 1e-13), y)
    assert are_yes_or_no(y)
    assert not are_yes_or_no(shares)
    plain = train(X, shares, settings)
    assert quick.epochs == plain.epochs == 60
    assert np.abs(quick.weights - plain.weights).max() < 1e-10
    assert np.abs(quick.bias - plain.bias).max() < 1e-10
    assert quick.loss == pytest.approx(plain.loss, rel=1e-10)


def test_a_row_that_is_clipped_costs_what_keras_says_and_pulls_no_more():
    X, y = np.array([[-3.0], [-2.0], [2.0], [3.0]]), np.array([1.0, 1.0, 0.0, 0.0])
    loss, gradient = Logistic(X, y).at(np.array([30.0, 0.0]))
    assert loss == pytest.approx(16.1180956512215, rel=1e-12)  # -log(1e-7), with 1 - 1e-7 as a float
    assert gradient.tolist() == [0.0, 0.0]
