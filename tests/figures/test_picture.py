"""What of a figure is sent when it changes: what has moved, and of that only what the browser can change in place."""

from dataclasses import replace

import pytest

from playground.figures import traces
from playground.figures.picture import Picture


def axis(low, high, **more):
    return {"range": [low, high], "title": {"text": "x", "standoff": 6}, "fixedrange": True, **more}


def line(y, **more):
    return {"x": [0, 1], "y": y, "name": "line", **more}


PICTURE = Picture(
    traces=(line([1, 2]), line([3, 4], text=["a", "b"]), line([5, 6])),
    layout={"height": 300, "xaxis": axis(0, 1), "yaxis": axis(0, 2)},
    alt="three lines",
    moving=(0, 1),
    moving_axes=("xaxis", "yaxis"),
)


def with_trace(position, trace):
    return replace(PICTURE, traces=tuple(trace if i == position else own for i, own in enumerate(PICTURE.traces)))


def with_layout(**parts):
    return replace(PICTURE, layout={**PICTURE.layout, **parts})


def test_nothing_has_moved_from_an_equal_picture():
    assert PICTURE.moved_from(replace(PICTURE)) == frozenset()
    assert PICTURE.change(frozenset()) == {"data": [], "traces": [], "layout": {}, "alt": "three lines"}


def test_a_moved_trace_is_sent_alone():
    moved = with_trace(1, line([9, 9], text=["a", "b"]))
    assert moved.moved_from(PICTURE) == {1}
    sent = moved.change({1})
    assert (sent["traces"], sent["layout"]) == ([1], {})
    assert sent["data"] == [{"x": [0, 1], "y": [9, 9], "text": ["a", "b"]}]


def test_a_moved_axis_is_sent_alone_with_all_that_can_change_of_it():
    moved = with_layout(yaxis=axis(-3, 5, type="log", dtick=2))
    assert moved.moved_from(PICTURE) == {"yaxis"}
    sent = moved.change({"yaxis"})
    assert (sent["traces"], sent["data"]) == ([], [])
    assert sent["layout"] == {"yaxis": {"range": [-3, 5], "type": "log", "dtick": 2, "title": "x"}}


def test_an_axis_that_was_renamed_has_moved():
    renamed = with_layout(xaxis={**axis(0, 1), "title": {"text": "other", "standoff": 6}})
    assert renamed.change(renamed.moved_from(PICTURE))["layout"] == {"xaxis": {"range": [0, 1], "title": "other"}}


@pytest.mark.parametrize(
    "other", [with_trace(2, line([0, 0])), with_layout(height=400), with_layout(legend={"x": 0})], ids=range(3)
)
def test_what_does_not_move_needs_a_new_drawing(other):
    assert other.still() != PICTURE.still()


@pytest.mark.parametrize(
    "other", [with_trace(0, line([0, 0])), with_layout(xaxis=axis(7, 8, type="log"))], ids=range(2)
)
def test_what_moves_needs_none(other):
    assert other.still() == PICTURE.still()


def test_frames_are_sent_if_there_are_any():
    frame = {"name": "0", "data": [], "traces": []}
    assert replace(PICTURE, frames=(frame,)).change(frozenset())["frames"] == [frame]


def test_a_trace_never_is_without_a_point():
    """Plotly would take it for invisible and leave its old words on the screen."""
    for trace in (traces.line([], [], {}, "l"), traces.marks([], [], "#000000", 5, "m"), traces.words([], [], [], "w")):
        assert (trace["x"], trace["y"]) == ([None], [None])
    assert traces.words([], [], [], "w")["text"] == [""]
