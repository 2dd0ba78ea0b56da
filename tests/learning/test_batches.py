"""Batches of every size, small and beyond a block of rows, against the plainest loop over rows."""

import numpy as np
import pytest

from playground.learning import Settings, train
from playground.learning.batches import BLOCK, row_orders

RNG = np.random.default_rng(9)
SLOPES = {"mean_squared_error": lambda e: 2.0 * e, "huber": lambda e: np.clip(e, -1.0, 1.0)}


def plain_run(X, y, settings):
    Z = np.column_stack([X, np.ones(len(y))])
    theta = np.append(settings.initial_weights, settings.initial_bias)
    size = min(settings.batch_size or len(y), len(y))
    rows = [theta]
    for _, order in zip(range(settings.epochs), row_orders(settings, len(y)), strict=False):
        order = np.arange(len(y)) if order is None else order
        for first in range(0, len(y), size):
            batch = order[first : first + size]
            slope = SLOPES[settings.loss](Z[batch] @ theta - y[batch])
            theta = theta - settings.rate * slope @ Z[batch] / len(batch)
        rows.append(theta)
    return np.array(rows)


@pytest.mark.parametrize("shuffle", [False, True])
@pytest.mark.parametrize("loss", SLOPES)
@pytest.mark.parametrize(
    ("n_samples", "batch_size"),
    [
        (7, 1),
        (7, 2),
        (7, 3),
        (7, 4),
        (7, 6),
        (7, None),
        (50, 16),
        (BLOCK + 9, 500),
        (2 * BLOCK + 9, BLOCK + 1),
        (2 * BLOCK + 9, None),
    ],
)
def test_a_run_is_that_of_the_plainest_loop(n_samples, batch_size, loss, shuffle):
    X, y = RNG.normal(size=(n_samples, 2)), RNG.normal(size=n_samples)
    settings = Settings(
        loss=loss, batch_size=batch_size, shuffle=shuffle, learning_rate=0.02, epochs=3, initial_weights=(0.4, -1.0)
    )
    run = train(X, y, settings)
    plain = plain_run(X, y, settings)
    np.testing.assert_allclose(np.column_stack([run.weights, run.bias]), plain, rtol=1e-11, atol=1e-13)
    errors = plain[:, :2] @ X.T + plain[:, 2:] - y
    value = (
        errors**2 if loss == "mean_squared_error" else np.where(np.abs(errors) < 1, errors**2 / 2, np.abs(errors) - 0.5)
    )
    np.testing.assert_allclose(run.loss, value.mean(axis=1), rtol=1e-12)


def test_every_row_is_taken_once_in_an_epoch_and_the_seed_decides_the_order():
    orders = row_orders(Settings(batch_size=4, seed=3), 10)
    first, second = next(orders), next(orders)
    assert sorted(first) == sorted(second) == list(range(10))
    assert first.tolist() != second.tolist()
    assert next(row_orders(Settings(batch_size=4, seed=3), 10)).tolist() == first.tolist()
    assert next(row_orders(Settings(batch_size=4, seed=4), 10)).tolist() != first.tolist()
