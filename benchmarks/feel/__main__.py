"""How the app feels under a hand, beside the floor app, in one browser: python -m benchmarks.feel"""

import argparse
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from operator import attrgetter
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from benchmarks import chromium
from benchmarks.feel.recording import Recording
from benchmarks.feel.relay import relayed
from benchmarks.feel.visit import Measured, visit
from benchmarks.report import number, p95, ratio, setting, table
from benchmarks.server import ROOT, served

FLOOR = Path(__file__).with_name("floor.py")
HEAD = ["what", "this app", "beside", "ratio", "aim"]
RATE, DISPLAY, OWN_RATE, TAIL = (attrgetter(of) for of in ("changes_a_second", "frames_a_second", "own_rate", "tail"))


def typical(of: Callable[[Recording], float], recordings: list[Recording]) -> float:
    """The median over the rounds."""
    return median(map(of, recordings))


def rows(app: Measured, floor: Measured) -> Iterator[list[str]]:
    """The table's rows: each figure of the app, the same of the floor app or of the display, and the ratio."""

    def row(what: str, figure: float, beside: float | None = None, whose: str = "floor", aim: str = "") -> list[str]:
        if beside is None:
            return [what, number(figure), "", "", aim]
        return [what, number(figure), f"{whose} {number(beside)}", ratio(figure, beside), aim]

    def drag(what: str, of: Callable[[Recording], float], aim: str = "") -> list[str]:
        return row(what, typical(of, app.slider), typical(of, floor.slider), aim=aim)

    yield row("slider key to picture, median, ms", median(app.keys), median(floor.keys), aim="at most 0.7")
    yield row("slider key to picture, p95, ms", p95(app.keys), p95(floor.keys))
    yield drag("pictures a second, dragging a slider", RATE, "at least 0.9")
    messages = median(app.messages), median(floor.messages)
    yield row("messages to Python in that drag", *messages, aim="at most 8")
    yield drag("flickers in that drag", attrgetter("flickers"), "0")
    yield drag("display's frames a second in that drag", DISPLAY)
    yield drag("finger stops to last picture, ms", TAIL)
    redraws, display = typical(RATE, app.board), typical(DISPLAY, app.board)
    yield row("board's redraws a second, dragging a tip", redraws, display, "display", "at least 0.9")
    yield row("Python's numbers a second in such a drag", typical(RATE, app.numbers), aim="at least 8")
    yield row("finger stops to last number, ms", typical(TAIL, app.numbers))
    yield row("playback, pictures a second", typical(OWN_RATE, app.playback), aim="at least 25")
    yield row("first load, warm server, ms", median(app.load), median(floor.load), aim="at most 1.3")


def compared(browser: Browser, ports: list[int], delay_ms: float, rounds: int) -> str:
    """The table of so many rounds; each round visits both apps, in turn the one or the other first."""
    both = {port: Measured() for port in ports}
    for turn in range(rounds):
        for port in ports[:: -1 if turn % 2 else 1]:
            visit(browser, f"http://127.0.0.1:{port}", delay_ms, both[port], whole=port == ports[0])
    return table(HEAD, rows(*both.values()))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument(
        "--network-delay", type=float, nargs="+", default=[0.0], metavar="MS", help="a table for each"
    )
    options = arguments.parse_args()
    with ExitStack() as running:
        servers = [running.enter_context(served(app)) for app in (ROOT / "app.py", FLOOR)]
        playwright = running.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=chromium.PATH, args=chromium.ARGUMENTS)
        running.callback(browser.close)
        print(setting(f"Chromium {browser.version}"))
        for server in servers:  # the first visit of all warms the server up and is not counted
            visit(browser, f"http://127.0.0.1:{server.port}", 0, Measured(), whole=server is servers[0])
        for delay_ms in options.network_delay:
            with ExitStack() as slow:
                ports = [server.port for server in servers]
                if delay_ms:
                    ports = [slow.enter_context(relayed(port, delay_ms)) for port in ports]
                print(f"\nA network with {delay_ms:g} ms a round trip:\n")
                print(compared(browser, ports, delay_ms, options.rounds), flush=True)


if __name__ == "__main__":
    main()
