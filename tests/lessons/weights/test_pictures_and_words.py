"""The pictures and words of the Weights chapter: they say what the core computed, and nothing stands on another."""

import math
import re
from dataclasses import replace

import numpy as np
import plotly.graph_objects as go
import pytest

from playground.data.tables import TABLES, table
from playground.figures.numbers import number
from playground.learning import INITIALIZERS, OPTIMIZERS, Settings
from playground.lessons.weights.hundred_starts.model import basin, fall, hundred_starts
from playground.lessons.weights.hundred_starts.picture import starts_picture
from playground.lessons.weights.hundred_starts.text import fall_sentences, start_hints
from playground.lessons.weights.one_update.model import itemise
from playground.lessons.weights.one_update.model_puzzle import PUZZLES
from playground.lessons.weights.one_update.text import parameters_table, rows_table
from playground.lessons.weights.one_update.text_optimizer import moments_table, update_sentence
from playground.lessons.weights.weighted_sum.model import CLOSE, WeightedSum, next_move
from playground.lessons.weights.weighted_sum.picture import LARGEST_WEIGHT, neuron_picture
from playground.lessons.weights.weighted_sum.text import standard_words, sum_hints, sum_lines
from playground.lessons.weights.where_weights_come_from.model import N_DRAWS, random_start, reach
from playground.lessons.weights.where_weights_come_from.picture import initializer_picture
from playground.lessons.weights.where_weights_come_from.text import formula, shape_sentence

FEATURES = [-1.416, -0.8843, 0.7847, 0.0, 1.0]
NAMES = ["flipper length", "bill length", "bill depth", "Gentoo?", "Chinstrap?"]
RNG = np.random.default_rng(2)
X = RNG.normal(size=(20, 1))
Y = 0.7 * X[:, 0] + 0.2 * RNG.normal(size=20)


def neuron(weights, bias=0.2, narrow=False):
    seen = WeightedSum(FEATURES[: len(weights)], weights, bias)
    return neuron_picture(NAMES[: len(weights)], seen, narrow), sum_lines(seen)


def texts(picture):
    return [text for trace in picture.traces for text in trace.get("text", ())]


def named(picture, name):
    return next(trace for trace in picture.traces if trace.get("name") == name)


def bars(picture, name):
    """Thickness of each line at its input, in the picture's units."""
    up = named(picture, name)["y"]
    starts = [0] + [i + 1 for i, y in enumerate(up[:-1]) if y is None]
    return [max(up[i : up.index(None, i)][:1]) - up[up.index(None, i) - 2] for i in starts]


@pytest.mark.parametrize("weights", [[0.8], [0.8, 0.4, -0.4], [3.0, -3.0, -1.5, 2.5, -2.85]])
def test_every_number_on_the_neuron_is_in_the_arithmetic_below_it(weights):
    picture, arithmetic = neuron(weights)
    shown = [number for text in texts(picture) for number in re.findall(r"−?\d+(?:\.\d+)?", text)]
    assert len(shown) == 3 * len(weights) + 3, "feature, weight, product of each; their sum, bias and output"
    for each in shown:
        assert re.search(rf"(?<![\d.]){re.escape(each)}(?![\d.])", arithmetic), (each, arithmetic)


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("weights", [[3.0], [3.0, -3.0], [3.0, -3.0, 3.0], [3.0] * 4, [-3.0] * 5])
def test_words_stand_clear_of_the_thickest_lines(weights, narrow):
    picture, _ = neuron(weights, narrow=narrow)
    across = [y for name in ("weights above 0", "weights below 0") for y in named(picture, name)["y"][:6]]
    thickest = max(across) - (len(weights) - 1) / 2
    products = named(picture, "products")
    for i, y in enumerate(products["y"]):
        height = (len(weights) - 1) / 2 - i
        assert abs(y - height) >= thickest - 1e-12
    low, high = picture.layout["yaxis"]["range"]
    row = (430 if narrow else 300) / (high - low)  # as high as its place in a window of 720 pixels
    room = (1 - 2 * thickest) * row  # between two lines
    assert len(weights) == 1 or room >= (2 if narrow else 1) * 18, "a line of words is 18 pixels high"


def test_a_line_is_as_thick_as_its_weight_is_large_and_changes_sides_with_its_sign():
    small, large = (bars(neuron([w, 1.0])[0], "weights above 0")[0] for w in (1.0, LARGEST_WEIGHT))
    assert large == pytest.approx(LARGEST_WEIGHT * small)
    minus = neuron([-1.0, 1.0])[0]
    assert bars(minus, "weights above 0")[0] == 0
    assert bars(minus, "weights below 0")[0] == pytest.approx(small)
    assert bars(neuron([0.0, 1.0])[0], "weights above 0")[0] == 0


