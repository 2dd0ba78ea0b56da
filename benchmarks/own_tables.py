"""A visitor's own table, large beside small: python -m benchmarks.own_tables

How many pictures of a drag along the slider of the rate are computed in a second with 100 000 rows beside 50, taking
turns, for a label that is a number and for one that is yes or no; how long the large table takes to be read; and the
memory of 20 visitors with files of 10 MB, while they are there and after they have left. The visitors are sessions of
Streamlit's test driver, in this process. What is held after they have left and not in use are pages in which Python or
the C library have freed most, but not all.
"""

import gc
import os
import sys
from ctypes import CDLL, Structure, c_size_t
from ctypes.util import find_library
from itertools import product
from statistics import median
from time import perf_counter, process_time

import numpy as np

from benchmarks.report import number, ratio, setting, table
from benchmarks.server import ROOT, memory_mb
from playground.data.decoding import LARGEST_FILE
from playground.lessons.your_numbers.notebook import Notebook
from playground.lessons.your_numbers.table import table_of
from playground.lessons.your_numbers.view import view_of
from playground.ui.state import row_of, settled
from playground.ui.strip import frozen, piece

ROWS, FEATURES = (50, 100_000), (1, 2, 3, 8)
DRAGS = 9
VISITORS = 20
SLIDER = "your_rate_share"


def file_of(n_samples: int, n_features: int, size: int = 0, yes_or_no: bool = False) -> bytes:
    """A table of random numbers as a file, filled up to that size with blank lines."""
    rng = np.random.default_rng(n_samples)
    X = rng.normal(size=(n_samples, n_features))
    y = X @ rng.normal(size=n_features) + rng.normal(size=n_samples)
    if yes_or_no:
        y = (y > 0.0).astype(float)
    head = ",".join([*(f"x{i}" for i in range(n_features)), "y"])
    rows = [",".join(f"{value:.6g}" for value in row) for row in np.column_stack([X, y]).tolist()]
    content = "\n".join([head, *rows]).encode()
    return content + b"\n" * (size - len(content))


class Visitor:
    """Someone with a file, who drags the slider of the rate."""

    def __init__(self, content: bytes) -> None:
        self.notebook = Notebook()
        self.notebook.take("file", content)
        self.rows = table_of(self.notebook)
        begins = perf_counter()
        values = settled(self.rows, {"your_file": "file"})
        self.values = {**values, "narrow": False}
        self.view = view_of(self.notebook)
        self.view(self.values)
        self.opening_s = perf_counter() - begins

    def drag(self, moment: int) -> float:
        """Pictures a second of the processor, of a drag along the whole slider. moment: makes its strip another one."""
        state = frozen({**self.values, "your_x1": str(moment)})
        positions = row_of(self.rows, SLIDER).positions(self.values)  # type: ignore[attr-defined]
        begins, have, pictures = process_time(), 0, 0
        while have != (1 << len(positions)) - 1:
            frames = piece(self.view, state, SLIDER, positions, len(positions) // 2, have).frames
            pictures += len(frames)
            have |= sum(1 << position for position in frames)
        return pictures / (process_time() - begins)


def drags() -> str:
    """Large tables beside small ones."""
    rows = []
    for n_features, yes_or_no in product(FEATURES, [False, True]):
        few, many = (Visitor(file_of(n_samples, n_features, yes_or_no=yes_or_no)) for n_samples in ROWS)
        speeds = [(few.drag(moment), many.drag(moment)) for moment in range(DRAGS)]
        slow, fast = (median(speed) for speed in zip(*speeds, strict=True))
        label = "yes or no" if yes_or_no else "a number"
        rows.append([label, str(n_features), number(slow), number(fast), ratio(fast, slow), number(many.opening_s)])
    head = [
        "label",
        "features",
        "pictures a second of the processor, 50 rows",
        "100 000 rows",
        "ratio",
        "first picture of 100 000 rows, s",
    ]
    return table(head, rows)


def memory() -> str:
    """Twenty visitors with large files."""
    from streamlit.testing.v1 import AppTest

    def visited() -> AppTest:
        at = AppTest.from_file(ROOT / "app.py", default_timeout=120).run()
        at.switch_page("playground/pages/your_numbers.py")
        return at.run()

    def uploaded(name: str, content: bytes) -> AppTest:
        at = visited()
        at.file_uploader(key="your_upload").set_value((f"{name}.csv", content, "text/csv"))
        at.run()
        assert not at.exception
        return at

    content = file_of(90_000, 6, LARGEST_FILE)
    uploaded("small", file_of(50, 6))  # what reading takes is loaded by now
    before, blocks, in_use = _left()
    visitors = [uploaded(str(i), content) for i in range(VISITORS)]
    there = memory_mb(os.getpid())
    del visitors
    after, blocks_after, in_use_after = _left()
    notebooks = sum(isinstance(each, Notebook) for each in gc.get_objects())
    head = [
        "visitors with 10 MB",
        "MB more, each",
        "MB more after they have left, all",
        "of these in use by the C library",
        "objects of Python more",
        "notebooks left",
    ]
    figures = [(there - before) / VISITORS, after - before, in_use_after - in_use]
    return table(head, [[str(VISITORS), *map(number, figures), str(blocks_after - blocks), str(notebooks)]])


class _Mallinfo(Structure):
    """`struct mallinfo2` of glibc."""

    _fields_ = [(name, c_size_t) for name in ["arena", "a", "b", "c", "mapped", "d", "e", "used", "free", "f"]]


def _left() -> tuple[float, int, float]:
    """What is held once all that can go has gone: MB of the process, objects of Python, MB in use by the C library."""
    gc.unfreeze()  # what the app has left out of the search counts as well
    gc.collect()
    in_use = 0.0
    if find_library("c"):  # what Python has freed goes back to the system, where its library can do that
        library = CDLL(find_library("c"))
        getattr(library, "malloc_trim", int)(0)
        if hasattr(library, "mallinfo2"):
            library.mallinfo2.restype = _Mallinfo
            info = library.mallinfo2()
            in_use = (info.used + info.mapped) / 1e6
    return memory_mb(os.getpid()), sys.getallocatedblocks(), in_use


def main() -> None:
    print(setting(), drags(), memory(), sep="\n\n")


if __name__ == "__main__":
    main()
