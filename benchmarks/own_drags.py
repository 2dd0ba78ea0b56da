"""A drag along the rate's slider with a large table beside a small one, in a browser: python -m benchmarks.own_drags

A visitor uploads a file, rests on the slider for a second, and drags for four seconds. The same drag with 50 rows and
with 100 000, taking turns in one browser and on one server.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks import chromium
from benchmarks.feel.pointer import Pointer, along, middle
from benchmarks.feel.recording import Recording
from benchmarks.feel.visit import DRAG_S, SETTLES_MS, WATCH, WINDOW
from benchmarks.own_tables import FEATURES, ROWS, SLIDER, file_of
from benchmarks.report import number, ratio, setting, table
from benchmarks.server import ROOT, served

ROUNDS = 3
RESTS_MS = 1000
DRAWN = ".st-key-your_training .scatterlayer path.js-line"
PATIENCE_MS = 60_000


@contextmanager
def page_of(browser: Browser) -> Iterator[Page]:
    """A page with an empty cache that writes down what it shows."""
    context = browser.new_context(viewport=WINDOW)
    context.add_init_script(path=WATCH)
    yield context.new_page()
    context.close()


def dragged(page: Page, address: str, file: Path) -> Recording:
    """What was seen in a drag with that file."""
    pointer = Pointer(page, SETTLES_MS)
    page.goto(f"{address}/your-numbers")
    page.locator(".st-key-your_upload input[type=file]").set_input_files(file, timeout=PATIENCE_MS)
    page.locator(DRAWN).first.wait_for(state="attached", timeout=PATIENCE_MS)
    slider = page.locator(f".st-key-{SLIDER}")
    thumb = slider.locator("input[type=range]")
    thumb.scroll_into_view_if_needed()
    page.wait_for_function("ms => feel.rests(ms)", arg=SETTLES_MS, timeout=PATIENCE_MS)
    start = middle(thumb)
    page.mouse.move(*start)
    page.wait_for_timeout(RESTS_MS)
    return pointer.drag(start, along(slider, start), DRAG_S, "lines")


def main() -> None:
    head = ["label", "features", "pictures a second of a drag, 50 rows", "100 000 rows", "ratio", "frames a second"]
    with TemporaryDirectory() as folder, served(ROOT / "app.py") as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.PATH, args=chromium.ARGUMENTS)
        address, rows = f"http://127.0.0.1:{server.port}", []
        for n_features, yes_or_no in product(FEATURES, [False, True]):
            recorded: dict[int, list[Recording]] = {n_samples: [] for n_samples in ROWS}
            for _, n_samples in product(range(ROUNDS), ROWS):
                file = Path(folder) / f"{n_samples}.csv"
                file.write_bytes(file_of(n_samples, n_features, yes_or_no=yes_or_no))
                with page_of(browser) as page:
                    recorded[n_samples].append(dragged(page, address, file))
            few, many = (median(each.changes_a_second for each in recorded[n_samples]) for n_samples in ROWS)
            frames = median(each.frames_a_second for each in recorded[ROWS[1]])
            label = "yes or no" if yes_or_no else "a number"
            rows.append([label, str(n_features), number(few), number(many), ratio(many, few), number(frames)])
        print(setting(f"Chromium {browser.version}"), table(head, rows), sep="\n\n")
        browser.close()


if __name__ == "__main__":
    main()
