"""A visitor of a proxy in a real browser: chooses something on two pages, and finds it where the session lands."""

import re
from collections.abc import Callable
from time import perf_counter

from playwright.sync_api import Page, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.visitor import COOKIE, KEY, OTHER_KEY, OTHER_PAGE

PATIENCE_MS, SLOW_MS = 60_000, 300_000
FIRST_CHART = ".st-key-training .js-plotly-plot .scatterlayer .trace"
FIRST_TITLE, OTHER_TITLE = "Playground", "Weights"
WIDE = {"width": 1280, "height": 720}


def arrives(page: Page, port: int) -> tuple[float, float]:
    """Choose something on the other page, then on the first one: what the sliders of the first and the other show."""
    page.goto(f"http://127.0.0.1:{port}/{OTHER_PAGE}")
    other = moves(page, OTHER_KEY)
    goes(page, FIRST_TITLE)
    return moves(page, KEY), other


def finds(page: Page) -> tuple[float, float]:
    """What the sliders of the first page and the other show now."""
    first = stands(page, KEY)
    goes(page, OTHER_TITLE)
    return first, stands(page, OTHER_KEY)


def moves(page: Page, key: str) -> float:
    """Move a slider by one step, and where it stands then; it is done when the address says so."""
    page.locator(f".st-key-{key} input[type=range]").press("ArrowRight", timeout=PATIENCE_MS)
    value = stands(page, key)
    expect(page).to_have_url(re.compile(rf"[?&]{key}={re.escape(f'{value:g}')}(&|$)"), timeout=PATIENCE_MS)
    return value


def goes(page: Page, title: str) -> None:
    """Go to the page with that title."""
    page.get_by_role("link", name=title).first.click()
    expect(page.get_by_role("heading", name=title, level=1)).to_be_attached(timeout=PATIENCE_MS)


def stands(page: Page, key: str) -> float:
    """Where that slider stands."""
    return float(page.locator(f".st-key-{key} input[type=range]").input_value(timeout=PATIENCE_MS))


def replica(page: Page) -> str:
    """The replica that the proxy's cookie names."""
    (named,) = (cookie["value"] for cookie in page.context.cookies() if cookie["name"] == COOKIE)
    return named


def survives(page: Page, blow: Callable[[], None]) -> float:
    """Seconds from that blow to its connection until the page is drawn by another replica, which then knows it all."""
    with page.expect_websocket(timeout=PATIENCE_MS) as connection:
        begins = perf_counter()
        blow()
    connection.value.wait_for_event("framereceived", ends_a_run, timeout=PATIENCE_MS)
    seconds = perf_counter() - begins
    connection.value.wait_for_event("framereceived", ends_a_run, timeout=PATIENCE_MS)
    return seconds


def ends_a_run(frame: bytes | str) -> bool:
    """Whether that message is the last one of a run."""
    return isinstance(frame, bytes) and ForwardMsg.FromString(frame).WhichOneof("type") == "script_finished"


def first_chart_s(page: Page, port: int) -> float:
    """Seconds from asking for the page to its first chart."""
    begins = perf_counter()
    page.goto(f"http://127.0.0.1:{port}/", timeout=SLOW_MS, wait_until="commit")
    page.locator(FIRST_CHART).first.wait_for(timeout=SLOW_MS)
    return perf_counter() - begins
