"""A page that is drawn whole once more: what differs from the page before is of no use to this one."""

from benchmarks.session import Session

DRAWS = {"turn": 1, "draws": True}


def test_along_another_drawn_screen_there_is_another_strip(server, wait):
    session = wait(Session.opened(server.port))
    wait(session.reported(DRAWS))
    first = session.answer()
    wait(session.moved("weight", 2.0))
    moved = session.answer()
    assert moved["drawn"] == first["drawn"]
    assert moved["sliders"]["weight"]["of"] == first["sliders"]["weight"]["of"]
    wait(session.went("", "weight=2"))
    again = session.answer()
    assert again["sliders"]["weight"]["value"] == 2.0
    assert again["drawn"]["training"] != first["drawn"]["training"]
    assert again["sliders"]["weight"]["of"] != first["sliders"]["weight"]["of"]
    wait(session.socket.close())
