"""Random starts: Keras's limits by hand, draws that keep to them, and the size of a sum, measured."""

import math

import numpy as np
import pytest

from playground.learning import INITIALIZERS, Settings, train
from playground.lessons.weights.where_weights_come_from.model import (
    N_DRAWS,
    keeps_size,
    random_start,
    reach,
    sum_deviation,
    sum_sizes,
)

BY_HAND = [
    ("glorot_uniform", 3, 1, 1.224745),  # sqrt(6 / 4)
    ("he_uniform", 6, 5, 1.0),  # sqrt(6 / 6)
    ("lecun_uniform", 48, 5, 0.25),  # sqrt(3 / 48)
    ("glorot_normal", 5, 3, 1.136847),  # 2 sqrt(2 / 8) / 0.8796257
    ("he_normal", 8, 1, 1.136847),  # 2 sqrt(2 / 8) / 0.8796257
    ("lecun_normal", 4, 9, 1.136847),  # 2 sqrt(1 / 4) / 0.8796257
    ("random_uniform", 9, 9, 0.05),
    ("random_normal", 9, 9, math.inf),
    ("ones", 9, 9, 1.0),
]
each_initializer = pytest.mark.parametrize("name", list(INITIALIZERS))


@pytest.mark.parametrize(("name", "fan_in", "fan_out", "limit"), BY_HAND)
def test_limits_are_those_worked_out_by_hand(name, fan_in, fan_out, limit):
    assert random_start(name, fan_in, fan_out, 0).limit == pytest.approx(limit, abs=1e-6)


@each_initializer
@pytest.mark.parametrize(("fan_in", "fan_out"), [(1, 1), (3, 1), (64, 64)])
def test_every_draw_is_counted_once_and_lies_within_the_limit(name, fan_in, fan_out):
    start = random_start(name, fan_in, fan_out, 5)
    assert start.counts.sum() == N_DRAWS
    assert len(start.counts) == len(start.edges) - 1
    assert len(start.weights) == fan_in
    assert (np.abs(start.weights) <= start.limit).all()
    if start.deviation and math.isfinite(start.limit):
        assert start.edges[[0, -1]] == pytest.approx([-start.limit, start.limit])


def test_a_uniform_start_is_flat_and_a_normal_one_is_a_bell():
    flat = random_start("he_uniform", 4, 1, 0).counts
    mean = N_DRAWS / len(flat)
    assert (np.abs(flat - mean) < 5 * math.sqrt(mean)).all()
    bell = random_start("random_normal", 4, 1, 0)
    middles = (bell.edges[1:] + bell.edges[:-1]) / 2
    within = bell.counts[np.abs(middles) < 0.05].sum() / N_DRAWS
    assert within == pytest.approx(0.6827, abs=0.05)


@each_initializer
def test_the_neuron_starts_where_training_does(name):
    X, y = np.random.default_rng(0).normal(size=(6, 3)), np.arange(6.0)
    begun = train(X, y, Settings(initializer=name, seed=11, epochs=0)).weights[0]
    np.testing.assert_array_equal(random_start(name, 3, 1, 11).weights, begun)


def test_another_seed_draws_other_weights_and_the_same_seed_the_same():
    first, again, other = (random_start("he_normal", 3, 1, seed).weights for seed in (1, 1, 2))
    np.testing.assert_array_equal(first, again)
    assert not np.isclose(first, other).any()


@pytest.mark.parametrize("name", ["ones", "glorot_uniform", "he_normal", "random_normal"])
def test_the_size_of_the_sum_is_the_one_measured_on_many_neurons(name):
    rng = np.random.default_rng(3)
    weights = INITIALIZERS[name].sample(16, 2, rng, (4000, 16))
    sums = (weights * rng.normal(size=(4000, 16))).sum(axis=1)
    assert sum_deviation(name, 16, 2) == pytest.approx(sums.std(), rel=0.05)


def test_he_keeps_the_size_of_the_sum_and_a_fixed_deviation_does_not():
    assert sum_sizes("he_uniform", 1) == pytest.approx((math.sqrt(2), math.sqrt(2)))
    assert sum_sizes("random_normal", 1) == pytest.approx((0.05, 0.4))
    assert keeps_size("he_normal", 1)
    assert keeps_size("glorot_uniform", 1)
    assert not keeps_size("glorot_uniform", 64)
    assert not keeps_size("random_uniform", 1)


@each_initializer
def test_no_layer_draws_beyond_the_reach_of_a_neuron_with_one_input(name):
    for fan_in, fan_out in ((1, 1), (2, 64), (64, 1)):
        start = random_start(name, fan_in, fan_out, 0)
        assert np.abs(start.edges).max() <= reach(name) + 0.05 + 1e-12


def test_the_arrays_are_read_only():
    start = random_start("he_normal", 3, 1, 0)
    for array in (start.weights, start.edges, start.counts):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1
