"""Bytes that a visitor's file is made of, as text."""

import re

from playground.data.sheet import ENCODINGS, Refusal

LARGEST_FILE = 10 * 2**20
"""Bytes."""

NOT_TEXT = {
    b"PK\x03\x04": "a spreadsheet or an archive",
    b"\xd0\xcf\x11\xe0": "a spreadsheet of an old kind",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"PAR1": "a Parquet file",
}
"""How files begin that are often taken for tables."""

_MARKS = {b"\xef\xbb\xbf": "UTF-8", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
_CONTROL_BYTE = re.compile(rb"[\x00-\x08\x0b\x0e-\x19\x1b-\x1f]")
SAMPLE = 4096
"""Bytes in which UTF-16 without its mark shows itself: of Western text every second byte is zero."""


def decoded(content: bytes, encoding: str | None) -> tuple[str, str] | Refusal:
    """The text, with line ends as \\n, and the name of its encoding.

    encoding: a name in ENCODINGS; None: to be guessed.
    """
    if len(content) > LARGEST_FILE:
        return Refusal(f"The file has {len(content) / 2**20:.1f} MB; up to {LARGEST_FILE // 2**20} are read. {_FEWER}")
    kind = next((kind for start, kind in NOT_TEXT.items() if content.startswith(start)), None)
    if kind:
        return Refusal(f"This is {kind}, not text. In the spreadsheet choose “save as CSV”, or copy the cells.")
    name = encoding or _guessed(content)
    if not name.startswith("UTF-16") and (found := _CONTROL_BYTE.search(content)):
        return _no_text(content.count(b"\n", 0, found.start()) + 1, found[0][0])
    try:
        text = content.decode(ENCODINGS[name])
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Refusal(f"Line {line} is not {name}. Choose another encoding.")
    return cleaned(text, name)


def cleaned(text: str, encoding: str) -> tuple[str, str] | Refusal:
    """The text with line ends as \\n, unless it holds what no text holds."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").rstrip("\x1a\n")
    if found := _CONTROL.search(text):
        return _no_text(text.count("\n", 0, found.start()) + 1, ord(found[0]))
    return text, encoding


def _no_text(line: int, code: int) -> Refusal:
    return Refusal(f"Line {line} holds a character that is no text (code {code}). {_AS_CSV}")


def _guessed(content: bytes) -> str:
    for mark, name in _MARKS.items():
        if content.startswith(mark):
            return name
    sample = content[:SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(content) % 2 == 0 and max(even, odd) > 0.4 * (len(sample) / 2) and min(even, odd) < 0.1 * max(even, odd):
        return "UTF-16 (little end first)" if odd > even else "UTF-16 (big end first)"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "Latin-1" if _is_latin(content) else "UTF-8"
    return "UTF-8"


def _is_latin(content: bytes) -> bool:
    try:
        content.decode("cp1252")
    except UnicodeDecodeError:
        return False
    return True


_AS_CSV = "Save the table as CSV or text, and upload that file."
_FEWER = "Leave out rows or columns."
