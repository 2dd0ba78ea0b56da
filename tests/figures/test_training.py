"""The picture of a run: valid, small, inside its plot, and true."""

import json
import math
from dataclasses import replace

import numpy as np
import plotly.graph_objects as go
import pytest

from playground.data import REAL, MadeUp, made_up, real
from playground.figures.epochs import shown_epochs
from playground.figures.fit_panel import MOST_ERRORS, drawn_errors, handles_of
from playground.figures.numbers import number
from playground.figures.training import Look, training_picture
from playground.figures.written_sum import written_sum
from playground.learning import OPTIMIZERS, Settings
from playground.learning.run import run

TWO_POINTS = MadeUp(noise=0.0, n_samples=2)
DATA = 0
"""Position of the points among the traces."""


def settings(**changes):
    return Settings(**{"learning_rate": 0.1, "epochs": 50, "initial_weights": (-1.5,), "initial_bias": 1.0, **changes})


def picture(data, chosen, *, standardise=True, epoch=None, **look):
    ran = run(data.X, data.y, chosen, standardise)
    at = ran.last_epoch if epoch is None else epoch
    return ran, training_picture(ran, data.feature, data.label, at, Look(**look))


def trace(figure, name):
    return next(each for each in figure.traces if each["name"] == name)


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("log_loss", [False, True])
@pytest.mark.parametrize("rate", [0.1, 0.9, 1.0, 1.5])
def test_plotly_accepts_the_picture(rate, log_loss, narrow):
    _, drawn = picture(real("cars"), settings(learning_rate=rate, epochs=20), log_loss=log_loss, narrow=narrow)
    go.Figure(**drawn.whole())


@pytest.mark.parametrize("name", list(REAL))
def test_plotly_accepts_the_picture_of_every_data_set(name):
    go.Figure(**picture(real(name), settings(epochs=5))[1].whole())


@pytest.mark.parametrize("optimizer", list(OPTIMIZERS))
def test_plotly_accepts_the_picture_of_every_optimizer(optimizer):
    go.Figure(**picture(real("cars"), settings(optimizer=optimizer, epochs=5))[1].whole())


def test_at_epoch_0_the_neurons_line_is_the_only_one_and_later_the_start_stays_where_it_was():
    (_, first), (_, later) = (picture(real("cars"), settings(), epoch=epoch) for epoch in (0, 3))
    assert trace(first, "start")["x"] == trace(first, "least squares")["x"] == [None]
    assert trace(first, "names of lines")["text"] == [""]
    assert trace(later, "start")["y"] == trace(first, "neuron")["y"]
    assert trace(first, "one epoch ago")["x"] == [None]
    assert trace(later, "one epoch ago")["y"] == trace(picture(real("cars"), settings(), epoch=2)[1], "neuron")["y"]
    assert trace(later, "names of lines")["text"] == ["by hand"]


@pytest.mark.parametrize("epoch", [0, 3, 49])
def test_another_epoch_moves_the_neurons_line_and_its_mark_alone(epoch):
    (_, last), (_, other) = picture(real("cars"), settings()), picture(real("cars"), settings(), epoch=epoch)
    change = other.change(last)
    moved = {last.traces[int(i)]["name"] for i in change["traces"]}
    always = {"neuron", "one epoch ago", "errors", "learned", "shown epoch"}
    seldom = {"around the neuron", "output", "named errors"}
    assert moved - seldom == always | ({"start", "names of lines"} if epoch == 0 else set())
    assert seldom <= moved or epoch == 49  # where the numbers on the neuron have settled
    assert change["axes"] == {}


def test_the_line_is_the_one_learned():
    ran, drawn = picture(real("penguins"), settings())
    weights, bias = ran.in_data_units(ran.history.weights[-1], ran.history.bias[-1])
    line = trace(drawn, "neuron")
    assert line["y"] == pytest.approx(weights[0] * np.array(line["x"]) + bias)


