"""With a bias and without: floors, limits and mean errors, against closed forms."""

from dataclasses import replace

import numpy as np
import pytest

from playground.data import real
from playground.learning import Settings
from playground.lessons.bias.back_on_track.model import CLOSE, mean_error_at_optimum, mean_errors, on_track
from playground.lessons.bias.bias_alone.model import train_bias_alone
from playground.lessons.bias.growing_error.model import at_largest_rate, largest_rate
from playground.lessons.bias.pair import trained_pair, with_means

CARS, PENGUINS = real("cars"), real("penguins")
SLOPE = float(np.corrcoef(CARS.X[:, 0], CARS.y)[0, 1])
WITH_LIMIT = 2 / (3 + 5**0.5)
"""With mean of x 1 the Hessian is 2 [[2, 1], [1, 1]], whose larger eigenvalue is 3 + sqrt(5)."""
WITHOUT_LIMIT = 0.5
"""Without a bias it is 2 mean(x^2) = 4."""


def pair(mean_x=1.0, mean_y=2.0, rate=0.2, epochs=50):
    rows = with_means(CARS.X, CARS.y, mean_x, mean_y)
    return trained_pair(*rows, Settings(learning_rate=rate, epochs=epochs, initial_weights=(0.0,)))


def test_the_data_have_the_means_that_were_asked_for_and_deviation_one():
    X, y = with_means(CARS.X, CARS.y, -1.5, 2.5)
    assert X.mean() == pytest.approx(-1.5)
    assert y.mean() == pytest.approx(2.5)
    assert (X.std(), y.std()) == pytest.approx((1.0, 1.0))
    assert np.corrcoef(X[:, 0], y)[0, 1] == pytest.approx(SLOPE)


def test_both_runs_start_alike_and_only_one_has_a_bias():
    both = pair()
    assert both.with_bias.history.loss[0] == both.without_bias.history.loss[0] == pytest.approx(1 + 2**2)
    assert not both.without_bias.history.bias.any()
    assert both.with_bias.history.bias[-1] == pytest.approx(2 - SLOPE, abs=1e-3)


def test_the_floors_are_those_of_the_closed_forms():
    both = pair()
    weight = (SLOPE + 2) / 2  # mean(x y) / mean(x^2)
    without = 1 + 4 - 2 * weight**2
    assert both.with_bias.optimum.loss == pytest.approx(1 - SLOPE**2)
    assert both.without_bias.optimum.loss == pytest.approx(without)
    assert both.floor_gain == pytest.approx(without - (1 - SLOPE**2))
    assert both.without_bias.history.loss[-1] == pytest.approx(without)


def test_centred_data_leave_nothing_for_the_bias():
    assert pair(0.0, 0.0).floor_gain == 0.0


def test_a_bias_lowers_the_limit_unless_x_is_centred():
    both, centred = pair(), pair(mean_x=0.0)
    assert both.with_bias.limit == pytest.approx(WITH_LIMIT)
    assert both.without_bias.limit == pytest.approx(WITHOUT_LIMIT)
    assert centred.with_bias.limit == pytest.approx(1.0)
    assert centred.without_bias.limit == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("rate", "with_grows", "without_grows"), [(0.37, False, False), (0.4, True, False), (0.51, True, True)]
)
def test_the_error_grows_above_the_limits_and_only_there(rate, with_grows, without_grows):
    both = pair(rate=rate, epochs=200)
    for seen, grows in ((both.with_bias, with_grows), (both.without_bias, without_grows)):
        assert seen.diverges is grows
        assert bool(seen.history.loss[-1] > seen.history.loss[0]) is grows


def test_the_largest_rate_is_the_last_step_below_the_limit():
    assert pytest.approx(0.38197, abs=1e-5) == WITH_LIMIT
    assert [at_largest_rate(pair(rate=rate).with_bias, 0.01) for rate in (0.2, 0.37, 0.38, 0.39)] == [
        False,
        False,
        True,
        False,
    ]


def test_on_the_limit_a_run_neither_converges_nor_counts_as_the_largest_rate():
    seen = pair(mean_x=0.0, rate=1.0).with_bias
    assert not seen.converges
    assert not seen.diverges
    assert not at_largest_rate(seen, 0.01)
    assert at_largest_rate(pair(mean_x=0.0, rate=0.99).with_bias, 0.01)


def test_the_mean_error_is_that_of_the_predictions():
    for seen in (pair(epochs=3).with_bias, pair(epochs=3).without_bias):
        by_hand = [
            np.mean(w * seen.X[:, 0] + b - seen.y)
            for w, b in zip(seen.history.weights[:, 0], seen.history.bias, strict=True)
        ]
        np.testing.assert_allclose(mean_errors(seen), by_hand, atol=1e-12)


