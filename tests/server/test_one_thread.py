"""NumPy's products take one thread: more of them keep the processor busy beside the visitors."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TASKS = Path("/proc/self/task")
PRODUCT = f"""
import playground
import numpy as np
many = np.ones((1500, 1500))
many @ many
print(len(list(__import__("pathlib").Path("{TASKS}").iterdir())))
"""


def said_by(program, **environment):
    """What a fresh Python writes, by default without a word of the environment on threads."""
    plain = {name: value for name, value in os.environ.items() if not name.endswith("_NUM_THREADS")}
    command, environment = [sys.executable, "-c", program], {**plain, **environment}
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout.strip()


@pytest.mark.skipif(not TASKS.exists(), reason="Only Linux lists the threads of a process there.")
def test_a_product_is_made_by_one_thread_unless_the_environment_asks_for_more():
    assert said_by(PRODUCT) == "1"
    if (os.cpu_count() or 1) > 1:
        assert said_by(PRODUCT, OPENBLAS_NUM_THREADS="2") == "2"


def test_streamlit_has_not_imported_numpy_before_the_app_is():
    assert said_by("import sys, streamlit.web.bootstrap; print('numpy' in sys.modules)") == "False"
