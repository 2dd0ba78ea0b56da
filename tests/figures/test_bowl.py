"""The bowl: losses computed by hand, the path of the run, and nothing that tells the lowest place unasked."""

import json

import numpy as np
import plotly.graph_objects as go
import pytest

from playground.data import real
from playground.figures.bowl import bowl_picture
from playground.learning import Settings
from playground.learning.run import run

DATA = real("penguins")
ENDS = (-5.0, 5.0), (-5.0, 5.0)


def drawn(epoch, best=False, ends=ENDS, standardise=True, **chosen):
    settings = Settings(
        **{"initial_weights": (-1.5,), "initial_bias": 1.0, "epochs": 20, "learning_rate": 0.1, **chosen}
    )
    ran = run(DATA.X, DATA.y, settings, standardise)
    return ran, bowl_picture(ran, epoch, *ends, best, held=True)


def trace(picture, name):
    return next(each for each in picture.traces if each["name"] == name)


def test_the_rings_are_the_root_of_the_mean_squared_error():
    ran, picture = drawn(0)
    rings = trace(picture, "loss")
    x, y = ran.task.X_trained[:, 0], ran.task.y_trained
    for row, column in ((0, 0), (30, 30), (60, 5)):
        weight, bias = rings["x"][column], rings["y"][row]
        assert rings["z"][row][column] == pytest.approx(np.sqrt(np.mean((weight * x + bias - y) ** 2)), rel=1e-4)


@pytest.mark.parametrize("epoch", [0, 1, 20])
def test_the_path_is_the_history_up_to_the_shown_epoch(epoch):
    ran, picture = drawn(epoch)
    assert trace(picture, "path")["x"] == pytest.approx(ran.history.weights[: epoch + 1, 0], abs=1e-6)
    assert trace(picture, "path")["y"] == pytest.approx(ran.history.bias[: epoch + 1], abs=1e-6)
    now, start = trace(picture, "now"), trace(picture, "handles")
    assert (start["x"], start["y"]) == ([-1.5], [1.0])
    assert (now["x"][0], now["y"][0]) == pytest.approx(
        (ran.history.weights[epoch, 0], ran.history.bias[epoch]), abs=1e-6
    )
    go.Figure(**picture.whole())


def test_the_lowest_place_is_shown_only_when_asked_for():
    assert trace(drawn(0)[1], "best")["x"] == [None]
    _, picture = drawn(0, best=True)
    slope = np.corrcoef(DATA.X[:, 0], DATA.y)[0, 1]
    assert trace(picture, "best")["x"] == pytest.approx([slope])
    assert f"{slope:.3f}" not in drawn(0)[1].alt


def test_a_run_that_leaves_the_bowl_stays_at_its_edge():
    _, picture = drawn(20, learning_rate=1.6)
    json.dumps(picture.whole(), allow_nan=False)
    for axis in ("x", "y"):
        assert max(map(abs, trace(picture, "path")[axis])) <= 5.0


def test_only_the_run_moves_in_place():
    _, one = drawn(0)
    _, other = drawn(7, best=True)
    assert one.still() == other.still()
    assert {one.traces[int(i)]["name"] for i in other.change(one)["traces"]} == {"path", "epochs", "best", "now"}
