"""The Bias chapter's pictures: what they draw, that they change in place, and that extremes stay drawable."""

import json

import numpy as np
import plotly.graph_objects as go
import pytest

from playground.data import real
from playground.figures import words_bias, words_claims
from playground.figures.bend import bend_picture
from playground.figures.bias_alone import bias_alone_picture
from playground.figures.moves import AT, moves_picture
from playground.figures.with_and_without import loss_picture, mean_error_picture
from playground.learning import Settings
from playground.learning.bias_alone import train_bias_alone
from playground.learning.claims import mean_errors, trained_pair, with_means
from playground.learning.shape import outputs

CARS = real("cars")


def pair(mean_x=1.0, mean_y=2.0, rate=0.2, epochs=50):
    rows = with_means(CARS.X, CARS.y, mean_x, mean_y)
    return trained_pair(*rows, Settings(learning_rate=rate, epochs=epochs, initial_weights=(0.0,)))


def alone(weight=0.5, rate=0.2, epochs=50):
    rows = with_means(CARS.X, CARS.y, 1.0, 2.0)
    settings = Settings(learning_rate=rate, epochs=epochs, trainable_weights=False, initial_weights=(weight,))
    return train_bias_alone(*rows, settings)


def losses(**given):
    return loss_picture(pair(**given), "x", "y", narrow=False)


def errors(**given):
    both = pair(**given)
    return mean_error_picture(
        both, (mean_errors(both.with_bias), mean_errors(both.without_bias)), "x", "y", narrow=False
    )


def alone_picture(**given):
    return bias_alone_picture(alone(**given), "x", "y", narrow=False)


def moves(weight=0.8, bias=1.0, activation="linear"):
    f = outputs(AT, weight, bias, activation)
    ghosts = [outputs(AT, weight, other, activation) for other in (-2.0, 2.0)]
    return moves_picture(activation, f, ghosts, [(0.0, bias), (1.0, bias), (1.0, bias + weight)], "bias", "alt")


def bend(bias=1.0):
    return bend_picture("linear", outputs(AT, 0.8, bias), [0.0, 1.0, 2.0], outputs([0, 1, 2], 0.8, bias).tolist(), bias)


def drawn(picture):
    """The traces by name, after Plotly and JSON have accepted the figure."""
    whole = picture.whole()
    json.dumps(whole, allow_nan=False)
    go.Figure(whole)
    assert picture.alt
    return {trace["name"]: trace for trace in whole["data"]} | {"loss curves": whole["data"][-2:]}


def test_the_line_without_a_bias_goes_through_the_origin_and_the_other_through_the_mean():
    traces = {trace["name"]: trace for trace in losses().traces[:4]}
    for name, (x, y) in {"without bias": (0.0, 0.0), "with bias": (1.0, 2.0)}.items():
        line = traces[name]
        assert np.interp(x, line["x"], line["y"]) == pytest.approx(y, abs=0.01)


def test_the_curves_are_the_losses_and_the_dotted_lines_their_floors():
    both, traces = pair(), drawn(losses())
    assert [curve["y"] for curve in traces["loss curves"]] == [
        both.without_bias.history.loss.tolist(),
        both.with_bias.history.loss.tolist(),
    ]
    heights = [height for height in traces["lowest possible loss"]["y"] if height is not None]
    assert set(heights) == {both.with_bias.optimum.loss, both.without_bias.optimum.loss}


@pytest.mark.parametrize(
    ("picture", "change"),
    [
        (losses, {"mean_x": -1.0}),
        (losses, {"mean_y": 0.0}),
        (losses, {"rate": 0.3}),
        (losses, {"epochs": 7}),
        (errors, {"mean_x": 0.4}),
        (errors, {"rate": 1.2}),
        (alone_picture, {"weight": -2.0}),
        (alone_picture, {"epochs": 1}),
        (moves, {"bias": -4.0}),
        (moves, {"weight": 0.0}),
        (bend, {"bias": -4.0}),
    ],
)
def test_a_slider_changes_the_picture_in_place(picture, change):
    before, after = picture(), picture(**change)
    assert after.still() == before.still()
    assert after.change()["data"] != before.change()["data"]
    drawn(after)


@pytest.mark.parametrize("picture", [losses, errors])
def test_a_run_beyond_the_range_of_floats_can_be_drawn(picture):
    given = {"mean_x": 2.0, "rate": 1.2, "epochs": 200}
    assert pair(**given).with_bias.history.diverged
    drawn(picture(**given))


def test_a_diverging_loss_has_a_logarithmic_axis():
    assert losses(rate=0.45).layout["yaxis2"]["type"] == "log"
    assert "type" not in losses().layout["yaxis2"]


def test_on_a_phone_the_curves_stand_below_the_lines():
    layout = loss_picture(pair(), "x", "y", narrow=True).layout
    assert layout["yaxis2"]["domain"][1] < layout["yaxis"]["domain"][0]
    assert layout["xaxis"]["domain"] == layout["xaxis2"]["domain"] == [0.0, 1.0]


def test_every_earlier_line_of_the_bias_alone_has_the_same_tilt():
    ghosts = drawn(alone_picture())["earlier epochs"]
    x, y = (np.array([*ghosts[axis], None], dtype=float).reshape(-1, 3)[:, :2] for axis in "xy")
    np.testing.assert_allclose(np.diff(y) / np.diff(x), 0.5)
    assert len(x) > 5


def test_the_hints_of_the_bias_alone_say_what_is_missing_now():
    slope = float(np.corrcoef(CARS.X[:, 0], CARS.y)[0, 1])
    assert "lower" in words_bias.alone_hints(alone(0.5))[0]
    assert "higher" in words_bias.alone_hints(alone(-2.0))[0]
    assert "more epochs" in words_bias.alone_hints(alone(slope, epochs=2))[1]
    assert "rate below 1.00" in words_bias.alone_hints(alone(slope, rate=1.1))[1]
    assert "You are there" in words_bias.alone_hints(alone(slope))[0]


@pytest.mark.parametrize(
    ("rate", "said"), [(0.1, "room above"), (0.3, "close below"), (0.6, "Go down"), (1.2, "Go down")]
)
def test_the_hints_of_the_largest_rate_follow_the_regime(rate, said):
    first, second = words_claims.rate_hints(pair(rate=rate), 0.01)
    assert said in first
    assert "0.3820" in second
    assert "try 0.38." in second


def test_the_hints_for_the_gap_between_the_limits_name_a_rate_in_it_or_how_to_open_it():
    assert "try 0.44" in words_claims.only_with_hints(pair())[1]
    assert "mean of x" in words_claims.only_with_hints(pair(mean_x=0.0))[1]


def test_the_hints_of_the_threshold_name_the_bias_that_does_it():
    assert "Choose relu or sigmoid" in words_bias.threshold_hints("linear", 0.8, 1.0, -1.25, 2.0)[0]
    assert words_bias.threshold_hints("relu", 0.8, 1.0, -1.25, 2.0)[1].endswith("= −1.60.")
    assert words_bias.threshold_hints("relu", 0.0, 1.0, None, 2.0)[1] == "With weight 1, the bias must be −2.00."
