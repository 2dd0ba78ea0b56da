"""A visitor of a proxy, without a browser: keeps what a browser keeps, and comes back when the connection breaks."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from time import perf_counter
from urllib.request import urlopen

from websockets.exceptions import ConnectionClosed, InvalidHandshake

from benchmarks.session import PATIENCE_S, Session

COOKIE = "one-neuron"
TRIES_EVERY_S = 0.1
OTHER_PAGE, OTHER_KEY, KEY = "weights", "w1", "weight"
"""A page with a slider, and the slider of the first page, on which something is chosen."""


@dataclass
class Visitor:
    """Where the proxy is, the replica that its cookie names, and the session there.

    chosen: the values of KEY and OTHER_KEY. links: what the browser's part keeps, by page. moved_on: replicas that
    the proxy named beside the first one.
    """

    port: int
    replica: str
    session: Session
    chosen: tuple[float, float] = (0.0, 0.0)
    links: dict[str, str] = field(default_factory=dict)
    moved_on: list[str] = field(default_factory=list)

    @classmethod
    async def arrived(cls, port: int) -> "Visitor":
        """Ask for the page, as a browser does, and then for a session with the cookie that came with it."""
        replica = await asyncio.to_thread(_replica_of_first_page, port)
        return cls(port, replica, await Session.opened(port, cookie=f"{COOKIE}={replica}"))

    async def chooses(self, first: float, other: float) -> None:
        """Choose something on another page and on the first one."""
        await self.session.went(OTHER_PAGE)
        await self.session.moved(OTHER_KEY, other)
        await self.session.went("")
        await self.session.moved(KEY, first)
        self.chosen, self.links = (first, other), self.session.answer()["links"]

    async def breaks(self) -> None:
        """Lose the connection, without a word."""
        self.session.socket.transport.abort()
        await self.session.socket.wait_closed()

    async def comes_back(self) -> bool:
        """Come back as a browser does, again and again until somebody answers. Whether the session is the same."""
        before, ends = self.session, perf_counter() + PATIENCE_S
        known = {"cookie": f"{COOKIE}={self.replica}", "session_id": before.session_id}
        while perf_counter() < ends:
            with suppress(OSError, ConnectionClosed, InvalidHandshake, TimeoutError):
                self.session = await Session.opened(self.port, query=before.query, **known)
                break
            await asyncio.sleep(TRIES_EVERY_S)
        for named in self.session.socket.response.headers.get_all("Set-Cookie"):
            if (replica := _replica_in(named)) and replica != self.replica:
                self.moved_on.append(replica)
                self.replica = replica
        if lost := {page: link for page, link in self.links.items() if page not in self.session.answer()["links"]}:
            await self.session.reported({"turn": 1, "links": lost})
        return self.session.session_id == before.session_id

    async def finds(self) -> tuple[float, float]:
        """The values of KEY and OTHER_KEY as the pages show them now."""
        first = self.session.shown(KEY)
        await self.session.went(OTHER_PAGE)
        other = self.session.shown(OTHER_KEY)
        await self.session.went("")
        return first, other


def _replica_of_first_page(port: int) -> str:
    with urlopen(f"http://127.0.0.1:{port}/", timeout=PATIENCE_S) as answer:
        named = [replica for each in answer.headers.get_all("Set-Cookie") or [] if (replica := _replica_in(each))]
    return named[0]


def _replica_in(cookie: str) -> str:
    """The replica that a cookie of the proxy names; nothing if it is another cookie."""
    found = SimpleCookie(cookie).get(COOKIE)
    return found.value if found else ""
