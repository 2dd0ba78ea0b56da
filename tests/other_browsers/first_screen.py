"""The first screen's journey in Firefox and in WebKit, where they are installed.

They run only when asked for, as this module has no name that pytest looks for:

    pytest -n 0 -v -rs tests/other_browsers/first_screen.py

Add `--basetemp=FOLDER` for the pictures of what was seen.
"""

import pytest

from benchmarks.server import served
from tests.browser.conftest import NARROW, ROOT, WIDE
from tests.other_browsers import firefox, journey, webkit
from tests.other_browsers.visitor import Visitor


@pytest.fixture(scope="module")
def address():
    """The running app."""
    with served(ROOT / "app.py") as server:
        yield f"http://127.0.0.1:{server.port}/"


@pytest.fixture(params=[firefox, webkit], ids=["firefox", "webkit"])
def browser(request, tmp_path):
    if not request.param.found():
        pytest.skip(request.param.INSTALL)
    with request.param.started(tmp_path) as browser:
        print(browser.version)
        yield browser


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "phone"])
def test_the_line_is_found_by_hand_then_learned_and_a_vector_is_drawn(browser, address, size, tmp_path):
    is_phone = size is NARROW
    browser.resize(**size)
    visitor = Visitor(browser, "touch" if is_phone and browser.speaks_touch else "mouse")
    journey.opens(visitor, address)
    (tmp_path / "opened.png").write_bytes(browser.screenshot())
    journey.drags_a_slider(visitor)
    journey.drags_a_handle(visitor, "bias", up=-journey.DRAG_PX)
    journey.drags_a_handle(visitor, "weight", up=journey.DRAG_PX)
    journey.lets_it_learn(visitor)
    (tmp_path / "learned.png").write_bytes(browser.screenshot())
    journey.draws_a_vector(visitor)
    (tmp_path / "drawn.png").write_bytes(browser.screenshot())
    assert browser.faults() == []
