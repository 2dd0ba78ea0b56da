"""Twins: equal neurons stay equal and learn no more than the mean; random ones learn y = |x| in five of six seeds."""

import re
from math import tanh

import numpy as np
import pytest

from playground.figures.numbers import number
from playground.lessons.weights.twins import text as words
from playground.lessons.weights.twins.idea import QUESTION, two_neurons
from playground.lessons.weights.twins.model import EPOCHS, LEARNED, RATE, SEEDS, next_that_learns, strangers, twins
from tests.lessons.weights.test_views import state

X = np.linspace(-1.5, 1.5, 41)


def plain_run(hidden, biases, last, offset, epochs):
    """The losses of two tanh neurons and their output, from the derivatives of each single number by hand."""
    losses = []
    for _ in range(epochs + 1):
        total = 0.0
        slopes = np.zeros(7)
        for x in X:
            h = [tanh(w * x + b) for w, b in zip(hidden, biases, strict=True)]
            error = last[0] * h[0] + last[1] * h[1] + offset - abs(x)
            total += error**2 / len(X)
            for i in (0, 1):
                back = 2 * error * last[i] * (1 - h[i] ** 2) / len(X)
                slopes[i] += back * x
                slopes[2 + i] += back
                slopes[4 + i] += 2 * error * h[i] / len(X)
            slopes[6] += 2 * error / len(X)
        losses.append(total)
        hidden = [hidden[i] - RATE * slopes[i] for i in (0, 1)]
        biases = [biases[i] - RATE * slopes[2 + i] for i in (0, 1)]
        last = [last[i] - RATE * slopes[4 + i] for i in (0, 1)]
        offset -= RATE * slopes[6]
    return losses


def test_a_run_is_that_of_a_plain_loop():
    expected = plain_run([0.5, 0.5], [0.0, 0.0], [0.5, 0.5], 0.0, 30)
    np.testing.assert_allclose(twins(0.5).history.loss[:31], expected, rtol=1e-10)
    run = strangers(2)
    first, second = run.neurons(0)
    expected = plain_run([first[0], second[0]], [0.0, 0.0], [first[2], second[2]], 0.0, 30)
    np.testing.assert_allclose(run.history.loss[:31], expected, rtol=1e-10)


def test_equal_neurons_never_differ_and_never_learn():
    for hundredths in range(-100, 101, 5):
        run = twins(hundredths / 100)
        assert all(run.are_equal(epoch) for epoch in range(EPOCHS + 1))
        assert run.history.loss.min() > 0.1, "one tanh neuron rises or falls, and |x| does both"
        assert run.learned_from(5) is None


def test_twins_of_weight_a_half_end_at_the_loss_of_the_mean():
    run = twins(0.5)
    variance = np.mean((np.abs(X) - np.abs(X).mean()) ** 2)
    assert run.mean_loss == pytest.approx(variance)
    assert run.history.loss[-1] == pytest.approx(variance, rel=1e-3)
    assert round(run.history.loss[-1], 3) == 0.197
    assert run.is_no_better_than_a_constant(EPOCHS)
    assert not twins(1.0).is_no_better_than_a_constant(EPOCHS), "steeper ones fit one half a little"


def test_random_neurons_learn_in_five_of_six_seeds():
    ends = [float(strangers(seed).history.loss[-1]) for seed in SEEDS]
    assert [round(loss, 3) for loss in ends] == [0.002, 0.197, 0.002, 0.003, 0.002, 0.002]
    assert ends[3] == pytest.approx(0.0025, abs=5e-5)
    assert not any(strangers(seed).are_equal(epoch) for seed in SEEDS for epoch in range(0, EPOCHS + 1, 50))


def test_the_seed_that_fails_is_shown_with_its_reason():
    run = strangers(1)
    assert run.is_no_better_than_a_constant(EPOCHS)
    assert max(abs(neuron.weight) for neuron in run.neurons(EPOCHS)) < 1e-6
    shown = two_neurons(guessed(twins_start="random", twins_seed=1, twins_epoch=EPOCHS)).words["ends"]
    assert "0.197 is the loss of one number for all rows, the mean of y" in shown
    assert "Seeds 0 to 5 end at 0.0021, **0.197**, 0.0021, 0.0025, 0.0022, 0.0023. Seed 1 fails" in shown


def test_the_output_is_both_shares_and_a_bias():
    run, epoch = strangers(4), 200
    (w1, b1, v1), (w2, b2, v2) = run.neurons(epoch)
    offset = run.history.layers[1].bias[epoch, 0]
    for i in (0, 11, 40):
        expected = v1 * tanh(w1 * X[i] + b1) + v2 * tanh(w2 * X[i] + b2) + offset
        assert run.output(epoch)[i] == pytest.approx(expected)
    assert np.mean((run.output(epoch) - np.abs(X)) ** 2) == pytest.approx(run.history.loss[epoch])


def test_the_epoch_from_which_it_has_learned_is_the_first_of_those_shown():
    run = strangers(0)
    epoch = run.learned_from(5)
    assert run.history.loss[epoch] < LEARNED <= run.history.loss[epoch - 5]
    assert (run.history.loss[epoch::5] < LEARNED).all()


def test_the_next_seed_that_learns_leaves_out_those_that_do_not():
    assert next_that_learns(0) == 2
    assert next_that_learns(99) == 0


def guessed(**wanted):
    return state(**{QUESTION.key: "soon", **wanted})


def test_the_table_has_the_numbers_of_both_neurons():
    table = words.neurons_table(strangers(3), 100)
    for i, neuron in enumerate(strangers(3).neurons(100), start=1):
        assert f"| {i} | {' | '.join(map(number, neuron))} |" in table


def test_until_the_question_is_answered_nothing_has_been_learned():
    shown, started = two_neurons(state(twins_epoch=EPOCHS, twins_start="random")), twins(0.5)
    output = next(trace for trace in shown.pictures["twins"].traces if trace["name"] == "output")
    assert output["y"] == started.output(0).round(4).tolist()
    assert not any(shown.words.values())
    assert not shown.mission.solved


def test_the_picture_shows_the_run_up_to_the_epoch_and_no_further():
    shown = two_neurons(guessed(twins_epoch=200)).pictures["twins"]
    for trace in shown.traces:
        if trace["name"].startswith("weight of"):
            assert max(trace["x"]) == 200
            assert trace["y"][-1] == pytest.approx(twins(0.5).neurons(200)[0].weight, abs=1e-5)
    assert re.search(r"after 200 epochs, with weights (\S+) and \1\.", shown.alt)
