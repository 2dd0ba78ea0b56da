"""One visit to a page, from the first byte to the player, and all that was measured on it."""

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.feel.pointer import Pointer, along, around, middle
from benchmarks.feel.recording import Recording

WATCH = Path(__file__).with_name("watch.js")
WINDOW = {"width": 1280, "height": 720}
KEYS, DRAG_S = 20, 4
SETTLES_MS = 400
SLOW_EPOCHS = 6
"""The first ones of a run, which the player leaves standing for a while."""


@dataclass
class Measured:
    """What one or more visits gave: milliseconds of single events, recordings of longer ones, messages of a drag."""

    load: list[float] = field(default_factory=list)
    keys: list[float] = field(default_factory=list)
    slider: list[Recording] = field(default_factory=list)
    messages: list[int] = field(default_factory=list)
    board: list[Recording] = field(default_factory=list)
    numbers: list[Recording] = field(default_factory=list)
    playback: list[Recording] = field(default_factory=list)


def visit(browser: Browser, address: str, delay_ms: float, measured: Measured, *, whole: bool) -> None:
    """Visit the page with an empty cache. whole: it has a board and a player, too."""
    context = browser.new_context(viewport=WINDOW)
    context.add_init_script(path=WATCH)
    page = context.new_page()
    pointer = Pointer(page, SETTLES_MS + 3 * delay_ms)
    sent: list[str | bytes] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda payload: sent.append(payload)))
    page.goto(address)
    measured.load.append(pointer.rest().changes[0])
    slider = page.locator(".st-key-weight")
    thumb = slider.locator("input[type=range]")
    thumb.focus()
    # There and back again, so that no end of the slider is reached; the first key is the one that wakes the page.
    for key in ["ArrowRight", *(["ArrowRight", "ArrowLeft"] * (KEYS // 2))]:
        measured.keys.append(pointer.key(key).latency)
    start = middle(thumb)
    before = len(sent)
    measured.slider.append(pointer.drag(start, along(slider, start), DRAG_S, "lines"))
    measured.messages.append(len(sent) - before)
    if whole:
        tip = page.locator("[data-handle=a]")
        tip.scroll_into_view_if_needed()
        way = around(page.locator("svg", has=tip))
        measured.board.append(pointer.drag(middle(tip), way, DRAG_S, "board"))
        measured.numbers.append(pointer.drag(middle(tip), way, DRAG_S, "numbers"))
        page.get_by_label("speed").select_option("fast")
        for _ in range(SLOW_EPOCHS):
            pointer.click(page.locator('[data-action="forward"]'))
        measured.playback.append(pointer.click(page.locator('[data-action="play"]')))
    context.close()
