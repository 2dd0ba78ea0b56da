"""The shape of a neuron's output: the bias moves it, the weight tilts it, an activation bends it."""

from math import exp

import numpy as np
import pytest

from playground.learning.shape import outputs, steepest_slope, threshold

BIASES = (-3.0, -0.5, 0.0, 1.25)


@pytest.mark.parametrize("bias", BIASES)
def test_bias_moves_the_line_and_leaves_its_slope(bias):
    at_0, at_1, at_4 = outputs([0.0, 1.0, 4.0], 0.75, bias)
    assert at_0 == bias
    assert at_1 - at_0 == 0.75
    assert at_4 == 3.0 + bias


@pytest.mark.parametrize("bias", BIASES)
@pytest.mark.parametrize("activation", ["relu", "sigmoid"])
def test_another_bias_gives_the_same_curve_moved_by_its_share_of_the_weight(activation, bias):
    x = np.linspace(-4, 4, 33)
    moved = outputs(x, 0.5, bias, activation)
    np.testing.assert_allclose(moved, outputs(x + bias / 0.5, 0.5, 0.0, activation), atol=1e-15)


def test_the_threshold_is_where_a_relu_leaves_zero_and_a_sigmoid_is_a_half():
    assert threshold(0.5, -1.0) == 2.0
    assert outputs([1.9, 2.0, 2.2], 0.5, -1.0, "relu") == pytest.approx([0.0, 0.0, 0.1])
    assert outputs([2.0, 4.0], 0.5, -1.0, "sigmoid") == pytest.approx([0.5, 1 / (1 + exp(-1))])


def test_a_weight_of_zero_has_no_threshold_and_a_bias_of_zero_has_it_at_zero():
    assert threshold(0.0, 1.0) is None
    assert str(threshold(-2.0, 0.0)) == str(threshold(2.0, 0.0)) == "0.0"


@pytest.mark.parametrize("bias", BIASES)
@pytest.mark.parametrize("weight", [-1.5, 0.8])
@pytest.mark.parametrize("activation", ["linear", "relu", "sigmoid", "tanh"])
def test_the_steepest_slope_is_that_of_finite_differences_whatever_the_bias(activation, weight, bias):
    x = np.linspace(-6, 6, 12_001)
    slopes = np.diff(outputs(x, weight, bias, activation)) / np.diff(x)
    steepest = slopes[np.abs(slopes).argmax()]
    assert steepest_slope(weight, activation) == pytest.approx(steepest, rel=1e-5)
