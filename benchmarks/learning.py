"""How fast the core is beside a plain NumPy loop, in the same run: python -m benchmarks.learning"""

from collections.abc import Callable
from time import perf_counter

import numpy as np

from playground.learning import Settings, train

ROUNDS = 5


def plain_loop(X: np.ndarray, y: np.ndarray, settings: Settings) -> np.ndarray:
    """Squared error with sgd or adam as one would write it, and write it well: one product a step, one vector."""
    Z = np.column_stack([X, np.ones(len(y))])
    theta, m, v, t = np.zeros(Z.shape[1]), 0.0, 0.0, 0
    size, rate = settings.batch_size or len(y), settings.rate
    error = Z @ theta - y
    losses = [error @ error / len(y)]
    for _ in range(settings.epochs):
        for first in range(0, len(y), size):
            batch = Z[first : first + size]
            if size < len(y):
                error = batch @ theta - y[first : first + size]
            g = error @ batch * (2 / len(error))
            if settings.optimizer == "adam":
                t += 1
                m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
                g = (1 - 0.999**t) ** 0.5 / (1 - 0.9**t) * m / (np.sqrt(v) + 1e-7)
            theta = theta - rate * g
        error = Z @ theta - y
        losses.append(error @ error / len(y))
    return np.array(losses)


JOBS = {
    "full batch, n = 100, d = 1, 1000 epochs": (100, 1, {"learning_rate": 0.05, "epochs": 1000}),
    "full batch, n = 10 000, d = 8, 1000 epochs": (10_000, 8, {"learning_rate": 0.05, "epochs": 1000}),
    "full batch, n = 1 000 000, d = 8, 1000 epochs": (1_000_000, 8, {"learning_rate": 0.05, "epochs": 1000}),
    "batches of 16, n = 200, d = 1, 500 epochs": (200, 1, {"learning_rate": 0.01, "epochs": 500, "batch_size": 16}),
    "adam, n = 100, d = 1, 1000 epochs": (100, 1, {"optimizer": "adam", "learning_rate": 0.01, "epochs": 1000}),
}


def seconds(job: Callable[[], object], rounds: int) -> float:
    """The median time of that many rounds."""
    times = []
    for _ in range(rounds):
        start = perf_counter()
        job()
        times.append(perf_counter() - start)
    return float(np.median(times))


def main() -> None:
    print(f"NumPy {np.__version__}")
    print("| job | plain loop, s | this core, s | times faster | largest difference of the loss |")
    print("|---|---|---|---|---|")
    for name, (n_samples, n_features, more) in JOBS.items():
        rng = np.random.default_rng(0)
        X = rng.normal(size=(n_samples, n_features))
        y = X @ rng.normal(size=n_features) + 0.5 + rng.normal(size=n_samples)
        settings = Settings(shuffle=False, initial_weights=(0.0,) * n_features, **more)
        large = n_samples > 100_000
        difference = np.abs(plain_loop(X, y, settings) - train(X, y, settings).loss).max()
        core = seconds(lambda: train(X, y, settings), ROUNDS)  # noqa: B023
        plain = seconds(lambda: plain_loop(X, y, settings), 1 if large else ROUNDS)  # noqa: B023
        print(f"| {name} | {plain:.4f} | {core:.5f} | {plain / core:.1f} | {difference:.0e} |", flush=True)


if __name__ == "__main__":
    main()
