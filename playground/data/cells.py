"""Cells of a table as people write them: which numbers they stand for, which are gaps, and which have two readings."""

import re
from collections.abc import Iterable
from math import isfinite

NO_NUMBERS = {"none", "missing"}
"""What stands for nothing among numbers, and for something among words."""
GAPS = {
    "", "-", "–", "—", "−", ".", "..", "?", "*", "na", "n/a", "nan", "null", *NO_NUMBERS,
    "#n/a", "#div/0!", "#value!", "#null!", "#ref!", "#num!", "#name?", "#nv", "#wert!", "#bezug!", "#zahl!",
}  # fmt: skip
"""What people write where nothing was measured, and what spreadsheets do, in small letters."""

_BLANKS = "\u0020\u00a0\u202f\u2009"
_SIGN = r"[+\-−–]?"
_POWER = r"(?:[eE][+\-−–]?\d{1,4})?"


def _number(decimal: str, between: str) -> re.Pattern[str]:
    """Numbers with that decimal mark; `between` are the signs that may part thousands, one kind in a number."""
    groups = rf"[1-9]\d{{0,2}}([{between}])\d{{3}}(?:\1\d{{3}})*"
    lakhs = r"|[1-9]\d?(?:,\d\d)+,\d{3}" if "," in between else ""  # as 12,34,567 is written in India
    return re.compile(rf"{_SIGN}(?:(?:{groups}{lakhs}|\d+)(?:{decimal}\d*)?|{decimal}\d+){_POWER}", re.ASCII)


NUMBER = {".": _number(r"\.", rf",'’{_BLANKS}"), ",": _number(",", rf"\.'’{_BLANKS}")}
"""By decimal mark, what a number looks like."""

SIGNS = re.compile(r"[A-Z]{0,2}\$|[€£¥₹₽₺₩%‰]|\b(?:EUR|USD|GBP|CHF)\b")
_UNIT = r"(?:[^\W\d_](?:[23](?!\d)|(?!\d))|[/\[(]|[^\s\w.,:;+\-−–'’](?!\d))[^\n]{0,20}"
"""A letter, as in m2 but not in 0x10, a stroke, as in 7 /10, a bracket, or another sign, and what follows."""
_WITH_UNIT = re.compile(rf"(.*?[\d.,])[{_BLANKS}]?((?![eE]$){_UNIT})")
_MONTH = re.compile(
    r"(?:(?:jan|febr?)(?:uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|(?:sept?|octo?|nov|dec)(?:em)?(?:ber)?)\.?",
    re.IGNORECASE,
)
"""With a number before it, it is a day."""
_DATE = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}(?:[ T].*)?|\d{1,2}:\d{2}(?::\d{2})?", re.ASCII)

SMALLEST, LARGEST = 1e-150, 1e150
"""A larger number cannot be squared, and the squared error is what training lowers."""


def is_gap(cell: str, among_words: bool = False) -> bool:
    """Whether nothing was measured there."""
    bare = cell.strip(_BLANKS + "\t").lower()
    return bare in GAPS and not (among_words and bare in NO_NUMBERS)


def sign_of(cell: str) -> str:
    """The per cent or currency sign at one end of a cell; '' if it has none."""
    found = SIGNS.search(cell)
    if not found:
        return ""
    is_at_an_end = found.start() == 0 or found.end() == len(cell)
    return found[0] if is_at_an_end or (found.start() == 1 and cell[0] in "+-−–") else ""


def without_sign(cell: str) -> str:
    """The cell without blanks around it and without its per cent or currency sign."""
    bare = cell.strip(_BLANKS + "\t")
    sign = sign_of(bare)
    return bare.replace(sign, "", 1).strip(_BLANKS) if sign else bare


def readings(cell: str) -> tuple[str, ...]:
    """The decimal marks with which a cell is a number: both for 12, one for 0,5 and 1,200.5, none for words."""
    bare = without_sign(cell)
    return tuple(mark for mark, pattern in NUMBER.items() if pattern.fullmatch(bare))


def unit_apart(cell: str) -> tuple[str, str]:
    """The number and the unit behind it, both as text; the cell and '' if it is anything else."""
    if readings(cell) or _DATE.fullmatch(cell.strip()):
        return cell, ""
    found = _WITH_UNIT.fullmatch(cell.strip(_BLANKS + "\t"))
    if not found or _MONTH.fullmatch(found[2]) or not readings(found[1]):
        return cell, ""
    return found[1], found[2].strip()


def shared_unit(cells: Iterable[str]) -> str:
    """The unit that stands behind all numbers there, where all are such numbers or gaps; '' else."""
    shared = ""
    for cell in cells:
        if not is_gap(cell):
            unit = unit_apart(cell)[1]
            if not unit or shared not in ("", unit):
                return ""
            shared = unit
    return shared


def is_number(cell: str, unit: str) -> bool:
    """Whether it is a number with either decimal mark, alone or with that unit behind it."""
    return bool(readings(cell) or (unit and unit_apart(cell)[1] == unit))


def number(cell: str, decimal_mark: str) -> float | None:
    """The number that a cell stands for; None if that is none. It may be too large, but is no infinity."""
    bare = without_sign(cell)
    if not NUMBER[decimal_mark].fullmatch(bare):
        return None
    plain = re.sub(rf"['’{_BLANKS}{',' if decimal_mark == '.' else '.'}]", "", bare).replace(",", ".")
    value = float(re.sub("[−–]", "-", plain))
    return value if isfinite(value) else None


def is_special(cell: str) -> bool:
    """Whether there is more to say of a cell that is not a number than that it is a word."""
    return cell.lstrip().startswith("=") or _DATE.fullmatch(cell.strip()) is not None


def why_no_number(cell: str, decimal_mark: str) -> str:
    """What a cell is that is not a number, and what to do about it."""
    shown = shortened(cell)
    if cell.lstrip().startswith("="):
        return f"“{shown}” is a formula. Copy its value from the spreadsheet instead."
    if _DATE.fullmatch(cell.strip()):
        return f"“{shown}” is a date or a time. Write it as a number, such as days or minutes."
    if readings(cell):
        mark = "a point" if decimal_mark == "." else "a comma"
        return (
            f"“{shown}” is not a number with {mark} as decimal mark. Write all numbers alike, or choose the other mark."
        )
    if NUMBER[decimal_mark].fullmatch(without_sign(cell)) or cell.strip().lower().lstrip("+-") in ("inf", "infinity"):
        return f"“{shown}” is beyond the range of numbers. Correct it, or empty the cell."
    return f"“{shown}” is not a number. Correct it, or empty the cell."


LONGEST_SHOWN = 40
"""Characters of a cell in a sentence."""


def shortened(cell: str) -> str:
    """A cell as a sentence quotes it."""
    bare = " ".join(cell.split())
    return bare if len(bare) <= LONGEST_SHOWN else f"{bare[: LONGEST_SHOWN - 1]}…"
