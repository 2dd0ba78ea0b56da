"""Networks: every recorded Keras run is met to 1e-9, the neuron is the case of one, and gradients are true."""

from dataclasses import replace

import numpy as np
import pytest

from playground.learning import ACTIVATIONS, LOSSES, Layer, Network, Settings, predict, train, train_network
from playground.learning.batches import BLOCK
from playground.learning.network_training import network_gradients, network_losses
from tests.learning import golden

RUNS = golden.read("networks.json")["cases"]
NEURON_RUNS = golden.read("open.json")["cases"]
RNG = np.random.default_rng(16)
X, Y = RNG.normal(size=(13, 3)), RNG.uniform(0.1, 0.9, size=13)


def recorded_layers(layers):
    """Weights and bias of each layer; Keras has none without a bias, which counts as 0."""
    return [(layer["weights"], layer["bias"] or [0.0] * len(layer["weights"][0])) for layer in layers]


def trained_as_recorded(run):
    kind = {"activation": None, "shuffle": False, "initial_weights": None, "initial_bias": None}
    network = Network(tuple(map(Layer, run["layers"], run["activations"])))
    settings = golden.settings_of({**run, **kind})
    return train_network(run["X"], run["y"], network, settings, recorded_layers(run["layers_at"][0]))


@pytest.mark.parametrize("run", RUNS, ids=[run["name"] for run in RUNS])
def test_a_network_s_run_agrees_with_keras_to_nine_digits(run):
    history, loss = trained_as_recorded(run), golden.array(run["loss_history"])
    assert not history.diverged
    assert np.abs(history.loss - loss).max() <= 1e-9 * loss.max()
    kept = run["epochs_kept"]
    for i, layer in enumerate(history.layers):
        for found, *at in zip(layer, *(recorded_layers(layers)[i] for layers in run["layers_at"]), strict=True):
            recorded = golden.array(at)
            assert found[kept].shape == recorded.shape
            assert np.abs(found[kept] - recorded).max() <= 1e-9 * np.abs(recorded).max()


@pytest.mark.parametrize("run", RUNS, ids=[run["name"] for run in RUNS])
def test_what_a_trained_network_predicts_is_what_keras_recorded(run):
    network = Network(tuple(map(Layer, run["layers"], run["activations"])))
    layers = recorded_layers(run["layers_at"][-1])
    np.testing.assert_allclose(network.predict(run["X"], layers), np.ravel(run["outputs_at_end"]), rtol=0, atol=1e-9)


@pytest.mark.parametrize("run", NEURON_RUNS, ids=[run["name"] for run in NEURON_RUNS])
def test_a_network_of_one_neuron_goes_the_way_of_the_neuron(run):
    settings = golden.settings_of(run)
    neuron = train(run["X"], run["y"], settings)
    network = Network((Layer(1, settings.activation),))
    start = [(np.reshape(settings.initial_weights, (-1, 1)), [settings.initial_bias])]
    as_network = train_network(
        run["X"], run["y"], network, replace(settings, initial_weights=None, initial_bias=0.0), start
    )
    assert as_network.epochs == neuron.epochs
    assert as_network.diverged == neuron.diverged
    (layer,) = as_network.layers
    for found, expected in (
        (layer.weights[:, :, 0], neuron.weights),
        (layer.bias[:, 0], neuron.bias),
        (as_network.loss, neuron.loss),
    ):
        assert np.abs(found - expected).max() <= 1e-9 * max(np.abs(expected).max(), 1e-300)


def test_a_network_of_one_neuron_draws_the_neuron_s_start():
    for seed in (0, 7):
        settings = Settings(epochs=0, seed=seed)
        (layer,) = train_network(X, Y, Network((Layer(1),)), settings).layers
        np.testing.assert_array_equal(layer.weights[0, :, 0], train(X, Y, settings).weights[0])


def test_random_layers_stay_within_glorot_s_limit_and_biases_start_at_zero():
    network = Network((Layer(40, "tanh"), Layer(1)))
    hidden, last = train_network(X, Y, network, Settings(epochs=0, seed=3)).layers
    for layer, fans in ((hidden, 3 + 40), (last, 40 + 1)):
        assert not layer.bias.any()
        limit = np.sqrt(6 / fans)
        assert 0.8 * limit < np.abs(layer.weights).max() <= limit


def network_of(activation, output="sigmoid"):
    return Network((Layer(4, activation), Layer(2, "tanh"), Layer(1, output)))


@pytest.mark.parametrize("loss", list(LOSSES))
@pytest.mark.parametrize("activation", list(ACTIVATIONS))
def test_the_gradient_is_that_of_finite_differences(activation, loss):
    network, settings = network_of(activation), Settings(loss=loss)
    parameters = RNG.normal(size=len(network.are_weights(3)))
    gradient = next(network_gradients(X, Y, network, settings))(parameters)
    h = 1e-6
    steps = h * np.eye(len(parameters))
    above, below = (network_losses(X, Y, network, settings, parameters + side * steps) for side in (1, -1))
    np.testing.assert_allclose(gradient, (above - below) / (2 * h), atol=1e-7)
    assert np.abs(gradient).max() > 1e-3


