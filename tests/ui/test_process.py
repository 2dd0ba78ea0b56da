"""What holds for the whole process is set once, with the first page."""

import subprocess
import sys

PROGRAM = """
import gc, sys
from streamlit.testing.v1 import AppTest

at = AppTest.from_file("app.py", default_timeout=60).run()
assert not at.exception
frozen = gc.get_freeze_count()
at.run()
print(sys.getswitchinterval(), frozen > 50_000, gc.get_freeze_count() <= frozen)
"""


def test_threads_change_often_and_what_was_imported_is_not_looked_at_again(pytestconfig):
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=pytestconfig.rootpath,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert ran.stdout.split() == ["0.001", "True", "True"]
