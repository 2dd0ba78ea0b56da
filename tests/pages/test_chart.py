"""Charts that change in place: what is sent is all that has moved since the chart was drawn."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from playground.ui import player


def page():
    import streamlit as st
    from playground.ui.chart import changed, chart

    from playground.figures.picture import Picture

    now = st.session_state
    traces = tuple({"x": [0], "y": [now[name]]} for name in ("first", "second", "third"))
    layout = {"height": now["height"], "xaxis": {"range": [0, now["end"]]}}
    frames = tuple({"name": str(name)} for name in range(now["frames"]))
    picture = Picture(traces, layout, f"second {now['second']}", (0, 1, 2), ("xaxis",), frames)
    chart("c", picture, in_place=now["here"])
    now["sent"] = changed("c", picture, in_place=now["here"])


START = {"first": 1, "second": 2, "third": 3, "end": 10, "height": 300, "frames": 0, "here": True}


def drawn():
    """The page with a browser at work, on which the chart stands as it was drawn."""
    at = AppTest.from_function(page)
    for name, value in START.items():
        at.session_state[name] = value
    return after(at)


def after(at, **moved):
    for name, value in moved.items():
        at.session_state[name] = value
    assert not at.run().exception
    return at


def sent(at):
    """Positions of the traces and names of the axes that are sent."""
    change = at.session_state["sent"]
    return change and (change["traces"], list(change["layout"]))


def figure(at):
    return json.loads(at.get("plotly_chart")[0].proto.spec)


def test_a_chart_that_has_just_been_drawn_is_sent_no_trace():
    assert sent(drawn()) == ([], [])


def test_what_moves_is_sent_and_the_drawn_chart_named_again():
    at = drawn()
    before = figure(at)
    assert sent(after(at, second=7)) == ([1], [])
    assert at.session_state["sent"]["data"] == [{"x": [0], "y": [7]}]
    assert at.session_state["sent"]["alt"] == "second 7"
    assert figure(at) == before


def test_what_moved_earlier_is_sent_again_as_the_browser_may_have_skipped_it():
    at = drawn()
    after(at, second=7)
    assert sent(after(at, third=8)) == ([1, 2], [])
    assert sent(after(at, end=20)) == ([1, 2], ["xaxis"])


def test_what_moved_back_is_still_sent():
    at = drawn()
    after(at, second=7, end=20)
    assert sent(after(at, second=2, end=10)) == ([1], ["xaxis"])
    assert at.session_state["sent"]["data"] == [{"x": [0], "y": [2]}]
    assert at.session_state["sent"]["layout"] == {"xaxis": {"range": [0, 10]}}


def frames_sent(at):
    return [frame["name"] for frame in at.session_state["sent"].get("frames", [])]


def test_frames_that_the_drawn_chart_has_are_not_sent_again():
    at = after(drawn(), frames=2, height=400)
    assert [frame["name"] for frame in figure(at)["frames"]] == ["0", "1"]
    assert frames_sent(at) == []
    assert frames_sent(after(at, frames=3)) == ["0", "1", "2"]


def test_frames_are_sent_with_what_has_moved_even_if_it_moved_back():
    at = after(drawn(), frames=2, height=400)
    assert frames_sent(after(at, second=7)) == ["0", "1"]
    assert frames_sent(after(at, second=2)) == ["0", "1"]


def test_a_new_drawing_forgets_what_had_moved():
    at = drawn()
    after(at, second=7)
    assert sent(after(at, height=400)) == ([], [])
    assert figure(at)["data"][1]["y"] == [7]
    assert figure(at)["layout"]["height"] == 400
    assert sent(after(at, third=8)) == ([2], [])


def test_without_a_browser_the_chart_is_drawn_whole_every_time():
    at = drawn()
    assert sent(after(at, here=False, second=7)) is None
    assert figure(at)["data"][1]["y"] == [7]


@pytest.mark.parametrize(
    ("told", "epoch"),
    [
        (None, 200),
        ({}, 200),
        ({"epoch": None}, 200),
        ({"epoch": 0}, 0),
        ({"epoch": 4}, 4),
        ({"epoch": 7}, 6),
        ({"epoch": 199}, 6),
        ({"epoch": 5000}, 200),
        ({"epoch": -1}, 0),
    ],
)
def test_the_shown_epoch_is_one_that_has_a_frame(monkeypatch, told, epoch):
    monkeypatch.setattr(player, "state", lambda key, name: told)
    assert player.shown_epoch((0, 2, 4, 6, 200)) == epoch
