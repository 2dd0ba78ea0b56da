"""What is said to a page runs no more than has to change: its answer alone, or all of it."""

import asyncio

import pytest

from benchmarks.session import Session
from playground.data.packing import pack
from playground.ui.chapter import SHOW_ME
from tests.chapters import IDEAS

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
    answer = session.answer()
    assert answer["turn"] == 2
    assert "70" in answer["strip"]["frames"]
    assert not session.sliders


def test_a_wish_for_what_has_arrived_gets_no_frames(session, wait):
    wait(session.reported({**DRAWS, "turn": 2, "wish": {**WISH, "have": f"{(1 << 201) - 1:x}"}}))
    assert session.answer()["strip"]["frames"] == {}


def test_a_slider_that_is_let_go_in_the_same_message_counts(session, wait):
    (weight,) = (name for name in session.sliders if name.endswith("-weight"))
    session.values[weight] = 2.0
    wished(session, wait, 2)
    assert session.answer()["sliders"]["weight"]["value"] == 2.0
    assert session.answer()["turn"] == 2
    assert "weight=2" in session.query


@pytest.mark.parametrize(
    ("said", "is_taken"),
    [
        ({"narrow": True}, lambda answer: answer["narrow"]),
        ({"project": True}, lambda answer: answer["project"]),
        ({"put": [{"bias": 0.5}, 7]}, lambda answer: answer["sliders"]["bias"]["value"] == 0.5),
        ({"links": {"bias": "held_bias=2"}}, lambda answer: answer["recovered"]),
    ],
)
def test_what_is_reported_beside_a_wish_counts(session, wait, said, is_taken):
    wished(session, wait, 2, **said)
    assert is_taken(session.answer())
    assert "70" in session.answer()["strip"]["frames"]


def test_an_epoch_that_is_reported_is_shown(session, wait):
    run = session.answer()["player"]["run"]
    wished(session, wait, 2, shown=[run, 20])
    assert session.answer()["player"]["shown"] == 20


def is_laid_out(session, before):
    """Whether controls were shown anew since."""
    return any(session.sliders[name] is not shown for name, shown in before.items())


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [("weight", 2.0, "numbers"), ("bias", -1.0, "bridge"), ("learning_rate", 0.5, "rates"), ("epochs", 9, "")],
)
def test_a_slider_that_changes_only_the_screen_is_answered_without_the_page(session, wait, key, value, words):
    before, shown = session.answer(), dict(session.sliders)
    wait(session.moved(key, value))
    answer = session.answer()
    assert not is_laid_out(session, shown)
    assert answer["sliders"][key]["value"] == value
    assert answer["change"]["words"].get(words) != before["change"]["words"].get(words, "nothing")
    others = [name for name in answer["sliders"] if name != key]
    assert all(answer["sliders"][name]["of"] != before["sliders"][name]["of"] for name in others)
    assert f"{key}={value:g}" in session.query
    wished(session, wait, 2)  # the strips are those of the new state
    assert session.answer()["strip"]["of"] == answer["sliders"]["weight"]["of"]
    assert "70" in session.answer()["strip"]["frames"]
    wait(session.moved(key, value))  # and what the page is told goes on to be newer than what was drawn
    assert session.answer()["change"] == answer["change"]


@pytest.fixture
def opened(server, wait):
    sessions = []

    def opened(page, query):
        sessions.append(wait(Session.opened(server.port, page, query)))
        wait(sessions[-1].reported(DRAWS))
        return sessions[-1]

    yield opened
    for session in sessions:
        wait(session.socket.close())


PLACES = {
    "one feature": ("your-numbers", {"your_table": pack("x,y\n1,2\n2,3\n4,4")}),
    "several features": ("your-numbers", {"your_table": pack("x1,x2,y\n1,2,3\n2,1,5\n4,4,4\n3,5,6")}),
    "the bowl": ("", {"bowl": "true"}),
    **{
        idea.name: (chapter.replace("_", "-"), {f"{chapter}_idea": idea.name, idea.question.key: SHOW_ME})
        for chapter, idea in IDEAS
    },
}


@pytest.mark.parametrize(("page", "query"), PLACES.values(), ids=PLACES)
def test_a_wish_draws_nothing_anew_on_any_page(opened, wait, page, query):
    session = opened(page, query)
    shown = dict(session.sliders)
    for turn, key in enumerate(session.answer()["sliders"], start=2):
        wait(session.reported({**DRAWS, "turn": turn, "wish": {"key": key, "at": 1, "have": ""}}))
        assert "1" in session.answer()["strip"]["frames"]
    assert not is_laid_out(session, shown)


