"""Compress Streamlit's scripts once, as haproxy.cfg sends them: python pack.py FOLDER"""

import gzip
import sys
from pathlib import Path

import brotli
import streamlit

SCRIPTS = Path(streamlit.__file__).parent / "static" / "static" / "js"
BEST = 11


def pack(script: Path, folder: Path, quality: int = BEST) -> None:
    """Write both kinds of a script, named as browsers name them. Over plain HTTP they ask for gzip only."""
    text = script.read_bytes()
    (folder / f"{script.name}.gzip").write_bytes(gzip.compress(text, 9))
    (folder / f"{script.name}.br").write_bytes(brotli.compress(text, quality=quality))


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir()
    for each in SCRIPTS.glob("*.js"):
        pack(each, target)