def test_the_loss_curve_and_its_mark_are_the_history():
    ran, drawn = picture(real("penguins"), settings(), epoch=7)
    assert trace(drawn, "loss")["y"] == ran.history.loss.tolist()
    assert (trace(drawn, "shown epoch")["x"], trace(drawn, "shown epoch")["y"]) == ([7], [ran.history.loss[7]])


def lines_of(drawn):
    """Every line of the left plot, as (x, y)."""
    traces = [each for each in drawn.traces if "xaxis" not in each and each["mode"] == "lines"]
    return [(each["x"], each["y"]) for each in traces if each["x"] != [None]]


def assert_inside_its_plot(drawn):
    x_range, y_range = drawn.layout["xaxis"]["range"], drawn.layout["yaxis"]["range"]
    for x, y in lines_of(drawn):
        assert len(x) == len(y) >= 2
        for values, (low, high) in ((x, x_range), (y, y_range)):
            slack = 1e-9 * (high - low)
            assert all(value is None or low - slack <= value <= high + slack for value in values)


DIVERGING = [
    ("just above the limit", {"learning_rate": 1.01}, True),
    ("far above the limit", {"learning_rate": 2.0}, True),
    ("raw units", {"learning_rate": 0.5}, False),
]


@pytest.mark.parametrize(
    ("chosen", "standardise"), [case[1:] for case in DIVERGING], ids=[case[0] for case in DIVERGING]
)
@pytest.mark.parametrize("log_loss", [False, True])
@pytest.mark.parametrize("name", ["penguins", "anscombe_4", "cars"])
def test_a_diverging_run_stays_inside_its_plot_and_has_no_nan(name, log_loss, chosen, standardise):
    ran, drawn = picture(real(name), settings(epochs=200, **chosen), standardise=standardise, log_loss=log_loss)
    for epoch in shown_epochs(ran.last_epoch):
        at = training_picture(ran, real(name).feature, real(name).label, epoch, Look(log_loss=log_loss))
        json.dumps([at.whole(), at.change(drawn)], allow_nan=False)
        assert "nan" not in at.alt.lower()
        assert_inside_its_plot(at)


def test_a_run_that_leaves_the_range_of_floats_is_drawn_up_to_there():
    ran, drawn = picture(real("penguins"), settings(learning_rate=0.5, epochs=200), standardise=False, log_loss=True)
    assert ran.history.diverged
    assert trace(drawn, "shown epoch")["x"] == [ran.last_epoch]
    assert "diverge" in drawn.alt


@pytest.mark.parametrize("log_loss", [False, True])
@pytest.mark.parametrize("start", [(-1.5, 1.0), (0.0, 0.0), (5.0, -5.0)])
def test_two_points_on_a_line_have_a_picture(start, log_loss):
    data = made_up(TWO_POINTS)
    chosen = settings(initial_weights=(start[0],), initial_bias=start[1], epochs=200)
    _, drawn = picture(data, chosen, log_loss=log_loss)
    json.dumps(drawn.whole(), allow_nan=False)
    go.Figure(**drawn.whole())
    assert_inside_its_plot(drawn)


def test_a_flat_line_has_a_picture():
    _, drawn = picture(made_up(MadeUp(slope=0.0, noise=0.0)), settings(initial_weights=(0.0,), learning_rate=0.5))
    json.dumps(drawn.whole(), allow_nan=False)
    assert_inside_its_plot(drawn)
    assert None not in trace(drawn, "neuron")["x"]


def test_another_start_moves_its_line_and_not_the_data():
    one, other = (picture(real("cars"), settings(initial_weights=(weight,)))[1] for weight in (0.0, 2.0))
    assert one.still() == other.still()
    change = other.change(one)
    assert {one.traces[int(i)]["name"] for i in change["traces"]} >= {"start", "neuron", "loss", "handles"}
    assert str(DATA) not in change["traces"]
    assert "xaxis" not in change["axes"]


