"""The steps of deploy/Dockerfile on this machine, in a fresh virtual environment: python -m benchmarks.image

For where no Docker runs. It copies, installs, starts and asks as the Dockerfile says, and looks whether what runs
writes anything, as it may not there. What belongs to another system (FROM, useradd, USER) is left out and named.
"""

import asyncio
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections import ChainMap
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.server import ROOT, free_port, running
from benchmarks.session import Session

DOCKERFILE = ROOT / "deploy" / "Dockerfile"
CHANGES_THE_SYSTEM = ("useradd",)
"""Programs of RUN that do more than to write into the image's folder or the virtual environment."""


def instructions(text: str) -> list[tuple[str, str]]:
    """Each instruction of a Dockerfile and what it says."""
    lines = re.sub(r"\\\n", " ", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE)).splitlines()
    return [(name, rest.strip()) for name, _, rest in (line.partition(" ") for line in lines if line)]


def variables(rest: str) -> dict[str, str]:
    """What an ENV instruction says."""
    return dict(pair.split("=", 1) for pair in shlex.split(rest))


def environment() -> dict[str, str]:
    """The variables that are set in the image."""
    steps = instructions(DOCKERFILE.read_text(encoding="utf-8"))
    return dict(ChainMap(*(variables(rest) for name, rest in reversed(steps) if name == "ENV")))


@dataclass
class Image:
    """What the steps have made so far.

    folder: what is its root. programs: where `python` and `pip` are. left_out: steps that belong to another system.
    """

    folder: Path
    programs: Path
    workdir: Path = Path()
    environment: dict[str, str] = field(default_factory=dict)
    command: list[str] = field(default_factory=list)
    health: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def take(self, name: str, rest: str, *, installs: bool) -> None:
        """Take one step. installs: also those that install packages."""
        if name == "WORKDIR":
            self.workdir = self.folder / rest.lstrip("/")
            self.workdir.mkdir(parents=True)
        elif name == "COPY":
            *sources, target = rest.split()
            for source in sources:
                self._copy(ROOT / source, target)
        elif name == "RUN" and rest.split()[0] not in CHANGES_THE_SYSTEM and (installs or "install" not in rest):
            subprocess.run(
                rest.replace(" /tmp/", f" {self.folder}/tmp/"),
                shell=True,
                cwd=self.workdir,
                env=self.environ(),
                check=True,
            )
        elif name == "ENV":
            self.environment |= variables(rest)
        elif name == "CMD":
            self.command = json.loads(rest)
        elif name == "HEALTHCHECK":
            self.health = json.loads(rest.split("CMD", 1)[1])
        else:
            self.left_out.append(f"{name} {rest}")

    def environ(self) -> dict[str, str]:
        """The variables that a process of the image has: its home is not there, as its user has none."""
        path = f"{self.programs}{os.pathsep}{os.environ['PATH']}"
        return {**os.environ, "HOME": str(self.folder / "home"), "PATH": path, **self.environment}

    def files(self) -> dict[Path, int]:
        """All files, and when each was written."""
        return {path: path.stat().st_mtime_ns for path in self.folder.rglob("*")}

    def is_healthy(self, port: int) -> bool:
        """What the HEALTHCHECK says of that port."""
        (exposed,) = (part.split("=")[1] for part in self.command if part.startswith("--server.port="))
        command = [part.replace(f":{exposed}/", f":{port}/") for part in self.health]
        return subprocess.run(command, env=self.environ(), capture_output=True, check=False).returncode == 0

    @contextmanager
    def started(self) -> Iterator[int]:
        """The port at which its command answers, on this machine alone."""
        port = free_port()
        here = [f"--server.port={port}", "--server.address=127.0.0.1"]
        program = shutil.which(self.command[0], path=self.environ()["PATH"])
        with running([program, *self.command[1:], *here], port, cwd=self.workdir, env=self.environ()):
            yield port

    def _copy(self, source: Path, target: str) -> None:
        into = self.folder / target.lstrip("/") if target.startswith("/") else self.workdir / target
        if source.is_dir():
            shutil.copytree(source, into, ignore=shutil.ignore_patterns("__pycache__"))
            return
        if target.endswith("/"):
            into.mkdir(parents=True, exist_ok=True)
            into /= source.name
        shutil.copy(source, into)


@contextmanager
def built(programs: Path | None = None) -> Iterator[Image]:
    """The image after all of its steps. programs: of an environment that has all packages; None: a fresh one."""
    with TemporaryDirectory() as folder:
        if programs is None:
            subprocess.run([sys.executable, "-m", "venv", f"{folder}/venv"], check=True)
        image = Image(Path(folder) / "image", programs or Path(folder) / "venv" / "bin")
        for name, rest in instructions(DOCKERFILE.read_text(encoding="utf-8")):
            image.take(name, rest, installs=programs is None)
        yield image


def main() -> None:
    begins = perf_counter()
    with built() as image, image.started() as port:
        before = image.files()
        asyncio.run(Session.opened(port))  # raises if the page shows an error
        print(f"The app answers after {perf_counter() - begins:.0f} s, and its page is drawn without an error.")
        print(f"HEALTHCHECK: healthy {image.is_healthy(port)}; where nothing listens {image.is_healthy(free_port())}")
        print(f"It has written nothing: {image.files() == before}")
        print("Left out:", *image.left_out, sep="\n  ")


if __name__ == "__main__":
    main()
