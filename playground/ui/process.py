"""What is set once for the process that serves all visitors."""

import gc
import sys
from functools import cache


@cache
def settle() -> None:
    """What is to be sent must not wait for long beside what is computed (see `turns.py`), nor must all visitors wait
    while Python looks for garbage: among what has been imported by now, half of all objects, there is none. Before the
    first page is drawn there is nothing else."""
    sys.setswitchinterval(0.001)  # s
    gc.freeze()
