"""What a browser has kept of a lost session is taken by a new one: once, and not in place of what was chosen since."""

from benchmarks.session import Session


def kept(turn, link):
    return {"turn": turn, "links": {"weights": link}}


def test_a_page_on_the_screen_as_at_the_start_becomes_what_was_chosen_on_it(server, wait):
    session = wait(Session.opened(server.port, "weights"))
    assert not session.answer()["recovered"]
    wait(session.reported(kept(1, "w1=0.5")))
    assert session.shown("w1") == 0.5
    assert session.query == "w1=0.5"
    assert session.answer()["recovered"]
    wait(session.reported(kept(2, "w1=1.5")))
    assert session.shown("w1") == 0.5
    wait(session.socket.close())


def test_what_was_chosen_since_stays(server, wait):
    session = wait(Session.opened(server.port, "weights"))
    wait(session.moved("w1", 1.5))
    wait(session.reported(kept(1, "w1=0.5")))
    assert session.shown("w1") == 1.5
    wait(session.socket.close())


def test_a_page_that_comes_later_is_as_it_was(server, wait):
    session = wait(Session.opened(server.port))
    wait(session.reported(kept(1, "w1=0.5")))
    wait(session.went("weights"))
    assert session.shown("w1") == 0.5
    wait(session.socket.close())


def test_each_session_has_a_name_of_its_own(server, wait):
    sessions = [wait(Session.opened(server.port)) for _ in range(2)]
    first, second = (session.answer()["session"] for session in sessions)
    assert first != second
    wait(sessions[0].went("weights"))
    assert sessions[0].answer()["session"] == first
    for session in sessions:
        wait(session.socket.close())
