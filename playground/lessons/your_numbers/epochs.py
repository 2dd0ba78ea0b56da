"""How many epochs a run may have."""

MOST_EPOCHS = 100_000
MOST_STEPS = 100_000
"""Of one run: two seconds or so."""
MOST_ROWS = 10_000_000
"""That a run may look at where each epoch reads all of them; squared errors of a linear neuron are read once."""


def most_epochs(n_samples: int, reads_once: bool, batch_size: int | None) -> int:
    """How many epochs a run may have, so that nobody waits long.

    reads_once: whether an epoch costs the same however many rows there are. batch_size: None for all rows.
    """
    batches = -(-n_samples // batch_size) if batch_size else 1
    by_rows = MOST_EPOCHS if reads_once and batches == 1 else MOST_ROWS // n_samples
    return max(1, min(MOST_EPOCHS, MOST_STEPS // batches, by_rows))
