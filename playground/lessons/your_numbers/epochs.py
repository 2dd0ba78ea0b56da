"""Which epochs of a run are shown, and how many a run may have."""

import numpy as np

MOST_SHOWN = 100
"""More play no better, and cost time to send."""
MOST_EPOCHS = 100_000
MOST_STEPS = 100_000
"""Of one run: two seconds or so."""
MOST_ROWS = 10_000_000
"""That a run may look at where each epoch reads all of them; squared errors of a linear neuron are read once."""
CURVE = 300
"""Points of a loss curve beside those of the shown epochs."""


def shown_epochs(last_epoch: int) -> tuple[int, ...]:
    """The epochs that can be shown: all of them, or a hundred, closer together at the beginning, where most happens."""
    if last_epoch < MOST_SHOWN:
        return tuple(range(last_epoch + 1))
    growing = np.geomspace(1.0, last_epoch, MOST_SHOWN - 1)
    least = np.arange(1, MOST_SHOWN)  # the first ones one by one
    return (0, *np.unique(np.minimum(np.maximum(growing.round(), least), last_epoch).astype(np.int64)).tolist())


def curve_epochs(last_epoch: int) -> list[int]:
    """The epochs at which the loss curve has a point."""
    spread = np.linspace(0, last_epoch, min(last_epoch + 1, CURVE)).round().astype(np.int64)
    return sorted({*spread.tolist(), *shown_epochs(last_epoch)})


def most_epochs(n_samples: int, reads_once: bool, batch_size: int | None) -> int:
    """How many epochs a run may have, so that nobody waits long.

    reads_once: whether an epoch costs the same however many rows there are. batch_size: None for all rows.
    """
    batches = -(-n_samples // batch_size) if batch_size else 1
    by_rows = MOST_EPOCHS if reads_once and batches == 1 else MOST_ROWS // n_samples
    return max(1, min(MOST_EPOCHS, MOST_STEPS // batches, by_rows))
