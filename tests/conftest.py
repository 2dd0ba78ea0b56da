"""How all tests run."""

from hypothesis import settings


def pytest_configure(config):
    """The default run tries the same examples each time, so that no change is blamed for what another one did; the
    thorough one (`pytest -m ""`) tries others."""
    settings.register_profile("the same each time", derandomize=True)
    if config.getoption("markexpr"):
        settings.load_profile("the same each time")
