"""The Bias chapter's pictures: what they draw, that they change in place, and that extremes stay drawable."""

import json
import re
from itertools import product

import numpy as np
import plotly.graph_objects as go
import pytest

from playground.data import real
from playground.figures.numbers import number
from playground.learning import Settings
from playground.learning.shape import outputs
from playground.learning.stability import Regime
from playground.lessons.bias.back_on_track import text as words_track
from playground.lessons.bias.back_on_track.model import mean_errors, on_track
from playground.lessons.bias.bias_alone import text as words_alone
from playground.lessons.bias.bias_alone.model import train_bias_alone
from playground.lessons.bias.bias_alone.picture import bias_alone_picture
from playground.lessons.bias.curve import AT
from playground.lessons.bias.growing_error import text as words_growing
from playground.lessons.bias.growing_error.model import at_largest_rate
from playground.lessons.bias.moves import text as words_moves
from playground.lessons.bias.moves.picture import moves_picture
from playground.lessons.bias.not_linear import text as words_bend
from playground.lessons.bias.not_linear.model import second_difference
from playground.lessons.bias.not_linear.picture import bend_picture
from playground.lessons.bias.pair import trained_pair, with_means
from playground.lessons.bias.pair_picture import loss_picture, mean_error_picture
from playground.lessons.bias.with_and_without import text as words_pair

CARS = real("cars")
RATES = (0.02, 0.1, 0.2, 0.45, 0.5, 1.0, 1.1)
"""With x of mean -1, 0 and 1, 0.5 or 1 is the limit without a bias."""


def pair(mean_x=1.0, mean_y=2.0, rate=0.2, epochs=50):
    rows = with_means(CARS.X, CARS.y, mean_x, mean_y)
    return trained_pair(*rows, Settings(learning_rate=rate, epochs=epochs, initial_weights=(0.0,)))


def alone(weight=0.5, rate=0.2, epochs=50):
    rows = with_means(CARS.X, CARS.y, 1.0, 2.0)
    return train_bias_alone(*rows, weight, Settings(learning_rate=rate, epochs=epochs))


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
    assert set(heights) == {both.with_bias.best.loss, both.without_bias.best.loss}


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
    assert after.change(before)["traces"]
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
    assert "lower" in words_alone.alone_hints(alone(0.5))[0]
    assert "higher" in words_alone.alone_hints(alone(-2.0))[0]
    assert "more epochs" in words_alone.alone_hints(alone(slope, epochs=2))[1]
    assert "rate below 1.00" in words_alone.alone_hints(alone(slope, rate=1.1))[1]
    assert "You are there" in words_alone.alone_hints(alone(slope))[0]


def hinted(hint):
    """The last number of a hint."""
    return float(re.findall(r"−?\d+(?:\.\d+)?", hint)[-1].replace("−", "-"))


@pytest.mark.parametrize(
    ("rate", "said"),
    [(0.1, "room above"), (0.25, "There is still room above"), (0.6, "Go down"), (1.2, "Go down")],
)
def test_the_hints_of_the_largest_rate_follow_the_regime(rate, said):
    first, second = words_growing.rate_hints(pair(rate=rate), 0.01, False)
    assert said in first
    assert "close" not in first, "0.25 is far from the limit"
    assert "0.3820" in second  # 2 / the largest root of (2 - c)(4 - c) = 4: 2 / (3 + sqrt 5)
    assert "try 0.38." in second


@pytest.mark.parametrize("mean_x", [-2.0, -0.7, 0.0, 0.1, 1.0, 1.6])
def test_the_hinted_largest_rate_is_the_largest(mean_x):
    rate = hinted(words_growing.rate_hints(pair(mean_x=mean_x), 0.01, False)[1])
    assert at_largest_rate(pair(mean_x=mean_x, rate=rate).with_bias, 0.01)
    assert not pair(mean_x=mean_x, rate=rate).with_bias.diverges


