"""What follows from data is computed once: for shared data once for all, for a visitor's own kept with these alone."""

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

More = ParamSpec("More")
Result = TypeVar("Result")


class Memory:
    """The latest results of each function of one visitor's data. It stands with the data, and goes with them."""

    MOST = 32
    """Results of a function."""

    def __init__(self) -> None:
        self._results: dict[Callable[..., Any], dict[Hashable, Any]] = {}

    def get(self, function: Callable[..., Any], of: Hashable, compute: Callable[[], Any]) -> Any:
        """The function's result for that, computed if it is not known."""
        results = self._results.setdefault(function, {})
        if of not in results:
            while len(results) >= self.MOST:
                results.pop(next(iter(results)))
            results[of] = compute()
        return results[of]


class Data(Protocol):
    """Data, or what follows from them. memory: None where they are shared by all."""

    @property
    def memory(self) -> Memory | None: ...

    def __hash__(self) -> int: ...


Of = TypeVar("Of", bound=Data)


def remembered(
    maxsize: int,
) -> Callable[[Callable[Concatenate[Of, More], Result]], Callable[Concatenate[Of, More], Result]]:
    """`lru_cache` for functions of data, their first argument, in which nothing of a visitor's own comes to stand."""

    def around(function: Callable[Concatenate[Of, More], Result]) -> Callable[Concatenate[Of, More], Result]:
        shared: Any = lru_cache(maxsize)(function)

        @wraps(function)
        def looked_up(data: Of, /, *more: More.args, **named: More.kwargs) -> Result:
            if data.memory is None:
                result: Result = shared(data, *more, **named)
            else:
                of = (data, *more, *sorted(named.items()))
                result = data.memory.get(function, of, lambda: function(data, *more, **named))
            return result

        looked_up.cache_info = shared.cache_info  # type: ignore[attr-defined]  # as of any cache
        return looked_up

    return around
