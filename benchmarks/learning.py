"""How fast the core is beside the plain loop, Keras, PyTorch and scikit-learn: python -m benchmarks.learning

All contenders of a job run in turns in the same process, on the same data, in float64, and their
losses are compared. Libraries that are not installed are named and left out
(`pip install -r requirements-benchmarks.txt`).
"""

import os
import platform
import sys
from time import perf_counter

import numpy as np

from benchmarks import peers, plain
from playground.learning import Settings, train

ROUNDS = 7
SLOW = 0.8  # seconds; a contender that takes longer is timed once

FULL = {"learning_rate": 0.05, "epochs": 1000}
JOBS = {
    "full batch, n = 100, d = 1, 1000 epochs": (100, 1, FULL),
    "full batch, n = 10 000, d = 8, 1000 epochs": (10_000, 8, FULL),
    "full batch, n = 1 000 000, d = 8, 1000 epochs": (1_000_000, 8, FULL),
    "batches of 16, n = 200, d = 1, 500 epochs": (200, 1, {"learning_rate": 0.01, "epochs": 500, "batch_size": 16}),
    "adam, n = 100, d = 1, 1000 epochs": (100, 1, {"optimizer": "adam", "learning_rate": 0.01, "epochs": 1000}),
    "single rows, n = 200, d = 1, 100 epochs": (200, 1, {"learning_rate": 0.002, "epochs": 100, "batch_size": 1}),
}
CORE = "this core"


def made_up(n_samples: int, n_features: int) -> tuple[np.ndarray, np.ndarray]:
    """A linear truth and noise."""
    rng = np.random.default_rng(0)
    X = rng.normal(size=(n_samples, n_features))
    return X, X @ rng.normal(size=n_features) + 0.5 + rng.normal(size=n_samples)


def settings_of(n_features: int, more: dict) -> Settings:
    """In order, from 0: what all contenders can do."""
    return Settings(shuffle=False, initial_weights=(0.0,) * n_features, **more)


def compare(X: np.ndarray, y: np.ndarray, settings: Settings) -> tuple[dict[str, float], dict[str, float]]:
    """Seconds (the median of the rounds) and the largest difference of the loss, for each contender."""
    contenders = {
        CORE: lambda X, y, settings: train(X, y, settings).loss,
        **plain.loops(settings, X.shape[1]),
        **peers.PEERS,
    }
    times: dict[str, list[float]] = {name: [] for name in contenders}
    differences: dict[str, float] = {}
    for _ in range(ROUNDS):
        for name, contender in contenders.items():
            if name in differences and (not times[name] or times[name][0] > SLOW):
                continue
            start = perf_counter()
            losses = contender(X, y, settings)
            took = perf_counter() - start
            differences.setdefault(name, np.nan if losses is None else losses[-1])
            if losses is not None:
                times[name].append(took)
    last = differences[CORE]
    seconds = {name: float(np.median(taken)) for name, taken in times.items() if taken}
    return seconds, {name: abs(differences[name] - last) for name in seconds}


def table_of_jobs() -> None:
    print("| job | contender | seconds | times the core's time | difference of the last loss |")
    print("|---|---|---|---|---|")
    for job, (n_samples, n_features, more) in JOBS.items():
        seconds, differences = compare(*made_up(n_samples, n_features), settings_of(n_features, more))
        for name, taken in seconds.items():
            ratio = f"{taken / seconds[CORE]:.3g}"
            print(f"| {job} | {name} | {taken:.3g} | {ratio} | {differences[name]:.0e} |", flush=True)
            job = ""


def table_of_growth() -> None:
    sizes = [(n, 8) for n in (10**2, 10**3, 10**4, 10**5, 10**6)] + [(10_000, d) for d in (1, 2, 4, 8, 16, 32, 64)]
    ways = {"sgd": {"learning_rate": 0.01}, "adam": {"optimizer": "adam", "learning_rate": 0.01}}
    print("| n | d | " + " | ".join(f"{way}, 1000 epochs, s" for way in ways) + " | huber, 100 epochs, s |")
    print("|" + "---|" * (len(ways) + 3))
    for n_samples, n_features in sizes:
        X, y = made_up(n_samples, n_features)
        cells = []
        for more in [*(way | {"epochs": 1000} for way in ways.values()), {"loss": "huber", "epochs": 100}]:
            settings = settings_of(n_features, more)
            times = []
            while len(times) < 3 and sum(times) < SLOW:
                start = perf_counter()
                train(X, y, settings)
                times.append(perf_counter() - start)
            cells.append(f"{np.median(times):.2g}")
        print(f"| {n_samples} | {n_features} | " + " | ".join(cells) + " |", flush=True)


def main() -> None:
    print(f"Python {platform.python_version()}, {peers.versions()}; {os.cpu_count()} cores, {sys.platform}\n")
    if peers.LEFT_OUT:
        print(f"Left out, as not installed: {', '.join(peers.LEFT_OUT)}\n")
    table_of_jobs()
    print()
    table_of_growth()


if __name__ == "__main__":
    main()
