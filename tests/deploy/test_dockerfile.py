"""The steps of `deploy/Dockerfile`, taken on this machine with the packages of the tests. No image is built.

`python -m benchmarks.image` takes its `pip install` as well, in a fresh virtual environment.
"""

import sys
from pathlib import Path

import pytest

from benchmarks.background import background
from benchmarks.image import DOCKERFILE, built, instructions
from benchmarks.server import ROOT, free_port
from benchmarks.session import Session

STEPS = instructions(DOCKERFILE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def image():
    with built(Path(sys.executable).parent) as image:
        yield image


def test_the_page_is_drawn_by_one_who_writes_nothing_and_the_health_check_knows_it(image):
    before = image.files()
    with image.started() as port, background() as start:
        session = start(Session.opened(port)).result()  # raises if the page shows an error
        assert session.sliders
        start(session.socket.close()).result()
        assert image.is_healthy(port)
        assert image.files() == before
    assert not image.is_healthy(port)
    assert not image.is_healthy(free_port())


def test_all_steps_are_taken_but_those_of_another_system(image):
    assert [step.split()[:2] for step in image.left_out] == [
        ["FROM", "python:3.11-slim"],
        ["RUN", "pip"],
        ["RUN", "pip"],
        ["RUN", "useradd"],
        ["USER", "1000"],
        ["EXPOSE", "8501"],
    ]
    assert "RUN pip install --no-cache-dir -r requirements.txt -c constraints.txt" in image.left_out


def test_the_build_is_sent_all_that_is_copied():
    allowed = (ROOT / "deploy" / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    copied = [source for name, rest in STEPS if name == "COPY" for source in rest.split()[:-1]]
    assert allowed[0] == "*"
    assert sorted(line.removeprefix("!") for line in allowed if line.startswith("!")) == sorted(copied)


def test_an_instruction_may_go_over_lines():
    assert instructions("# why\nRUN a \\\n    b\n\nUSER 1\n") == [("RUN", "a      b"), ("USER", "1")]
