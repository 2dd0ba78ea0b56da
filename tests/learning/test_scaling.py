"""Standardising, by hand and by what stays the same."""

import numpy as np
import pytest

from playground.learning import Settings, Standardizer, least_squares, predict, r2_score
from playground.learning.run import run

X = np.array([[1.0, 10.0], [2.0, 30.0], [3.0, 20.0], [6.0, 60.0]])
Y = np.array([5.0, 1.0, 4.0, 10.0])


def test_a_column_is_shifted_by_its_mean_and_divided_by_its_population_deviation():
    standardizer = Standardizer.fit([[1.0], [3.0]], [10.0, 30.0])
    assert (standardizer.X_mean.tolist(), standardizer.X_scale.tolist()) == ([2.0], [1.0])
    assert (standardizer.y_mean, standardizer.y_scale) == (20.0, 10.0)
    assert standardizer.transform_X([[1.0], [3.0], [4.0]]).tolist() == [[-1.0], [1.0], [2.0]]
    assert standardizer.transform_y([10.0, 30.0]).tolist() == [-1.0, 1.0]


def test_standardised_columns_have_mean_zero_and_deviation_one():
    standard = Standardizer.fit(X, Y).transform_X(X)
    np.testing.assert_allclose(standard.mean(axis=0), 0.0, atol=1e-15)
    np.testing.assert_allclose(standard.std(axis=0), 1.0, rtol=1e-15)


def test_a_constant_column_becomes_zero_and_keeps_its_scale():
    standardizer = Standardizer.fit([[0.1], [0.1], [0.1]], [7.0, 7.0, 7.0])
    assert standardizer.transform_X([[0.1]]).tolist() == [[0.0]]
    assert standardizer.X_scale.tolist() == [1.0]
    assert standardizer.y_scale == 1.0


def test_there_and_back_gives_the_labels_again():
    standardizer = Standardizer.fit(X, Y)
    np.testing.assert_allclose(standardizer.inverse_y(standardizer.transform_y(Y)), Y, rtol=1e-14)


def test_a_line_predicts_the_same_in_both_units():
    standardizer = Standardizer.fit(X, Y)
    weights, bias = standardizer.to_data_units([0.3, -2.0], 0.7)
    standard = predict(standardizer.transform_X(X), [0.3, -2.0], 0.7)
    np.testing.assert_allclose(predict(X, weights, float(bias)), standardizer.inverse_y(standard), rtol=1e-13)


def test_a_whole_run_is_carried_over_row_by_row():
    standardizer = Standardizer.fit(X, Y)
    weights, biases = np.array([[0.3, -2.0], [1.0, 0.0]]), np.array([0.7, -1.0])
    both = standardizer.to_data_units(weights, biases)
    for row in (0, 1):
        one = standardizer.to_data_units(weights[row], biases[row])
        np.testing.assert_allclose(both[0][row], one[0], rtol=1e-15)
        np.testing.assert_allclose(both[1][row], one[1], rtol=1e-15)


def test_the_best_line_of_standardised_data_is_the_best_line_of_the_data():
    standardizer = Standardizer.fit(X, Y)
    standard = least_squares(standardizer.transform_X(X), standardizer.transform_y(Y))
    weights, bias = standardizer.to_data_units(standard.weights, standard.bias)
    best = least_squares(X, Y)
    np.testing.assert_allclose([*weights, bias], [*best.weights, best.bias], rtol=1e-12)
    assert standard.loss * standardizer.y_scale**2 == pytest.approx(best.loss, rel=1e-12)
    assert standard.bias == pytest.approx(0.0, abs=1e-15)


@pytest.mark.parametrize("standardise", [True, False])
def test_a_run_ends_with_the_r2_of_its_line_in_the_data_own_units(standardise):
    settings = Settings(learning_rate=0.05 if standardise else 1e-4, epochs=30)
    done = run(X, Y, settings, standardise)
    weights, bias = done.in_data_units(done.history.weights[-1], done.history.bias[-1])
    assert done.last_epoch == 30
    assert not done.diverges
    assert done.r2(30) == pytest.approx(r2_score(Y, predict(X, weights, float(bias))), rel=1e-12)
    assert done.optimum.loss <= done.history.loss.min()


def test_a_rate_above_the_limit_diverges_even_before_its_numbers_do():
    done = run(X, Y, Settings(learning_rate=1.5, epochs=3))
    assert done.limit is not None
    assert done.limit < 1.5
    assert not done.history.diverged
    assert done.diverges


def test_a_run_that_left_the_range_of_numbers_still_has_its_last_epoch():
    done = run(X, Y, Settings(learning_rate=1e6, epochs=500))
    assert done.history.diverged
    assert done.last_epoch < 500
    assert done.r2(0) <= 1.0
    assert not np.isnan(done.in_data_units(done.history.weights, done.history.bias)[0]).any()


def test_columns_that_cannot_be_measured_are_refused():
    with pytest.raises(ValueError, match=r"^X must be finite, got nan"):
        Standardizer.fit([[np.nan], [1.0]], [1.0, 2.0])
    with pytest.raises(ValueError, match=r"^y must have one label for each row of X \(2\), got 1"):
        Standardizer.fit([[0.0], [1.0]], [1.0])
