"""What goes wrong in the making of a screen is in the server's log, and ends neither a page nor a strip."""

import logging
from collections.abc import Callable
from typing import TypeVar

FAULTS: tuple[type[Exception], ...] = (Exception,)
"""What is caught. Nothing in the tests of this project: they are to see it."""
Result = TypeVar("Result")
_LOG = logging.getLogger(__name__)


def instead(compute: Callable[[], Result], otherwise: Result) -> Result:
    """What is computed, or something else where that cannot be."""
    try:
        return compute()
    except FAULTS:
        log()
        return otherwise


def log() -> None:
    """Write down what went wrong, while it is being handled."""
    _LOG.exception("a screen cannot be shown")
