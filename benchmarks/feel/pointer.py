"""A hand on the page: keys, drags and a click, each written down frame by frame."""

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, pi, sin
from time import perf_counter

from playwright.sync_api import Locator, Page

from benchmarks.feel.recording import Recording

Point = tuple[float, float]
WAITS_MS = 30_000


@dataclass(frozen=True)
class Pointer:
    """A hand on a page that has `watch.js` in it. The page rests when nothing has happened for `settles_ms`."""

    page: Page
    settles_ms: float

    def rest(self) -> Recording:
        """Wait until the page rests; what was seen on the way."""
        self.page.wait_for_function("ms => feel.changed() && feel.rests(ms)", arg=self.settles_ms, timeout=WAITS_MS)
        return Recording(**self.page.evaluate("feel.record()"))

    def key(self, name: str) -> Recording:
        """Press a key and wait for the picture."""
        self.page.evaluate("feel.watch('lines')")
        self.page.keyboard.press(name)
        return self.rest()

    def click(self, what: Locator) -> Recording:
        """Click, and see all that moves from then on."""
        self.page.evaluate("feel.watch('lines')")
        what.click()
        return self.rest()

    def drag(self, start: Point, way: Callable[[float], Point], seconds: float, part: str) -> Recording:
        """Drag along that way, as fast as the page takes the moves, which is one a frame.

        The finger stays down until the page rests. Its last move is a leap, which the last picture must show.
        """
        self.page.mouse.move(*start)
        self.page.mouse.down()
        self.page.mouse.move(*way(0))
        self.page.evaluate("part => feel.watch(part)", part)
        began = perf_counter()
        while (at := perf_counter() - began) < seconds:
            self.page.mouse.move(*way(at))
        self.page.mouse.move(*way(at + 0.5))
        recorded = self.rest()
        self.page.mouse.up()
        self.page.evaluate("feel.watch('lines')")
        self.page.wait_for_function("ms => feel.rests(ms)", arg=self.settles_ms, timeout=WAITS_MS)
        return recorded


def middle(what: Locator) -> Point:
    """The middle of an element."""
    box = what.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def along(track: Locator, thumb: Point) -> Callable[[float], Point]:
    """To and fro through the middle half of a slider's track, evenly, once in two seconds."""
    box = track.bounding_box()
    return lambda at: (box["x"] + box["width"] * (0.25 + 0.5 * abs(1 - at % 2)), thumb[1])


def around(plane: Locator) -> Callable[[float], Point]:
    """Around the middle of the board, once in two seconds."""
    (x, y), box = middle(plane), plane.bounding_box()
    radius = 0.3 * min(box["width"], box["height"])
    return lambda at: (x + radius * cos(pi * at), y - radius * sin(pi * at))
