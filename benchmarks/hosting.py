"""Figures that a host can plan with: python -m benchmarks.hosting

What a process holds at rest and for each visitor who looks, and what of a core it takes to open the page and to drag.
"""

import argparse
import asyncio
from dataclasses import dataclass

from benchmarks.drags import DRAG_S, PAUSE_S, cpu_s, measured
from benchmarks.report import number, setting, table
from benchmarks.server import ROOT, Server, memory_mb, served
from benchmarks.session import Session
from playground.data.packing import pack

PAGES = ("", "weights", "dot-product", "bias", "your-numbers")
TABLE = "your_table=" + (pack("x,y\n1,3\n2,5\n4,9") or "")


@dataclass(frozen=True)
class Looked:
    """What visitors cost who open the page and look: MB and seconds of processor each."""

    megabytes: float
    seconds: float


async def drawn(session: Session) -> None:
    """Draw every page, as a browser reports that it can."""
    for page in (*PAGES[1:], PAGES[0]):
        await session.went(page)
        await session.reported({"turn": 1, "draws": True})


async def first(server: Server) -> tuple[float, float, float]:
    """MB with a first visitor, after that one has been on every page, and with a table of their own."""
    session = await Session.opened(server.port)
    with_one = memory_mb(server.pid)
    await drawn(session)
    on_all = memory_mb(server.pid)
    await session.went(PAGES[-1], TABLE)
    return with_one, on_all, memory_mb(server.pid)


async def looking(server: Server, visitors: int) -> Looked:
    """What so many more cost, who stay, on a server that is warm."""
    before, spent = memory_mb(server.pid), cpu_s(server)
    sessions = [await Session.opened(server.port) for _ in range(visitors)]
    for session in sessions:
        await session.reported({"turn": 1, "draws": True})
    spent = cpu_s(server) - spent
    held = memory_mb(server.pid) - before
    await asyncio.gather(*(session.socket.close() for session in sessions))
    return Looked(held / visitors, spent / visitors)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--looking", type=int, default=200)
    arguments.add_argument("--dragging", type=int, default=10)
    options = arguments.parse_args()
    with served(ROOT / "app.py") as server:
        at_rest = memory_mb(server.pid)
        with_one, on_all, with_table = asyncio.run(first(server))
        looked = asyncio.run(looking(server, options.looking))
    with served(ROOT / "app.py") as server:
        asyncio.run(first(server))
        _, a_drag = asyncio.run(measured(server, options.dragging, True))
    rows = [
        ["a process at rest, MB", number(at_rest)],
        ["with its first visitor, MB", number(with_one)],
        ["after all pages, MB", number(on_all)],
        ["with a table of the visitor's own, MB", number(with_table)],
        [f"each of {options.looking} more who look, MB", number(looked.megabytes)],
        ["processor to open the page, s", number(looked.seconds)],
        [f"processor for a drag of {DRAG_S:g} s, s", number(a_drag)],
        ["who drag all the time, on a core", number((DRAG_S + PAUSE_S) / a_drag)],
        ["who open the page in a second, on a core", number(1 / looked.seconds)],
    ]
    print(setting(), table(["what", ""], rows), sep="\n\n")


if __name__ == "__main__":
    main()
