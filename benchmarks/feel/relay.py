"""A slow network on this machine: a relay that passes every byte on some time later, in order."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from threading import Thread

UNLIMITED = float("inf")
AT_ONCE = 2**16
SHARED_AT_ONCE = 2**12
"""Bytes that a connection sends before others have a turn, where they share a line with a limit."""


class Line:
    """One way of a line that all connections share."""

    def __init__(self, bits_a_second: float) -> None:
        self.bytes_a_second = bits_a_second / 8
        self.at_once = SHARED_AT_ONCE if bits_a_second < UNLIMITED else AT_ONCE
        self._free = 0.0

    async def takes(self, count: int) -> None:
        """Wait until so many bytes are on their way; those of others that came before go first."""
        now = asyncio.get_running_loop().time()
        self._free = max(now, self._free) + count / self.bytes_a_second
        if self._free > now:
            await asyncio.sleep(self._free - now)


@contextmanager
def relayed(port: int, delay_ms: float, bits_a_second: float = UNLIMITED) -> Iterator[int]:
    """The port of a relay to that port, which adds so much to every round trip, half of it each way.

    bits_a_second: what all connections together can send, and receive.
    """
    ready: Future[tuple[int, asyncio.AbstractEventLoop, asyncio.Event]] = Future()
    thread = Thread(target=lambda: asyncio.run(_relay(port, delay_ms / 2000, bits_a_second, ready)))
    thread.start()
    entrance, loop, ended = ready.result()
    try:
        yield entrance
    finally:
        loop.call_soon_threadsafe(ended.set)
        thread.join()


async def _relay(port: int, delay: float, bits_a_second: float, ready: Future) -> None:
    up, down = Line(bits_a_second), Line(bits_a_second)

    async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.CancelledError):  # the end of the relay; the browser may keep connections open
            there, back = await asyncio.open_connection("127.0.0.1", port)
            await asyncio.gather(_carry(reader, back, delay, up), _carry(there, writer, delay, down))

    ended = asyncio.Event()
    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    ready.set_result((server.sockets[0].getsockname()[1], asyncio.get_running_loop(), ended))
    await ended.wait()
    server.close()


async def _carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, delay: float, line: Line) -> None:
    """Reading goes on while bytes wait for their time, so the delay costs time and no throughput."""
    loop = asyncio.get_running_loop()
    try:
        while chunk := await reader.read(line.at_once):
            await line.takes(len(chunk))
            loop.call_later(delay, _pass_on, writer, chunk)
        await asyncio.sleep(delay)
    except ConnectionError:
        pass  # a browser that leaves does not say goodbye
    finally:
        writer.close()


def _pass_on(writer: asyncio.StreamWriter, chunk: bytes) -> None:
    if not writer.is_closing():
        writer.write(chunk)
