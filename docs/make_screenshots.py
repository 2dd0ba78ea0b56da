"""Make the README's screenshots: python docs/make_screenshots.py (needs requirements-dev.txt and a Chromium)."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
SHOTS = {
    "playground.png": (1280, 720, "light"),
    "playground-dark.png": (1280, 720, "dark"),
    "playground-phone.png": (390, 844, "light"),
}


def serve() -> tuple[subprocess.Popen[bytes], str]:
    """Start the app on a free port of this machine alone, and wait until it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--server.headless", "true", "--server.address", "127.0.0.1", "--server.port", str(port)]
    server = subprocess.Popen([sys.executable, "-m", "streamlit", "run", "app.py", *options], cwd=ROOT)
    url = f"http://127.0.0.1:{port}"
    while server.poll() is None:
        try:
            urlopen(f"{url}/_stcore/health", timeout=1).close()
            return server, url
        except (URLError, OSError):
            continue
    raise SystemExit("The app did not start.")


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
    server, url = serve()
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
            for name, (width, height, scheme) in SHOTS.items():
                shoot(browser, url, name, width, height, scheme)
    finally:
        server.terminate()


if __name__ == "__main__":
    main()