def test_the_bias_brings_the_mean_error_to_zero_given_epochs_and_a_rate_below_the_limit():
    assert on_track(pair().with_bias)
    assert not on_track(pair(epochs=3).with_bias)
    assert not on_track(pair(rate=0.4).with_bias)
    assert mean_error_at_optimum(pair().with_bias) == pytest.approx(0.0, abs=1e-12)


def test_a_mean_error_that_only_passes_through_zero_is_not_on_track():
    rows = with_means(PENGUINS.X, PENGUINS.y, -2.0, -1.6)
    settings = Settings(learning_rate=0.02, epochs=17, initial_weights=(0.0,))
    passing = trained_pair(*rows, settings).without_bias
    assert abs(mean_errors(passing)[-1]) < 0.01
    assert mean_error_at_optimum(passing) == pytest.approx(-0.0285, abs=1e-4)
    assert not on_track(passing)


@pytest.mark.parametrize(("mean_x", "mean_y", "rate", "passes"), [(-2.0, 1.5, 0.16, 7), (-1.2, 2.4, 0.25, 1)])
def test_a_run_with_a_bias_is_on_track_only_from_the_epoch_on_after_which_it_stays(mean_x, mean_y, rate, passes):
    rows = with_means(PENGUINS.X, PENGUINS.y, mean_x, mean_y)
    settings = Settings(learning_rate=rate, epochs=200, initial_weights=(0.0,))
    errors = np.abs(mean_errors(trained_pair(*rows, settings).with_bias))
    assert errors[passes] < CLOSE < errors[passes + 1]
    tracks = [on_track(trained_pair(*rows, replace(settings, epochs=n)).with_bias) for n in range(1, 201)]
    first = tracks.index(True) + 1
    assert first > passes
    assert all(tracks[first:])
    assert (errors[first:] < CLOSE).all()


def test_only_a_run_with_a_limit_has_a_largest_rate():
    rows = with_means(CARS.X, CARS.y, 1.0, 2.0)
    batches = trained_pair(*rows, Settings(batch_size=4, initial_weights=(0.0,))).with_bias
    with pytest.raises(ValueError, match=r"^largest_rate needs a run whose rate has a limit"):
        largest_rate(batches, 0.01)
    assert largest_rate(pair().with_bias, 0.01) == pytest.approx(0.38)


def test_without_a_bias_a_mean_error_stays_unless_the_data_are_centred():
    both = pair()
    assert not on_track(both.without_bias)
    assert mean_error_at_optimum(both.without_bias) == pytest.approx((SLOPE + 2) / 2 - 2)
    assert on_track(pair(0.0, 0.0).without_bias)


def alone(weight, rate=0.2, epochs=50):
    rows = with_means(CARS.X, CARS.y, 1.0, 2.0)
    return train_bias_alone(*rows, weight, Settings(learning_rate=rate, epochs=epochs))


def test_the_gradient_of_the_bias_is_twice_the_mean_error_and_the_step_goes_against_it():
    seen = alone(0.5, epochs=4)
    for epoch in range(5):
        bias = seen.run.history.bias[epoch]
        by_hand = np.mean(0.5 * seen.run.X[:, 0] + bias - seen.run.y)
        expected = (epoch, bias, by_hand, 2 * by_hand, 2 * by_hand, -0.2 * 2 * by_hand)
        assert seen.step(epoch) == pytest.approx(expected)


def test_the_gradient_of_the_bias_is_the_slope_of_the_loss():
    seen, step = alone(0.5, epochs=1), 1e-5

    def loss(bias):
        return np.mean((0.5 * seen.run.X[:, 0] + bias - seen.run.y) ** 2)

    assert seen.step(0).gradient == pytest.approx((loss(step) - loss(-step)) / (2 * step), rel=1e-6)


def test_the_bias_alone_goes_to_the_mean_of_the_residuals_and_leaves_the_weight():
    seen = alone(0.5)
    history = seen.run.history
    assert set(history.weights[:, 0]) == {0.5}
    assert history.bias[-1] == pytest.approx(2 - 0.5)  # mean y - w mean x
    assert seen.best_bias == pytest.approx(1.5)
    assert seen.floor == pytest.approx(1 - SLOPE**2 + (0.5 - SLOPE) ** 2)
    assert history.loss[-1] == pytest.approx(seen.floor)


def test_the_bias_alone_reaches_the_best_only_with_the_right_weight_and_enough_epochs():
    assert alone(SLOPE).reaches_the_best
    assert not alone(0.5).reaches_the_best
    assert not alone(SLOPE, epochs=3).reaches_the_best
    assert not alone(SLOPE, rate=1.0).reaches_the_best
    assert (alone(SLOPE, epochs=3).can_reach_the_best, alone(0.5).can_reach_the_best) == (True, False)


def test_the_limit_of_the_bias_alone_is_one():
    assert alone(0.5).run.limit == pytest.approx(1.0)
    assert [alone(0.5, rate=rate).run.converges for rate in (0.99, 1.0, 1.01)] == [True, False, False]