def test_what_other_controls_depend_on_lays_out_the_page(opened, wait):
    session = opened("", {"dataset": "made_up"})
    shown = dict(session.sliders)
    wait(session.moved("n_samples", 20))  # of so many rows one can be chosen
    assert is_laid_out(session, shown)


def test_a_mission_that_is_solved_is_laid_out(opened, wait):
    idea = {"dot_product_idea": "the same number three ways", "guess_line": "7", "line_w": "1.05", "line_b": "-1.05"}
    session = opened("dot-product", idea)
    shown = dict(session.sliders)
    assert "done=" not in session.query
    wait(session.moved("line_x", 1.0))
    assert is_laid_out(session, shown)
    assert "done=" in session.query


def test_a_board_that_the_hand_has_left_gives_way_to_a_slider(opened, wait):
    session = opened("dot-product", {"dot_product_idea": "the same number three ways", "guess_line": "7"})
    drawn = {"line_board": {"a": [1.0, 1.0], "b": [2.0, 1.0], "unit": False, "given": 1, "stroke": 1}}
    wait(session.reported({**DRAWS, "turn": 2, "boards": drawn, "moving": True}))
    wait(session.reported({**DRAWS, "turn": 3, "boards": drawn}))  # reports go on saying what was drawn
    assert session.answer()["boards"]["line_board"]["arrows"] == [[1.0, 1.0], [2.0, 1.0]]
    wait(session.moved("line_b", -1.0))
    board = session.answer()["boards"]["line_board"]
    assert board["arrows"] == [[1.0, -1.0], [2.0, 1.0]]
    assert board["given"] == 2


def test_a_board_that_the_hand_has_left_gives_way_to_a_button(opened, wait):
    session = opened("dot-product", {"guess_longer": "both"})
    drawn = {"two_vectors": {"a": [1.0, 0.0], "b": [1.0, 2.0], "unit": False, "given": 1, "stroke": 1}}
    wait(session.reported({**DRAWS, "turn": 2, "boards": drawn, "moving": True}))
    assert session.answer()["boards"]["two_vectors"]["arrows"] == [[1.0, 0.0], [1.0, 2.0]]
    wait(session.reported({**DRAWS, "turn": 3, "boards": drawn}))
    wait(session.pressed("beating_pair"))
    board = session.answer()["boards"]["two_vectors"]
    assert board["arrows"] != [[1.0, 0.0], [1.0, 2.0]]
    assert board["given"] == 2


def test_a_slider_that_is_let_go_with_the_press_of_a_button_is_put_back_by_it(opened, wait):
    session = opened("weights", {"guess_sum": "both", "w1": "0.5"})
    (name,) = (name for name in session.sliders if name.endswith("-w1"))
    session.values[name] = 0.6
    wait(session.pressed("reset_idea"))
    slider, _ = session.sliders[name]
    assert slider.set_value  # the browser is told
    assert list(slider.value) == [0.8]
    assert "w1" not in session.query


def test_the_way_to_the_next_idea_is_gone_also_where_a_slider_is_let_go_just_then(opened, wait):
    session = opened("weights", {"guess_sum": "both", "w1": "0.5"})
    (name,) = (name for name in session.sliders if name.endswith("-w1"))
    session.values[name] = 0.6
    wait(session.pressed("idea_after"))
    assert "weights_idea=" in session.query
    assert "w1=0.6" in session.query


async def moved_at_once(session, moves):
    """Move sliders one after the other without waiting for an answer, and read until all are answered."""
    for key, value in moves:
        (name,) = (name for name in session.sliders if name.endswith(f"-{key}"))
        session.values[name] = value
        await session.socket.send(session.message(session.sliders[name][1]).SerializeToString())
    while any(session.answer()["sliders"][key]["value"] != value for key, value in moves):
        session._ends(await asyncio.wait_for(session.socket.recv(), 30))


def test_moves_that_come_before_the_page_is_laid_out_are_taken(opened, wait):
    session = opened("", {"dataset": "made_up"})
    for times in range(20):
        moves = [("n_samples", 20 + times), ("bias", 0.05 * times), ("weight", -0.05 * times), ("noise", 0.5)]
        wait(moved_at_once(session, [(key, round(value, 2)) for key, value in moves]))
