"""An activation bends a neuron's output, a bias does not."""

from math import exp

import pytest

from playground.lessons.bias.not_linear.model import bends, second_difference

BIASES = (-3.0, -0.5, 0.0, 1.25)


@pytest.mark.parametrize("bias", BIASES)
def test_no_bias_bends_a_line(bias):
    assert not bends(second_difference(0.7, bias, "linear", 1.3))


def test_an_activation_bends_it():
    by_hand = 1 / (1 + exp(-2)) - 2 / (1 + exp(-1)) + 1 / 2
    assert second_difference(1.0, 0.0, "sigmoid", 1.0) == pytest.approx(by_hand)
    assert bends(by_hand)


def test_a_relu_bends_at_its_kink_only():
    assert second_difference(2.0, -2.0, "relu", 1.0) == 2.0
    for x in (-0.5, 2.5):
        assert not bends(second_difference(2.0, -2.0, "relu", x))
