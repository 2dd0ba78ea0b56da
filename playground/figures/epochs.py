"""Which epochs of a run are shown."""

import numpy as np

from playground.learning.memory import remembered

MOST_SHOWN = 100
"""More play no better, and cost time to send."""
CURVE = 300
"""Points of a loss curve beside those of the shown epochs."""


@remembered
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
