"""One visit to a page, from the first byte to the player, and all that was measured on it."""

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.feel.hand import Hand, along, around, middle
from benchmarks.feel.recording import Recording

WATCH = Path(__file__).with_name("watch.js")
WINDOW = {"width": 1280, "height": 720}
KEYS, DRAG_S = 20, 4
SETTLES_MS = 400


@dataclass
class Measured:
    """What one or more visits gave: milliseconds of single events, and recordings of longer ones."""

    load: list[float] = field(default_factory=list)
    keys: list[float] = field(default_factory=list)
    slider: list[Recording] = field(default_factory=list)
    board: list[Recording] = field(default_factory=list)
    numbers: list[Recording] = field(default_factory=list)
    playback: list[Recording] = field(default_factory=list)


def visit(browser: Browser, address: str, delay_ms: float, measured: Measured, *, whole: bool) -> None:
    """Visit the page with an empty cache. whole: it has a board and a player, too."""
    context = browser.new_context(viewport=WINDOW)
    context.add_init_script(path=WATCH)
    page = context.new_page()
    hand = Hand(page, SETTLES_MS + 3 * delay_ms)
    page.goto(address)
    measured.load.append(hand.rest().changes[0])
    slider = page.locator(".st-key-weight")
    thumb = slider.locator("input[type=range]")
    thumb.focus()
    # There and back again, so that no end of the slider is reached; the first key is the one that wakes the page.
    for key in ["ArrowRight", *(["ArrowRight", "ArrowLeft"] * (KEYS // 2))]:
        measured.keys.append(hand.key(key).latency)
    start = middle(thumb)
    measured.slider.append(hand.drag(start, along(slider, start), DRAG_S, "lines"))
    if whole:
        tip = page.locator("[data-handle=a]")
        way = around(page.locator("svg", has=tip))
        measured.board.append(hand.drag(middle(tip), way, DRAG_S, "board"))
        measured.numbers.append(hand.drag(middle(tip), way, DRAG_S, "numbers"))
        measured.playback.append(hand.click(page.locator(".st-key-training .updatemenu-button").first))
    context.close()
