"""What holds for every data set: found by hypothesis, or refused with a sentence."""

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


def test_the_limit_of_standardised_data_is_one_and_grows_with_momentum():
    x = np.array([-1.0, 1.0, -1.0, 1.0])[:, None]
    assert learning_rate_limit(x, Settings()) == pytest.approx(1.0)
    assert learning_rate_limit(x, Settings(momentum=0.9)) == pytest.approx(1.9)


GOOD = np.array([[1.0], [2.0], [4.0]]), np.array([1.0, 2.0, 3.0])


@pytest.mark.parametrize(
    ("X", "y"),
    [
        ([], []),
        ([[1.0]], []),
        ([[1.0], [2.0]], [1.0]),
        ([1.0, 2.0], [1.0, 2.0]),
        ([["a"], ["b"]], [1.0, 2.0]),
        ([[np.nan], [1.0]], [1.0, 2.0]),
        ([[1.0], [2.0]], [1.0, np.inf]),
    ],
)
def test_data_that_cannot_be_learned_from_are_refused(X, y):
    with pytest.raises(ValueError, match=r"^(X|y) must "):
        train(X, y, Settings())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("optimizer", "sgdd"),
        ("learning_rate", 0.0),
        ("learning_rate", -1.0),
        ("learning_rate", float("nan")),
        ("momentum", 1.0),
        ("epochs", -1),
        ("epochs", 1.5),
        ("batch_size", 0),
        ("loss", "mse"),
        ("activation", "softmax"),
        ("use_bias", "yes"),
        ("l2", -0.1),
        ("initializer", "ones_like"),
        ("initial_weights", ("a",)),
        ("seed", -1),
    ],
)
def test_a_bad_setting_is_refused_by_name_and_value(field, value):
    with pytest.raises(ValueError, match=field) as refused:
        Settings(**{field: value})
    said = value[0] if isinstance(value, tuple) else value
    assert str(said) in str(refused.value)


def test_no_epochs_is_the_start_alone():
    run = train(*GOOD, Settings(epochs=0, initial_weights=(2.0,), initial_bias=1.0))
    assert run.weights.tolist() == [[2.0]]
    assert run.loss == pytest.approx([(4.0 + 9.0 + 36.0) / 3], rel=1e-14)


def test_one_row_a_constant_column_and_a_batch_above_n_are_learned_from():
    assert train([[2.0]], [4.0], Settings(learning_rate=0.1, epochs=200)).loss[-1] < 1e-12
    constant = train([[1.0], [1.0]], [2.0, 4.0], Settings(learning_rate=0.1, epochs=200))
    assert constant.loss[-1] == pytest.approx(1.0)
    whole, larger = (train(*GOOD, Settings(shuffle=False, batch_size=size)) for size in (3, 99))
    np.testing.assert_array_equal(whole.weights, larger.weights)


def test_more_features_than_rows_reach_a_loss_of_zero_that_is_never_negative():
    rng = np.random.default_rng(0)
    run = train(rng.normal(size=(3, 6)), rng.normal(size=3), Settings(learning_rate=0.05, epochs=3000))
    assert 0.0 <= run.loss.min() < 1e-20


def test_a_diverging_run_ends_at_its_last_finite_epoch():
    run = train(*GOOD, Settings(learning_rate=1e6, epochs=500))
    assert run.diverged
    assert run.epochs < 500
    assert all(np.isfinite(values).all() for values in (run.weights, run.bias, run.loss))


def test_a_frozen_weight_stays_and_the_bias_alone_reaches_the_mean():
    run = train(*GOOD, Settings(trainable_weights=False, initial_weights=(0.0,), learning_rate=0.1, epochs=300))
    assert (run.weights == 0.0).all()
    assert run.bias[-1] == pytest.approx(2.0)
