"""Python's search for garbage: of everything when nobody waits for anything, and else only of what is new.

To look through all that was imported and all that visitors have takes 0.1 s, in which everyone waits. Left to itself,
Python does so every few seconds in a class that drags, and not at all once the class has left.
"""

import gc
from functools import cache
from threading import Thread
from time import sleep

from playground.ui.turns import QUEUE

FIRST_AFTER_S, EVERY_S = 5.0, 60.0
TRIES_AFTER_S, MOST_TRIES = 1.0, 60
"""If nobody waits for anything seldom, it is done all the same."""


@cache
def keep_clean() -> None:
    """From now on, for as long as the server runs."""
    Thread(target=_keep_clean, name="garbage", daemon=True).start()


def collect() -> None:
    """Free what nothing holds any more. What is there then is left out of Python's own search until the next time."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def collect_when_free() -> None:
    """The same at a moment at which nobody waits, if one comes soon."""
    for _ in range(MOST_TRIES):
        with QUEUE.free_turn() as is_free:
            if is_free:
                collect()
                return
        sleep(TRIES_AFTER_S)
    collect()


def _keep_clean() -> None:
    sleep(FIRST_AFTER_S)
    while True:
        collect_when_free()
        sleep(EVERY_S)
