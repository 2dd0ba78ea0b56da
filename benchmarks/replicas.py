"""Replicas behind the proxy of deploy/haproxy.cfg: python -m benchmarks.replicas

Whether visitors stick to their replica, whether they come back with what they chose when it is killed, how many more
moves two replicas make than one, and how long the first chart takes on a slow line with and without the proxy's
compression. It needs haproxy (`apt-get install haproxy`).
"""

import argparse
import asyncio
import os
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from statistics import median
from time import perf_counter

from playwright.sync_api import Browser, sync_playwright

from benchmarks import browsing, chromium, crowd
from benchmarks.background import Start, background
from benchmarks.feel.relay import relayed
from benchmarks.image import built
from benchmarks.load import moving
from benchmarks.proxy import PLACES, balanced, replicas
from benchmarks.report import number, ratio, setting, table
from benchmarks.session import Session
from deploy.pack import SCRIPTS, pack

MOVERS, MOVE_S = 20, 8.0
DELAY_MS, BITS_A_SECOND = 300, 1_000_000


def coming_back(browser: Browser, start: Start, count: int) -> Iterator[list[str]]:
    """Rows: what becomes of so many visitors, and of one in a browser."""
    with replicas(len(PLACES)) as servers, balanced([server.port for server in servers]) as port:
        visitors = start(crowd.visitors_of(port, count)).result()
        spread = Counter(visitor.replica for visitor in visitors)
        yield ["visitors on each replica", " and ".join(map(str, spread.values()))]
        visitors.sort(
            key=lambda visitor: visitor.replica
        )  # those of one replica first: in turns they would fit by chance
        same = start(crowd.broken(visitors)).result()
        yield ["in the same session after their connection broke", f"{same} of {count}"]
        page = browser.new_context(viewport=browsing.WIDE).new_page()
        chosen = browsing.arrives(page, port)
        name = browsing.replica(page)
        on_it = [visitor for visitor in visitors if visitor.replica == name]
        coming = start(crowd.lost(on_it))
        killed = servers[0 if name == "one" else 1]
        browser_s = browsing.survives(page, lambda: os.kill(killed.pid, signal.SIGKILL))
        times = coming.result()
        moved_on = sum(visitor.replica != name for visitor in on_it)
        yield ["on the other replica after theirs was killed", f"{moved_on} of {len(on_it)}"]
        yield ["seconds until then: median, longest", f"{number(median(times))}, {number(max(times))}"]
        yield ["with what they chose on two pages", f"{start(crowd.complete(visitors)).result()} of {count}"]
        yield ["seconds until the browser was back", number(browser_s)]
        yield ["with what was chosen on two pages in it", "yes" if browsing.finds(page) == chosen else "no"]
        start(crowd.leave(visitors)).result()
        page.context.close()


async def moves_a_second(port: int) -> float:
    """Moves a second of sessions that move their slider without pause."""
    sessions = await asyncio.gather(*(Session.opened(port) for _ in range(MOVERS)))
    for warm_up in (MOVE_S / 4, MOVE_S):
        begins = perf_counter()
        times = await asyncio.gather(*(moving(each, seed, begins + warm_up) for seed, each in enumerate(sessions)))
        took = perf_counter() - begins
    await asyncio.gather(*(session.socket.close() for session in sessions))
    return len(list(chain.from_iterable(times))) / took


def throughput(start: Start, rounds: int) -> Iterator[list[str]]:
    """Rows: one replica and two, in turns."""
    with replicas(2) as servers:
        ports = [server.port for server in servers]
        for _ in range(rounds):
            with balanced(ports[:1]) as port:
                one = start(moves_a_second(port)).result()
            with balanced(ports) as port:
                two = start(moves_a_second(port)).result()
            yield [number(one), number(two), ratio(two, one)]


def first_chart(browser: Browser, rounds: int) -> Iterator[list[str]]:
    """Rows: seconds to the first chart on a slow line, compressed and as it is, in a browser with an empty cache."""
    with built(Path(sys.executable).parent) as image, image.started() as replica:
        folder = image.workdir / "static" / "js"
        folder.mkdir()
        for script in SCRIPTS.glob("*.js"):  # a minute: as the image has them
            pack(script, folder)
        for _ in range(rounds):
            seconds = []
            for compressing in (True, False):
                with (
                    balanced([replica], compressing=compressing, packed=compressing) as port,
                    relayed(port, DELAY_MS, BITS_A_SECOND) as slow,
                ):
                    page = browser.new_context(viewport=browsing.WIDE).new_page()
                    seconds.append(browsing.first_chart_s(page, slow))
                    page.context.close()
            yield [*map(number, seconds), ratio(*seconds)]


PARTS = ("coming-back", "throughput", "first-chart")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--visitors", type=int, default=40)
    arguments.add_argument("--rounds", type=int, default=3, help="of the comparison of two replicas with one")
    arguments.add_argument("--slow-rounds", type=int, default=1, help="of the first chart, two minutes each")
    arguments.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    options = arguments.parse_args()
    with background() as start, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.PATH, args=chromium.ARGUMENTS)
        print(setting(f"Chromium {browser.version}"), end="\n\n")
        if "coming-back" in options.only:
            print(table(["what", ""], coming_back(browser, start, options.visitors)), end="\n\n", flush=True)
        if "throughput" in options.only:
            head = ["one replica, moves a second", "two", "times as many"]
            print(table(head, throughput(start, options.rounds)), end="\n\n", flush=True)
        if "first-chart" in options.only:
            head = [f"first chart over {DELAY_MS} ms and 1 Mbit/s, compressed, s", "as it is", "ratio"]
            print(table(head, first_chart(browser, options.slow_rounds)), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
