"""Firefox through WebDriver BiDi: commands and events as JSON over a WebSocket."""

import base64
import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.other_browsers.browser import ANSWERS_WITHIN_S, awaited, running

NAMES = ("firefox-esr", "firefox")
INSTALL = "No Firefox: install Debian's package firefox-esr."
LISTENS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")


def found() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


class Firefox:
    speaks_touch = True

    def __init__(self, socket: ClientConnection):
        self.socket, self.sent, self.seen = socket, 0, []
        about = self.call("session.new", capabilities={})["capabilities"]
        self.version = f"Firefox {about['browserVersion']}"
        self.call("session.subscribe", events=["log.entryAdded"])
        self.window = self.call("browsingContext.getTree")["contexts"][0]["context"]

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        self.sent += 1
        self.socket.send(json.dumps({"id": self.sent, "method": method, "params": params}))
        while True:
            message = json.loads(self.socket.recv(timeout=2 * ANSWERS_WITHIN_S))
            if message["type"] == "event":
                self.seen.append(message["params"])
            elif message["id"] == self.sent:
                assert message["type"] == "success", message
                return message["result"]

    def resize(self, width: int, height: int) -> None:
        size = {"width": width, "height": height}
        self.call("browsingContext.setViewport", context=self.window, viewport=size, devicePixelRatio=1)

    def open(self, url: str) -> None:
        self.call("browsingContext.navigate", context=self.window, url=url, wait="complete")

    def evaluate(self, script: str) -> Any:
        text = f"(async () => JSON.stringify(await ({script})) ?? 'null')()"
        answer = self.call("script.evaluate", expression=text, target={"context": self.window}, awaitPromise=True)
        assert answer["type"] == "success", answer["exceptionDetails"]["text"]
        return json.loads(answer["result"]["value"])

    def point(self, kind: str, actions: list[dict[str, Any]]) -> None:
        source = {"type": "pointer", "id": kind, "parameters": {"pointerType": kind}, "actions": actions}
        self.call("input.performActions", context=self.window, actions=[source])

    def screenshot(self) -> bytes:
        return base64.b64decode(self.call("browsingContext.captureScreenshot", context=self.window)["data"])

    def faults(self) -> list[str]:
        self.evaluate("0")  # what was said before arrives before the answer
        return [entry["text"] for entry in self.seen if entry["level"] == "error"]


@contextmanager
def started(folder: Path) -> Iterator[Firefox]:
    """A Firefox whose profile is in that folder."""
    profile, log = folder / "profile", folder / "log.txt"
    profile.mkdir()
    command = [found(), "--headless", "--no-remote", "--remote-debugging-port=0", "--profile", str(profile)]
    with log.open("wb") as output, running(*command, stdout=output, stderr=output) as process:
        listens = awaited(process, lambda: LISTENS.search(log.read_text(encoding="utf-8")))
        with connect(f"{listens[1]}/session", max_size=None) as socket:
            yield Firefox(socket)
