"""What the Playground says of a run, against strings written by hand and losses computed by hand."""

import re

import numpy as np
import pytest

from playground.data import real
from playground.figures import readout
from playground.learning import Settings
from playground.learning.run import run

CARS, PENGUINS = real("cars"), real("penguins")


def ran(data, *, standardise=True, **chosen):
    """A run that starts at weight 0 and bias 0, where the loss in standard units is 1."""
    return run(data.X, data.y, Settings(**{"initial_weights": (0.0,), "initial_bias": 0.0, **chosen}), standardise)


def read_out(data, epoch=None, first=None, **chosen):
    seen = ran(data, **chosen)
    at = seen.last_epoch if epoch is None else epoch
    first = float(seen.history.loss[0]) if first is None else first
    return readout.readout(seen, at, data.feature.name, data.label.name, first)


def lines(text):
    return text.replace("*", "").split("\n\n")


def slope_of(data):
    return float(np.corrcoef(data.X[:, 0], data.y)[0, 1])


def test_before_training_it_says_the_line_its_loss_and_the_way_from_the_first_line():
    least = 1 - slope_of(CARS) ** 2
    first = 3.0  # the loss of weight 0 and bias 0 is 1: two of the steps from 3 to the least loss are gone
    line, loss, what = lines(read_out(CARS, epoch=0, first=first))
    assert line == f"{CARS.label.name} = 0 · {CARS.feature.name} + 20.1"
    assert re.fullmatch(r"loss 1\.00\u2003\[bar \d+\]\u2003you: \d+\u00a0% of the way to the best", loss)
    way = (first - 1.0) / (first - least)
    assert f"you: {int(100 * way)}\u00a0%" in loss
    assert f"[bar {round(1000 * way)}]" in loss
    assert what == "The loss is the mean of the squared errors. Smaller is better."


def test_after_training_it_says_how_far_the_hand_and_the_neuron_came_and_that_it_has_arrived():
    least = 1 - slope_of(CARS) ** 2
    _, loss, what = lines(read_out(CARS, first=3.0, learning_rate=0.1, epochs=200))
    assert f"loss {least:.3f}" in loss
    assert "neuron: 100\u00a0% of the way to the best" in loss
    assert f"by hand {int(100 * 2.0 / (3.0 - least))}\u00a0%" in loss
    assert what == "After epoch\u00a0200 of 200: it has arrived at the best line."


def test_only_the_digits_of_the_best_loss_are_all_of_the_way():
    seen = ran(CARS, learning_rate=0.1, epochs=200)
    for epoch in range(201):
        said = readout.percent(seen, epoch, readout.way_gone(seen, float(seen.history.loss[epoch]), 1.0))
        is_best = f"{seen.history.loss[epoch]:.3f}" == f"{1 - slope_of(CARS) ** 2:.3f}"
        assert (said == "100\u00a0%") == is_best, epoch


def test_a_line_that_is_farther_off_than_the_first_one_has_gone_nothing_of_the_way():
    assert "you: 0\u00a0%" in read_out(CARS, epoch=0, first=0.9).replace("*", "")


OUTCOMES = [
    ({"learning_rate": 0.1, "epochs": 5}, "it has not finished: give it more epochs or a larger learning rate."),
    ({"learning_rate": 0.001, "epochs": 5}, "it is far too slow: choose a larger learning rate."),
    ({"learning_rate": 0.8, "epochs": 50}, "it jumps past the best line, by less each time."),
    (
        {"learning_rate": 0.98, "epochs": 5},
        "it jumps past the best line, by less each time and it has not finished: give it more epochs.",
    ),
    (
        {"learning_rate": 1.5, "epochs": 20},
        "the loss grows without end. The learning rate 1.50 is above the limit",
    ),
    ({"learning_rate": 1.0, "epochs": 20}, "it jumps from side to side and never settles: the learning rate is at"),
    ({"learning_rate": 0.5, "epochs": 20}, "it has arrived at the best line."),
]
"""On standardised data the rate r leaves (1 - 2 r) of the distance each epoch: its limit is 1."""


@pytest.mark.parametrize(("chosen", "said"), OUTCOMES, ids=[str(chosen) for chosen, _ in OUTCOMES])
@pytest.mark.parametrize("data", [CARS, PENGUINS], ids=["cars", "penguins"])
def test_outcomes_are_told_apart(data, chosen, said):
    assert readout.outcome(ran(data, **chosen)).replace("*", "").startswith(said)


