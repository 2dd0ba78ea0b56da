"""What a page's layout has looked at: only that can change what is laid out."""

from collections.abc import Iterator, Mapping
from typing import Any


class Looked(Mapping[str, Any]):
    """Values that remember which ones were looked at.

    all: the values themselves, to be read without being remembered. at: the keys of those that were looked at.
    """

    def __init__(self, values: dict[str, Any]) -> None:
        self.all, self.at = values, set[str]()

    def __getitem__(self, key: str) -> Any:
        value = self.all[key]
        self.at.add(key)
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(self.all)

    def __len__(self) -> int:
        return len(self.all)
