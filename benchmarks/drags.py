"""A class that drags at once: python -m benchmarks.drags

So many sessions on one server each drag the weight slider for two seconds, again and again. Once as the page does it:
the browser asks for pieces of the strip while the hand is there, and reports the value when it is let go. And once
asking the server for the picture of every value, as a page without strips does. What the server spends on a drag, and
how long after the finger came near all values around it had arrived.
"""

import argparse
import asyncio
import random
from dataclasses import dataclass, field
from itertools import chain, count
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.report import number, p95, ratio, setting, table
from benchmarks.server import ROOT, Server, served
from benchmarks.session import Session
from playground.ui.strip import NEAR

SLIDER, START = "weight", -1.5
DRAG_S, PAUSE_S, DRAGS = 2.0, 1.0, 4
POSITION_S = 1 / 60
"""A hand's positions a second, as a display draws them."""


@dataclass
class Dragged:
    """What one session saw: drags that ended, and for each the milliseconds until the values around it had arrived."""

    drags: int = 0
    waits: list[float] = field(default_factory=list)
    messages: int = 0


def cpu_s(server: Server) -> float:
    """Seconds of processor that the server has spent so far."""
    parts = Path(f"/proc/{server.pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return (int(parts[11]) + int(parts[12])) / 100


async def drag_along_strip(session: Session, turns: "count[int]", at: int, dragged: Dragged) -> None:
    """Ask for pieces of the strip until all of it has arrived or the drag is over."""
    begins = perf_counter()
    have, size, waits = 0, 201, True
    while perf_counter() - begins < DRAG_S and have != (1 << size) - 1:
        wish = {"key": SLIDER, "at": at, "have": f"{have:x}"}
        await session.reported({"turn": next(turns), "draws": True, "wish": wish})
        dragged.messages += 1
        answer = session.answer()
        size, strip = answer["sliders"][SLIDER]["count"], answer["strip"] or {"frames": {}, "rests": 0.0}
        for position in strip["frames"]:
            have |= 1 << int(position)
        around = range(max(at - NEAR, 0), min(at + NEAR, size - 1) + 1)
        if waits and all(have >> position & 1 for position in around):
            dragged.waits.append(1000 * (perf_counter() - begins))
            waits = False
        await asyncio.sleep(strip["rests"])
    await asyncio.sleep(max(0.0, DRAG_S - (perf_counter() - begins)))


async def drag_by_asking(session: Session, at: int, dragged: Dragged) -> None:
    """Ask for the picture of every position, each as soon as the last one is answered."""
    begins = perf_counter()
    while (gone := perf_counter() - begins) < DRAG_S:
        await session.moved(SLIDER, -5 + 0.05 * ((at + int(gone / POSITION_S)) % 200))
        dragged.messages += 1
        await asyncio.sleep(POSITION_S)


async def visiting(session: Session, seed: int, with_strips: bool) -> Dragged:
    """One visitor, who begins at some moment, and with a line of their own."""
    rng, turns, dragged = random.Random(seed), count(1), Dragged()
    await session.reported({"turn": next(turns), "draws": True})
    await asyncio.sleep(rng.uniform(0, DRAG_S + PAUSE_S))
    for drag in range(DRAGS):
        await session.moved("bias", round(rng.uniform(-5, 5), 4))  # nobody finds a strip that another one has asked for
        at = rng.randrange(201)
        if with_strips:
            await drag_along_strip(session, turns, at, dragged)
        else:
            await drag_by_asking(session, at, dragged)
        await session.moved(SLIDER, START + 0.05 * drag)
        dragged.drags += 1
        # Hands keep no time. If all waited equally long they would soon move at the same moment.
        await asyncio.sleep(PAUSE_S * rng.uniform(0.5, 1.5))
    return dragged


async def measured(server: Server, sessions: int, with_strips: bool) -> tuple[list[Dragged], float]:
    """What all of them saw, and the seconds of processor a drag."""
    opened = await asyncio.gather(*(Session.opened(server.port) for _ in range(sessions)))
    before = cpu_s(server)
    dragged = await asyncio.gather(*(visiting(session, seed, with_strips) for seed, session in enumerate(opened)))
    spent = cpu_s(server) - before
    await asyncio.gather(*(session.socket.close() for session in opened))
    return dragged, spent / sum(each.drags for each in dragged)


def compared(sessions: int) -> list[str]:
    """One row of the table."""
    with served(ROOT / "app.py") as server:
        strips, spent = asyncio.run(measured(server, sessions, True))
        asking, spent_asking = asyncio.run(measured(server, sessions, False))
    waits = list(chain.from_iterable(each.waits for each in strips))
    drags = sum(each.drags for each in strips)
    return [
        str(sessions),
        f"{number(median(waits))} / {number(p95(waits))} / {number(max(waits))}",
        f"{len(waits)} of {drags}",
        f"{number(spent)} / {number(spent_asking)}",
        ratio(spent, spent_asking),
        f"{number(sum(each.messages for each in strips) / drags)} / "
        f"{number(sum(each.messages for each in asking) / drags)}",
    ]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--sessions", type=int, nargs="+", default=[1, 10, 30])
    rows = [compared(sessions) for sessions in arguments.parse_args().sessions]
    head = ["sessions", "values around the finger, ms: median / p95 / longest", "drags that got them"]
    head += ["processor a drag, s: strips / asking", "strips to asking", "messages a drag: strips / asking"]
    print(setting(), table(head, rows), sep="\n\n")


if __name__ == "__main__":
    main()
