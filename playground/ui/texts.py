"""Rows of the table of state for what a visitor writes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playground.data.packing import LONGEST_TEXT, pack, unpack
from playground.ui.parameters import Parameter, Values


@dataclass(frozen=True, kw_only=True)
class Text(Parameter):
    """A text; in the link as it is."""

    start: str = ""
    longest: int = 200

    def read(self, text: str) -> str | None:
        return text[: self.longest]

    def write(self, value: str) -> str:
        return value

    def check(self, value: Any, values: Values) -> str:
        return value[: self.longest] if isinstance(value, str) else self.start

    def in_words(self, value: str) -> str:
        return ""


@dataclass(frozen=True, kw_only=True)
class PackedText(Text):
    """A text of several lines; in the link it is packed, and if that is too long, it is in none. pack: see `pack`."""

    longest: int = LONGEST_TEXT
    pack: Callable[[str], str | None] = pack

    def read(self, text: str) -> str | None:
        return unpack(text)

    def write(self, value: str) -> str:
        return self.pack(value) or ""
