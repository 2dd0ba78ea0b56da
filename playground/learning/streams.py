"""Randomness: one seed, and a stream of its own for each use of it."""

import numpy as np

STREAMS = {"data": 0, "weights": 1, "shuffle": 2, "split": 3, "sample": 4}


def stream(seed: int, use: str) -> np.random.Generator:
    """A generator for one use of the visitor's seed.

    Streams are independent: drawing more data does not change the starting weights.

    Args:
        seed: a whole number from 0.
        use: a name in STREAMS.
    """
    return np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(STREAMS[use],)))
