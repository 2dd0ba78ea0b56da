"""Make screenshots: python -m docs.make_screenshots [FOLDER] (needs requirements-dev.txt and a Chromium).

Without a folder those of the README. With one, every page in every size and theme that is looked at before a release.
"""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.server import served

DOCS = Path(__file__).resolve().parent
README = {
    "playground.png": (1280, 720, "light"),
}
SIZES = ((1280, 720), (1920, 1080), (1024, 768), (768, 1024), (390, 844), (800, 600), (320, 640))
THEMES = ("light", "dark")
IDEAS = '[class*="_idea"] [role="radio"]'


def opened(browser: Browser, url: str, width: int, height: int, theme: str) -> Page:
    """A page with all of its pictures and parts drawn."""
    page = browser.new_context(viewport={"width": width, "height": height}, color_scheme=theme).new_page()
    page.goto(url)
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
    page.locator("[data-built]").first.wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    return page


def shoot_for_readme(browser: Browser, url: str) -> None:
    for name, (width, height, theme) in README.items():
        page = opened(browser, url, width, height, theme)
        page.locator(".st-key-training .scatterlayer path").first.wait_for(state="attached")
        page.screenshot(path=DOCS / name)
        page.context.close()


def shoot_all(browser: Browser, url: str, folder: Path) -> None:
    """Every page and every idea, as it opens."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in ("", "weights", "dot-product", "bias", "your-numbers"):
        for width, height in SIZES:
            for theme in THEMES:
                page = opened(browser, f"{url}/{path}", width, height, theme)
                for idea in page.locator(IDEAS).all_inner_texts() or [""]:
                    if idea:
                        page.locator(IDEAS, has_text=idea).first.click()
                        page.wait_for_load_state("networkidle")
                    name = "-".join(filter(None, [path or "playground", idea.replace(" ", "_").replace(":", "")]))
                    page.screenshot(path=folder / f"{name}-{width}x{height}-{theme}.png")
                page.context.close()


def main() -> None:
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with served(DOCS.parent / "app.py") as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        url = f"http://127.0.0.1:{server.port}"
        if len(sys.argv) > 1:
            shoot_all(browser, url, Path(sys.argv[1]))
        else:
            shoot_for_readme(browser, url)


if __name__ == "__main__":
    main()