def test_a_moved_weight_changes_the_neuron_in_place():
    one, other = neuron([0.8, 0.4])[0], neuron([0.85, 0.4], bias=-0.3)[0]
    assert one.still() == other.still()
    traces = other.change(one)["traces"]
    assert {other.traces[int(i)]["name"] for i in traces} >= {"weights above 0", "weights below 0", "products", "bias"}
    assert one.change(one) is None


@pytest.mark.parametrize("name", list(INITIALIZERS))
def test_the_histogram_shows_every_draw_between_its_limits(name):
    start = random_start(name, 3, 1, 0)
    picture = initializer_picture(name, start, reach(name))
    go.Figure(**picture.whole())
    steps = named(picture, "draws")
    assert sum(steps["y"][1:-2]) == N_DRAWS
    assert named(picture, "this neuron")["x"] == start.weights.tolist()
    limits = [x for x in named(picture, "limits")["x"] if x is not None]
    edge = start.limit if math.isfinite(start.limit) else 2 * start.deviation
    said = named(picture, "limit words")["text"][0]
    if start.deviation:
        assert set(limits) == {-edge, edge}
        assert number(edge) in said
    else:
        assert limits == []
        assert said == f"all {number(edge)}"
    assert ("no limit; 95 %" in said) == (name == "random_normal")
    low, high = picture.layout["xaxis"]["range"]
    assert low < min(steps["x"]) <= max(steps["x"]) < high


def test_the_weight_axis_stands_still_while_fan_in_changes():
    pictures = [
        initializer_picture("he_normal", random_start("he_normal", n, 1, 0), reach("he_normal")) for n in (1, 64)
    ]
    assert pictures[0].still() == pictures[1].still()
    widths = [np.ptp([x for x in named(picture, "limits")["x"] if x is not None]) for picture in pictures]
    assert widths[0] == pytest.approx(8 * widths[1])  # sqrt(64)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("glorot_uniform", "limit = √(6 / (fan-in + fan-out)) = √(6 / (3 + 1)) = **1.22**"),
        ("he_normal", "deviation = √(2 / fan-in) = √(2 / 3) = **0.816**"),
        ("lecun_uniform", "limit = √(3 / fan-in) = √(3 / 3) = **1.00**"),
        ("random_uniform", "limit = **0.0500**, whatever"),
        ("random_normal", "deviation = **0.0500**, whatever"),
        ("zeros", "every weight is 0."),
    ],
)
def test_the_formula_has_its_numbers(name, said):
    assert said in formula(name, 3, 1, random_start(name, 3, 1, 0))


def test_a_truncated_normal_says_how_its_limit_comes_about():
    said = shape_sentence("he_normal", random_start("he_normal", 8, 1, 0))
    assert "2 × 0.500 / 0.880 = **1.14**" in said


def fallen(activation):
    settings = Settings(activation=activation, learning_rate=0.1, epochs=60)
    return basin(X, Y, settings, 1.9), fall(X, Y, settings, hundred_starts("glorot_uniform", 0, True))


@pytest.mark.parametrize("activation", ["linear", "relu"])
@pytest.mark.parametrize("epoch", [0, 1, 7, 60])
def test_a_hundred_neurons_are_drawn_and_counted(activation, epoch):
    land, falling = fallen(activation)
    picture = starts_picture(land, falling, epoch)
    go.Figure(**picture.whole())
    dots, crosses = (named(picture, name)["x"] for name in ("neuron", "silent neuron"))
    drawn = [x for x in [*dots, *crosses] if x is not None]
    assert sorted(drawn) == sorted(falling.paths[epoch, :, 0].round(4).tolist())
    assert len([x for x in crosses if x is not None]) == falling.silent[epoch].sum()
    counted = [int(n) for n in re.findall(r"- \*\*(\d+)\*\*", fall_sentences(falling, epoch, activation == "relu"))]
    assert sum(counted) == 100
    assert picture.still() == starts_picture(land, falling, 30).still()


def relu_fall(initializer, draw_bias, rows=X):
    settings = Settings(activation="relu", learning_rate=0.1, epochs=60)
    return fall(rows, Y, settings, hundred_starts(initializer, 0, draw_bias))


def test_hints_for_the_hundred_starts_follow_what_is_chosen():
    assert "Choose relu" in start_hints(None)[0]
    drawn, at_zero, ones = (
        relu_fall(*which) for which in (("glorot_uniform", True), ("glorot_uniform", False), ("ones", 0))
    )
    learned, _, _, stuck = drawn.counts(60)
    first, second = start_hints(drawn)
    assert f"Now {learned} learn, and {stuck} never move. Their bias is so low" in first
    assert "every bias at 0" in second
    learned, _, fell_silent, stuck = at_zero.counts(60)
    assert (stuck, fell_silent > 0) == (0, True)
    assert f"Now {learned} learn, and {fell_silent} fall silent on the way" in start_hints(at_zero)[0]
    assert "Choose random_uniform" in start_hints(at_zero)[1]
    assert "100 of them learn now" in start_hints(ones)[0]


