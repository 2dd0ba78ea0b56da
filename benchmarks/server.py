"""A Streamlit server of this machine alone, for as long as a block runs."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
OPTIONS = [
    "--server.headless=true",
    "--server.address=127.0.0.1",
    "--browser.gatherUsageStats=false",
]
LOOKS_EVERY_S, ENDS_WITHIN_S = 0.1, 10


@dataclass(frozen=True)
class Server:
    """A server that answers on that port, and its process."""

    port: int
    pid: int


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


@contextmanager
def served(
    app: Path,
    *options: str,
    port: int | None = None,
    log: Path = Path(os.devnull),
    environment: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Server]:
    """Serve the app from the root of this repository, so that its `.streamlit/config.toml` counts.

    port: None for a free one. log: where the server writes. environment: variables that are set for it.
    """
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(app), f"--server.port={port}", *OPTIONS, *options]
    with running(command, port, log, cwd=ROOT, env={**os.environ, **environment}) as server:
        yield server


@contextmanager
def running(command: list[str], port: int, log: Path = Path(os.devnull), **process_options: Any) -> Iterator[Server]:
    """Run the command, which is the app or leads to it, as soon as it answers on that port."""
    with log.open("ab") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, **process_options)
    try:
        while not _answers(port):
            with suppress(subprocess.TimeoutExpired):
                raise RuntimeError(f"{command[0]} did not start: exit code {process.wait(LOOKS_EVERY_S)}")
        yield Server(port, process.pid)
    finally:
        process.terminate()
        try:
            process.wait(ENDS_WITHIN_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def memory_mb(pid: int) -> float:
    """The memory of a process in MB that is not on disk; NaN where the system does not tell it in /proc."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return float("nan")
    lines = dict(line.split(":", 1) for line in status.read_text(encoding="utf-8").splitlines())
    return int(lines["VmRSS"].split()[0]) / 1024


def _answers(port: int) -> bool:
    try:
        with urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1):
            return True
    except (URLError, OSError):
        return False
