"""A real browser and a running app: one of each for all tests, and a fresh page for each test.

The tests are never skipped: where there is no Chromium one is fetched, and where that fails they fail with a sentence
that says what to install.
"""

import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from urllib.parse import urljoin

import pytest
from filelock import FileLock
from playwright.sync_api import Error, expect, sync_playwright

from benchmarks.server import served

ROOT = Path(__file__).parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
INSTALL = "No Chromium: run `python -m playwright install chromium --with-deps`, or set CHROMIUM to the path of one."
ANSWERS_WITHIN_MS = 60_000
WIDE, NARROW = {"width": 1280, "height": 720}, {"width": 390, "height": 844}

expect.set_options(timeout=ANSWERS_WITHIN_MS)


def found_on_path():
    return next(filter(None, map(shutil.which, NAMES)), None)


def ran(*command):
    try:
        return subprocess.run(command, capture_output=True, timeout=600, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def installed_by_apt():
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    ran("apt-get", "update")
    ran("apt-get", "install", "-y", "--no-install-recommends", "chromium")
    return found_on_path()


def candidates(playwright):
    """Paths of a Chromium, each looked for only if the ones before it do not start."""
    own = playwright.chromium.executable_path
    if "CHROMIUM" in os.environ:
        yield os.environ["CHROMIUM"]
        return  # a path that was asked for is not replaced by another in silence
    yield found_on_path()
    yield own
    if ran(sys.executable, "-m", "playwright", "install", "chromium"):
        yield own
    yield installed_by_apt()


def started(playwright):
    failures = []
    for path in candidates(playwright):
        if path is None or not Path(path).exists():
            continue
        try:
            return playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        except Error as error:
            failures.append(f"{path}: {str(error).splitlines()[0]}")
    return pytest.fail(" ".join([INSTALL, *failures]), pytrace=False)


@pytest.fixture(scope="session")
def chromium(tmp_path_factory):
    with sync_playwright() as playwright:
        with FileLock(tmp_path_factory.getbasetemp().parent / "chromium.lock"):  # one of the test processes installs it
            browser = started(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    """The running app."""
    log = tmp_path_factory.mktemp("server") / "log.txt"
    with served(ROOT / "app.py", log=log) as server:
        yield f"http://127.0.0.1:{server.port}"
    written = log.read_text(encoding="utf-8")
    assert "Traceback" not in written, written


def expect_rest(page):
    """Wait until no script runs for this page."""
    expect(page.locator('[data-testid="stApp"]')).to_have_attribute("data-test-script-state", "notRunning")


def expect_listening(page):
    """Wait until nothing runs and the browser's part of the page listens."""
    expect_rest(page)
    expect(page.locator('[data-part="project"][data-built]')).to_be_attached()


def is_fault(message):
    """Whether the console complains, other than that Streamlit looked for its server below a page's path first."""
    return message.type == "error" and not re.search(r"/[\w-]+/_stcore/", message.location["url"])


@contextmanager
def faultless(page):
    """That page, which must come to the end of a test without an error in its console."""
    wrong = []

    def hears(message):
        if is_fault(message):
            wrong.append(message.text)

    def fails(error):
        wrong.append(str(error))

    page.on("console", hears)
    page.on("pageerror", fails)
    yield page
    page.remove_listener("console", hears)
    page.remove_listener("pageerror", fails)
    assert not wrong, wrong


@contextmanager
def fresh_page(chromium, **options):
    """A page in a context of its own."""
    context = chromium.new_context(**options)
    page = context.new_page()
    page.set_default_timeout(ANSWERS_WITHIN_MS)
    try:
        with faultless(page):
            yield page
    finally:
        context.close()


class Tabs:
    """Pages that tests take in turn, each as good as new: compiling the scripts is half of what one costs."""

    def __init__(self, chromium):
        self.chromium, self.kept = chromium, defaultdict(list)

    @contextmanager
    def taken(self, **options):
        """A page with these options, from an earlier test if there was one."""
        key = repr(options)
        page = self.kept[key].pop() if self.kept[key] else self.chromium.new_context(**options).new_page()
        page.set_default_timeout(ANSWERS_WITHIN_MS)
        with faultless(page):
            yield page
        try:
            as_new(page, options["viewport"])
        except Error:  # its server is gone
            page.context.close()
        else:
            self.kept[key].append(page)

    def close(self):
        for page in chain(*self.kept.values()):
            page.context.close()


def as_new(page, viewport):
    """Leave nothing of what a test did to that page."""
    page.mouse.up()
    page.unroute_all()
    page.context.clear_permissions()
    page.goto(urljoin(page.url, "/_stcore/health"))
    page.evaluate("() => { sessionStorage.clear(); localStorage.clear(); }")
    page.context.clear_cookies()
    page.emulate_media(media="null", color_scheme="light", reduced_motion="no-preference", forced_colors="none")
    page.set_viewport_size(viewport)
    page.mouse.move(0, 0)


@pytest.fixture(scope="session")
def tabs(chromium):
    tabs = Tabs(chromium)
    yield tabs
    tabs.close()


@pytest.fixture
def page(tabs):
    with tabs.taken(viewport=WIDE) as page:
        yield page


@pytest.fixture
def own_page(chromium):
    """A page for a test that changes what no page can be rid of, such as scripts that run before its own."""
    with fresh_page(chromium, viewport=WIDE) as page:
        yield page


@pytest.fixture(scope="session")
def kept_page(chromium, address):
    """One page at the bare address for the tests that leave its controls alone; see `test_playground.rested`."""
    with fresh_page(chromium, viewport=WIDE) as page:
        page.goto(f"{address}/")
        yield page


@pytest.fixture
def phone(tabs):
    with tabs.taken(viewport=NARROW, has_touch=True) as page:
        yield page
