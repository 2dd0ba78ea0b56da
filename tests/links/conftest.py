"""What the tests of links share with those of pages."""

from tests.pages.conftest import installed_packages_are_scanned_once

__all__ = ["installed_packages_are_scanned_once"]
