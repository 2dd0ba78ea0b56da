"""A hundred starts: linear ones meet at least squares, and a silent relu neuron has no gradient and never moves."""

import numpy as np
import pytest

from playground.learning import Settings, train
from playground.lessons.weights.hundred_starts.model import N_STARTS, NEAR, basin, fall, hundred_starts, silence

RNG = np.random.default_rng(4)
X = RNG.normal(size=(40, 1))
Y = 0.8 * X[:, 0] + 0.3 * RNG.normal(size=40)
LINEAR = Settings(learning_rate=0.1, epochs=60)
RELU = Settings(learning_rate=0.1, epochs=60, activation="relu")
STARTS = hundred_starts("glorot_uniform", 0, draw_bias=True)


def loss(w, b):
    """Of a relu neuron, from its definition."""
    return float(np.mean((np.maximum(w * X[:, 0] + b, 0.0) - Y) ** 2))


def slopes(w, b, h=1e-6):
    return np.array([loss(w + h, b) - loss(w - h, b), loss(w, b + h) - loss(w, b - h)]) / (2 * h)


def test_starts_are_a_hundred_and_keras_has_no_random_bias():
    assert STARTS.shape == (N_STARTS, 2) == (100, 2)
    plain = hundred_starts("glorot_uniform", 0, draw_bias=False)
    np.testing.assert_array_equal(plain[:, 0], STARTS[:, 0])
    assert not plain[:, 1].any()
    assert np.abs(STARTS).max() <= np.sqrt(3.0)  # sqrt(6 / (1 + 1))
    assert len(np.unique(STARTS)) == 200


def test_all_linear_starts_end_at_least_squares():
    fallen = fall(X, Y, LINEAR, STARTS)
    slope, intercept = np.polyfit(X[:, 0], Y, 1)
    assert fallen.lowest == pytest.approx((slope, intercept))
    np.testing.assert_allclose(fallen.paths[-1], np.tile((slope, intercept), (100, 1)), atol=1e-3)
    assert fallen.counts(60) == (100, 0, 0, 0)
    assert fallen.counts(0)[0] < 5


def test_paths_are_those_of_training_one_by_one():
    for settings in (LINEAR, RELU):
        fallen = fall(X, Y, settings, STARTS)
        for i in (0, 7, 99):
            own = Settings(
                learning_rate=0.1,
                epochs=60,
                activation=settings.activation,
                initial_weights=(STARTS[i, 0],),
                initial_bias=STARTS[i, 1],
            )
            history = train(X, Y, own)
            np.testing.assert_allclose(fallen.paths[:, i, 0], history.weights[:, 0], atol=1e-10)
            np.testing.assert_allclose(fallen.paths[:, i, 1], history.bias, atol=1e-10)


def test_a_silent_start_has_no_gradient_by_finite_differences_and_the_others_have_one():
    fallen = fall(X, Y, RELU, STARTS)
    assert 0 < fallen.silent[0].sum() < 100
    for (w, b), silent in zip(STARTS, fallen.silent[0], strict=True):
        assert (slopes(w, b) == 0.0).all() == silent


def test_a_silent_neuron_stays_where_it_is():
    fallen = fall(X, Y, RELU, STARTS)
    stuck = fallen.silent[0]
    assert (fallen.paths[:, stuck] == fallen.paths[0, stuck]).all()
    assert (fallen.paths[1, ~stuck] != fallen.paths[0, ~stuck]).any(axis=1).all()
    assert (fallen.silent[1:] >= fallen.silent[:-1]).all()


def test_every_start_is_counted_once_at_every_epoch():
    for settings in (LINEAR, RELU):
        fallen = fall(X, Y, settings, STARTS)
        for epoch in (0, 1, 5, 30, 60):
            counts = fallen.counts(epoch)
            assert sum(counts) == 100
            assert min(counts) >= 0


def test_arrived_means_a_loss_as_low_as_the_lowest():
    fallen = fall(X, Y, RELU, STARTS)
    losses = np.array([loss(w, b) for w, b in fallen.paths[-1]])
    assert fallen.lowest_loss == pytest.approx(losses.min())
    assert loss(*fallen.lowest) == pytest.approx(losses.min())
    np.testing.assert_array_equal(fallen.arrived[-1], losses <= losses.min() + NEAR)


def test_with_a_bias_of_zero_only_the_weight_zero_is_silent():
    for initializer, stuck in (("glorot_uniform", 0), ("random_normal", 0), ("ones", 0), ("zeros", 100)):
        starts = hundred_starts(initializer, 3, draw_bias=False)
        assert fall(X, Y, RELU, starts).counts(0)[3] == stuck


def test_silence_begins_where_the_largest_sum_is_zero():
    x = np.array([[-1.0], [2.0]])
    assert silence(x, [3.0, -3.0, 0.0]).tolist() == [-6.0, -3.0, 0.0]


def test_the_landscape_is_the_loss_of_each_weight_and_bias():
    land = basin(X, Y, RELU, 2.0, resolution=5)
    assert land.along.tolist() == [-2.0, -1.0, 0.0, 1.0, 2.0]
    assert land.typical_error[1, 3] == pytest.approx(np.sqrt(loss(1.0, -1.0)))
    assert land.silent_below is not None
    assert basin(X, Y, LINEAR, 2.0, resolution=5).silent_below is None


def test_a_table_with_two_features_is_refused():
    with pytest.raises(ValueError, match="one column"):
        fall(np.ones((4, 2)), np.ones(4), LINEAR, np.zeros((3, 3)))