@pytest.mark.parametrize("other", [real("penguins"), made_up(MadeUp()), made_up(MadeUp(n_samples=2))])
def test_other_data_change_in_place(other):
    one, two = picture(real("cars"), settings())[1], picture(other, settings())[1]
    assert two.still() == one.still()
    change = two.change(one)
    rows = [str(row) for row in range(1, len(other.y) + 1)]
    assert change["traces"][str(DATA)] == {"x": other.X[:, 0].tolist(), "y": other.y.tolist(), "text": rows}
    assert change["axes"]["xaxis"]["title"] == other.feature.title
    assert change["axes"]["xaxis"]["range"] == two.layout["xaxis"]["range"]
    assert change["axes"]["yaxis"]["title"] == other.label.title


def test_a_logarithmic_axis_changes_in_place():
    linear, logarithmic = (picture(real("cars"), settings(), log_loss=log_loss)[1] for log_loss in (False, True))
    assert logarithmic.still() == linear.still()
    sent = logarithmic.change(linear)["axes"]
    assert list(sent) == ["yaxis2"]
    assert sent["yaxis2"]["type"] == "log"
    assert sent["yaxis2"]["title"] == "loss (logarithmic)"
    back = linear.change(logarithmic)["axes"]["yaxis2"]
    assert back == {
        "range": linear.layout["yaxis2"]["range"],
        "title": "loss",
        "dtick": linear.layout["yaxis2"]["dtick"],
    }


def test_a_narrow_window_needs_a_new_drawing():
    wide, narrow = (picture(real("cars"), settings(), narrow=narrow)[1] for narrow in (False, True))
    assert wide.still() != narrow.still()


def decades(drawn):
    low, high = drawn.layout["yaxis2"]["range"]
    return low, high


def test_what_rounding_left_of_a_loss_does_not_stretch_the_logarithmic_axis():
    data = made_up(MadeUp(noise=0.0))
    ran, drawn = picture(data, settings(learning_rate=0.4, epochs=200), log_loss=True)
    first = math.log10(ran.history.loss[0])
    assert ran.history.loss[-1] == 0.0, "the run must reach what is rounding"
    low, high = decades(drawn)
    assert low >= first - 15
    assert low <= first - 13
    assert high >= first


@pytest.mark.parametrize("scale", [1e-9, 1e9])
def test_the_reach_of_the_logarithmic_axis_goes_with_the_first_loss(scale):
    recipe = made_up(MadeUp(noise=0.0))
    data = replace(recipe, y=scale * recipe.y)
    ran, drawn = picture(
        data,
        settings(learning_rate=0.05, epochs=200, initial_weights=(0.0,), initial_bias=0.0),
        standardise=False,
        log_loss=True,
    )
    low, high = decades(drawn)
    assert low <= math.log10(ran.history.loss[0]) <= high
    assert low >= math.log10(ran.history.loss[0]) - 15


@pytest.mark.parametrize("rate", [0.01, 0.1, 0.4, 1.2, 2.0])
def test_a_logarithmic_axis_has_few_ticks(rate):
    data = made_up(MadeUp(noise=0.0))
    _, drawn = picture(data, settings(learning_rate=rate, epochs=200), log_loss=True)
    low, high = decades(drawn)
    dtick = drawn.layout["yaxis2"]["dtick"]
    assert dtick == int(dtick) >= 1, "ticks stand at whole powers of ten"
    assert (high - low) / dtick <= 6


def test_the_text_alternative_says_what_is_shown_now():
    ran, drawn = picture(real("penguins"), settings(), epoch=3)
    assert "After epoch 3 of 50" in drawn.alt
    assert "342 points" in drawn.alt
    assert "body mass (g)" in drawn.alt
    assert len({picture(real("penguins"), settings(), epoch=epoch)[1].alt for epoch in range(5)}) == 5
    assert ran.last_epoch == 50


@pytest.mark.parametrize("log_loss", [False, True])
@pytest.mark.parametrize("way", [{"activation": "relu"}, {"loss": "mean_absolute_error"}, {"l1": 0.1}])
def test_a_run_without_a_known_optimum_is_drawn_without_one(way, log_loss):
    ran, drawn = picture(real("cars"), settings(**way), log_loss=log_loss)
    assert ran.optimum is None
    named = {trace["name"]: trace for trace in drawn.traces}
    assert set(named["least squares"]["y"]) == set(named["floor"]["y"]) == {None}
    assert "best possible" not in drawn.alt


