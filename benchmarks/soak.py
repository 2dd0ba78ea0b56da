"""A long lesson on one server: python -m benchmarks.soak

So many visitors drag sliders, go from page to page, lose their connection and come back, minute after minute. What the
server, in the environment of deploy/Dockerfile, holds each minute, how long its health takes to answer meanwhile, and
whether its log has a traceback.
"""

import argparse
import asyncio
import random
from collections import Counter
from contextlib import suppress
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from urllib.request import urlopen

from benchmarks.image import environment
from benchmarks.report import number, setting, table
from benchmarks.server import ROOT, Server, memory_mb, served
from benchmarks.session import Session
from playground.data.packing import pack

TABLE = "your_table=" + (pack("x,y\n1,3\n2,5\n4,9") or "")
PLACES = (
    ("", ""),
    ("", "optimizer=adam&epochs=120"),
    ("weights", ""),
    ("weights", "weights_idea=where+weights+come+from"),
    ("weights", "weights_idea=a+hundred+starts"),
    ("weights", "weights_idea=one+update"),
    ("dot-product", ""),
    ("dot-product", "dot_product_idea=the+same+number+three+ways"),
    ("dot-product", "dot_product_idea=many+numbers"),
    ("bias", ""),
    ("bias", "bias_idea=the+bias+alone"),
    ("bias", "bias_idea=with+and+without"),
    ("bias", "bias_idea=claim:+back+on+track"),
    ("your-numbers", ""),
    ("your-numbers", TABLE),
)
"""Pages, and what is behind their address."""
PAUSE_S = 24.0
"""At most, between two things that a visitor does: 60 of them keep one core busy then."""
BROWSER_WAITS_S = 0.5
"""Before it asks again for a connection that broke."""
PIECES = 6
"""Of a strip that a drag asks for."""


class Visit:
    """One visitor: what they do is drawn by lot, the same in each run."""

    def __init__(self, port: int, seed: int, done: Counter[str]) -> None:
        self.port, self.rng, self.done = port, random.Random(seed), done
        self.page, self.turns = "", count(1)
        self.session: Session

    async def lasts(self, ends: float) -> None:
        """Do one thing after another until then."""
        self.session = await Session.opened(self.port)
        await self.session.reported({"turn": next(self.turns), "draws": True})
        while perf_counter() < ends:
            act = self.rng.choices([self.drags, self.goes, self.comes_back], weights=[8, 2, 1])[0]
            try:
                await act()
                self.done[act.__name__] += 1
            except TimeoutError:
                self.done[f"{act.__name__} without an answer"] += 1
                self.session = await Session.opened(self.port, self.page)
            await asyncio.sleep(self.rng.uniform(0, PAUSE_S))
        await self.session.socket.close()

    async def drags(self) -> None:
        """Ask for the strip along a slider, and let it go somewhere."""
        keys = sorted(name.rsplit("-", 1)[-1] for name in self.session.sliders)
        if not keys:
            return
        key, have = self.rng.choice(keys), 0
        for _ in range(PIECES):
            wish = {"key": key, "at": self.rng.randrange(200), "have": f"{have:x}"}
            await self.session.reported({"turn": next(self.turns), "draws": True, "wish": wish})
            for position in (self.session.answer()["strip"] or {"frames": {}})["frames"]:
                have |= 1 << int(position)
        low, high = self.session.range_of(key)
        await self.session.moved(key, low + (high - low) * self.rng.randrange(201) / 200)

    async def goes(self) -> None:
        """Go to a page and an idea, as a link does."""
        self.page, query = self.rng.choice(PLACES)
        await self.session.went(self.page, query)
        await self.session.reported({"turn": next(self.turns), "draws": True})

    async def comes_back(self) -> None:
        """Lose the connection and come back: to the session, or as after a reload to a new one."""
        self.session.socket.transport.abort()
        await self.session.socket.wait_closed()
        await asyncio.sleep(BROWSER_WAITS_S)
        known = self.session.session_id if self.rng.random() < 0.5 else ""
        self.session = await Session.opened(self.port, self.page, self.session.query, session_id=known)
        await self.session.reported({"turn": next(self.turns), "draws": True})


async def watched(server: Server, begins: float, ends: float) -> list[tuple[float, float, float]]:
    """Each second: the time since the beginning, the memory in MB, and the seconds in which its health answers."""
    samples = []
    while (now := perf_counter()) < ends:
        await asyncio.to_thread(_asked_for_health, server.port)
        samples.append((now - begins, memory_mb(server.pid), perf_counter() - now))
        await asyncio.sleep(1)
    return samples


def _asked_for_health(port: int) -> None:
    with suppress(TimeoutError), urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=60):
        pass


async def lesson(
    server: Server, visitors: int, minutes: float
) -> tuple[list[tuple[float, float, float]], Counter[str]]:
    """What was seen, and how often what was done."""
    begins, done = perf_counter(), Counter[str]()
    ends = begins + 60 * minutes
    visits = (Visit(server.port, seed, done).lasts(ends) for seed in range(visitors))
    samples, *_ = await asyncio.gather(watched(server, begins, ends), *visits)
    return samples, done


def rows(samples: list[tuple[float, float, float]]) -> list[list[str]]:
    """For each minute the memory at its end, and the longest that the health took."""
    minutes = sorted({int(at // 60) for at, _, _ in samples})
    by_minute = [[each for each in samples if each[0] // 60 == minute] for minute in minutes]
    return [
        [str(minute + 1), number(part[-1][1]), number(max(wait for *_, wait in part))]
        for minute, part in zip(minutes, by_minute, strict=True)
    ]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--visitors", type=int, default=60)
    arguments.add_argument("--minutes", type=float, default=10)
    options = arguments.parse_args()
    with TemporaryDirectory() as folder:
        log = Path(folder) / "log.txt"
        with served(ROOT / "app.py", log=log, environment=environment()) as server:
            at_rest = memory_mb(server.pid)
            samples, done = asyncio.run(lesson(server, options.visitors, options.minutes))
        written = log.read_text(encoding="utf-8")
    print(setting(f"{options.visitors} visitors"), f"at rest {number(at_rest)} MB", sep="\n\n", end="\n\n")
    print(table(["minute", "memory at its end, MB", "longest wait for its health, s"], rows(samples)), end="\n\n")
    print(", ".join(f"{name} {times}" for name, times in sorted(done.items())), end="\n\n")
    print(f"tracebacks in the log: {written.count('Traceback')}")
    if "Traceback" in written:
        print(written[-4000:])


if __name__ == "__main__":
    main()