def test_one_update_by_hand():
    """x = 1, y = 3; two linear neurons of weights 1 and 2, an output of weights 1 and -1, biases 0.

    Outputs 1 and 2, prediction -1, error -4, dL/dprediction -8. Gradients: of the output's weights -8 and -16, of its
    bias -8; of the first layer's weights and biases -8 and 8.
    """
    network = Network((Layer(2), Layer(1)))
    start = [([[1.0, 2.0]], [0.0, 0.0]), ([[1.0], [-1.0]], [0.0])]
    hidden, last = train_network([[1.0]], [3.0], network, Settings(learning_rate=0.1, epochs=1), start).layers
    np.testing.assert_allclose(hidden.weights[1], [[1.8, 1.2]])
    np.testing.assert_allclose(hidden.bias[1], [0.8, -0.8])
    np.testing.assert_allclose(last.weights[1], [[1.8], [0.6]])
    np.testing.assert_allclose(last.bias[1], [0.8])


def test_equal_neurons_of_a_layer_stay_equal_to_the_last_bit():
    network = Network((Layer(2, "tanh"), Layer(1)))
    x = np.linspace(-2.0, 2.0, 41)[:, None]
    start = [([[0.5, 0.5]], [0.1, 0.1]), ([[0.5], [0.5]], [0.0])]
    for optimizer in ("sgd", "adam"):
        settings = Settings(optimizer=optimizer, learning_rate=0.1, epochs=300)
        hidden, last = train_network(x, np.abs(x[:, 0]), network, settings, start).layers
        assert (hidden.weights[:, 0, 0] == hidden.weights[:, 0, 1]).all()
        assert (hidden.bias[:, 0] == hidden.bias[:, 1]).all()
        assert (last.weights[:, 0, 0] == last.weights[:, 1, 0]).all()
        assert np.ptp(hidden.weights[:, 0, 0]) > 0.1, "they learn"


def test_a_batch_of_more_rows_than_a_block_has_the_gradient_of_all_its_rows():
    many, labels = RNG.normal(size=(BLOCK + 5, 3)), RNG.normal(size=BLOCK + 5)
    network = network_of("tanh", "linear")
    parameters = RNG.normal(size=len(network.are_weights(3)))

    def gradient(rows):
        return next(network_gradients(many[rows], labels[rows], network, Settings()))(parameters)

    first, second = slice(0, 1000), slice(1000, None)
    expected = (1000 * gradient(first) + (BLOCK - 995) * gradient(second)) / (BLOCK + 5)
    np.testing.assert_allclose(gradient(slice(None)), expected, rtol=1e-10, atol=1e-13)


def test_without_biases_they_stay_zero_and_frozen_weights_stay():
    network = network_of("tanh")
    for layer in train_network(X, Y, network, Settings(use_bias=False, epochs=5)).layers:
        assert not layer.bias.any()
        assert (layer.weights[0] != layer.weights[-1]).all()
    for layer in train_network(X, Y, network, Settings(trainable_weights=False, epochs=5)).layers:
        assert (layer.weights[0] == layer.weights[-1]).all()
        assert (layer.bias[0] != layer.bias[-1]).all()


def test_rows_are_shuffled_as_for_a_neuron():
    settings = Settings(batch_size=4, epochs=6, seed=5, learning_rate=0.05)
    (layer,) = train_network(X, Y, Network((Layer(1),)), settings).layers
    np.testing.assert_allclose(layer.weights[:, :, 0], train(X, Y, settings).weights, rtol=1e-10)


def test_a_run_that_leaves_the_range_of_numbers_ends_before():
    history = train_network(X, Y, Network((Layer(3), Layer(1))), Settings(learning_rate=50.0, epochs=60))
    assert history.diverged
    assert 0 < history.epochs < 60
    assert np.isfinite(history.loss).all()
    assert all(len(layer.weights) == len(layer.bias) == history.epochs + 1 for layer in history.layers)


def test_a_history_cannot_be_written_to():
    history = train_network(X, Y, network_of("relu"), Settings(epochs=2))
    for array in (history.loss, *(numbers for layer in history.layers for numbers in layer)):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0.0


def test_a_network_of_one_neuron_predicts_as_the_neuron():
    weights = np.array([0.3, -1.0, 0.2])
    network = Network((Layer(1, "sigmoid"),))
    expected = predict(X, weights, 0.4, "sigmoid")
    np.testing.assert_allclose(network.predict(X, [(weights[:, None], [0.4])]), expected, rtol=1e-12)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: Layer(0), "units must be at least 1, got 0"),
        (lambda: Layer(1.5), "units must be a whole number, got 1.5"),
        (lambda: Layer(2, "swish"), "activation must be one of linear, sigmoid, tanh, relu, got 'swish'"),
        (lambda: Network(()), "layers must end in one of a single neuron"),
        (lambda: Network((Layer(2),)), "layers must end in one of a single neuron"),
        (lambda: network_of("tanh").predict(X, []), "for each of 3 layers, got 0"),
        (lambda: Network((Layer(1),)).predict(X, [([[1.0]], [0.0])]), r"shape \(3, 1\) and \(1,\), got \(1, 1\)"),
        (lambda: train_network(X, Y, network_of("tanh"), Settings(initial_bias=1.0)), "are of a single neuron"),
        (lambda: train_network(X, Y[1:], network_of("tanh"), Settings()), "one label for each row"),
    ],
)
def test_what_is_no_network_is_refused_with_a_sentence(make, sentence):
    with pytest.raises(ValueError, match=sentence):
        make()
