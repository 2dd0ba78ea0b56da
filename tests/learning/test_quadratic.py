"""The squared error as a quadratic function: the same numbers as from the rows, and digits near the floor."""

from fractions import Fraction

import numpy as np
import pytest

from playground.learning.quadratic import around_optimum, expand

RNG = np.random.default_rng(2)
X = RNG.normal(size=(20, 3))
Y = RNG.normal(size=20)
POINTS = RNG.normal(size=(5, 4))


def loss(parameters):
    return np.mean((X @ parameters[:-1] + parameters[-1] - Y) ** 2)


@pytest.mark.parametrize("around", [np.zeros(4), POINTS[0], 100.0 * POINTS[1]])
def test_it_has_the_loss_and_the_gradient_of_the_rows_wherever_it_is_expanded(around):
    quadratic = expand(X, Y, around)
    scale = loss(around)
    np.testing.assert_allclose(quadratic.values(POINTS), [loss(point) for point in POINTS], atol=1e-14 * scale)
    for point in POINTS:
        errors = X @ point[:-1] + point[-1] - Y
        gradient = np.append(errors @ X, errors.sum()) * 2 / len(Y)
        np.testing.assert_allclose(quadratic.slope(point), gradient, atol=1e-13 * np.sqrt(scale))


def test_many_gradients_at_once_are_the_single_ones():
    quadratic = expand(X, Y, np.zeros(4))
    np.testing.assert_allclose(quadratic.slope(POINTS), [quadratic.slope(point) for point in POINTS], rtol=1e-13)


def test_around_its_optimum_the_gradient_is_next_to_nothing_and_no_point_is_lower():
    quadratic = around_optimum(X, Y, expand(X, Y, POINTS[0]))
    assert np.abs(quadratic.gradient).max() < 1e-14
    assert (quadratic.values(quadratic.point + 0.1 * POINTS) > quadratic.value).all()


def test_a_loss_near_a_floor_of_zero_keeps_its_digits():
    """x = 1 to 5, y = 3 x exactly: at w = 3 + e, b = 0 the loss is 11 e^2, whatever large start it came from."""
    x = np.arange(1.0, 6.0)[:, None]
    quadratic = around_optimum(x, 3.0 * x[:, 0], expand(x, 3.0 * x[:, 0], np.array([1000.0, -50.0])))
    for exponent in (-10, -20, -26):
        e = Fraction(2) ** exponent
        found = quadratic.values(np.array([[float(3 + e), 0.0]]))[0]
        assert found == pytest.approx(float(11 * e * e), rel=1e-4)


def test_no_loss_is_negative():
    x = 1000.0 + np.arange(50.0)[:, None]
    quadratic = expand(x, 3.0 * x[:, 0], np.array([7.0, 1.0]))
    assert quadratic.values(np.array([[3.0, 0.0]])).min() >= 0.0
