"""The loss as a landscape, against the loss itself; many starts at once, against one at a time."""

from dataclasses import replace

import numpy as np
import pytest

from playground.learning import (
    ACTIVATIONS,
    LOSSES,
    OPTIMIZERS,
    Settings,
    falls,
    least_squares,
    loss_surface,
    predict,
    train,
)

RNG = np.random.default_rng(11)
X = RNG.normal(size=(15, 3))
Y = RNG.uniform(0.1, 0.9, size=15)
WEIGHTS, BIASES = np.linspace(-2.0, 2.0, 7), np.linspace(-1.0, 3.0, 5)
BOTH = [(loss, activation) for loss in LOSSES for activation in ACTIVATIONS]


@pytest.mark.parametrize(("loss", "activation"), BOTH)
def test_a_point_of_the_surface_is_the_mean_loss_there(loss, activation):
    at = np.array([0.3, -0.2, 0.5])
    settings = Settings(loss=loss, activation=activation, l2=5.0)
    surface = loss_surface(X, Y, settings, WEIGHTS, BIASES, feature=1, at=at)
    for row, bias in enumerate(BIASES):
        for column, weight in enumerate(WEIGHTS):
            predictions = predict(X, [at[0], weight, at[2]], bias, activation)
            assert surface[row, column] == pytest.approx(LOSSES[loss].value(predictions, Y).mean(), rel=1e-12)


def test_the_lowest_point_is_the_optimum():
    best = least_squares(X, Y)
    near = np.linspace(-1.0, 1.0, 21)
    surface = loss_surface(X, Y, Settings(), best.weights[2] + near, best.bias + near, feature=2)
    assert np.unravel_index(surface.argmin(), surface.shape) == (10, 10)
    assert surface[10, 10] == pytest.approx(best.loss, rel=1e-12)


def test_a_perfect_fit_lies_at_zero_and_nothing_below():
    x = np.arange(10.0)[:, None] + 1000.0
    surface = loss_surface(x, 3.0 * x[:, 0] + 1.0, Settings(), [2.9, 3.0, 3.1], [0.0, 1.0, 2.0])
    assert surface[1, 1] < 1e-9
    assert surface.min() >= 0.0


@pytest.mark.parametrize(("loss", "activation"), BOTH)
def test_the_far_end_of_the_plane_is_high_or_flat_but_never_not_a_number(loss, activation):
    surface = loss_surface(X, Y, Settings(loss=loss, activation=activation), [-1e153, 0.0, 1e153], [-1e153, 1e153])
    assert not np.isnan(surface).any()
    assert surface.min() >= 0.0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"weights": []}, r"^weights must not be empty"),
        ({"weights": [[1.0]]}, r"^weights must have shape \(n_weights,\)"),
        ({"biases": [np.nan]}, r"^biases must be finite, got nan"),
        ({"feature": 3}, r"^feature must be from 0 to 2, got 3"),
        ({"at": [1.0]}, r"^at must have one weight for each column of X \(3\), got 1"),
        ({"y": Y[:-1]}, r"^y must have one label for each row"),
    ],
)
def test_a_surface_that_cannot_be_drawn_is_refused(change, said):
    with pytest.raises(ValueError, match=said):
        loss_surface(**{"X": X, "y": Y, "settings": Settings(), "weights": WEIGHTS, "biases": BIASES} | change)


WAYS = [{"optimizer": optimizer} for optimizer in OPTIMIZERS]
WAYS += [{"loss": loss, "activation": activation} for loss, activation in BOTH]
WAYS += [
    {"momentum": 0.9, "nesterov": True},
    {"batch_size": 4, "loss": "huber"},
    {"use_bias": False, "weight_decay": 0.1},
    {"trainable_weights": False},
    {"l1": 0.1, "l2": 0.1, "loss": "mean_absolute_error"},
]


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_every_start_falls_as_if_it_were_alone(way):
    starts = RNG.normal(size=(6, 4))
    settings = Settings(learning_rate=0.05, epochs=12, **way)
    paths = falls(X, Y, settings, starts)
    assert paths.shape == (13, 6, 4)
    for path, start in zip(np.moveaxis(paths, 1, 0), starts, strict=True):
        run = train(X, Y, replace(settings, initial_weights=tuple(start[:-1]), initial_bias=start[-1]))
        np.testing.assert_allclose(path, np.column_stack([run.weights, run.bias]), rtol=1e-11, atol=1e-12)


def test_a_hundred_starts_fall_to_one_optimum():
    paths = falls(X, Y, Settings(learning_rate=0.1, epochs=2000), RNG.normal(size=(100, 4)))
    best = least_squares(X, Y)
    np.testing.assert_allclose(paths[-1], np.tile([*best.weights, best.bias], (100, 1)), atol=1e-9)


def test_a_start_that_diverges_is_not_a_number_from_there_on_and_warns_nobody():
    paths = falls(X, Y, Settings(learning_rate=1e6, epochs=100), [[1.0, 2.0, 3.0, 4.0]])[:, 0]
    run = train(X, Y, Settings(learning_rate=1e6, epochs=100, initial_weights=(1.0, 2.0, 3.0), initial_bias=4.0))
    np.testing.assert_allclose(paths[: run.epochs + 1, :-1], run.weights, rtol=1e-9)
    finite = np.isfinite(paths).all(axis=1)
    first = int(finite.argmin())
    assert run.epochs < first < 100
    assert np.isnan(paths[first:]).all()


@pytest.mark.parametrize(
    ("starts", "said"),
    [
        ([[1.0, 2.0]], r"^starts must have shape \(k, 4\), got shape \(1, 2\)"),
        ([1.0, 2.0, 3.0, 4.0], r"^starts must have shape \(k, n_features \+ 1\), got shape \(4,\)"),
        ([[1.0, 2.0, 3.0, np.nan]], r"^starts must be finite, got nan"),
    ],
)
def test_starts_that_are_no_parameters_are_refused(starts, said):
    with pytest.raises(ValueError, match=said):
        falls(X, Y, Settings(), starts)