@pytest.mark.parametrize("standardise", [True, False])
@pytest.mark.parametrize("name", list(REAL))
def test_a_handle_moves_the_line_there_by_what_it_says(name, standardise):
    data = real(name)
    weight, bias = 0.3, 0.2
    for moved in ("weight", "bias"):
        one, other = (
            run(data.X, data.y, settings(initial_weights=(w,), initial_bias=b), standardise)
            for w, b in ((weight, bias), (weight + (moved == "weight"), bias + (moved == "bias")))
        )
        handle = next(each for each in handles_of(one) if each.key == moved)
        heights = []
        for ran in (one, other):
            slope, intercept = ran.in_data_units(ran.history.weights[0], ran.history.bias[0])
            heights.append(float(slope[0]) * handle.x + float(intercept))
        assert heights[1] - heights[0] == pytest.approx(handle.per_unit)
        assert handle.per_unit != 0


def test_the_handles_are_on_the_line_and_stay_in_the_panel():
    for bias in (0.0, 5.0):
        ran, drawn = picture(real("cars"), settings(initial_bias=bias), epoch=0)
        slope, intercept = ran.in_data_units(ran.history.weights[0], ran.history.bias[0])
        low, high = drawn.layout["yaxis"]["range"]
        grips = trace(drawn, "handles")
        on_line = [min(max(float(slope[0]) * x + float(intercept), low), high) for x in grips["x"]]
        assert grips["y"] == pytest.approx(on_line)
    assert grips["y"][0] == high


@pytest.mark.parametrize("n_samples", [2, 11, 12, 13, 300])
def test_errors_are_drawn_for_at_most_twelve_rows_always_the_same(n_samples):
    rows = drawn_errors(n_samples)
    assert len(set(rows)) == len(rows) == min(n_samples, MOST_ERRORS)
    assert rows == drawn_errors(n_samples)
    assert (rows[0], rows[-1]) == (0, n_samples - 1)


def test_an_error_reaches_from_its_row_to_the_line():
    ran, drawn = picture(real("cars"), settings(), epoch=50)
    weights, bias = ran.in_data_units(ran.history.weights[-1], ran.history.bias[-1])
    errors = trace(drawn, "errors")
    for i, row in enumerate(drawn_errors(len(ran.y))):
        assert errors["x"][3 * i : 3 * i + 2] == [ran.X[row, 0]] * 2
        assert errors["y"][3 * i] == ran.y[row]
        assert errors["y"][3 * i + 1] == pytest.approx(weights[0] * ran.X[row, 0] + bias)


def test_a_pointer_near_a_row_reads_its_error():
    ran, drawn = picture(real("penguins"), settings(), epoch=50)
    weights, bias = ran.in_data_units(ran.history.weights[-1], ran.history.bias[-1])
    named = trace(drawn, "named errors")
    for i, row in enumerate(drawn_errors(len(ran.y))):
        assert (named["x"][i], named["y"][i]) == (ran.X[row, 0], ran.y[row])
        error = weights[0] * ran.X[row, 0] + bias - ran.y[row]
        decimals = max(0, 2 - math.floor(math.log10(abs(error))))
        shown = f"{abs(error):.{decimals}f}\u00a0g too {'high' if error > 0 else 'low'}"
        assert named["text"][i] == f"row {row + 1}: {shown}"


