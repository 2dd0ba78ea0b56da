"""Sentences, against strings written by hand."""

import numpy as np
import pytest

from playground.data import real
from playground.figures import words
from playground.learning import Settings
from playground.learning.run import run


def lines(a, b):
    return words.dot_product_lines(a, b).replace("*", "").split("  \n")


def test_a_dot_product_is_written_out():
    first, lengths, cosine, angle, projection = lines((3.0, 1.0), (1.0, 2.0))
    assert first == "a · b = 3 × 1 + 1 × 2 = 3 + 2 = 5"
    assert lengths == "|a| = 3.1623, |b| = 2.2361"
    assert cosine.endswith("= 0.7071")
    assert angle.startswith("angle = 45°")
    assert projection.endswith("= (1, 2)")


def test_negative_factors_and_products_keep_their_signs():
    first = lines((-1.5, 2.0), (2.0, -0.5))[0]
    assert first == "a · b = (−1.5) × 2 + 2 × (−0.5) = −3 − 1 = −4"


def test_vectors_of_opposite_direction():
    _, _, cosine, angle, projection = lines((1.0, 0.0), (-2.0, 0.0))
    assert cosine.endswith("= −1")
    assert angle.startswith("angle = 180°")
    assert projection.endswith("= (1, 0)")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ((1.0, 0.0), (0.0, 3.0)),
        ((1.0, 2.0), (-2.0, 1.0)),
        ((0.1, 0.7), (-2.1, 0.3)),
        ((0.1, 0.3), (-0.6, 0.2)),
    ],
)
def test_perpendicular_vectors_are_called_so(a, b):
    first, _, cosine, angle, _ = lines(a, b)
    assert first.endswith("= 0")
    assert cosine.endswith("= 0")
    assert angle.startswith("angle = 90°")
    assert "perpendicular" in angle


@pytest.mark.parametrize(("a", "b"), [((0.0, 0.0), (1.0, 2.0)), ((1.0, 2.0), (0.0, 0.0)), ((0.0, 0.0), (0.0, 0.0))])
def test_a_zero_vector_has_no_angle(a, b):
    text = "\n".join(lines(a, b))
    assert "no angle" in text
    assert "nan" not in text.lower()
    assert "°" not in text


CARS, PENGUINS = real("cars"), real("penguins")


def ran(data, *, standardise=True, **chosen):
    """A run that starts at weight 0 and bias 0, where the loss in standard units is 1."""
    return run(data.X, data.y, Settings(**{"initial_weights": (0.0,), "initial_bias": 0.0, **chosen}), standardise)


def read_out(data, **chosen):
    seen = ran(data, **chosen)
    return words.readout(seen, seen.last_epoch, data.feature.name, data.label.name)


def test_the_readout_says_which_line_is_in_standard_units():
    slope = np.corrcoef(CARS.X[:, 0], CARS.y)[0, 1]
    said = read_out(CARS, learning_rate=0.1, epochs=200)
    assert said.startswith(f"**epoch 200**: **{CARS.label.name} = ")
    assert f"standard units: **y = −{-slope:.3f} x + 0.00**" in said
    assert f"loss\u00a0**{1 - slope**2:.3f}**" in said
    assert f"R²\u00a0**{slope**2:.2f}**" in said
    assert "standard units" not in read_out(CARS, learning_rate=0.01, standardise=False)


def test_an_r2_that_says_no_more_than_the_loss_is_left_out():
    just_above, below = (read_out(CARS, learning_rate=1.5, epochs=epochs) for epochs in (3, 4))
    # a rate of 1.5 doubles the distance to the best weight each epoch: the loss is 1 - r^2 + r^2 4^epochs
    share = np.corrcoef(CARS.X[:, 0], CARS.y)[0, 1] ** 2
    assert -100 < share * (1 - 4**3) < -40
    assert share * (1 - 4**4) < -100
    assert "R²" in just_above
    assert "R²" not in below
    assert "loss" in below


NO_LIMIT = [{"batch_size": 4}, {"batch_size": 1}, {"optimizer": "adam"}, {"loss": "mean_absolute_error"}]


@pytest.mark.parametrize("chosen", NO_LIMIT, ids=str)
@pytest.mark.parametrize("data", [CARS, PENGUINS], ids=["cars", "penguins"])
def test_a_run_that_learns_is_not_said_to_grow_or_diverge(data, chosen):
    seen = ran(data, learning_rate=0.02, epochs=100, **chosen)
    assert seen.history.loss[-1] < 0.5 * seen.history.loss[0]
    said = words.regime_sentence(seen)
    assert "grew" not in said
    assert "iverge" not in said
    assert "limit" in said


@pytest.mark.parametrize("size", [1, 4])
@pytest.mark.parametrize("data", [CARS, PENGUINS], ids=["cars", "penguins"])
def test_a_run_of_batches_that_leaves_the_range_of_floats_is_said_to_have_diverged(data, size):
    seen = ran(data, learning_rate=2.0, epochs=200, batch_size=size)
    last = len(seen.history.loss) - 1
    assert last < 200
    said = words.regime_sentence(seen).replace("*", "")
    assert (f"Diverged after epoch {last}:" if last else "Diverged within the first epoch:") in said
    assert "Choose a smaller learning rate." in said
    assert "grew from" not in said


@pytest.mark.parametrize(
    "chosen", [{"batch_size": 4, "epochs": 2}, {"optimizer": "adam", "epochs": 1, "learning_rate": 4.0}], ids=str
)
@pytest.mark.parametrize("data", [CARS, PENGUINS], ids=["cars", "penguins"])
def test_a_loss_that_has_grown_without_a_known_limit_is_said_to_have(data, chosen):
    seen = ran(data, **{"learning_rate": 2.0, **chosen})
    assert seen.history.loss[-1] > 2.0
    said = words.regime_sentence(seen).replace("*", "")
    assert "Here the loss grew from 1.00: choose a smaller learning rate." in said
    assert "iverged" not in said


def test_the_limit_of_raw_units_is_written_as_the_slider_shows_it():
    said = words.regime_sentence(ran(PENGUINS, learning_rate=1e-4, epochs=50, standardise=False))
    design = np.column_stack([PENGUINS.X[:, 0], np.ones(len(PENGUINS.y))])
    limit = 1 / np.linalg.eigvalsh(design.T @ design / len(design))[-1]
    assert 1e-5 < limit < 1e-4
    assert f"limit {limit:.7f}" in said
    assert "0.000100 is above" in said
    assert "×" not in said
