"""Closed forms against scikit-learn's, gradients against finite differences, initializers against Keras's."""

import numpy as np
import pytest

from playground.learning import ACTIVATIONS, INITIALIZERS, LOSSES, draw, least_squares, predict, r2_score, stream
from tests.learning import golden

CLOSED_FORMS = golden.read("closed_form.json")
FITS = [fit for fit in CLOSED_FORMS["fits"] if np.ndim(fit["coef"]) == 1]
DRAWN = golden.read("initializers.json")["results"]


def data_of(fit):
    data = CLOSED_FORMS["datasets"][fit["dataset"]]
    X, y = golden.array(data["X"]), golden.array(data["y"])
    X = X.reshape(len(X), -1)
    if fit["feature_index"] is not None:
        X = X[:, [fit["feature_index"]]]
    return X, y[:, fit["target_index"]] if y.ndim == 2 else y


@pytest.mark.parametrize("fit", FITS, ids=lambda fit: f"{fit['dataset']}-{fit['model']}-{fit['alpha']}")
def test_the_optimum_is_scikit_learns(fit):
    X, y = data_of(fit)
    l2 = (fit["alpha"] or 0.0) / len(y)  # Ridge's alpha is n times Keras's l2
    optimum = least_squares(X, y, l2=l2)
    scale = max(np.abs(fit["coef"]).max(), abs(fit["intercept"]))

    assert np.abs(optimum.weights - fit["coef"]).max() <= 1e-9 * scale
    assert abs(optimum.bias - fit["intercept"]) <= 1e-9 * scale
    assert optimum.loss == pytest.approx(fit["mse"], rel=1e-9)
    assert r2_score(y, predict(X, optimum.weights, optimum.bias)) == pytest.approx(fit["r2"], rel=1e-9)


@pytest.mark.parametrize("name", LOSSES)
def test_the_slope_of_a_loss_is_its_finite_difference(name):
    labels = np.array([0.0, 1.0, 0.3, 0.9])
    predictions = np.array([0.2, 0.7, 0.55, 0.05]) if name == "binary_crossentropy" else np.array([0.2, 3.0, -2.0, 1.1])
    h = 1e-6
    loss = LOSSES[name]
    difference = (loss.value(predictions + h, labels) - loss.value(predictions - h, labels)) / (2 * h)
    np.testing.assert_allclose(loss.slope(predictions, labels), difference, rtol=1e-6, atol=1e-8)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_the_derivative_of_an_activation_is_its_finite_difference(name):
    sums = np.array([-3.0, -0.4, 0.2, 2.5])
    h = 1e-6
    activation = ACTIVATIONS[name]
    difference = (activation.output(sums + h) - activation.output(sums - h)) / (2 * h)
    np.testing.assert_allclose(activation.derivative(activation.output(sums)), difference, rtol=1e-6, atol=1e-8)


@pytest.mark.parametrize("recorded", DRAWN, ids=[recorded["name"] for recorded in DRAWN])
def test_an_initializer_has_keras_limit_mean_and_deviation(recorded):
    fans = recorded["fan_in"], recorded["fan_out"]
    initializer = INITIALIZERS[recorded["name"]]
    drawn = draw(recorded["name"], *fans, stream(0, "weights"), (200_000,))

    if "limit" in recorded:
        assert initializer.limit(*fans) == pytest.approx(recorded["limit"], rel=1e-6)
        assert np.abs(drawn).max() <= recorded["limit"] * (1 + 1e-6)
    assert drawn.mean() == pytest.approx(recorded["mean"], abs=5 * recorded["std"] / np.sqrt(100_000))
    assert drawn.std() == pytest.approx(recorded["std"], rel=0.01)
