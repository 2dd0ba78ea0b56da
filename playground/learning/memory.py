"""What is computed once is not computed again: for shared data once for all, for a visitor's own kept with these alone.

What all share is bounded by bytes: what a process holds must not depend on how much its visitors try.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import is_dataclass
from functools import wraps
from threading import Lock
from typing import Any, ParamSpec, TypeVar

import numpy as np

Given = ParamSpec("Given")
Result = TypeVar("Result")

MB = 1_000_000


class Store:
    """Results of functions, of which those go that were not asked for the longest.

    most: bytes that it may hold. size_of: about how many bytes a result takes. weighs_every: how many results of a
    function go for one that is weighed, which can take a tenth of the time that it took to compute it: all of them
    count as much as that one, as they are much alike.
    """

    def __init__(self, most: int, size_of: Callable[[Any], int], weighs_every: int = 1) -> None:
        self.most, self.size_of, self.weighs_every, self.held = most, size_of, weighs_every, 0
        self._known: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._sizes: dict[Callable[..., Any], tuple[int, int]] = {}
        self._lock = Lock()

    def get(self, function: Callable[..., Any], of: Hashable, compute: Callable[[], Any]) -> Any:
        """The function's result for that, computed if it is not known."""
        key = function, of
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key][0]
        result = compute()
        size = self._size(function, result)
        with self._lock:
            if key not in self._known:  # as another thread may have computed it meanwhile
                self._known[key] = result, size
                self.held += size
            while self.held > self.most:
                _, (_, forgotten) = self._known.popitem(last=False)
                self.held -= forgotten
        return result

    def _size(self, function: Callable[..., Any], result: Any) -> int:
        size, times = self._sizes.get(function, (0, 0))
        if times % self.weighs_every == 0:
            size = self.size_of(result)
        self._sizes[function] = size, times + 1
        return size

    def __len__(self) -> int:
        return len(self._known)

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._known.clear()
            self._sizes.clear()
            self.held = 0


class Memory:
    """The latest results of each function of one visitor's data. It stands with the data, and goes with them.

    most: results of a function.
    """

    def __init__(self, most: int = 32) -> None:
        self._most = most
        self._results: dict[Callable[..., Any], dict[Hashable, Any]] = {}

    def get(self, function: Callable[..., Any], of: Hashable, compute: Callable[[], Any]) -> Any:
        """The function's result for that, computed if it is not known."""
        results = self._results.setdefault(function, {})
        if of not in results:
            while len(results) >= self._most:
                results.pop(next(iter(results)))
            results[of] = compute()
        return results[of]

    def knows(self, function: Callable[..., Any]) -> bool:
        """Whether there is a result of that function."""
        return bool(self._results.get(function))


OBJECT, TEXT, NUMBER = 100, 60, 32
"""Bytes: about, of an object and its place in another one; of a text without its letters; and of a number in a list."""


def size_of(result: Any) -> int:
    """About how many bytes a result takes, with all that it is made of. What stands in it twice counts once."""
    size, known, parts = 0, set[int](), [result]
    while parts:
        part = parts.pop()
        kind = type(part)
        if kind in _NUMBERS:
            size += NUMBER
        elif kind is str:
            size += TEXT + len(part)
        elif id(part) not in known:
            known.add(id(part))
            size += OBJECT
            if kind is np.ndarray:
                size += part.nbytes
            elif kind is dict:
                parts += part.values()
            elif is_dataclass(kind):
                parts += vars(part).values()
            elif isinstance(part, (list, tuple)):
                if part and type(part[0]) is type(part[-1]) in _NUMBERS:
                    size += NUMBER * len(part)
                else:
                    parts += part
    return size


_NUMBERS = {float, int, bool, type(None)}


SHARED = Store(16 * MB, size_of, weighs_every=8)
"""What follows from what anybody may choose."""


def remembered(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """Compute a result once, as `lru_cache`; but what follows from a visitor's own data is kept with these alone.

    Data, and what follows from them, say where that is by their `memory`; it is None where all may share it.
    """

    @wraps(function)
    def looked_up(*args: Given.args, **named: Given.kwargs) -> Result:
        own = [memory for each in args if (memory := getattr(each, "memory", None)) is not None]
        of = (*args, *sorted(named.items()))
        result: Result = (own[0] if own else SHARED).get(function, of, lambda: function(*args, **named))
        return result

    return looked_up
