"""The plain NumPy loop: training squared error as one would write it, and write it well.

Several honest ways to write it; a benchmark runs all that can do its job. All return the loss over
all the data at the start and after each epoch, and take rows in order.
"""

from collections.abc import Callable
from math import sqrt

import numpy as np

from playground.learning import Settings

Array = np.ndarray
Loop = Callable[[Array, Array, Settings], Array]


def one_vector(X: Array, y: Array, settings: Settings) -> Array:
    """Weights and bias as one vector, a column of ones, batches as views made once."""
    Z = np.column_stack([X, np.ones(len(y))])
    theta, n = np.zeros(Z.shape[1]), len(y)
    batches = [(Z[rows], y[rows], 2.0 * settings.rate / len(y[rows])) for rows in _slices(n, settings)]
    error = Z.dot(theta) - y
    losses = [error.dot(error)]
    for _ in range(settings.epochs):
        for batch, labels, rate in batches:
            if len(batches) > 1:
                error = batch.dot(theta)
                error -= labels
            theta = theta - rate * error.dot(batch)
        error = Z.dot(theta)
        error -= y
        losses.append(error.dot(error))
    return np.array(losses) / n


def weights_and_bias(X: Array, y: Array, settings: Settings) -> Array:
    """Weights and bias apart, without a column of ones; one feature as a plain number."""
    x = X[:, 0].copy() if X.shape[1] == 1 else X
    w, b, n = 0.0 if X.shape[1] == 1 else np.zeros(X.shape[1]), 0.0, len(y)
    ones = np.ones(n)
    batches = [(x[rows], y[rows], ones[rows], 2.0 * settings.rate / len(y[rows])) for rows in _slices(n, settings)]
    error = np.dot(x, w) + b - y
    losses = [error.dot(error)]
    for _ in range(settings.epochs):
        for batch, labels, one, rate in batches:
            if len(batches) > 1:
                error = np.dot(batch, w)
                error += b
                error -= labels
            w = w - rate * error.dot(batch)
            b -= rate * float(error.dot(one))
        error = np.dot(x, w)
        error += b
        error -= y
        losses.append(error.dot(error))
    return np.array(losses) / n


def adam_on_a_vector(X: Array, y: Array, settings: Settings) -> Array:
    """Adam, full batch, weights and bias as one vector."""
    Z = np.column_stack([X, np.ones(len(y))])
    theta = m = v = np.zeros(Z.shape[1])
    n, rate = len(y), settings.rate
    error = Z.dot(theta) - y
    losses = [error.dot(error)]
    for t in range(1, settings.epochs + 1):
        g = error.dot(Z) * (2.0 / n)
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g * g
        theta = theta - rate * sqrt(1.0 - 0.999**t) / (1.0 - 0.9**t) * m / (np.sqrt(v) + 1e-7)
        error = Z.dot(theta)
        error -= y
        losses.append(error.dot(error))
    return np.array(losses) / n


def adam_unrolled_for_one_feature(X: Array, y: Array, settings: Settings) -> Array:
    """Adam, full batch, one feature: NumPy for the rows only, two parameters written out as Python's numbers.

    The least there is to do, and good for nothing but d = 1.
    """
    Z, n = np.column_stack([X, np.ones(len(y))]), len(y)
    columns, theta = Z.T.copy(), np.zeros(2)
    w = b = m_w = m_b = v_w = v_b = 0.0
    error = -y
    losses = [error.dot(error)]
    full_rate = settings.rate
    for t in range(1, settings.epochs + 1):
        g_w, g_b = columns.dot(error).tolist()
        g_w *= 2.0 / n
        g_b *= 2.0 / n
        m_w, m_b = 0.9 * m_w + 0.1 * g_w, 0.9 * m_b + 0.1 * g_b
        v_w, v_b = 0.999 * v_w + 0.001 * g_w * g_w, 0.999 * v_b + 0.001 * g_b * g_b
        rate = full_rate * sqrt(1.0 - 0.999**t) / (1.0 - 0.9**t)
        theta[0] = w = w - rate * m_w / (sqrt(v_w) + 1e-7)
        theta[1] = b = b - rate * m_b / (sqrt(v_b) + 1e-7)
        error = Z.dot(theta)
        error -= y
        losses.append(error.dot(error))
    return np.array(losses) / n


def loops(settings: Settings, n_features: int) -> dict[str, Loop]:
    """The loops that can do a job, by name."""
    if settings.optimizer == "adam":
        unrolled = {"loop unrolled for one feature": adam_unrolled_for_one_feature} if n_features == 1 else {}
        return {"plain loop, one vector": adam_on_a_vector, **unrolled}
    return {"plain loop, one vector": one_vector, "plain loop, weights and bias apart": weights_and_bias}


def _slices(n: int, settings: Settings) -> list[slice]:
    size = settings.batch_size or n
    return [slice(first, min(first + size, n)) for first in range(0, n, size)]