def test_hints_of_a_solved_mission_tell_nobody_to_do_it():
    largest = words_growing.rate_hints(pair(rate=0.38), 0.01, True)
    switched = words_moves.threshold_hints("relu", 0.5, 2.0, 2.0, True)
    for first, second in (largest, switched):
        assert first.startswith("You are there.")
        assert "try" not in first + second
        assert "must" not in first + second


def test_one_step_above_the_largest_rate_diverges_as_its_hint_says():
    assert "one step up: it diverges" in words_growing.rate_hints(pair(rate=0.38), 0.01, True)[0]
    assert pair(rate=0.39).with_bias.diverges


@pytest.mark.parametrize("activation", ["linear", "relu", "sigmoid"])
def test_the_hints_of_the_threshold_name_a_bias_on_the_slider_that_does_it(activation):
    for step in range(-40, 41):
        weight = round(0.05 * step, 2)
        place = -1.0 / weight if weight else None
        solved = activation != "linear" and place is not None and abs(place - 2.0) < 0.05
        first, second = words_moves.threshold_hints(activation, weight, place, 2.0, solved)
        assert first.startswith("You are there.") == solved
        if not solved:
            bias = hinted(second.rstrip("."))
            assert abs(bias) <= 4.0, "an end of the slider"
            assert -bias / (weight or 1.0) == pytest.approx(2.0, abs=0.05)


def test_the_first_hint_of_the_threshold_says_what_is_on_the_screen():
    assert "Choose relu or sigmoid" in words_moves.threshold_hints("linear", 0.8, -1.25, 2.0, False)[0]
    assert "no threshold" in words_moves.threshold_hints("relu", 0.0, None, 2.0, False)[0]
    assert words_moves.threshold_hints("relu", 0.0, None, 2.0, False)[1] == "With weight 1, the bias must be −2.00."
    assert words_moves.threshold_hints("relu", 0.8, -1.25, 2.0, False)[1].endswith("= −1.60.")
    assert "−1.25 now, too far to the left" in words_moves.threshold_hints("relu", 0.8, -1.25, 2.0, False)[0]
    assert "2.50 now, too far to the right" in words_moves.threshold_hints("relu", 0.8, 2.5, 2.0, False)[0]
    assert "at 0 now" in words_moves.threshold_hints("relu", 0.8, 0.0, 2.0, False)[0]


def read(text):
    return float(text.replace("−", "-"))


def ends_at(said):
    """Where a mean error ends, and what more epochs would bring it to (None where they change nothing)."""
    last = read(re.search(r"ends at (−?[\d.]+[\d])", said)[1])
    more = re.search(r"More epochs bring it to (−?[\d.]+[\d])", said)
    return last, read(more[1]) if more else None


def test_more_epochs_are_said_to_help_where_they_do():
    few, many = (words_track.without_words(pair(rate=0.02, epochs=epochs).without_bias) for epochs in (3, 200))
    last, promised = ends_at(few)
    assert "do not help" not in few
    assert "do not help" in many
    # without a bias w = mean(x y) / mean(x^2), here (r + 1 * 2) / (1 + 1)
    r = np.corrcoef(CARS.X[:, 0], CARS.y)[0, 1]
    at_best = (r + 2.0) / 2.0 - 2.0
    assert promised == pytest.approx(at_best, abs=5e-3)
    assert ends_at(many) == (pytest.approx(at_best, abs=5e-3), None)
    assert abs(last - at_best) > 0.01


def test_a_run_that_diverges_is_not_promised_an_end():
    said = words_track.without_words(pair(rate=0.6, epochs=20).without_bias)
    assert "diverges" in said
    assert "epochs" not in said


def test_where_the_best_line_goes_through_the_origin_nothing_is_missing():
    assert "nothing is missing" in words_track.without_words(pair(mean_x=0.0, mean_y=0.0).without_bias)


@pytest.mark.parametrize(("epochs", "said"), [(1, " in 1 epoch"), (2, " in 2 epochs")])
def test_one_epoch_is_no_epochs(epochs, said):
    assert words_track.track_words(pair(epochs=epochs).with_bias).split(",")[0].endswith(said)


