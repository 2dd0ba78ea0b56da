"""What is only rounding is 0, as exact arithmetic says; what is small but real stays."""

from fractions import Fraction

import numpy as np
import pytest

from playground.learning import Settings, Standardizer, least_squares, r2_score, train
from playground.learning.quadratic import expand
from playground.learning.rounding import constant_columns
from playground.learning.run import run

BIT = [0.3, 0.1 + 0.2, 0.3, 0.1 + 0.2]  # 0.3 and the next float
SPREADS = {
    "the last bit": (BIT, True),
    "equal numbers whose mean is not equal": ([14.62] * 1000, True),
    "one row": ([7.0], True),
    "nothing": ([0.0, 0.0], True),
    "the last bit of a large number": ([1e15, 1e15 + 0.125], True),
    "tiny and all alike": ([1e-300] * 3, True),
    "tiny and different": ([1e-300, 2e-300, 3e-300], False),
    "huge and different": ([1e150, 2e150, 3e150], False),
    "years": ([2020.0, 2021.0, 2022.0], False),
    "the tenth digit": ([1.0, 1.0000000001], False),
    "a single yes": ([0.0] * 999 + [1.0], False),
}


def by_the_rule(column):
    """scikit-learn's `_is_constant_feature`, in exact fractions: var <= n eps var + (n mean eps)^2."""
    numbers = [Fraction(number) for number in column]
    n, eps = len(numbers), Fraction(2) ** -52
    mean = sum(numbers) / n
    variance = sum((number - mean) ** 2 for number in numbers) / n
    return variance <= n * eps * variance + (n * mean * eps) ** 2


@pytest.mark.parametrize(("column", "constant"), SPREADS.values(), ids=SPREADS)
def test_a_column_is_constant_where_scikit_learns_rule_says_so(column, constant):
    assert by_the_rule(column) is constant
    for size in (1.0, -(2.0**-40), 2.0**40):
        assert constant_columns(size * np.array(column)[:, None]).tolist() == [constant]


@pytest.mark.parametrize(("column", "constant"), SPREADS.values(), ids=SPREADS)
def test_a_constant_column_has_scale_1_and_becomes_0_and_another_gets_deviation_1(column, constant):
    y = np.arange(float(len(column)))
    standardizer = Standardizer.fit(np.array(column)[:, None], column)
    standard = standardizer.transform_X(np.array(column)[:, None])[:, 0]
    np.testing.assert_array_equal(standard, standardizer.transform_y(column))
    if constant:
        assert (standardizer.X_scale[0], standardizer.y_scale) == (1.0, 1.0)
        assert not standard.any()
        assert least_squares(standard[:, None], y).weights.tolist() == [0.0]
    else:
        assert standard.std() == pytest.approx(1.0, rel=1e-12)
        assert standard.mean() == pytest.approx(0.0, abs=1e-12)


def test_a_value_off_a_constant_column_keeps_its_distance():
    standardizer = Standardizer.fit(np.array(BIT)[:, None], [1.0, 2.0, 3.0, 4.0])
    assert standardizer.transform_X([[0.3], [0.8]])[:, 0] == pytest.approx([0.0, 0.5])


def test_there_is_nothing_to_learn_from_a_spread_of_the_last_bit():
    done = run(np.array(BIT)[:, None], np.array([1.0, 2.0, 3.0, 4.0]), Settings(learning_rate=0.1, epochs=20))
    np.testing.assert_allclose(done.history.loss, 1.0, rtol=1e-12)
    assert least_squares(np.array(BIT)[:, None], [1.0, 2.0, 3.0, 4.0]).weights.tolist() == [0.0]
    assert least_squares(np.array(BIT)[:, None], [1.0, 2.0, 3.0, 4.0]).bias == 2.5


def test_a_constant_label_leaves_no_slope_no_loss_and_nothing_to_explain():
    x = np.array([[1.0], [2.0], [4.0]])
    for y in ([0.1] * 3, [0.3, 0.1 + 0.2, 0.3]):
        best = least_squares(x, y)
        assert (best.weights.tolist(), best.bias, best.loss) == ([0.0], y[0], 0.0)
        assert r2_score(y, y) == r2_score(y, [y[0]] * 3) == 1.0
        assert r2_score(y, [0.2] * 3) == 0.0


