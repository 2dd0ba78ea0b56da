"""What runs stays within tried versions, what only develops is exact, and `constraints.txt` is one set that fits."""

import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
EXACT = r"==[\w.]+"


def named_in(file: str) -> list[Requirement]:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in lines if line and not line.startswith(("#", "-r "))]


RUNS = named_in("requirements.txt")
DEVELOPS = named_in("requirements-dev.txt") + named_in("requirements-benchmarks.txt")
RECORDED = named_in("constraints.txt")


@pytest.mark.parametrize("requirement", RUNS, ids=str)
def test_what_runs_has_a_lower_and_an_upper_bound(requirement):
    assert {bound.operator for bound in requirement.specifier} == {">=", "<"}


@pytest.mark.parametrize("requirement", DEVELOPS + RECORDED, ids=str)
def test_what_only_develops_and_what_is_recorded_is_exact(requirement):
    assert re.fullmatch(EXACT, str(requirement.specifier))


@pytest.mark.parametrize("requirement", RUNS + named_in("requirements-dev.txt"), ids=str)
def test_the_recorded_set_has_a_version_that_fits(requirement):
    versions = {canonicalize_name(recorded.name): str(recorded.specifier) for recorded in RECORDED}
    assert versions[canonicalize_name(requirement.name)].removeprefix("==") in requirement.specifier
