"""A browser whose replica is killed goes on with another. Where haproxy is not installed this is skipped, and said."""

import os
import signal

import pytest
from playwright.sync_api import expect

from benchmarks import browsing
from benchmarks.proxy import HAPROXY, MISSING, balanced, replicas
from benchmarks.visitor import KEY, OTHER_KEY


@pytest.mark.thorough
@pytest.mark.skipif(not HAPROXY, reason=MISSING)
def test_what_was_chosen_on_two_pages_survives_the_replica_without_a_reload(chromium):
    with replicas(2) as servers, balanced([server.port for server in servers]) as port:
        context = chromium.new_context(viewport=browsing.WIDE)
        page = context.new_page()
        chosen = browsing.arrives(page, port)
        page.evaluate("window.isTheSamePage = true")
        before = browsing.replica(page)
        browsing.survives(page, lambda: os.kill(servers[before == "two"].pid, signal.SIGKILL))
        assert browsing.replica(page) != before
        assert browsing.finds(page) == chosen
        assert page.evaluate("window.isTheSamePage")
        context.close()


@pytest.mark.skipif(not HAPROXY, reason=MISSING)
@pytest.mark.thorough
def test_a_page_that_is_opened_before_the_new_replica_was_told_anything_comes_back_as_it_was(chromium):
    with replicas(2) as servers, balanced([server.port for server in servers]) as port:
        context = chromium.new_context(viewport=browsing.WIDE)
        page = context.new_page()
        page.set_default_timeout(browsing.PATIENCE_MS)
        first, other = browsing.arrives(page, port)
        before = browsing.replica(page)
        with page.expect_websocket():
            os.kill(servers[before == "two"].pid, signal.SIGKILL)
        browsing.goes(page, browsing.OTHER_TITLE)
        thumb = page.locator(f".st-key-{OTHER_KEY} input[type=range]")
        expect(thumb).to_have_value(f"{other:g}", timeout=browsing.PATIENCE_MS)
        browsing.goes(page, browsing.FIRST_TITLE)
        thumb = page.locator(f".st-key-{KEY} input[type=range]")
        expect(thumb).to_have_value(f"{first:g}", timeout=browsing.PATIENCE_MS)
        context.close()
