"""A slow network on this machine: a relay that passes every byte on some time later, in order, without a limit."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from threading import Thread


@contextmanager
def relayed(port: int, delay_ms: float) -> Iterator[int]:
    """The port of a relay to that port, which adds so much to every round trip, half of it each way."""
    ready: Future[tuple[int, asyncio.AbstractEventLoop, asyncio.Event]] = Future()
    thread = Thread(target=lambda: asyncio.run(_relay(port, delay_ms / 2000, ready)))
    thread.start()
    entrance, loop, ended = ready.result()
    try:
        yield entrance
    finally:
        loop.call_soon_threadsafe(ended.set)
        thread.join()


async def _relay(port: int, delay: float, ready: Future) -> None:
    async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.CancelledError):  # the end of the relay; the browser may keep connections open
            there, back = await asyncio.open_connection("127.0.0.1", port)
            await asyncio.gather(_carry(reader, back, delay), _carry(there, writer, delay))

    ended = asyncio.Event()
    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    ready.set_result((server.sockets[0].getsockname()[1], asyncio.get_running_loop(), ended))
    await ended.wait()
    server.close()


async def _carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, delay: float) -> None:
    """Reading goes on while bytes wait for their time, so the delay costs time and no throughput."""
    loop = asyncio.get_running_loop()
    try:
        while chunk := await reader.read(2**16):
            loop.call_later(delay, _pass_on, writer, chunk)
        await asyncio.sleep(delay)
    except ConnectionError:
        pass  # a browser that leaves does not say goodbye
    finally:
        writer.close()


def _pass_on(writer: asyncio.StreamWriter, chunk: bytes) -> None:
    if not writer.is_closing():
        writer.write(chunk)
