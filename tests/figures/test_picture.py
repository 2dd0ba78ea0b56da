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


def test_an_equal_picture_needs_no_change():
    assert PICTURE.change(replace(PICTURE)) is None


def test_pictures_have_the_same_name_if_they_are_drawn_the_same():
    assert replace(PICTURE, traces=(line([1, 2]), *PICTURE.traces[1:])).name == PICTURE.name
    others = with_trace(0, line([1, 3])), with_layout(height=301), PICTURE.without({"line"}, alt="none")
    assert len({PICTURE.name, *(other.name for other in others)}) == 4


def test_of_a_moved_trace_only_the_parts_that_differ_are_sent():
    moved = with_trace(1, line([9, 9], text=["a", "b"]))
    assert moved.change(PICTURE) == {"traces": {"1": {"y": [9, 9]}}, "axes": {}, "alt": "three lines"}
    renamed = with_trace(1, line([3, 4], text=["a", "c"]))
    assert renamed.change(PICTURE)["traces"] == {"1": {"text": ["a", "c"]}}


def test_a_moved_axis_is_sent_alone_with_all_that_can_change_of_it():
    moved = with_layout(yaxis=axis(-3, 5, type="log", dtick=2))
    changed = {"yaxis": {"range": [-3, 5], "type": "log", "dtick": 2, "title": "x"}}
    assert moved.change(PICTURE) == {"traces": {}, "axes": changed, "alt": "three lines"}


def test_an_axis_that_was_renamed_has_moved():
    renamed = with_layout(xaxis={**axis(0, 1), "title": {"text": "other", "standoff": 6}})
    assert renamed.change(PICTURE)["axes"] == {"xaxis": {"range": [0, 1], "title": "other"}}


def test_other_words_for_it_are_a_change():
    assert replace(PICTURE, alt="other lines").change(PICTURE) == {"traces": {}, "axes": {}, "alt": "other lines"}


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


def test_a_trace_never_is_without_a_point():
    """Plotly would take it for invisible and leave its old words on the screen."""
    for trace in (traces.line([], [], {}, "l"), traces.marks([], [], "#000000", 5, "m"), traces.words([], [], [], "w")):
        assert (trace["x"], trace["y"]) == ([None], [None])
    assert traces.words([], [], [], "w")["text"] == [""]


def test_what_is_hidden_is_not_drawn_and_does_not_move():
    named = with_trace(0, line([1, 2]) | {"name": "answer"}).without(["answer"], "two lines")
    assert [trace.get("visible", True) for trace in named.whole()["data"]] == [False, True, True]
    assert named.alt == "two lines"
    moved = replace(named, traces=(line([9, 9]) | {"name": "answer"}, *named.traces[1:]))
    assert moved.still() == named.still()
    assert moved.change(named) is None


def test_a_picture_whose_hidden_traces_come_is_drawn_anew():
    shown = with_trace(0, line([1, 2]) | {"name": "answer"})
    assert shown.still() != shown.without(["answer"], shown.alt).still()
