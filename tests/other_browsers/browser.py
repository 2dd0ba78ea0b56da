"""What the journey asks of a browser, whichever protocol that speaks."""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Protocol

ANSWERS_WITHIN_S = 60
LOOKS_EVERY_S, ENDS_WITHIN_S = 0.1, 10


class Browser(Protocol):
    """One window of a browser."""

    version: str
    speaks_touch: bool

    def resize(self, width: int, height: int) -> None:
        """Make the page itself as large as that."""

    def open(self, url: str) -> None: ...

    def evaluate(self, script: str) -> Any:
        """The value of an expression in the page; that of a promise once it is kept."""

    def point(self, kind: str, actions: list[dict[str, Any]]) -> None:
        """Move and press a pointer, a `mouse` or a `touch`: the actions are the same in both protocols."""

    def screenshot(self) -> bytes:
        """What is seen of the page, as PNG."""

    def faults(self) -> list[str]:
        """What the page complained about so far."""


@contextmanager
def running(*command: str, **options: Any) -> Iterator[subprocess.Popen]:
    """A process for as long as a block runs."""
    with subprocess.Popen(command, **options) as process:
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(ENDS_WITHIN_S)
            except subprocess.TimeoutExpired:
                process.kill()


def awaited(process: subprocess.Popen, look: Callable[[], Any]) -> Any:
    """What `look` finds, once it finds something; it is asked for as long as the process runs."""
    while process.poll() is None:
        if found := look():
            return found
        with suppress(subprocess.TimeoutExpired):
            process.wait(LOOKS_EVERY_S)
    raise RuntimeError(f"{process.args} ended with {process.returncode}")
