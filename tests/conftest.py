"""How all tests run."""

import pytest
from hypothesis import settings

from playground.ui import fault, garbage


def pytest_configure(config):
    """The default run tries the same examples each time, so that no change is blamed for what another one did; the
    thorough one (`pytest -m ""`) tries others."""
    settings.register_profile("the same each time", derandomize=True)
    if config.getoption("markexpr"):
        settings.load_profile("the same each time")


@pytest.fixture(scope="session", autouse=True)
def nobody_else_looks_for_garbage():
    """The app starts a thread for it, which would do so in the middle of a test that looks at what is alive."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(garbage, "keep_clean", lambda: None)
        yield


@pytest.fixture(scope="session", autouse=True)
def nothing_is_caught():
    """A fault on a page is to be seen as what it is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fault, "FAULTS", ())
        yield
