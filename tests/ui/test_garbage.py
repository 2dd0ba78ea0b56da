"""The search for garbage: of everything, at a moment when nobody waits, or after a while all the same."""

import gc
import weakref
from unittest.mock import Mock

import pytest

from playground.ui import garbage
from playground.ui.turns import FOR_A_PAGE, Turns
from tests.links.screen import visit


class Ring:
    """Something that only a search finds, as it holds itself."""

    def __init__(self):
        self.itself = self


@pytest.fixture(autouse=True)
def thawed():
    yield
    gc.unfreeze()


@pytest.fixture
def queue(monkeypatch):
    queue = Turns()
    monkeypatch.setattr(garbage, "QUEUE", queue)
    return queue


@pytest.fixture
def pauses(monkeypatch):
    """How long it waited, each time."""
    found = []
    monkeypatch.setattr(garbage, "sleep", found.append)
    return found


def test_what_nothing_holds_is_freed_also_where_it_was_left_out_before():
    ring = Ring()
    alive = weakref.ref(ring)
    garbage.collect()
    assert alive() is not None
    del ring
    gc.collect()
    assert alive() is not None  # Python's own search leaves it out
    garbage.collect()
    assert alive() is None


def test_it_is_done_at_once_where_nobody_waits(queue, pauses):
    ring = weakref.ref(Ring())
    garbage.collect_when_free()
    assert ring() is None
    assert pauses == []


def test_it_waits_for_those_who_have_a_turn_but_not_for_ever(queue, pauses):
    ring = weakref.ref(Ring())
    with queue.turn(FOR_A_PAGE):
        garbage.collect_when_free()
    assert ring() is None
    assert pauses == [garbage.TRIES_AFTER_S] * garbage.MOST_TRIES


def test_it_goes_on_for_as_long_as_the_server_runs(monkeypatch):
    pauses = []

    def sleep(seconds):
        pauses.append(seconds)
        if len(pauses) == 3:
            raise InterruptedError

    monkeypatch.setattr(garbage, "sleep", sleep)
    monkeypatch.setattr(garbage, "QUEUE", Turns())
    with pytest.raises(InterruptedError):
        garbage._keep_clean()
    assert pauses == [garbage.FIRST_AFTER_S, garbage.EVERY_S, garbage.EVERY_S]


def test_the_app_begins_with_it(monkeypatch):
    begins = Mock()
    monkeypatch.setattr(garbage, "keep_clean", begins)
    visit("")
    assert begins.called
