"""What learning rates do, against runs at those rates."""

import numpy as np
import pytest

from playground.data import REAL, real, standard
from playground.learning import Settings, train
from playground.learning.stability import rate_zones

EPOCHS = 50


def left(X, y, rate, epochs=EPOCHS):
    """The share of what a run could gain that it has left."""
    design = np.column_stack([X, np.ones(len(y))])
    lowest = np.mean((y - design @ np.linalg.lstsq(design, y, rcond=None)[0]) ** 2)
    loss = train(X, y, Settings(learning_rate=rate, epochs=epochs, initial_weights=(-1.5,), initial_bias=1.0)).loss
    return (loss[-1] - lowest) / (loss[0] - lowest)


def overshoots(X, y, rate):
    """Whether the weight goes beyond where it ends up."""
    weights = train(X, y, Settings(learning_rate=rate, epochs=400, initial_weights=(-1.5,), initial_bias=1.0)).weights
    path = weights[:, 0] - weights[-1, 0]
    return bool((path[:20] * path[0] < -1e-9 * path[0] ** 2).any())


@pytest.mark.parametrize("name", list(REAL))
def test_below_slow_a_run_has_not_arrived_and_above_it_has(name):
    X, y = standard(name)
    zones = rate_zones(X, Settings(epochs=EPOCHS))
    assert left(X, y, 0.9 * zones.slow) > 0.01
    assert left(X, y, 1.1 * zones.slow) < 0.01


@pytest.mark.parametrize("name", list(REAL))
def test_up_to_smooth_it_goes_straight_and_above_it_overshoots(name):
    X, y = standard(name)
    zones = rate_zones(X, Settings(epochs=EPOCHS))
    assert not overshoots(X, y, 0.98 * zones.smooth)
    assert overshoots(X, y, 1.02 * zones.smooth)


@pytest.mark.parametrize("name", ["penguins", "cars"])
@pytest.mark.parametrize("raw", [False, True])
def test_above_the_limit_the_loss_grows(name, raw):
    X, y = (real(name).X, real(name).y) if raw else standard(name)
    zones = rate_zones(X, Settings(epochs=EPOCHS))
    loss = {share: train(X, y, Settings(learning_rate=share * zones.limit, epochs=200)).loss for share in (0.98, 1.02)}
    assert loss[0.98][-1] < loss[0.98][0]
    assert loss[1.02][-1] > loss[1.02][-2]


def test_in_raw_units_every_rate_below_the_limit_is_too_slow():
    data = real("penguins")
    zones = rate_zones(data.X, Settings(epochs=200))
    assert zones.slow == zones.smooth == zones.limit / 2


@pytest.mark.parametrize(
    "other", [{"optimizer": "adam"}, {"batch_size": 4}, {"momentum": 0.5}, {"loss": "huber"}, {"activation": "relu"}]
)
def test_where_no_exact_limit_tells_there_are_no_zones(other):
    X, _ = standard("cars")
    assert rate_zones(X, Settings(**other)) is None
