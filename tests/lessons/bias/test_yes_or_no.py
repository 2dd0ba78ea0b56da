"""Yes or no: what a sigmoid neuron reaches with a bias and without, counted penguin by penguin from the file."""

import csv
from math import exp, log
from pathlib import Path

import numpy as np
import pytest

from playground import data
from playground.lessons.bias.yes_or_no.idea import FROM_MEAN, QUESTION, SPECIES, yes_or_no
from playground.lessons.bias.yes_or_no.model import EPOCHS, Decision, trained
from tests.lessons.bias.test_views import state

with (Path(data.__file__).parent / "penguins.csv").open(newline="", encoding="utf-8") as file:
    ROWS = [(float(row["flipper_length_mm"]), row["species"]) for row in csv.DictReader(file)]
X = np.array([length for length, _ in ROWS])
MEAN = sum(length for length, _ in ROWS) / len(ROWS)


def labels(species):
    return np.array([float(name == species) for _, name in ROWS])


def right(species, says_yes):
    """The share of penguins of which a rule says what they are."""
    return sum(says_yes(length) == (name == species) for length, name in ROWS) / len(ROWS)


def test_without_a_bias_the_neuron_says_no_to_every_penguin():
    neuron = trained(X, labels("Gentoo"), 0.0, use_bias=False)
    assert (neuron.bias, neuron.switch) == (0.0, 0.0)
    assert neuron.weight < 0
    assert int(neuron.says_yes(X).sum()) == 0
    assert neuron.accuracy(X, labels("Gentoo")) == pytest.approx(right("Gentoo", lambda length: False))
    assert round(right("Gentoo", lambda length: False), 2) == 0.64


def test_with_a_bias_the_switch_is_among_the_penguins():
    neuron = trained(X, labels("Gentoo"), 0.0, use_bias=True)
    assert round(neuron.switch, 1) == 206.7
    assert round(neuron.accuracy(X, labels("Gentoo")), 3) == 0.977
    assert neuron.accuracy(X, labels("Gentoo")) == pytest.approx(right("Gentoo", lambda length: length > 206.7))
    assert int(neuron.says_yes(X).sum()) == sum(length > 206.7 for length, _ in ROWS)


def test_of_adelies_fewer_answers_are_right_with_a_bias_though_the_loss_is_lower():
    with_bias, without = (trained(X, labels("Adelie"), MEAN, use_bias) for use_bias in (True, False))
    shares = [neuron.accuracy(X, labels("Adelie")) for neuron in (with_bias, without)]
    assert [round(share, 3) for share in shares] == [0.827, 0.833]
    assert shares[1] == pytest.approx(right("Adelie", lambda length: length < MEAN))
    assert with_bias.loss(X, labels("Adelie")) < without.loss(X, labels("Adelie"))


@pytest.mark.parametrize("zero", [0.0, MEAN])
@pytest.mark.parametrize("species", SPECIES)
def test_training_is_that_of_a_plain_loop(species, zero):
    """Rescaled by the deviation, and with a bias moved to mean 0; the rate is 1 over the feature's mean square."""
    deviation = float(np.sqrt(np.mean((X - MEAN) ** 2)))
    for use_bias in (True, False):
        centre = MEAN if use_bias else zero
        z, y = (X - centre) / deviation, labels(species)
        w = b = 0.0
        for _ in range(EPOCHS):
            p = 1 / (1 + np.exp(-(w * z + b)))
            rate = 1 / np.mean(z * z)
            w, b = w - rate * np.mean((p - y) * z), b - rate * np.mean(p - y) * use_bias
        neuron = trained(X, y, zero, use_bias)
        at = np.array([170.0, 230.0])
        np.testing.assert_allclose(neuron.sums(at), w * (at - centre) / deviation + b, rtol=1e-8)


def test_with_a_bias_it_does_not_matter_where_the_length_is_measured_from():
    from_0, from_mean = (trained(X, labels("Gentoo"), zero, use_bias=True) for zero in (0.0, MEAN))
    assert from_0.switch == pytest.approx(from_mean.switch)
    assert from_0.weight == pytest.approx(from_mean.weight)
    assert from_mean.bias == pytest.approx(from_0.bias + MEAN * from_0.weight)


def test_the_loss_is_the_mean_of_minus_the_logarithm_of_what_was_said_of_the_truth():
    neuron = Decision(0.1, -19.5, 0.0)
    expected = 0.0
    for length, name in ROWS:
        p = 1 / (1 + exp(-(0.1 * length - 19.5)))
        expected -= log(p if name == "Gentoo" else 1 - p) / len(ROWS)
    assert neuron.loss(X, labels("Gentoo")) == pytest.approx(expected)


def guessed(**wanted):
    return state(**{QUESTION.key: "to all", **wanted})


@pytest.mark.parametrize(("weight", "bias"), [(0.2, -37.0), (0.48, -99.0), (-0.3, 60.0), (0.0, 5.0), (0.5, 0.0)])
def test_mistakes_of_a_neuron_held_by_hand_are_counted(weight, bias):
    shown = yes_or_no(guessed(yes_weight=weight, yes_bias=bias))
    wrong = len(ROWS) - round(len(ROWS) * right("Gentoo", lambda length: weight * length + bias > 0))
    assert f"**{wrong}** mistakes in 342 answers" in shown.words["result"]
    mistakes = next(trace for trace in shown.pictures["decision"].traces if trace["name"] == "mistake")
    assert len([x for x in mistakes["x"] if x is not None]) == wrong
    assert shown.mission.solved == (wrong <= 8)


def test_the_table_and_the_verdict_tell_what_training_reached():
    gentoo = yes_or_no(guessed()).words
    assert "| with a bias | **206.7** | **129** | **0.977** |" in gentoo["compared"]
    assert "| without | **0** | **0** | **0.640** |" in gentoo["compared"]
    assert ":holds:" in gentoo["claim"]
    adelie = yes_or_no(guessed(species="Adelie", measured_from=FROM_MEAN)).words
    assert "**0.827**" in adelie["compared"]
    assert "**0.833**" in adelie["compared"]
    assert ":fails:" in adelie["claim"]
    assert "It does not count mistakes." in adelie["claim"]


def test_what_training_reached_is_told_after_the_answer_only():
    shown = yes_or_no(state())
    assert not shown.words["compared"]
    assert not shown.words["claim"]
    assert "206.7" not in " ".join([*shown.words.values(), *shown.mission.hints, shown.pictures["decision"].alt])


def test_a_new_zero_starts_the_bias_anew():
    values = guessed(yes_bias=-99.0)
    assert values["yes_bias"] == -99.0
    assert -8 <= guessed(measured_from=FROM_MEAN, yes_bias=-99.0)["yes_bias"] <= 8