@pytest.mark.parametrize("draw_bias", [False, True])
def test_zeros_are_told_to_choose_another_initializer(draw_bias):
    falling = relu_fall("zeros", draw_bias)
    assert not falling.paths[0].any()
    first, second = start_hints(falling)
    assert "Now 100 of them never move: weight and bias are both 0." in first
    assert "Choose an initializer other than zeros." in second


def test_neurons_with_weights_are_never_said_to_have_none():
    falling = relu_fall("glorot_uniform", False, rows=np.abs(X) + 1.0)  # half of the weights are below 0, and stuck
    assert falling.paths[0, :, 0].all()
    assert 0 < falling.counts(0)[3] < 100
    first, second = start_hints(falling)
    assert "both 0" not in first
    assert "zeros" not in second


def update(optimizer):
    settings = Settings(optimizer=optimizer, learning_rate=0.1, epochs=3, batch_size=4, initial_weights=(0.6,))
    return itemise(X, Y, replace(settings, initial_bias=0.5), 2, 1), settings


def expected(optimizer, seen):
    """Moments and step of the weight, from the formula on the screen; the rate is 0.1."""
    g, t = seen.gradient[0], 7
    old = {name: value[0] for name, value in seen.state_before._asdict().items() if name != "steps"}
    if optimizer == "rmsprop":
        v = 0.9 * old["mean_square"] + 0.1 * g * g
        return {"mean square": v}, -0.1 * g / math.sqrt(v + 1e-7)
    if optimizer == "adagrad":
        v = old["square_sum"] + g * g
        return {"square sum": v}, -0.1 * g / math.sqrt(v + 1e-7)
    if optimizer == "lion":
        return {"mean": 0.99 * old["mean"] + 0.01 * g}, -0.1 * np.sign(0.9 * old["mean"] + 0.1 * g)
    m, v = 0.9 * old["mean"] + 0.1 * g, 0.999 * old["mean_square"] + 0.001 * g * g
    c = math.sqrt(1 - 0.999**t) / (1 - 0.9**t)
    return {"mean": m, "mean square": v}, -0.1 * c * m / (math.sqrt(v) + 1e-7)


@pytest.mark.parametrize("optimizer", ["rmsprop", "adagrad", "adam", "adamw", "lion"])
def test_the_table_of_moments_is_the_formula_worked_out(optimizer):
    seen, settings = update(optimizer)
    table = moments_table(seen, settings, 3)
    moments, step = expected(optimizer, seen)
    for name, value in moments.items():
        row = next(line for line in table.splitlines() if line.startswith(f"| {name} "))
        assert f"→\u00a0{number(value, 4)} |" in row
    rows = {line.split(" = ")[0]: line.split(" | ")[1] for line in table.splitlines() if " = " in line}
    assert rows["| step"] == number(step, 4)
    decay = 0.1 * 0.004 * seen.weights[0] if optimizer == "adamw" else 0.0
    assert rows["| after"] == number(seen.weights[0] - decay + step, 4)
    assert ("| decay" in rows) == (optimizer == "adamw")


def test_every_optimizer_in_the_menu_has_its_update_told():
    for optimizer in OPTIMIZERS:
        seen, settings = update(optimizer)
        table = parameters_table if optimizer == "sgd" else moments_table
        for value in (*seen.step, *seen.new_weights, seen.new_bias):
            assert number(value, 4) in table(seen, settings, 3)
        assert update_sentence(seen, settings).startswith("**Update**: ")


def test_moments_are_not_told_before_the_update():
    seen, settings = update("adam")
    after = [number(value, 4) for value in (*seen.state_after.mean, *seen.step, *seen.new_weights)]
    for part in (0, 1, 2):
        assert not [text for text in after if text in moments_table(seen, settings, part)]
    assert "0.999⁷" in update_sentence(seen, settings)


@pytest.mark.parametrize("batch_size", [1, 2, 4, 8])
@pytest.mark.parametrize("name", PUZZLES)
def test_a_hidden_number_is_nowhere_in_the_tables(name, batch_size):
    """Not in another place of the same value either: of one row the share is the gradient."""
    settings = Settings(batch_size=batch_size, epochs=3, learning_rate=0.1, initial_weights=(0.6,), initial_bias=0.5)
    seen = itemise(X, Y, settings, 2, 1)
    hidden = number(PUZZLES[name](seen, 0.1).value, 4)

    def cells(without):
        tables = rows_table(seen, 3, without), parameters_table(seen, settings, 3, without)
        return [cell.strip() for table in tables for line in table.splitlines()[1:] for cell in line.split("|")]

    assert hidden in cells("")
    assert hidden not in cells(hidden)
    assert "**?**" in cells(hidden)


