"""Two features and a number, from above: colours are labels, and along a line the neuron answers the same."""

import numpy as np
import pytest

from playground.lessons.your_numbers.heights import levels
from playground.lessons.your_numbers.keys import ABOVE, AGAINST
from playground.lessons.your_numbers.table import table_of
from playground.lessons.your_numbers.table_run import views
from playground.ui.state import row_of
from tests.lessons.your_numbers.brought import brought, screen_of, table

# y = 3 a − 2 b + 1 exactly.
A, B = [0.0, 1.0, 2.0, 3.0, 4.0], [1.0, 0.0, 2.0, 5.0, 3.0]
PLANE = table("a,b,y", A, B, [3 * a - 2 * b + 1 for a, b in zip(A, B, strict=True)])
SEEN = {"view": ABOVE, "epochs": 20_000, "rate_share": 0.5}


def traces(**chosen):
    picture = screen_of(PLANE, **{**SEEN, **chosen}).pictures["your_training"]
    return picture, {trace["name"]: trace for trace in picture.traces}


def test_rows_stand_at_their_features_in_the_colour_of_their_label():
    _, seen = traces()
    assert (seen["data"]["x"], seen["data"]["y"]) == (A, B)
    assert seen["data"]["marker"]["color"] == [-1, 4, 3, 0, 7]
    assert (seen["data"]["marker"]["cmin"], seen["data"]["marker"]["cmax"]) == (-1, 7)


def test_along_a_line_the_answer_is_what_stands_beside_it():
    _, seen = traces()
    x, y = (seen["neuron"][axis] for axis in ("x", "y"))
    written = [float(text.replace("−", "-")) for text in seen["heights"]["text"]]
    assert written == [-1, 0, 1, 2, 3, 4, 5, 6, 7]
    for i, height in enumerate(written):
        for end in (3 * i, 3 * i + 1):
            assert 3 * x[end] - 2 * y[end] + 1 == pytest.approx(height, abs=1e-6)


def test_the_number_of_a_line_is_in_the_picture_and_beside_no_other_line():
    picture, seen = traces()
    box = [*picture.layout["xaxis"]["range"], *picture.layout["yaxis"]["range"]]
    for x, y, text in zip(seen["heights"]["x"], seen["heights"]["y"], seen["heights"]["text"], strict=True):
        assert box[0] < x < box[1]
        assert box[2] < y < box[3]
        assert abs(3 * x - 2 * y + 1 - float(text.replace("−", "-"))) < 1.0


def test_lines_move_with_the_epoch_and_rows_stand_still():
    first, last = (screen_of(PLANE, shown=shown, **SEEN).pictures["your_training"] for shown in (1, 20_000))
    assert first.still() == last.still()
    moved = first.change(last)["traces"]
    names = [last.traces[int(position)]["name"] for position in moved]
    assert "neuron" in names
    assert "data" not in names


def test_another_label_is_drawn_anew():
    one, other = (
        screen_of(PLANE, label=label, features=features, **SEEN).pictures["your_training"]
        for label, features in ((2, (0, 1)), (1, (0, 2)))
    )
    assert one.still() != other.still()


@pytest.mark.parametrize(
    ("text", "changed", "offered"),
    [
        (PLANE, {}, [AGAINST, ABOVE]),
        (PLANE, {"activation": "tanh"}, [AGAINST]),
        (PLANE, {"features": (0,)}, [AGAINST]),
        ("a,b,y\n0,0,no\n0,1,yes\n1,0,yes\n1,1,no", {}, [AGAINST]),
    ],
)
def test_it_is_offered_where_a_plane_is_learned(text, changed, offered):
    notebook, values = brought(text, **changed)
    assert views(values) == offered
    assert row_of(table_of(notebook), "your_view").check(ABOVE, values) == offered[-1]


def test_levels_are_round_and_within_the_labels():
    assert levels(154.0, 188.0).tolist() == [155, 160, 165, 170, 175, 180, 185]
    assert levels(0.1, 0.1).tolist() == [0.1]
    assert len(levels(-1e9, 3e9)) < 12
    assert np.allclose(levels(0.0, 0.3)[:2], [0.0, 0.05])
