"""Cosine against angle, with the present angle marked."""

import json

import plotly.graph_objects as go
import pytest

from playground.figures.similarity import similarity_picture


@pytest.mark.parametrize(("angle", "cosine"), [(0.0, 1.0), (60.0, 0.5), (90.0, 0.0), (180.0, -1.0), (None, None)])
def test_plotly_accepts_the_picture(angle, cosine):
    picture = similarity_picture(angle, cosine)
    go.Figure(**picture.whole())
    json.dumps(picture.whole(), allow_nan=False)


def test_the_curve_is_the_cosine():
    curve = similarity_picture(60.0, 0.5).traces[0]
    known = dict(zip(curve["x"], curve["y"], strict=True))
    assert known[0] == pytest.approx(1.0)
    assert known[60] == pytest.approx(0.5)
    assert known[90] == pytest.approx(0.0, abs=1e-12)
    assert known[120] == pytest.approx(-0.5)
    assert known[180] == pytest.approx(-1.0)


def test_the_present_angle_is_marked():
    mark = similarity_picture(60.0, 0.5).traces[1]
    assert (mark["x"], mark["y"]) == ([60.0], [0.5])


def test_a_zero_vector_leaves_no_mark_and_says_so():
    picture = similarity_picture(None, None)
    assert (picture.traces[1]["x"], picture.traces[1]["y"]) == ([None], [None])
    assert "no angle" in picture.alt


def test_only_the_mark_moves():
    one, other = similarity_picture(60.0, 0.5), similarity_picture(90.0, 0.0)
    assert one.still() == other.still()
    assert other.change(one)["traces"] == {"1": {"x": [90.0], "y": [0.0]}}
    assert one.alt != other.alt
