"""Numbers as they are pasted into the docs: what was measured on which versions, and Markdown tables."""

import os
import platform
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from math import isfinite, nan
from statistics import quantiles

PACKAGES = ("Streamlit", "Plotly", "NumPy")


def setting(*more: str) -> str:
    """One line: the versions at work and the number of cores."""
    installed = [f"{name} {version(name.lower())}" for name in PACKAGES]
    return ", ".join([f"Python {platform.python_version()}", *installed, *more, f"{os.cpu_count()} cores"])


def p95(values: Sequence[float]) -> float:
    """The value that 95 of 100 stay below; NaN of nothing, the value itself of one."""
    if len(values) < 2:
        return values[0] if values else nan
    return quantiles(values, n=20, method="inclusive")[-1]


def number(value: float) -> str:
    """Three digits, no more of them than a noisy measurement can have; a dash for what could not be measured."""
    if not isfinite(value):
        return "–"
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def ratio(value: float, beside: float) -> str:
    """How many times the other one."""
    return number(value / beside) if beside else "–"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * len(head), *rows])
