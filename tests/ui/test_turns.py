"""Turns: one thread after the other, those first whom somebody waits for most, nobody behind one that takes long."""

from contextlib import contextmanager
from threading import Event, Thread

import pytest

from playground.ui import turns
from playground.ui.turns import FOR_A_DRAG, FOR_A_PAGE, Turns


def comes(queue, rank, name, had):
    """A thread that waits in that queue by now."""
    before = len(queue._waiting)

    def waits():
        with queue.turn(rank):
            had.append(name)

    thread = Thread(target=waits)
    thread.start()
    while len(queue._waiting) == before and not had:
        thread.join(0.001)
    return thread


@contextmanager
def somebody_elses(queue, rank):
    """Another thread has a turn meanwhile."""
    begun, over = Event(), Event()

    def has_one():
        with queue.turn(rank):
            begun.set()
            over.wait()

    thread = Thread(target=has_one)
    thread.start()
    begun.wait()
    yield
    over.set()
    thread.join()


def test_hands_come_before_pages_and_else_who_came_first(monkeypatch):
    monkeypatch.setattr(turns, "LONG_S", 60.0)
    queue, had = Turns(), []
    with queue.turn(FOR_A_PAGE):
        assert not queue.is_wanted()
        names = [(FOR_A_PAGE, "page 1"), (FOR_A_DRAG, "hand 1"), (FOR_A_PAGE, "page 2"), (FOR_A_DRAG, "hand 2")]
        threads = [comes(queue, rank, name, had) for rank, name in names]
        assert queue.is_wanted()
        assert had == []
    for thread in threads:
        thread.join()
    assert had == ["hand 1", "hand 2", "page 1", "page 2"]
    assert not queue.is_wanted()


def test_nobody_waits_behind_one_that_takes_long(monkeypatch):
    monkeypatch.setattr(turns, "LONG_S", 0.01)
    queue, had = Turns(), []
    with somebody_elses(queue, FOR_A_PAGE):
        comes(queue, FOR_A_DRAG, "hand", had).join()
        assert had == ["hand"]
        assert not queue.is_wanted()
    comes(queue, FOR_A_PAGE, "page", had).join()
    assert had == ["hand", "page"]


def test_a_turn_that_fails_is_over():
    queue, had = Turns(), []
    try:
        with queue.turn(FOR_A_PAGE):
            raise ValueError
    except ValueError:
        comes(queue, FOR_A_PAGE, "page", had).join()
    assert had == ["page"]


@pytest.fixture
def clock(monkeypatch):
    """The time by which turns are measured, as the only item."""
    now = [100.0]
    monkeypatch.setattr(turns, "perf_counter", lambda: now[0])
    return now


def lasts(queue, clock, seconds):
    """A turn of so many seconds, for which another thread waits meanwhile."""
    with queue.turn(FOR_A_DRAG):
        thread = comes(queue, FOR_A_PAGE, "page", [])
        clock[0] += seconds
    thread.join()


def test_a_free_turn_is_to_be_had_while_nobody_has_one_and_few_waited_of_late(clock):
    queue = Turns()
    with queue.free_turn() as is_free:
        assert is_free
        with queue.free_turn() as another:
            assert not another
    lasts(queue, clock, 1.1 * turns.MOST_WAITS_S)
    with queue.free_turn() as is_free:
        assert not is_free
    clock[0] += 1.1
    with queue.free_turn() as is_free:
        assert is_free


def test_one_who_is_alone_waits_for_nobody_however_long_their_turns_are(clock):
    queue = Turns()
    with queue.turn(FOR_A_DRAG):
        clock[0] += 5.0
        with queue.free_turn() as is_free:
            assert not is_free
    assert queue.rest_s() == 0.0
    with queue.free_turn() as is_free:
        assert is_free


def test_browsers_rest_the_longer_the_more_was_waited_for_of_late(clock):
    queue = Turns()
    for lasted, rests in ((0.01, 0.0), (0.02, 0.7), (0.5, 1.06), (9.0, 3.0)):
        lasts(queue, clock, lasted)
        assert queue.rest_s() == pytest.approx(rests)  # the turn, and that of the one who waited for it
    clock[0] += 1.1
    assert queue.rest_s() == 0.0
