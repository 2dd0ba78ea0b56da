"""A bias that starts at zero: two rows, x = 1, y = 3 and x = 3, y = 5, worked out by hand."""

import pytest

from playground.lessons.bias.starts_at_zero.idea import QUESTION, it_starts_at_zero
from playground.lessons.bias.starts_at_zero.model import from_zero, weight_without_push
from tests.lessons.bias.test_views import state


def test_the_first_update_by_hand():
    """At w = 0.5, b = 0: predictions 0.5 and 1.5, errors -2.5 and -3.5, gradient of b (-5 - 7) / 2 = -6."""
    run = from_zero(0.5)
    assert run.predictions.tolist() == [0.5, 1.5]
    assert run.errors.tolist() == [-2.5, -3.5]
    assert (run.mean_error, run.gradient) == (-3.0, -6.0)
    assert run.history.bias[:2] == pytest.approx([0.0, 0.6])
    assert run.history.weights[1, 0] == pytest.approx(0.5 + 0.1 * 13)  # (2 × 2.5 × 1 + 2 × 3.5 × 3) / 2


@pytest.mark.parametrize("weight", [-1.0, 0.0, 1.0, 1.9, 2.0, 2.1, 3.0])
def test_the_gradient_is_that_of_finite_differences(weight):
    def loss(bias):
        return ((weight * 1 + bias - 3) ** 2 + (weight * 3 + bias - 5) ** 2) / 2

    h = 1e-6
    assert from_zero(weight).gradient == pytest.approx((loss(h) - loss(-h)) / (2 * h), abs=1e-8)


def test_only_at_one_weight_the_bias_stays():
    stays = [weight / 10 for weight in range(-10, 31) if from_zero(weight / 10).stays]
    assert stays == [2.0] == [weight_without_push()]
    run = from_zero(2.0)
    assert run.errors.tolist() == [-1.0, 1.0]
    assert run.history.bias[1] == 0.0
    assert run.history.weights[1, 0] == pytest.approx(2.0 - 0.1 * 2)  # the mean of 2 × (−1) × 1 and 2 × 1 × 3
    assert abs(run.history.bias[2]) > 0.01


def test_the_line_comes_near_y_is_x_plus_2():
    losses = from_zero(0.5).history.loss
    assert losses[-1] < 0.05 * losses[0]


def test_the_words_have_the_sums():
    shown = it_starts_at_zero(state(**{QUESTION.key: "yes", "zero_updates": 1})).words
    assert "(−5 + (−7)) / 2 = **−6**" in shown["worked_out"]
    assert "b = 0 − 0.1 × (−6) = **0.6**" in shown["worked_out"]
    assert "| 1 | 3 | 0.5 × 1 = 0.5 | −2.5 |" in shown["compared"]
    assert "After 1 of 20 updates: w = **1.80**, b = **0.600**, loss **0.680**." in shown["result"]


def test_until_the_question_is_answered_there_is_no_gradient_and_no_update():
    shown = it_starts_at_zero(state(zero_updates=5))
    assert not shown.words["worked_out"]
    assert "−6" not in " ".join(shown.words.values())
    bias = next(trace for trace in shown.pictures["from_zero"].traces if trace["name"] == "bias")
    assert bias["y"] == [0.0]
