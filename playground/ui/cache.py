"""A cache that is bounded by bytes: what a process holds must not depend on how large its visitors' screens are."""

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")


class Cached(Generic[Value]):
    """A function that remembers its results, of which it forgets those that were not asked for the longest.

    most: bytes that it may hold. size_of: bytes of a result.
    """

    def __init__(self, compute: Callable[..., Value], most: int, size_of: Callable[[Value], int]) -> None:
        wraps(compute)(self)
        self.compute, self.most, self.size_of, self.held = compute, most, size_of, 0
        self._known: OrderedDict[tuple[Any, ...], tuple[Value, int]] = OrderedDict()
        self._lock = Lock()

    def __call__(self, *key: Any) -> Value:
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key][0]
        value = self.compute(*key)
        size = self.size_of(value)
        with self._lock:
            if key not in self._known:  # as another thread may have computed it meanwhile
                self._known[key] = value, size
                self.held += size
            while self.held > self.most:
                _, (_, forgotten) = self._known.popitem(last=False)
                self.held -= forgotten
        return value

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._known.clear()
            self.held = 0


def cached(most: int, size_of: Callable[[Value], int]) -> Callable[[Callable[..., Value]], Cached[Value]]:
    """Let a function remember its results, up to so many bytes."""
    return lambda compute: Cached(compute, most, size_of)
