"""Numbers as people type them: with a point or a comma, with a hyphen or a minus sign."""

import re
from math import isfinite
from typing import Any

NUMBER = re.compile(r"[+\-−–]?(\d+[.,]?\d*|[.,]\d+)([eE][+\-−–]?\d+)?")
TWO_READINGS = re.compile(r"[+\-−–]?[1-9]\d{0,2},\d{3}")
"""1,000 is one here and a thousand there."""


def typed_number(typed: Any, largest: float) -> float | None:
    """The number that was typed; None if that is none, or one beyond ± largest.

    Streamlit's own number fields drop a minus sign that is no hyphen, and read 0,5 as 5.
    """
    text = typed.strip() if isinstance(typed, str) else ""
    if not NUMBER.fullmatch(text) or TWO_READINGS.fullmatch(text):
        return None
    value = float(re.sub("[−–]", "-", text).replace(",", "."))
    return value if isfinite(value) and abs(value) <= largest else None
