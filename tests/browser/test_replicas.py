"""A browser whose replica is killed goes on with another. Where haproxy is not installed this is skipped, and said."""

import os
import signal

import pytest

from benchmarks import browsing
from benchmarks.proxy import HAPROXY, MISSING, balanced, replicas


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
