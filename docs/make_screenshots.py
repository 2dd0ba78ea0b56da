"""Make the README's screenshots: python -m docs.make_screenshots (needs requirements-dev.txt and a Chromium)."""

import os
import shutil
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.server import served

ROOT = Path(__file__).resolve().parent.parent
SHOTS = {
    "playground.png": (1280, 720, "light"),
    "playground-dark.png": (1280, 720, "dark"),
    "playground-phone.png": (390, 844, "light"),
}


def shoot(browser: Browser, url: str, name: str, width: int, height: int, scheme: str) -> None:
    """One screenshot, taken when both charts and the board are drawn and no element waits for its turn."""
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    page.goto(url)
    for sign in (".st-key-training .scatterlayer path", ".st-key-cosine .scatterlayer path", ".st-key-board .head"):
        page.locator(sign).first.wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    page.screenshot(path=ROOT / "docs" / name, full_page=width < height)
    context.close()


def main() -> None:
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with served(ROOT / "app.py") as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, (width, height, scheme) in SHOTS.items():
            shoot(browser, f"http://127.0.0.1:{server.port}", name, width, height, scheme)


if __name__ == "__main__":
    main()
