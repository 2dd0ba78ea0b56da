"""When a loss counts as exploded: it diverges, or has grown so much that only a logarithmic axis can show it."""

from dataclasses import replace

import numpy as np
import pytest

from playground.data import MadeUp, made_up, real
from playground.learning import Settings
from playground.learning.run import run

CARS = real("cars")


def ran(**chosen):
    """A run that starts at weight 0 and bias 0, where the loss in standard units is 1."""
    return run(CARS.X, CARS.y, Settings(**{"initial_weights": (0.0,), "initial_bias": 0.0, **chosen}))


def ended(first, last):
    """A run of batches with that first and last loss."""
    seen = ran(batch_size=4, learning_rate=0.01, epochs=1)
    return replace(seen, history=replace(seen.history, loss=np.array([first, last])))


@pytest.mark.parametrize(
    ("first", "last", "explodes"),
    [(1.0, 100.0, False), (1.0, 101.0, True), (1e-6, 1.1e-4, True), (50.0, 4000.0, False), (1.0, 0.2, False)],
)
def test_a_loss_a_hundred_times_its_first_value_has_exploded(first, last, explodes):
    assert ended(first, last).explodes is explodes


def test_a_start_without_any_loss_is_no_measure():
    assert ended(0.0, 1e-20).explodes is False
    line = made_up(MadeUp(slope=0.0, intercept=0.0, noise=0.0))
    still = run(line.X, line.y, Settings(initial_weights=(0.0,), initial_bias=0.0, learning_rate=0.1))
    assert not still.explodes


def test_a_run_above_its_limit_explodes_however_little_it_has_grown():
    seen = ran(learning_rate=1.01, epochs=2)
    assert seen.history.loss[-1] < 2.0
    assert seen.explodes


def test_a_run_of_batches_explodes_when_its_loss_does():
    seen = ran(learning_rate=2.0, batch_size=4, epochs=2)
    assert not seen.diverges, "no limit is known, and all numbers are finite"
    assert seen.history.loss[-1] > 100.0
    assert seen.explodes
    assert not ran(learning_rate=0.05, batch_size=4, epochs=50).explodes
