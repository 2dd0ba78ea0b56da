"""WebKit through WebDriver: commands as JSON over HTTP. Its small browser needs a display, so one is made."""

import base64
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from benchmarks.server import free_port
from tests.other_browsers.browser import ANSWERS_WITHIN_S, awaited, running

DRIVER, DISPLAY = "WebKitWebDriver", "Xvfb"
INSTALL = "No WebKit: install Debian's packages webkit2gtk-driver and xvfb."
SCREEN = "2000x1200x24"
ARGUMENTS = ["--automation", "--full-screen"]  # without a toolbar, the window may be as narrow as a phone

# The driver tells nothing of the console, so the page keeps what comes there once its address has been opened.
KEEPS_FAULTS = """(() => {
  const { error } = console;
  window.faults = [];
  console.error = (...said) => { window.faults.push(said.map(String).join(' ')); error(...said); };
  addEventListener('error', ({ message }) => message && window.faults.push(message));
  addEventListener('unhandledrejection', ({ reason }) => window.faults.push(String(reason)));
})()"""


def found() -> bool:
    return bool(shutil.which(DRIVER) and shutil.which(DISPLAY))


class WebKit:
    speaks_touch = False  # its driver takes a touch for a mouse

    def __init__(self, port: int):
        self.address = f"http://127.0.0.1:{port}/session"
        options = {"webkitgtk:browserOptions": {"args": ARGUMENTS}}
        session = self.call("POST", "", {"capabilities": {"alwaysMatch": options}})
        self.version = f"WebKitGTK {session['capabilities']['browserVersion']}"
        self.address += f"/{session['sessionId']}"
        self.call("POST", "/timeouts", {"script": 2000 * ANSWERS_WITHIN_S})

    def call(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = Request(self.address + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urlopen(request, timeout=3 * ANSWERS_WITHIN_S) as answer:
                return json.load(answer)["value"]
        except HTTPError as error:
            raise AssertionError(f"{path}: {error.read().decode()}") from None

    def resize(self, width: int, height: int) -> None:
        self.call("POST", "/window/rect", {"x": 0, "y": 0, "width": width, "height": height})

    def open(self, url: str) -> None:
        self.call("POST", "/url", {"url": url})
        self.evaluate(KEEPS_FAULTS)

    def evaluate(self, script: str) -> Any:
        told = "(value) => arguments[0]({ value }), (fault) => arguments[0]({ fault: String(fault) })"
        text = f"(async () => ({script}))().then({told});"
        answer = self.call("POST", "/execute/async", {"script": text, "args": []})
        assert "fault" not in answer, answer["fault"]
        return answer.get("value")

    def point(self, kind: str, actions: list[dict[str, Any]]) -> None:
        source = {"type": "pointer", "id": kind, "parameters": {"pointerType": kind}, "actions": actions}
        self.call("POST", "/actions", {"actions": [source]})

    def screenshot(self) -> bytes:
        return base64.b64decode(self.call("GET", "/screenshot"))

    def faults(self) -> list[str]:
        return self.evaluate("window.faults")


@contextmanager
def display() -> Iterator[str]:
    """The name of a display that nobody sees."""
    told, tells = os.pipe()
    with running(DISPLAY, "-displayfd", str(tells), "-screen", "0", SCREEN, "-nolisten", "tcp", pass_fds=[tells]):
        os.close(tells)
        with os.fdopen(told) as name:
            yield f":{name.readline().strip()}"


def answers(port: int) -> bool:
    with suppress(URLError), urlopen(f"http://127.0.0.1:{port}/status", timeout=ANSWERS_WITHIN_S):
        return True
    return False


@contextmanager
def started(_folder: Path) -> Iterator[WebKit]:
    """A WebKit, which needs no folder."""
    port = free_port()
    with display() as name:
        surroundings = {**os.environ, "DISPLAY": name, "GDK_BACKEND": "x11", "LIBGL_ALWAYS_SOFTWARE": "1"}
        with running(DRIVER, f"--port={port}", env=surroundings) as driver:
            awaited(driver, lambda: answers(port))
            browser = WebKit(port)
            try:
                yield browser
            finally:
                browser.call("DELETE", "")
