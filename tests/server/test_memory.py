"""What a process holds, so that a host can plan with it, and that 60 MB of libraries wait for the one table."""

from pathlib import Path

import pytest

from benchmarks.server import memory_mb
from benchmarks.session import Session

PROC = Path("/proc/self/maps")
PAGES = ("", "weights", "dot-product", "bias", "your-numbers")
TABLE = "dot_product_idea=many+numbers"
AT_REST_MB, ALL_PAGES_MB = 110, 170

pytestmark = pytest.mark.skipif(not PROC.exists(), reason="this system does not tell a process's memory in /proc")


def libraries(pid):
    """Packages whose compiled parts the process has loaded."""
    maps = Path(f"/proc/{pid}/maps").read_text(encoding="utf-8")
    return {line.split("site-packages/")[1].split("/")[0] for line in maps.splitlines() if "site-packages/" in line}


def test_a_process_is_small_until_somebody_opens_the_table(server, wait):
    assert memory_mb(server.pid) <= AT_REST_MB
    session = wait(Session.opened(server.port))
    for page in PAGES:
        wait(session.went(page))
        wait(session.reported({"turn": 1, "draws": True}))
    assert "numpy" in libraries(server.pid)
    assert not {"pandas", "pyarrow"} & libraries(server.pid)
    assert memory_mb(server.pid) <= ALL_PAGES_MB
    wait(session.went("dot-product", TABLE))
    assert {"pandas", "pyarrow"} <= libraries(server.pid)
    wait(session.socket.close())
