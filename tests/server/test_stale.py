"""A widget that Python has set may say its old value once more, in a message that was on its way: that is no choice."""

import pytest

from benchmarks.session import Session

OLD, PUT = 1.0, 0.5
DRAWS = {"turn": 1, "draws": True}


@pytest.fixture
def session(server, wait):
    """A session whose bias was set by a hand at a picture; its slider has not heard of it."""
    session = wait(Session.opened(server.port))
    wait(session.reported(DRAWS))
    assert session.shown("bias") == OLD
    (name,) = (name for name in session.sliders if name.endswith("-bias"))
    session.values[name] = OLD
    wait(session.reported({**DRAWS, "turn": 2, "put": [{"bias": PUT}, 7]}))
    assert session.answer()["sliders"]["bias"]["value"] == PUT
    yield session
    wait(session.socket.close())


def bias(session):
    return session.answer()["sliders"]["bias"]["value"]


def test_the_old_value_is_no_choice(session, wait):
    for weight in (2.0, 2.5):
        wait(session.moved("weight", weight))
        assert session.answer()["sliders"]["weight"]["value"] == weight
        assert bias(session) == PUT


def test_another_value_is_one(session, wait):
    wait(session.moved("bias", 0.7))
    assert bias(session) == 0.7


def test_the_old_value_is_one_once_the_widget_has_said_the_new_one(session, wait):
    assert session.answer()["unheard"]
    wait(session.moved("bias", PUT))
    assert not session.answer()["unheard"]
    wait(session.moved("bias", OLD))
    assert bias(session) == OLD


def test_python_waits_for_as_long_as_the_widget_says_the_old_one(session, wait):
    for turn in (3, 4):
        wait(session.reported({**DRAWS, "turn": turn}))
        assert session.answer()["unheard"]
        assert bias(session) == PUT
