"""The browser of the benchmarks."""

import os
import shutil

PATH = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
"""None: Playwright's own."""
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
