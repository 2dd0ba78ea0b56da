"""A server of the app, and a way to wait for what visitors without a browser do."""

import pytest

from benchmarks.background import background
from benchmarks.server import ROOT, served


@pytest.fixture(scope="module")
def server():
    with served(ROOT / "app.py") as server:
        yield server


@pytest.fixture(scope="module")
def wait():
    with background() as start:
        yield lambda coroutine: start(coroutine).result()
