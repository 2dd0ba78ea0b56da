"""Who computes next, of all visitors: one after the other, those first whom somebody waits for most.

Python runs one thread at a time. Side by side, all would be as late as the last one.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from heapq import heapify, heappop, heappush
from itertools import count
from threading import Event, Lock
from time import perf_counter

FOR_A_DRAG, FOR_A_PAGE = range(2)
"""What somebody waits for: the values around a hand, before a page, whose picture the hand has already left."""
LONG_S = 0.1
"""A turn that takes longer is no reason to wait for: nobody holds up the others."""
MOST_WAITS_S = 0.03
"""Of the last second, in turns that were waited for: beyond that the server is busy, also outside of turns."""
AT_ONCE_S = 1e-3
"""A turn that comes within it was not waited for."""
LEAST_RESTS_S, MOST_RESTS_S = 0.7, 3.0
"""How long a browser rests before it asks once more for what nobody waits for."""


class Turns:
    """A queue of threads."""

    def __init__(self) -> None:
        self._lock, self._number = Lock(), count()
        self._waiting: list[tuple[int, int, Event]] = []
        self._taken_at: float | None = None
        self._waits: deque[tuple[float, float]] = deque()

    @contextmanager
    def turn(self, rank: int) -> Iterator[None]:
        """Wait for a turn, after those of a lower rank and those who came before."""
        came = perf_counter()
        is_mine = self._wait(rank)
        has_waited = perf_counter() - came > AT_ONCE_S
        try:
            yield
        finally:
            if has_waited or self.is_wanted():
                self._waits.append((perf_counter(), perf_counter() - came))
            if is_mine:
                self._give()

    @contextmanager
    def free_turn(self) -> Iterator[bool]:
        """A turn for what nobody waits for: if nobody has one, and few waited of late. Whether it was to be had."""
        with self._lock:
            is_free = self._taken_at is None and self._waited_s() < MOST_WAITS_S
            if is_free:
                self._taken_at = perf_counter()
        try:
            yield is_free
        finally:
            if is_free:
                self._give()

    def rest_s(self) -> float:
        """How long to rest before asking for what nobody waits for: 0 where few waited of late, else as long as they
        waited in the last second together, as each answer takes the server's time."""
        with self._lock:
            waited = self._waited_s()
        return 0.0 if waited < MOST_WAITS_S else min(max(waited, LEAST_RESTS_S), MOST_RESTS_S)

    def is_wanted(self) -> bool:
        """Whether somebody waits."""
        return bool(self._waiting)

    def _waited_s(self) -> float:
        """How long threads waited in the last second, with the turns that they or others waited for. A single visitor
        waits for nobody, however long the turns are."""
        while self._waits and self._waits[0][0] < perf_counter() - 1.0:
            self._waits.popleft()
        return sum(lasted for _, lasted in tuple(self._waits))

    def _wait(self, rank: int) -> bool:
        """Whether a turn was given; not if the present one takes long."""
        with self._lock:
            if self._taken_at is None:
                self._taken_at = perf_counter()
                return True
            place = rank, next(self._number), Event()
            heappush(self._waiting, place)
        while not place[2].wait(LONG_S):
            with self._lock:
                if place in self._waiting and self._taken_at is not None and perf_counter() - self._taken_at > LONG_S:
                    self._waiting.remove(place)
                    heapify(self._waiting)
                    return False
        return True

    def _give(self) -> None:
        """To the next one, if there is one."""
        with self._lock:
            self._taken_at = perf_counter() if self._waiting else None
            if self._waiting:
                heappop(self._waiting)[2].set()


QUEUE = Turns()
"""Of all who compute pages or pieces of strips."""
