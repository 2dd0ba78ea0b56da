"""One update, number by number: it adds up, and it is the one that training takes."""

import itertools
from dataclasses import replace

import numpy as np
import pytest

from playground.learning import ACTIVATIONS, LOSSES, OPTIMIZERS, Settings, train
from playground.learning.batches import mean_losses
from playground.lessons.weights.one_update.model import itemise
from tests.learning import golden

RNG = np.random.default_rng(7)
X = RNG.normal(size=(11, 2))
Y = RNG.uniform(0.1, 0.9, size=11)
START = Settings(initial_weights=(0.4, -0.3), initial_bias=0.2, learning_rate=0.05, epochs=4)

WAYS = {
    "full batch": {},
    "batches with a smaller last one": {"batch_size": 4},
    "batches in the given order": {"batch_size": 3, "shuffle": False},
    "single rows": {"batch_size": 1},
    "batch above n": {"batch_size": 50},
    "penalties": {"l1": 0.02, "l2": 0.03, "batch_size": 4},
    "weight decay": {"weight_decay": 0.1},
    "momentum": {"momentum": 0.9},
    "nesterov": {"momentum": 0.9, "nesterov": True, "batch_size": 4},
    "no bias": {"use_bias": False, "weight_decay": 0.1},
    "frozen weights": {"trainable_weights": False, "l2": 0.1, "batch_size": 4},
}
RUNS = [
    (f"{optimizer}, {name}", replace(START, optimizer=optimizer, **way))
    for optimizer in OPTIMIZERS
    for name, way in WAYS.items()
]
RUNS += [
    (f"{loss}, {activation}", replace(START, loss=loss, activation=activation, batch_size=4))
    for loss in LOSSES
    for activation in ACTIVATIONS
    if loss != "binary_crossentropy" or activation == "sigmoid"
]
each_run = pytest.mark.parametrize("run", [run for _, run in RUNS], ids=[name for name, _ in RUNS])


def parameters(update):
    return np.append(update.weights, update.bias), np.append(update.new_weights, update.new_bias)


@each_run
def test_the_updates_of_an_epoch_lead_from_one_row_of_the_history_to_the_next(run):
    history = train(X, Y, run)
    rows = np.column_stack([history.weights, history.bias])
    for epoch in (1, 2, 4):
        updates = [itemise(X, Y, run, epoch, 0)]
        updates += [itemise(X, Y, run, epoch, batch) for batch in range(1, updates[0].n_batches)]
        np.testing.assert_allclose(parameters(updates[0])[0], rows[epoch - 1], rtol=1e-12, atol=1e-13)
        for update, following in itertools.pairwise(updates):
            np.testing.assert_allclose(parameters(update)[1], parameters(following)[0], rtol=1e-12, atol=1e-13)
            for moment, same in zip(update.state_after, following.state_before, strict=True):
                np.testing.assert_allclose(moment, same, rtol=1e-12, atol=1e-13)
        np.testing.assert_allclose(parameters(updates[-1])[1], rows[epoch], rtol=1e-12, atol=1e-13)
        assert sorted(np.concatenate([update.rows for update in updates])) == list(range(len(Y)))


@each_run
def test_every_number_follows_from_those_before_it(run):
    update = itemise(X, Y, run, 2)
    m = len(update.rows)
    np.testing.assert_array_equal(update.features, X[update.rows])
    np.testing.assert_array_equal(update.labels, Y[update.rows])
    np.testing.assert_allclose(update.sums, update.features @ update.weights + update.bias, atol=1e-14)
    np.testing.assert_allclose(update.products.sum(axis=1) + update.bias, update.sums, atol=1e-14)
    np.testing.assert_array_equal(update.errors, update.predictions - update.labels)
    np.testing.assert_allclose(update.shares[:, :-1], update.shares[:, -1:] * update.features, atol=1e-15)
    np.testing.assert_allclose(update.shares.sum(axis=0), update.gradient, atol=1e-15)
    np.testing.assert_allclose(update.losses.sum() / m, update.loss, rtol=1e-14)
    before, after = parameters(update)
    np.testing.assert_array_equal(before - update.decay + update.step, after)


@each_run
def test_the_gradient_is_the_finite_difference_of_the_batch_loss(run):
    update = itemise(X, Y, run, 1)
    h = 1e-6
    shifts = h * np.vstack([np.eye(3), -np.eye(3)])
    losses = mean_losses(update.features, update.labels, run, parameters(update)[0] + shifts)
    np.testing.assert_allclose(update.gradient, (losses[:3] - losses[3:]) / (2 * h), rtol=1e-6, atol=1e-8)


RECORDED = [run for run in golden.read("open.json")["cases"] if not (run["shuffle"] and run["batch_size"])]


@pytest.mark.parametrize("recorded", RECORDED, ids=[run["name"] for run in RECORDED])
def test_the_first_epochs_land_on_keras_numbers(recorded):
    run = golden.settings_of(recorded)
    weights = golden.array(recorded["weights"])
    for epoch in (1, 2, 3):
        last = itemise(recorded["X"], recorded["y"], run, epoch).n_batches - 1
        update = itemise(recorded["X"], recorded["y"], run, epoch, last)
        assert np.abs(update.new_weights - weights[epoch]).max() <= 1e-9 * np.abs(weights[: epoch + 1]).max()
        if run.use_bias:
            assert update.new_bias == pytest.approx(recorded["bias"][epoch], rel=1e-9, abs=1e-9)


def test_a_step_by_hand():
    """w = 1, b = 0 on (1, 3) and (2, 5): predictions 1 and 2, errors -2 and -3, gradient (-8, -5)."""
    update = itemise([[1.0], [2.0]], [3.0, 5.0], Settings(initial_weights=(1.0,), learning_rate=0.1), 1)
    assert update.predictions.tolist() == [1.0, 2.0]
    assert update.errors.tolist() == [-2.0, -3.0]
    assert update.loss == (4.0 + 9.0) / 2
    assert update.shares.tolist() == [[-2.0, -2.0], [-6.0, -3.0]]
    assert update.gradient.tolist() == [-8.0, -5.0]
    assert update.new_weights.tolist() == [1.8]
    assert update.new_bias == 0.5


@pytest.mark.parametrize(
    ("epoch", "batch", "said"),
    [
        (0, 0, "epoch must be from 1 to 4, got 0"),
        (5, 0, "epoch must be from 1 to 4, got 5"),
        (1.5, 0, "epoch must be a whole number, got 1.5"),
        (1, -1, "batch must be from 0 to 2, got -1"),
        (1, 3, "batch must be from 0 to 2, got 3"),
    ],
)
def test_a_step_that_does_not_exist_is_refused(epoch, batch, said):
    with pytest.raises(ValueError, match=f"^{said}$"):
        itemise(X, Y, replace(START, batch_size=4), epoch, batch)


def test_a_step_beyond_the_range_of_numbers_is_refused():
    run = replace(START, learning_rate=1e6, epochs=500)
    last = train(X, Y, run).epochs
    assert itemise(X, Y, run, last).epoch == last
    with pytest.raises(ValueError, match=r"^epoch must be before the run diverges, got 400, where \w+ is not finite$"):
        itemise(X, Y, run, 400)


def test_what_cannot_be_trained_on_cannot_be_itemised():
    with pytest.raises(ValueError, match=r"^y must have one label for each row"):
        itemise(X, Y[:-1], START, 1)
    with pytest.raises(ValueError, match=r"^y must be from 0 to 1"):
        itemise(X, Y + 1.0, replace(START, loss="binary_crossentropy", activation="sigmoid"), 1)
