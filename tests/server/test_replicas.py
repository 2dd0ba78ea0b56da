"""Two replicas behind the proxy of `deploy/haproxy.cfg`: visitors stick to theirs, and lose nothing with it.

Where haproxy is not installed this is skipped, and said.
"""

import os
import signal

import pytest

from benchmarks import crowd
from benchmarks.proxy import HAPROXY, MISSING, balanced, replicas

pytestmark = pytest.mark.skipif(not HAPROXY, reason=MISSING)

VISITORS = 10


@pytest.fixture
def servers(tmp_path):
    log = tmp_path / "log.txt"
    with replicas(2, log) as servers:
        yield servers
    written = log.read_text(encoding="utf-8")
    assert "Traceback" not in written, written[-4000:]


@pytest.fixture
def port(servers):
    with balanced([server.port for server in servers]) as port:
        yield port


def test_visitors_stick_to_their_replica_and_take_all_with_them_when_it_is_killed(servers, port, wait):
    visitors = wait(crowd.visitors_of(port, VISITORS))
    by_name = {name: [each for each in visitors if each.replica == name] for name in ("one", "two")}
    assert all(by_name.values())
    assert wait(crowd.broken([*by_name["one"], *by_name["two"]])) == VISITORS  # in turns they would find it by chance
    os.kill(servers[0].pid, signal.SIGKILL)
    wait(crowd.lost(by_name["one"]))
    assert {each.replica for each in visitors} == {"two"}
    assert wait(crowd.complete(visitors)) == VISITORS
    wait(crowd.leave(visitors))


@pytest.mark.thorough
def test_without_the_cookie_sessions_are_lost(port, wait):
    visitors = wait(crowd.visitors_of(port, VISITORS))
    visitors.sort(key=lambda each: each.replica)
    for visitor in visitors:
        visitor.replica = ""
    assert wait(crowd.broken(visitors)) < VISITORS
    wait(crowd.leave(visitors))


@pytest.mark.thorough
def test_a_replica_that_ends_in_order_sends_its_visitors_on(servers, port, wait):
    visitors = wait(crowd.visitors_of(port, VISITORS))
    theirs = [each for each in visitors if each.replica == "two"]
    os.kill(servers[1].pid, signal.SIGTERM)
    wait(crowd.lost(theirs))
    assert {each.replica for each in visitors} == {"one"}
    assert wait(crowd.complete(visitors)) == VISITORS
    wait(crowd.leave(visitors))
