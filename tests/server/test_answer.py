"""A wish for a piece of a strip does not run the page, unless it comes together with anything else."""

import pytest

from benchmarks.session import Session

WISH = {"key": "weight", "at": 70, "have": ""}
DRAWS = {"turn": 1, "draws": True}


@pytest.fixture
def session(server, wait):
    session = wait(Session.opened(server.port))
    wait(session.reported(DRAWS))
    yield session
    wait(session.socket.close())


def wished(session, wait, turn, **more):
    """Report that wish. What is drawn anew is in `session.sliders` afterwards."""
    wait(session.reported({**DRAWS, "turn": turn, "wish": WISH, **more}))


def test_a_wish_alone_gets_its_piece_and_nothing_is_drawn_anew(session, wait):
    session.sliders.clear()
    wished(session, wait, 2)
    told = session.told()
    assert told["turn"] == 2
    assert "70" in told["strip"]["frames"]
    assert not session.sliders


def test_a_wish_for_what_has_arrived_gets_no_frames(session, wait):
    wait(session.reported({**DRAWS, "turn": 2, "wish": {**WISH, "have": f"{(1 << 201) - 1:x}"}}))
    assert session.told()["strip"]["frames"] == {}


def test_a_slider_that_is_let_go_in_the_same_message_counts(session, wait):
    (weight,) = (name for name in session.sliders if name.endswith("-weight"))
    session.values[weight] = 2.0
    wished(session, wait, 2)
    assert session.told()["sliders"]["weight"]["value"] == 2.0
    assert session.told()["turn"] == 2
    assert "weight=2" in session.query


@pytest.mark.parametrize(
    ("said", "is_taken"),
    [
        ({"narrow": True}, lambda told: told["narrow"]),
        ({"project": True}, lambda told: told["project"]),
        ({"put": [{"bias": 0.5}, 7]}, lambda told: told["sliders"]["bias"]["value"] == 0.5),
        ({"links": {"bias": "held_bias=2"}}, lambda told: told["recovered"]),
    ],
)
def test_what_is_reported_beside_a_wish_counts(session, wait, said, is_taken):
    wished(session, wait, 2, **said)
    assert is_taken(session.told())
    assert "70" in session.told()["strip"]["frames"]


def test_an_epoch_that_is_reported_is_shown(session, wait):
    run = session.told()["player"]["run"]
    wished(session, wait, 2, shown=[run, 20])
    assert session.told()["player"]["shown"] == 20
