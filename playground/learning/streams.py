"""Randomness: one seed, and a stream of its own for each use of it."""

import numpy as np
from numpy.typing import NDArray

STREAMS = {"data": 0, "weights": 1, "shuffle": 2, "split": 3, "sample": 4}


def stream(seed: int, use: str) -> np.random.Generator:
    """A generator for one use of the visitor's seed.

    Streams are independent: drawing more data does not change the starting weights.

    Args:
        seed: a whole number from 0.
        use: a name in STREAMS.
    """
    return np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(STREAMS[use],)))


def sample(n_samples: int, most: int, seed: int = 0) -> NDArray[np.int64]:
    """Positions of all rows, or of a random sample of them where there are more than `most`, ascending."""
    if n_samples <= most:
        return np.arange(n_samples)
    return np.sort(stream(seed, "sample").choice(n_samples, most, replace=False))
