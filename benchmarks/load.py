"""How many people one server can take, each moving the weight slider without pause: python -m benchmarks.load

Every number of sessions is measured twice, one after the other: with this repository's `.streamlit/config.toml`, and
with the garbage collection after every run that Streamlit does by itself.
"""

import argparse
import asyncio
import random
from dataclasses import dataclass
from itertools import chain
from statistics import median
from time import perf_counter

from benchmarks.report import number, p95, ratio, setting, table
from benchmarks.server import ROOT, Server, memory_mb, served
from benchmarks.session import Session

SLIDER = "weight"
WARM_UP_MOVES = 50
COLLECTING = "--runner.postScriptGC=true"


@dataclass(frozen=True)
class Load:
    """What the sessions saw: the time of each move in ms, how long all of them took, and what the server held."""

    times: list[float]
    seconds: float
    megabytes: float
    kilobytes: float

    @property
    def rate(self) -> float:
        """Moves a second, of all sessions together."""
        return len(self.times) / self.seconds


async def moving(session: Session, seed: int, ends: float) -> list[float]:
    """Move the slider until then, each move as soon as the last one is answered."""
    rng = random.Random(seed)
    (slider,) = (slider for name, (slider, _) in session.sliders.items() if name.endswith(f"-{SLIDER}"))
    times = []
    while perf_counter() < ends:
        # No two values are equal, so that no session finds its answer in what another one left in the cache.
        times.append(await session.moved(SLIDER, rng.uniform(slider.min, slider.max)))
    return times


async def loaded(server: Server, sessions: int, seconds: float) -> Load:
    """So many sessions at once, beyond a first one that has warmed the server up."""
    first = await Session.opened(server.port)
    for step in range(WARM_UP_MOVES):
        await first.moved(SLIDER, step / WARM_UP_MOVES)
    before = memory_mb(server.pid)
    opened = await asyncio.gather(*(Session.opened(server.port) for _ in range(sessions)))
    drawn = sum(session.kilobytes for session in opened)
    start = perf_counter()
    moves = await asyncio.gather(*(moving(session, seed, start + seconds) for seed, session in enumerate(opened)))
    took = perf_counter() - start
    times = list(chain.from_iterable(moves))
    sent = sum(session.kilobytes for session in opened) - drawn
    load = Load(times, took, (memory_mb(server.pid) - before) / sessions, sent / len(times))
    await asyncio.gather(*(session.socket.close() for session in [first, *opened]))
    return load


def compared(sessions: int, seconds: float) -> list[str]:
    """One row of the table: this app, the same app with the collection, and how many times faster it is."""
    both = []
    for options in [(), (COLLECTING,)]:
        with served(ROOT / "app.py", *options) as server:
            both.append(asyncio.run(loaded(server, sessions, seconds)))
    lean, collecting = both
    return [
        str(sessions),
        number(lean.rate),
        number(collecting.rate),
        ratio(lean.rate, collecting.rate),
        *(f"{number(of(lean.times))} / {number(of(collecting.times))}" for of in (median, p95)),
        f"{number(lean.megabytes)} / {number(collecting.megabytes)}",
        number(lean.kilobytes),
    ]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--sessions", type=int, nargs="+", default=[1, 10, 30, 60])
    arguments.add_argument("--seconds", type=float, default=8, help="how long the sliders move")
    options = arguments.parse_args()
    head = ["sessions", "moves a second", "with the collection", "times faster", "median, ms", "p95, ms"]
    rows = [compared(sessions, options.seconds) for sessions in options.sessions]
    print(setting(), table([*head, "memory a session, MB", "sent a move, KB"], rows), sep="\n\n")


if __name__ == "__main__":
    main()
