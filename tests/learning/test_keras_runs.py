"""Every recorded Keras run is reproduced to 1e-9 of the largest value in it."""

import numpy as np
import pytest

from playground.learning import train
from tests.learning import golden

RUNS = golden.read("open.json")["cases"]


@pytest.mark.parametrize("run", RUNS, ids=[run["name"] for run in RUNS])
def test_a_run_agrees_with_keras_to_nine_digits(run):
    history = train(run["X"], run["y"], golden.settings_of(run))
    loss = golden.array(run["loss_history"])
    weights = golden.array(run["weights"])
    bias = golden.array(run["bias"]) if run["use_bias"] else np.zeros(len(loss))
    finite = np.isfinite(loss) & np.isfinite(weights).all(axis=1) & np.isfinite(bias)
    epochs = len(loss) if finite.all() else int(finite.argmin())

    assert len(history.loss) == epochs
    assert history.diverged == (epochs < len(loss))
    for found, recorded in [(history.weights, weights), (history.bias, bias), (history.loss, loss)]:
        recorded = recorded[:epochs]
        assert np.abs(found - recorded).max() <= 1e-9 * np.abs(recorded).max()
