"""The proxy of deploy/haproxy.cfg in front of replicas of the app, on this machine alone."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.server import ROOT, Server, free_port, running, served

CONFIG = ROOT / "deploy" / "haproxy.cfg"
HAPROXY = shutil.which("haproxy")
MISSING = "haproxy is not installed: `apt-get install haproxy`"
COMPRESSES = "compression "
"""How lines of the file begin that make answers smaller on the way."""
PLACES = ("REPLICA_ONE", "REPLICA_TWO")
"""Variables of the file that say where its replicas are."""


@contextmanager
def balanced(ports: Sequence[int], *, compressing: bool = True, packed: bool = False) -> Iterator[int]:
    """The port of a proxy in front of the replicas at those ports.

    compressing: as the file says. packed: the replicas have Streamlit's scripts compressed.
    """
    if HAPROXY is None:
        raise RuntimeError(MISSING)
    nothing = [free_port()] * (len(PLACES) - len(ports))  # a place without a replica is down, as one that was killed
    places = {place: f"127.0.0.1:{port}" for place, port in zip(PLACES, [*ports, *nothing], strict=True)}
    port = free_port()
    text = CONFIG.read_text(encoding="utf-8")
    if not compressing:
        lines = text.splitlines(keepends=True)
        text = "".join(line for line in lines if not line.strip().startswith(COMPRESSES))
    with TemporaryDirectory() as folder:
        config = Path(folder) / CONFIG.name
        config.write_text(text, encoding="utf-8")
        environment = {**os.environ, **places, "LISTEN": f"127.0.0.1:{port}", "SCRIPTS": "packed" if packed else ""}
        with running([HAPROXY, "-db", "-f", str(config)], port, env=environment):
            yield port


@contextmanager
def replicas(count: int, log: Path = Path(os.devnull)) -> Iterator[list[Server]]:
    """So many replicas of the app. log: where they write."""
    with ExitStack() as stack:
        yield [stack.enter_context(served(ROOT / "app.py", log=log)) for _ in range(count)]