def exact_lines():
    """Decimals of two digits on a line of two digits, at many offsets and lengths."""
    rng = np.random.default_rng(8)
    for _ in range(300):
        n, offset = int(rng.integers(2, 200)), float(10 ** rng.uniform(-1, 4))
        x = np.round(offset + rng.normal(size=n) * 10 ** rng.uniform(-1, 2), 2)
        w, b = round(float(rng.normal()), 2), round(float(offset * rng.normal()), 2)
        yield x[:, None], np.round(w * x + b, 4), w, b


def test_the_loss_of_the_best_line_through_decimals_on_a_line_is_0():
    for X, y, w, b in exact_lines():
        best = least_squares(X, y)
        assert best.loss == 0.0
        if not constant_columns(X)[0]:
            np.testing.assert_allclose([*best.weights, best.bias], [w, b], rtol=1e-7, atol=1e-7 * abs(b))


def test_errors_of_a_billionth_are_no_rounding():
    x = np.arange(8.0)
    y = 3.0 * x + 1.0 + 1e-9 * np.array([1, -1, -1, 1, 1, -1, -1, 1])
    assert least_squares(x[:, None], y).loss == pytest.approx(1e-18, rel=1e-4)


def test_a_slope_that_is_0_in_fractions_is_0():
    """x with its mirror image and a label that is symmetric: sum (x - mean) y = 0."""
    for part in (0.1, 0.3, 1.1, 7.7):
        x = np.array([-3 * part, -part, part, 3 * part])
        best = least_squares(x[:, None], [0.7, 0.2, 0.2, 0.7])
        assert best.weights.tolist() == [0.0]
        assert best.bias == pytest.approx(0.45)


@pytest.mark.parametrize("rate", [0.1, 1.2])
def test_a_run_from_the_optimum_stays_there_whatever_the_rate(rate):
    """The errors are 0.3, -0.6, 0.3 around the best line y = 0.1 x + 0.7: both sums of the gradient are 0."""
    x = np.array([[0.1], [0.2], [0.3]])
    y = 0.1 * x[:, 0] + 0.7 - np.array([0.3, -0.6, 0.3])
    done = train(x, y, Settings(initial_weights=(0.1,), initial_bias=0.7, learning_rate=rate, epochs=200))
    assert set(done.weights[:, 0]) == {0.1}
    assert set(done.bias) == {0.7}
    np.testing.assert_allclose(done.loss, 0.18, rtol=1e-12)


def test_a_run_on_an_exact_line_ends_with_a_loss_of_0():
    x = np.array([[-1.2], [0.1], [0.4], [0.7]])
    for start in (1.5, -3.0):
        settings = Settings(learning_rate=0.3, epochs=500, initial_weights=(start,))
        assert train(x, 0.3 * x[:, 0] + 0.1, settings).loss[-1] == 0.0
        assert train(x, np.zeros(4), settings).weights[-1].tolist() == [0.0]


def test_a_column_of_mean_0_does_not_push_the_bias():
    x = np.array([0.1, 0.2, -0.3])  # their sum is 5.6e-17 in floats
    assert expand(x[:, None], np.ones(3), np.zeros(2)).hessian[0, 1] == 0.0


@pytest.mark.parametrize("loss", ["mean_squared_error", "huber", "mean_absolute_error"])
def test_what_rounding_leaves_of_an_error_counts_as_model_md_says(loss):
    x, y = np.arange(5.0)[:, None], 0.1 * np.arange(5.0) + 0.7
    bias = 0.7 - 2.0**-53  # the float next to 0.7
    history = train(x, y, Settings(loss=loss, initial_weights=(0.1,), initial_bias=bias, learning_rate=0.1, epochs=1))
    residue = [abs(0.1 * place + bias - label) for place, label in zip(x[:, 0], y, strict=True)]
    assert 0.0 < max(residue) < 3e-16
    expected = {
        "mean_squared_error": 0.0,
        "huber": sum(error * error / 2 for error in residue) / 5,
        "mean_absolute_error": sum(residue) / 5,
    }
    assert history.loss[0] == pytest.approx(expected[loss], rel=1e-12)
    moved = abs(history.weights[1, 0] - 0.1) + abs(history.bias[1] - bias)
    assert bool(moved > 0.05) is (loss == "mean_absolute_error")