@pytest.mark.parametrize("name", ["penguins", "cars"])
@pytest.mark.parametrize("standardise", [True, False])
def test_the_mean_square_is_as_high_as_the_root_of_the_mean_of_all_squared_errors(name, standardise):
    data = real(name)
    slope, intercept = (0.0, 0.0) if standardise else np.polyfit(data.X[:, 0], data.y, 1) + np.array([0, data.y.std()])
    ran = run(data.X, data.y, settings(initial_weights=(slope,), initial_bias=intercept, epochs=1), standardise)
    drawn = training_picture(ran, data.feature, data.label, 0, Look(squares=True))
    side, named = trace(drawn, "mean square"), trace(drawn, "name of the mean square")
    weights, bias = ran.in_data_units(ran.history.weights[0], ran.history.bias[0])
    errors = data.X[:, 0] * weights[0] + bias - data.y
    assert side["x"][0] == side["x"][1]
    assert abs(side["y"][1] - side["y"][0]) == pytest.approx(np.sqrt(np.mean(errors**2)))
    assert named["text"] == [f"their mean: loss {number(float(ran.history.loss[0]))}"]
    unasked = training_picture(ran, data.feature, data.label, 0, Look())
    assert trace(unasked, "mean square")["x"] == [None]


@pytest.mark.parametrize("name", list(REAL))
@pytest.mark.parametrize("epoch", [0, 1, 7, 50])
def test_the_neurons_sum_can_be_redone_with_what_is_written(name, epoch):
    data = real(name)
    ran = run(data.X, data.y, settings())
    weights, bias = ran.in_data_units(ran.history.weights[epoch], ran.history.bias[epoch])
    for x in ran.X[:10, 0]:
        written = written_sum([float(x)], weights.tolist(), float(bias))
        numbers = [float(text.replace("−", "-")) for text in (written.features[0], written.weights[0], written.bias)]
        redone = numbers[0] * numbers[1] + numbers[2]
        assert float(f"{redone:.4g}") == float(written.output.replace("−", "-"))
        assert redone == pytest.approx(float(weights[0]) * x + float(bias), rel=1e-3)


@pytest.mark.parametrize("narrow", [False, True])
def test_the_neuron_shows_the_tapped_row_its_output_and_its_gap(narrow):
    ran, drawn = picture(real("penguins"), settings(), epoch=50, row=200, narrow=narrow)
    weights, bias = ran.in_data_units(ran.history.weights[-1], ran.history.bias[-1])
    output = float(weights[0]) * ran.X[200, 0] + float(bias)
    told = " ".join(text for each in drawn.traces if each.get("xaxis") == "x3" for text in each.get("text", []))
    assert f"row 201: flipper length {ran.X[200, 0]:.0f}\u00a0mm" in told
    assert f"{output:.0f}\u00a0g" in told
    gap, where = ran.y[200] - output, "low" if output < ran.y[200] else "high"
    stand = [y for each in drawn.traces if each.get("xaxis") == "x3" for y in each["y"] if y is not None]
    assert 0.0 <= min(stand) <= max(stand) <= 10.0, "Plotly draws nothing beyond an axis"
    assert f"measured {ran.y[200]:.0f}\u00a0g: {abs(gap):.0f}\u00a0g too {where}" in told


@pytest.mark.parametrize("x", [(0.0, 1.0), (2.0, 2.0), (0.0, 0.0, 0.0, 10.0)])
def test_the_handles_of_a_few_rows_stay_in_the_panel_too(x):
    ran = run(np.array(x)[:, None], np.arange(float(len(x))), settings(), standardise=False)
    cars = real("cars")
    drawn = training_picture(ran, cars.feature, cars.label, 0, Look())
    left, right = drawn.layout["xaxis"]["range"]
    moves, tilts = trace(drawn, "handles")["x"]
    assert left < moves < tilts <= right


def test_on_a_wall_the_loss_has_the_room_of_the_neuron():
    data = real("penguins")
    ran = run(data.X, data.y, settings())
    beside, wall = (training_picture(ran, data.feature, data.label, 0, Look(on_a_wall=each)) for each in (False, True))
    assert {trace.get("xaxis") for trace in beside.traces} - {trace.get("xaxis") for trace in wall.traces} == {"x3"}
    assert wall.layout["yaxis2"]["domain"] == [0.0, 1.0]
    assert beside.layout["yaxis2"]["domain"][1] < 0.5, "the one is not the other's"