def bent(activation, weight, bias, x):
    heights = outputs([x - 1, x, x + 1], weight, bias, activation).tolist()
    return words_bend.bend_words(activation, weight, heights, second_difference(weight, bias, activation, x))


@pytest.mark.parametrize("activation", ["relu", "sigmoid"])
def test_a_weight_of_zero_is_not_told_to_look_elsewhere_for_a_bend(activation):
    said = bent(activation, 0.0, 1.0, 0.0)
    assert "the same everywhere" in said
    assert "Move x" not in said


def test_a_relu_away_from_its_threshold_is_told_where_to_look():
    assert "Move x to where relu bends" in bent("relu", 1.0, 0.0, 3.0)
    assert "relu bends it" in bent("relu", 1.0, 0.0, 0.0)
    assert "**1.00**: relu bends it" in bent("relu", 1.0, 0.0, 0.0)  # 1 - 2 x 0 + 0
    assert "whatever the bias" in bent("linear", 0.0, 1.0, 0.0)


def of_bias(text):
    """What is said of the run with a bias."""
    return text.splitlines()[0]


def test_a_diverging_run_whose_loss_still_falls_is_said_to_need_more_epochs():
    short, long = (pair(mean_x=-1.0, mean_y=0.0, rate=0.39, epochs=epochs) for epochs in (5, 200))
    losses = [both.with_bias.history.loss for both in (short, long)]
    assert losses[0][-1] < losses[0][0]
    assert losses[1][-1] > losses[1][0]
    said = [of_bias(words_pair.pair_lines(both)) for both in (short, long)]
    assert "**diverges**, though not in so few epochs" in said[0]
    assert "it **diverges**." in said[1]


def test_words_about_the_mean_error_agree_with_the_verdict_at_every_rate_and_epoch():
    for mean_x, mean_y, rate, epochs in product((-2.0, -1.0, 0.0, 1.0), (-1.6, 0.0, 0.1, 2.0), RATES, (1, 17, 60, 200)):
        seen = pair(mean_x, mean_y, rate, epochs).without_bias
        said = words_track.without_words(seen)
        assert on_track(seen) == ("nothing is missing" in said), (mean_x, mean_y, rate, epochs, said)
        assert ("limit" in said) == (seen.regime is Regime.EDGE)
        if "More epochs bring it" in said:
            assert seen.converges


def test_the_losses_of_the_alternative_text_are_those_of_the_epochs_it_names():
    both, alt = (
        pair(mean_x=2.0, mean_y=2.0, rate=1.2, epochs=200),
        losses(mean_x=2.0, mean_y=2.0, rate=1.2, epochs=200).alt,
    )
    for seen in (both.with_bias, both.without_bias):
        assert seen.last_epoch < 200, "the run has left the range of numbers"
        assert f"{number(seen.history.loss[-1])} after epoch {seen.last_epoch} " in alt


def test_before_the_guess_the_table_of_the_bias_alone_does_not_answer_its_question():
    steps = [alone().step(epoch) for epoch in (0, 1)]
    assert "mean error | 2 × mean error | gradient" in words_alone.alone_table(steps, guessed=True)
    before = words_alone.alone_table(steps, guessed=False)
    assert "2 ×" not in before
    assert "gradient" not in before


def test_a_bias_that_is_only_rounding_reads_zero():
    centred = pair(mean_x=0.0, mean_y=0.0, epochs=200)
    assert abs(centred.with_bias.history.bias[-1]) < 1e-9
    for said in (words_pair.pair_lines(centred), losses(mean_x=0.0, mean_y=0.0, epochs=200).alt):
        assert "⁻" not in said


def test_a_frozen_weight_s_rounding_reads_zero_in_the_text_alternative():
    rows = with_means(CARS.X, CARS.y, 0.0, 0.0)
    still = train_bias_alone(*rows, 0.5, Settings(learning_rate=0.2, epochs=50))
    said = bias_alone_picture(still, "x", "y", narrow=False).alt
    assert "from bias 0 to 0 " in said
    assert "⁻" not in said