def test_the_heads_of_the_table_have_the_weight_and_the_bias_in_them():
    seen, _ = update("sgd")
    weight, bias = number(seen.weights[0], 4), number(abs(seen.bias), 4)
    head = rows_table(seen, 0).splitlines()[0].replace("\u00a0", " ")
    assert f"| {weight} × x | {'−' if seen.bias < 0 else '+'} {bias} = prediction |" in head


STARTS, LARGEST, STEP = (0.8, 0.4, -0.4, 0.6, -0.2), 3.0, 0.05
"""The weights that a visitor finds on the page, and how its sliders reach."""


def read(text):
    return float(text.replace("−", "-"))


def follow(hints, names, weights, bias):
    """Weights and bias after doing what the second hint says, which must agree with the first one."""
    first, second = hints
    set_, change = (
        re.search(r"Set (?:the weight of )?(?P<handle>.+) to (?P<goal>\S+) first\.", second),
        re.search(r"Change (?:the weight of )?(?P<handle>.+) by (?P<by>\S+), to (?P<goal>\S+):", second),
    )
    handle, goal = (set_ or change)["handle"], read((set_ or change)["goal"])
    position = None if handle == "the bias" else names.index(handle)
    now = bias if position is None else weights[position]
    if change:
        assert goal == pytest.approx(now + read(change["by"]), abs=6e-3)
        assert f"make it {'higher' if goal > now else 'lower'}." in first
        assert handle in first
    if position is None:
        return weights, goal
    return [goal if i == position else weight for i, weight in enumerate(weights)], bias


def attempts(rows, row, n_inputs, weights=STARTS, bias=0.2):
    """How often the hints must be followed until the output is the label."""
    x, names = rows.X_standard[row, :n_inputs], list(rows.names[:n_inputs])
    weights = list(weights[:n_inputs])
    for times in range(10):
        label = float(rows.y_standard[row])
        gap = float(np.dot(x, weights)) + bias - label
        hints = sum_hints(names, gap, next_move(WeightedSum(x.tolist(), weights, bias), label, LARGEST, STEP))
        assert hints[0].startswith("You are there.") == (abs(gap) < CLOSE)
        if abs(gap) < CLOSE:
            return times
        weights, bias = follow(hints, names, weights, bias)
        for value in (*weights, bias):
            assert abs(value) <= LARGEST
            assert value / STEP == pytest.approx(round(value / STEP), abs=1e-6), "between two positions of a slider"
    return math.inf


COUNTS = [(name, n) for name in TABLES for n in range(1, len(table(name).names) + 1)]


@pytest.mark.parametrize(("name", "n_inputs"), COUNTS)
def test_the_hints_of_the_sum_can_be_followed_to_every_row_s_label(name, n_inputs):
    rows = table(name)
    for row in range(len(rows.y)):
        assert attempts(rows, row, n_inputs) <= 3, f"row {row + 1}"


@pytest.mark.parametrize("weights", [(3.0, 3.0, 3.0), (-3.0, -3.0, -3.0), (3.0, -3.0, 3.0)])
def test_the_hints_of_the_sum_can_be_followed_from_the_ends_of_the_sliders(weights):
    rows = table("penguins")
    for row in range(0, len(rows.y), 7):
        for bias in (-3.0, 3.0):
            assert attempts(rows, row, 3, weights, bias) <= 4, f"row {row + 1}"


def test_an_output_that_no_slider_alone_can_reach_takes_two():
    first, second = sum_hints(["x"], -3.2, next_move(WeightedSum([0.1], [0.0], 0.0), 3.2, LARGEST, STEP))
    assert "use two" in first
    assert second.startswith("Set the bias to 3 first.")
    down = next_move(WeightedSum([0.1], [0.0], 0.0), -3.2, LARGEST, STEP)
    assert sum_hints(["x"], 3.2, down)[1].startswith("Set the bias to −3 first.")
    last = next_move(WeightedSum([0.1], [0.0], 3.0), 3.25, LARGEST, STEP)  # the bias is at its end already
    assert sum_hints(["x"], -0.25, last)[1].startswith("Change the weight of x by 2.50, to 2.5")


def test_a_row_of_zeros_is_told_to_use_the_bias():
    move = next_move(WeightedSum([0.0], [0.8], 0.2), -0.3, LARGEST, STEP)
    first, second = sum_hints(["Gentoo?"], 0.5, move)
    assert "Try the bias: make it lower." in first
    assert second.startswith("Change the bias by −0.500, to −0.3:")


def test_standard_units_are_told_with_their_own_numbers():
    said = standard_words("flipper length", (181 - 200.9152) / 14.0411, 181.0, 200.9152, 14.0411)
    assert "The flipper length: (181.0 − 200.9) / 14.04 = −1.42." in said
