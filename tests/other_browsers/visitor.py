"""A visitor's eyes and hand in a browser: what can be read on the page, and the pointer that presses and drags."""

import re
from typing import Any

from tests.other_browsers.browser import ANSWERS_WITHIN_S, Browser

LOOKS_EVERY_MS = 50
MOVES, MOVE_MS = 10, 30  # that many moves to a drag
DRAG_PX = 50
HALF_A_MOVE_PX = DRAG_PX / MOVES / 2
UNTIL = """(async () => {{
  const ends = performance.now() + {within_ms};
  const seen = () => {{ try {{ return {true}; }} catch {{ return false; }} }};
  while (!seen() && performance.now() < ends) await new Promise((next) => setTimeout(next, {every_ms}));
  return Boolean(seen());
}})()"""
PLACE = """(() => {{
  const element = document.querySelector({selector!r});
  (element.closest('.stSlider') ?? element).scrollIntoView({{ block: 'nearest' }});
  const {{ left, top, width, height }} = element.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}})()"""
UNDER = """(({{ left, top, width, height }}) =>
  Math.hypot(left + width / 2 - ({x}), top + height / 2 - {y}) <= {near_px}
)(document.querySelector({selector!r}).getBoundingClientRect())"""

Point = tuple[float, float]


class Visitor:
    def __init__(self, browser: Browser, pointer: str = "mouse"):
        self.browser, self.pointer = browser, pointer

    def read(self, selector: str) -> str:
        """What is written there, with plain spaces."""
        found = self.browser.evaluate(f"document.querySelector({selector!r})?.innerText ?? ''")
        return re.sub(r"\s+", " ", found).strip()

    def value(self, selector: str) -> float:
        """The number in a field or of a slider."""
        return float(self.browser.evaluate(f"document.querySelector({selector!r}).value"))

    def place(self, selector: str) -> Point:
        """The middle of what is found there, once it is in the window."""
        return tuple(self.browser.evaluate(PLACE.format(selector=selector)))

    def waits_until(self, true: str) -> bool:
        """Whether that expression comes true in the page before long."""
        times = {"within_ms": 1000 * ANSWERS_WITHIN_S, "every_ms": LOOKS_EVERY_MS}
        return self.browser.evaluate(UNTIL.format(true=true, **times))

    def sees(self, selector: str, words: str) -> None:
        """Those words, a regular expression, come to be written there."""
        text = f"document.querySelector({selector!r}).innerText.replace(/\\s+/g, ' ')"
        assert self.waits_until(f"/{words}/.test({text})"), f"{words} in {self.read(selector)!r}"

    def brings(self, selector: str, *, x: float | None = None, y: float) -> None:
        """The middle of what is found there comes under the pointer."""
        true = UNDER.format(selector=selector, x="left + width / 2" if x is None else x, y=y, near_px=HALF_A_MOVE_PX)
        assert self.waits_until(true), f"{selector} comes to {x}, {y}"

    def addresses(self, words: str) -> None:
        """The page's address comes to have those words, a regular expression."""
        true = f"/{words}/.test(location.href)"
        assert self.waits_until(true), f"{words} in {self.browser.evaluate('location.href')}"

    def point(self, *actions: dict[str, Any]) -> None:
        self.browser.point(self.pointer, list(actions))

    def presses(self, at: Point) -> None:
        self.point(moved(at), {"type": "pointerDown", "button": 0})

    def moves(self, start: Point, end: Point) -> None:
        """Step by step, as a hand does."""
        parts = [step / MOVES for step in range(1, MOVES + 1)]
        self.point(*(moved(tuple(a + part * (b - a) for a, b in zip(start, end, strict=True))) for part in parts))

    def lets_go(self) -> None:
        self.point({"type": "pointerUp", "button": 0})

    def holds(self, start: Point, right: float = 0, up: float = 0) -> Point:
        """Press there and move by so many pixels, without letting go. Returns where the pointer is."""
        end = (start[0] + right, start[1] - up)
        self.presses(start)
        self.moves(start, end)
        return end

    def clicks(self, selector: str) -> None:
        self.presses(self.place(selector))
        self.lets_go()


def moved(to: Point) -> dict[str, Any]:
    return {"type": "pointerMove", "x": round(to[0]), "y": round(to[1]), "duration": MOVE_MS}
