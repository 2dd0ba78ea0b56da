"""The same training by Keras, PyTorch and scikit-learn, each as its own documentation shows it.

Each function returns the loss over all the data at the start and after each epoch, in float64,
with rows in order and weights and bias from 0, or None where the library has no such training.
A library that is not installed is left out of PEERS.
"""

import os
from collections.abc import Callable
from importlib.metadata import version
from importlib.util import find_spec

import numpy as np

from playground.learning import Settings

Array = np.ndarray


def keras_fit(X: Array, y: Array, settings: Settings) -> Array:
    """Dense(1) and fit. Its losses are fit's own: for a full batch those from before each update."""
    os.environ.setdefault("KERAS_BACKEND", "torch")
    import keras

    keras.config.set_floatx("float64")
    kinds = {"sgd": keras.optimizers.SGD, "adam": keras.optimizers.Adam}
    model = keras.Sequential([keras.Input((X.shape[1],)), keras.layers.Dense(1, kernel_initializer="zeros")])
    model.compile(optimizer=kinds[settings.optimizer](learning_rate=settings.rate), loss="mean_squared_error")
    size = settings.batch_size or len(y)
    fitted = model.fit(X, y[:, None], epochs=settings.epochs, batch_size=size, shuffle=False, verbose=0)
    last = model.evaluate(X, y[:, None], batch_size=len(y), verbose=0)
    return np.append(fitted.history["loss"], last)


def torch_loop(X: Array, y: Array, settings: Settings) -> Array:
    """The usual loop: zero_grad, loss, backward, step."""
    import torch

    features, labels = torch.from_numpy(X), torch.from_numpy(y)[:, None]
    model = torch.nn.Linear(X.shape[1], 1, dtype=torch.float64)
    torch.nn.init.zeros_(model.weight)
    torch.nn.init.zeros_(model.bias)
    squared_error = torch.nn.MSELoss()
    adam = settings.optimizer == "adam"
    kind = torch.optim.Adam if adam else torch.optim.SGD
    optimizer = kind(model.parameters(), lr=settings.rate)
    size = settings.batch_size or len(y)
    losses = []
    for _ in range(settings.epochs):
        if size < len(y):
            with torch.no_grad():
                losses.append(squared_error(model(features), labels).item())
        for first in range(0, len(y), size):
            optimizer.zero_grad()
            loss = squared_error(model(features[first : first + size]), labels[first : first + size])
            loss.backward()
            optimizer.step()
        if size == len(y):
            losses.append(loss.item())
    with torch.no_grad():
        losses.append(squared_error(model(features), labels).item())
    return np.array(losses)


def sgd_regressor(X: Array, y: Array, settings: Settings) -> Array | None:
    """SGDRegressor: plain gradient descent on single rows, and nothing else. Its loss is e^2 / 2."""
    if settings.optimizer != "sgd" or settings.batch_size != 1:
        return None
    from sklearn.linear_model import SGDRegressor

    model = SGDRegressor(alpha=0.0, penalty=None, learning_rate="constant", eta0=2.0 * settings.rate, shuffle=False)
    losses = [np.mean(y * y)]
    for _ in range(settings.epochs):
        model.partial_fit(X, y)
        losses.append(np.mean((model.predict(X) - y) ** 2))
    return np.array(losses)


Peer = Callable[[Array, Array, Settings], Array | None]
_ALL: dict[str, tuple[str, Peer]] = {
    "Keras fit": ("keras", keras_fit),
    "PyTorch loop": ("torch", torch_loop),
    "SGDRegressor": ("sklearn", sgd_regressor),
}
_PACKAGES = {"keras": "keras", "torch": "torch", "sklearn": "scikit-learn"}

PEERS = {name: peer for name, (module, peer) in _ALL.items() if find_spec(module)}
LEFT_OUT = [name for name in _ALL if name not in PEERS]


def versions() -> str:
    """What is installed, in one line."""
    found = [f"{package} {version(package)}" for module, package in _PACKAGES.items() if find_spec(module)]
    return ", ".join([f"NumPy {np.__version__}", *found])
