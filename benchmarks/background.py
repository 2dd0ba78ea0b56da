"""Coroutines for code that waits: on a loop in a thread of its own, as Playwright has one in this thread."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from threading import Thread
from typing import Any

Start = Callable[[Coroutine[Any, Any, Any]], "Future[Any]"]


@contextmanager
def background() -> Iterator[Start]:
    """A function that starts a coroutine, and returns where its result will be; all of them share one loop."""
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever)
    thread.start()
    try:
        yield lambda coroutine: asyncio.run_coroutine_threadsafe(coroutine, loop)
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
