"""What holds for every data set: found by hypothesis, or refused with a sentence."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from playground.learning import Regime, Settings, learning_rate_limit, least_squares, predict, regime, train

NUMBERS = st.floats(-3.0, 3.0).map(lambda number: round(number, 3))


@st.composite
def rows(draw):
    n_samples, n_features = draw(st.integers(3, 12)), draw(st.integers(1, 3))
    return draw(arrays(float, (n_samples, n_features), elements=NUMBERS)), draw(
        arrays(float, n_samples, elements=NUMBERS)
    )


def start_of(X, **more):
    return Settings(initial_weights=(0.5,) * X.shape[1], **more)


@settings(max_examples=40, deadline=None)
@given(rows(), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_no_full_batch_run(data, random):
    X, y = data
    order = random.sample(range(len(y)), len(y))
    run, shuffled = (train(X[o], y[o], start_of(X, learning_rate=0.01)) for o in (slice(None), order))
    np.testing.assert_allclose(shuffled.weights, run.weights, atol=1e-9)


@settings(max_examples=40, deadline=None)
@given(rows(), st.floats(0.5, 4.0))
def test_scaling_the_label_scales_the_line(data, factor):
    X, y = data
    optimum, scaled = least_squares(X, y), least_squares(X, factor * y)
    np.testing.assert_allclose(scaled.weights, factor * optimum.weights, atol=1e-7)


@settings(max_examples=40, deadline=None)
@given(rows(), st.floats(0.5, 4.0))
def test_scaling_the_label_and_the_start_scales_every_line_of_a_run(data, factor):
    X, y = data
    run = train(X, y, start_of(X, learning_rate=0.01, momentum=0.5, initial_bias=0.2))
    start = Settings(initial_weights=(0.5 * factor,) * X.shape[1], initial_bias=0.2 * factor)
    scaled = train(X, factor * y, replace(start, learning_rate=0.01, momentum=0.5))
    np.testing.assert_allclose(scaled.weights, factor * run.weights, atol=1e-9)
    np.testing.assert_allclose(scaled.bias, factor * run.bias, atol=1e-9)
    np.testing.assert_allclose(scaled.loss, factor**2 * run.loss, rtol=1e-7, atol=1e-9)


@settings(max_examples=40, deadline=None)
@given(rows(), st.floats(-5.0, 5.0))
def test_a_bias_absorbs_a_shift_of_the_label(data, shift):
    X, y = data
    run = train(X, y, start_of(X, learning_rate=0.01))
    shifted = train(X, y + shift, start_of(X, learning_rate=0.01, initial_bias=shift))
    np.testing.assert_allclose(shifted.weights, run.weights, atol=1e-9)
    np.testing.assert_allclose(shifted.bias, run.bias + shift, atol=1e-9)


@settings(max_examples=40, deadline=None)
@given(rows())
def test_with_a_bias_the_residuals_of_the_optimum_sum_to_zero(data):
    X, y = data
    optimum = least_squares(X, y)
    assert abs((y - predict(X, optimum.weights, optimum.bias)).sum()) < 1e-8


@settings(max_examples=40, deadline=None)
@given(rows(), st.floats(0.05, 0.95))
def test_below_the_limit_the_loss_never_rises(data, share):
    X, y = data
    limit = learning_rate_limit(X, start_of(X))
    run = train(X, y, start_of(X, learning_rate=share * limit, epochs=60))
    assert not run.diverged
    assert np.diff(run.loss).max() <= 1e-12 * max(run.loss[0], 1.0)


@settings(max_examples=40, deadline=None)
@given(rows(), st.floats(1.05, 3.0))
def test_above_the_limit_the_loss_rises_in_every_epoch_from_a_start_along_the_steepest_direction(data, share):
    X, y = data
    Z = np.column_stack([X, np.ones(len(y))])
    steepest = np.linalg.eigh(Z.T @ Z)[1][:, -1]
    best = least_squares(X, y)
    start = np.append(best.weights, best.bias) + steepest
    limit = learning_rate_limit(X, start_of(X))
    way = Settings(initial_weights=tuple(start[:-1]), initial_bias=start[-1], epochs=30)
    run = train(X, y, replace(way, learning_rate=share * limit))
    assert np.diff(run.loss).min() > 0.0


@pytest.mark.parametrize(("momentum", "nesterov"), [(0.0, False), (0.5, False), (0.9, False), (0.5, True), (0.9, True)])
def test_the_limit_separates_runs_that_settle_from_runs_that_diverge(momentum, nesterov):
    rng = np.random.default_rng(3)
    X, y = rng.normal(size=(40, 2)), rng.normal(size=40)
    kind = {"momentum": momentum, "nesterov": nesterov, "initial_weights": (4.0, -3.0), "epochs": 3000}
    limit = learning_rate_limit(X, Settings(**kind))
    below, above = (Settings(learning_rate=share * limit, **kind) for share in (0.99, 1.01))

    assert train(X, y, below).loss[-1] == pytest.approx(least_squares(X, y).loss, rel=1e-6)
    assert train(X, y, above).loss[-1] > 1e6
    assert regime(X, below) in (Regime.SMOOTH, Regime.BOUNCING)
    assert regime(X, above) is Regime.DIVERGING


@pytest.mark.parametrize("nesterov", [False, True])
@pytest.mark.parametrize("momentum", [0.0, 0.3, 0.9])
@pytest.mark.parametrize("more", [{}, {"l2": 0.2}, {"weight_decay": 0.5}, {"use_bias": False}], ids=str)
def test_a_thousandth_of_the_limit_to_either_side_decides(momentum, nesterov, more):
    rng = np.random.default_rng(4)
    X, y = rng.normal(size=(30, 2)), rng.normal(size=30)
    way = Settings(momentum=momentum, nesterov=nesterov, initial_weights=(40.0, -30.0), epochs=30_000, **more)
    limit = learning_rate_limit(X, way)
    below, above = (train(X, y, replace(way, learning_rate=share * limit)) for share in (0.999, 1.001))
    assert below.loss[-1] < 10.0
    assert above.diverged or above.loss[-1] > 1e6


def test_the_limit_of_standardised_data_is_one_and_grows_with_momentum():
    x = np.array([-1.0, 1.0, -1.0, 1.0])[:, None]
    assert learning_rate_limit(x, Settings()) == pytest.approx(1.0)
    assert learning_rate_limit(x, Settings(momentum=0.9)) == pytest.approx(1.9)