@pytest.mark.parametrize("shuffle", [True, False])
def test_batches_that_get_no_nearer_to_the_best_loss_are_not_said_to_need_more_epochs(shuffle):
    batches = {"batch_size": 4, "shuffle": shuffle, "learning_rate": 0.3}
    assert "hovers" in readout.outcome(ran(PENGUINS, epochs=2000, **batches))
    slow = readout.outcome(ran(PENGUINS, epochs=20, **batches | {"learning_rate": 0.0005}))
    assert "hovers" not in slow
    assert "more epochs" in slow


@pytest.mark.parametrize("optimizer", ["rmsprop", "adagrad", "adam", "adamw", "lion"])
def test_an_optimizer_that_scales_its_steps_is_said_to_have_no_limit(optimizer):
    assert "has no exact limit" in readout.outcome(ran(CARS, optimizer=optimizer, epochs=5))


def test_below_the_fold_stand_standard_units_the_limit_and_r2():
    slope = slope_of(CARS)
    said = readout.in_standard_units(ran(CARS, learning_rate=0.1, epochs=200), 200).replace("*", "")
    assert f"In standard units: y = −{-slope:.3f} x + 0.00" in said
    assert "limit of the learning rate 1.00" in said
    assert f"R²\u00a0{slope**2:.2f}" in said
    raw = ran(CARS, learning_rate=0.01, standardise=False)
    assert "standard units" not in readout.in_standard_units(raw, 0)


def test_an_r2_that_says_no_more_than_the_loss_is_left_out():
    seen = ran(CARS, learning_rate=1.5, epochs=4)
    # a rate of 1.5 doubles the distance to the best weight each epoch: the loss is 1 - r^2 + r^2 4^epochs
    share = slope_of(CARS) ** 2
    assert -100 < share * (1 - 4**3) < -40
    assert share * (1 - 4**4) < -100
    assert "R²" in readout.in_standard_units(seen, 3)
    assert "R²" not in readout.in_standard_units(seen, 4)


NO_LIMIT = [{"batch_size": 4}, {"batch_size": 1}, {"optimizer": "adam"}, {"loss": "mean_absolute_error"}]


@pytest.mark.parametrize("chosen", NO_LIMIT, ids=str)
@pytest.mark.parametrize("data", [CARS, PENGUINS], ids=["cars", "penguins"])
def test_a_run_that_learns_is_not_said_to_grow_or_diverge(data, chosen):
    seen = ran(data, learning_rate=0.02, epochs=100, **chosen)
    assert seen.history.loss[-1] < 0.5 * seen.history.loss[0]
    said = readout.outcome(seen)
    assert "grew" not in said
    assert "grows" not in said
    assert "limit" in said


@pytest.mark.parametrize("size", [1, 4])
@pytest.mark.parametrize("data", [CARS, PENGUINS], ids=["cars", "penguins"])
def test_a_run_of_batches_that_leaves_the_range_of_floats_is_said_to_have_diverged(data, size):
    seen = ran(data, learning_rate=2.0, epochs=200, batch_size=size)
    last = len(seen.history.loss) - 1
    assert last < 200
    said = readout.outcome(seen).replace("*", "")
    when = f"after epoch {last}" if last else "within the first epoch"
    assert f"the loss grew without end {when}: the numbers became too large." in said
    assert "Choose a smaller learning rate." in said
    assert "grew from" not in said


@pytest.mark.parametrize(
    "chosen", [{"batch_size": 4, "epochs": 2}, {"optimizer": "adam", "epochs": 1, "learning_rate": 4.0}], ids=str
)
@pytest.mark.parametrize("data", [CARS, PENGUINS], ids=["cars", "penguins"])
def test_a_loss_that_has_grown_without_a_known_limit_is_said_to_have(data, chosen):
    seen = ran(data, **{"learning_rate": 2.0, **chosen})
    assert seen.history.loss[-1] > 2.0
    said = readout.outcome(seen).replace("*", "")
    assert "the loss grew from 1.00: choose a smaller learning rate." in said
    assert "without end" not in said


def test_the_limit_of_raw_units_is_written_as_the_slider_shows_it():
    said = readout.outcome(ran(PENGUINS, learning_rate=1e-4, epochs=50, standardise=False))
    design = np.column_stack([PENGUINS.X[:, 0], np.ones(len(PENGUINS.y))])
    limit = 1 / np.linalg.eigvalsh(design.T @ design / len(design))[-1]
    assert 1e-5 < limit < 1e-4
    assert f"limit {limit:.7f}" in said
    assert "0.000100 is above" in said
    assert "×" not in said
