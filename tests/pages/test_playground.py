"""The Playground page through Streamlit's own test driver: what each control does, and what nonsense does not."""

import json
import re
from html import unescape
from pathlib import Path

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from playground.data import REAL, TITLES
from playground.learning import OPTIMIZERS, draw, stream
from playground.lessons.playground.model import data_of, random_line
from playground.lessons.playground.table import TABLE
from playground.ui.state import settled

APP = Path(__file__).parents[2] / "app.py"
SLIDERS = {"weight": -1.5, "bias": 1.0, "learning_rate": 0.1, "epochs": 50}
NOT_A_NUMBER = re.compile(r"\b(nan|inf|infinity)\b", re.IGNORECASE)


def opened(data=None, **link):
    """The page of that link, with that data set chosen in the menu."""
    at = AppTest.from_file(APP, default_timeout=30)
    for name, value in link.items():
        at.query_params[name] = value
    checked(at.run())
    if data is not None:
        at.selectbox("dataset").set_value(data)
        checked(at.run())
    return at


def checked(at):
    """The page, after looking that nothing went wrong on it."""
    assert not at.exception, at.exception
    assert not at.error, at.error
    assert not NOT_A_NUMBER.search(words_of(at)), words_of(at)
    for chart in at.get("plotly_chart"):
        json.loads(chart.proto.spec, parse_constant=no_constant)
        assert not NOT_A_NUMBER.search(chart.proto.spec)
    return at


def no_constant(name):
    raise AssertionError(f"{name} in a figure")


def words_of(at):
    words = [plain(element.proto.body) for element in at.get("html")]
    return "\n".join([*words, *(element.value for element in [*at.markdown, *at.caption])])


def plain(html):
    """The marked-up words that an element's HTML was made of."""
    if html.startswith("<style"):
        return ""
    for tag, mark in {
        "<br>": "  \n",
        "<tr>": "| ",
        "</p>": "\n\n",
        "</tr>": "\n",
        "</td>": " | ",
        "</th>": " | ",
    }.items():
        html = html.replace(tag, mark)
    return unescape(re.sub("<[^>]+>", "", re.sub("</?strong>", "**", html)))


def about_the_data(at):
    return next(line for line in words_of(at).splitlines() if "Source:" in line)


def spec(at, position=0):
    return json.loads(at.get("plotly_chart")[position].proto.spec)


def trace(at, name):
    return next(each for each in spec(at)["data"] if each.get("name") == name)


def values(at):
    return {name: at.slider(name).value for name in SLIDERS}


def test_the_page_opens_without_an_exception():
    at = opened()
    assert len(at.get("plotly_chart")) == 2
    assert values(at) == SLIDERS


def test_the_page_says_what_the_data_are_and_who_measured_them():
    caption = about_the_data(opened())
    assert "flipper length (mm)" in caption
    assert "body mass (g)" in caption
    assert "Gorman" in caption


def test_the_page_opens_untrained_with_a_headline_one_equation_and_the_loss():
    at = opened()
    text = words_of(at).replace("*", "")
    assert "Can you find the line?" in text
    above_the_fold = text.split("is a dot product")[0]
    assert above_the_fold.count(" · flipper length ") == 1
    assert "standard units" not in above_the_fold
    assert re.search("loss \\d", above_the_fold)
    assert "you: 0\u00a0% of the way to the best" in above_the_fold
    assert trace(at, "learned")["x"] == [0]


def test_the_first_screen_holds_no_answer():
    data = data_of(settled(TABLE, {}))
    slope, intercept = np.polyfit(data.X[:, 0], data.y, 1)
    at = opened()
    alts = " ".join(chart.proto.alt for chart in at.get("plotly_chart"))
    shown = (
        words_of(at) + alts + json.dumps([each.get("text") for each in spec(at)["data"] if each.get("name") != "data"])
    )
    assert f"{slope:.1f}" not in shown
    assert f"{-intercept:.0f}" not in shown
    assert trace(at, "least squares")["x"] == [None]
    at.toggle("best").set_value(True)
    checked(at.run())
    line = trace(at, "least squares")
    assert (line["y"][1] - line["y"][0]) / (line["x"][1] - line["x"][0]) == pytest.approx(slope)


@pytest.mark.parametrize("name", list(TITLES))
def test_every_data_set_has_a_page(name):
    at = opened()
    at.selectbox("dataset").set_value(name)
    checked(at.run())
    assert at.selectbox("dataset").value == name
    if name in REAL:
        source = REAL[name]
        named = "X and y, without units" if name.startswith("anscombe") else source.feature.title
        assert named in about_the_data(at)
        assert spec(at)["layout"]["xaxis"]["title"]["text"] == source.feature.title
        assert spec(at)["layout"]["yaxis"]["title"]["text"] == source.label.title


@pytest.mark.parametrize(
    ("slider", "value", "moved"),
    [
        ("weight", 2.0, "neuron"),
        ("bias", -2.0, "neuron"),
        ("learning_rate", 0.9, "loss"),
        ("epochs", 20, "loss"),
    ],
)
def test_moving_a_slider_changes_the_picture(slider, value, moved):
    at = opened()
    before = trace(at, moved)
    at.slider(slider).set_value(value)
    checked(at.run())
    assert trace(at, moved) != before
    assert trace(at, "data") == trace(opened(), "data")


def test_the_bias_moves_the_line_and_leaves_its_slope():
    lines = []
    for bias in (0.0, 0.5):
        at = opened(weight="0.2", bias=str(bias))
        (x0, x1), (y0, y1) = trace(at, "neuron")["x"], trace(at, "neuron")["y"]
        lines.append(((y1 - y0) / (x1 - x0), y0))
    assert lines[0][0] == pytest.approx(lines[1][0])
    assert lines[1][1] > lines[0][1]


def test_fewer_epochs_make_a_shorter_loss_curve():
    assert len(trace(opened(epochs="20"), "loss")["y"]) == 21


def test_a_run_beyond_the_range_of_floats_shows_a_logarithmic_loss_and_no_nan():
    at = opened(learning_rate="2", epochs="200", standardise="false", data="penguins")
    at.slider("learning_rate").set_value(at.slider("learning_rate").max)
    at.slider("epochs").set_value(200)
    checked(at.run())
    assert spec(at)["layout"]["yaxis2"]["type"] == "log"


@pytest.mark.parametrize("name", list(TITLES))
def test_raw_units_work_for_every_data_set(name):
    at = opened(data=name)
    at.toggle("standardise").set_value(False)
    checked(at.run())
    for slider in ("weight", "bias", "learning_rate"):
        control = at.slider(slider)
        for value in (control.min, control.max):
            at.slider(slider).set_value(value)
            checked(at.run())


def test_the_learning_rate_of_raw_units_reaches_far_below_one():
    at = opened(data="penguins", standardise="false")
    assert at.slider("learning_rate").max < 0.001
    assert at.slider("learning_rate").min > 0


@pytest.mark.parametrize("optimizer", list(OPTIMIZERS))
def test_every_optimizer_has_a_page(optimizer):
    at = opened()
    at.selectbox("optimizer").set_value(optimizer)
    checked(at.run())
    at.toggle("standardise").set_value(False)
    checked(at.run())


def test_the_similarity_starts_as_before():
    assert "3 × 1 + 1 × 2 = 3 + 2 = **5**" in words_of(opened())


BAD_LINKS = [
    {"weight": "abc"},
    {"weight": "nan"},
    {"weight": "inf"},
    {"weight": ""},
    {"bias": "1e999"},
    {"learning_rate": "9" * 400},
    {"epochs": "2.5"},
    {"dataset": "nonsense"},
    {"optimizer": "nonsense"},
    {"batch_size": "7"},
    {"batch_size": "-1"},
    {"seed": "x"},
    {"seed": "1e999"},
    {"seed": "inf"},
    {"seed": "9" * 400},
    {"standardise": "maybe"},
    {"log_loss": "maybe"},
    {"a": "zzz"},
    {"a": "1e999,2"},
    {"a": "nan,1"},
    {"a": "1"},
    {"a": "1,2,3"},
    {"b": ","},
    {"unit": "maybe"},
    {"no_such_control": "1"},
    {"weight": "<script>", "a": "<script>", "dataset": "../../app.py"},
]


@pytest.mark.parametrize("link", BAD_LINKS, ids=str)
def test_nonsense_in_the_link_falls_back_to_the_defaults(link):
    at = opened(**link)
    assert values(at) == SLIDERS
    assert at.selectbox("dataset").value == "penguins"
    assert at.selectbox("optimizer").value == "sgd"
    assert at.toggle("standardise").value is True
    assert words_of(at) == words_of(opened())


BEYOND = {"weight": ("99", 5.0), "bias": ("-7", -5.0), "learning_rate": ("0", 0.01), "epochs": ("1e9", 200)}


def test_a_number_beyond_a_slider_becomes_its_nearest_end():
    at = opened(**{name: text for name, (text, _) in BEYOND.items()})
    assert values(at) == {name: end for name, (_, end) in BEYOND.items()}


def test_nonsense_in_the_recipe_falls_back_to_what_can_be():
    at = opened(data="made_up", slope="99", intercept="nan", noise="-1", n_samples="1")
    found = [at.slider(name).value for name in ("slope", "intercept", "noise", "n_samples")]
    assert found == [3.0, 0.5, 0.0, 2]


@pytest.mark.parametrize("name", list(TITLES))
@pytest.mark.parametrize("standardise", ["true", "false"])
def test_the_bowl_is_shown_on_request_for_every_data_set(name, standardise):
    at = opened(name, standardise=standardise)
    before = len(at.get("plotly_chart"))
    at.toggle("bowl").set_value(True)
    checked(at.run())
    assert len(at.get("plotly_chart")) == before + 1
    assert "is a bowl" in at.get("plotly_chart")[1].proto.alt


def test_a_good_link_is_followed():
    at = opened(weight="2", epochs="100", optimizer="adam", batch_size="16", a="2,0", b="0,3")
    assert values(at) == {**SLIDERS, "weight": 2.0, "epochs": 100}
    assert at.selectbox("optimizer").value == "adam"
    assert at.selectbox("batch_size").value == 16
    assert "2 × 0 + 0 × 3" in words_of(at)
    assert "perpendicular" in words_of(at)


@pytest.mark.parametrize("name", list(TITLES))
def test_a_link_names_the_data_set_as_the_code_does(name):
    at = opened(dataset=name)
    assert at.selectbox("dataset").value == name


def test_a_link_with_unit_length_shows_unit_vectors():
    text = words_of(opened(a="3,4", b="0,5", unit="true")).replace("*", "")
    assert "|a| = 1, |b| = 1" in text
    assert "0.8" in text


def test_a_zero_vector_in_the_link_has_no_angle():
    assert "no angle" in words_of(opened(a="0,0"))


def button(at, label):
    return next(each for each in at.button if each.label == label)


def test_a_random_start_moves_weight_and_bias_and_can_be_repeated():
    at = opened()
    starts = []
    for _ in range(3):
        button(at, "random start").click()
        checked(at.run())
        starts.append((at.slider("weight").value, at.slider("bias").value))
        assert abs(starts[-1][0]) <= 3**0.5  # Glorot and Bengio 2010: sqrt(6 / (1 + 1))
    assert len(set(starts)) == 3
    assert {bias for _, bias in starts} == {0.0}
    again = opened()
    button(again, "random start").click()
    assert checked(again.run()).slider("weight").value == starts[0][0]


def drawn_starts(at, times):
    """Weight and bias after each of that many random starts."""
    starts = []
    for _ in range(times):
        button(at, "random start").click()
        checked(at.run())
        starts.append((at.slider("weight").value, at.slider("bias").value))
    return starts


def test_each_random_start_is_the_next_draw_of_the_seed():
    seeds = {}
    for seed in ("0", "3"):
        draws = draw("glorot_uniform", 1, 1, stream(int(seed), "weights"), (4,))
        seeds[seed] = drawn_starts(opened(seed=seed), 4)
        assert [weight for weight, _ in seeds[seed]] == pytest.approx(draws, abs=0.0251)  # half a step of the slider
    assert seeds["0"] != seeds["3"]


def test_a_random_start_leaves_the_seed_and_made_up_data_alone():
    at = opened("made_up", seed="7")
    before = trace(at, "data")
    drawn_starts(at, 2)
    assert at.number_input("seed").value == 7
    assert trace(at, "data") == before


@pytest.mark.parametrize("name", list(TITLES))
def test_a_random_start_in_raw_units_is_the_same_line(name):
    at = opened(name, standardise="false")
    rows = data(dataset=name)
    x, y = rows.X[:, 0], rows.y
    weights = draw("glorot_uniform", 1, 1, stream(0, "weights"), (3,))
    for weight, (slope, intercept) in zip(weights, drawn_starts(at, 3), strict=True):
        expected = weight * y.std() / x.std()
        assert slope == pytest.approx(expected, abs=0.51 * at.slider("weight").step)
        limit = at.slider("bias").max
        through_the_means = min(max(y.mean() - expected * x.mean(), -limit), limit)
        assert intercept == pytest.approx(through_the_means, abs=0.51 * at.slider("bias").step)


def test_the_line_that_is_drawn_goes_through_the_means_in_either_unit():
    rows = data(dataset="faithful")
    for times in range(1, 20):
        weight, bias = random_line(rows, 4, times, True)
        slope, intercept = random_line(rows, 4, times, False)
        assert bias == 0.0
        assert abs(weight) <= 3**0.5  # Glorot and Bengio 2010: sqrt(6 / (1 + 1))
        assert slope == pytest.approx(weight * rows.y.std() / rows.X.std())
        assert intercept + slope * rows.X.mean() == pytest.approx(rows.y.mean())


def data(**chosen):
    return data_of(settled(TABLE, chosen))


def starts(at):
    return {name: at.slider(name).value for name in ("weight", "bias", "learning_rate")}


MOVED = {"weight": 2.0, "bias": -2.0, "learning_rate": 0.5}
STANDARD_STARTS = {"weight": -1.5, "bias": 1.0, "learning_rate": 0.1}


def moved(at):
    for name, value in MOVED.items():
        at.slider(name).set_value(value)
    return checked(at.run())


def set_units(at, standardise):
    at.toggle("standardise").set_value(standardise)
    return checked(at.run())


def test_other_units_put_weight_bias_and_rate_where_they_start():
    at = moved(opened())
    raw = starts(set_units(at, False))
    assert raw == starts(opened(standardise="false"))
    assert raw["weight"] == 0.0
    mean = data().y.mean()
    assert raw["bias"] == pytest.approx(mean, abs=at.slider("bias").step)
    at.slider("weight").set_value(at.slider("weight").max)
    checked(at.run())
    assert starts(set_units(at, True)) == STANDARD_STARTS


def test_other_data_in_raw_units_put_weight_bias_and_rate_where_they_start():
    at = opened(standardise="false")
    for name in ("cars", "faithful", "anscombe_2"):
        at.slider("weight").set_value(at.slider("weight").min)
        at.slider("learning_rate").set_value(at.slider("learning_rate").max)
        checked(at.run())
        at.selectbox("dataset").set_value(name)
        checked(at.run())
        assert starts(at) == starts(opened(name, standardise="false"))
        assert at.slider("weight").value == 0.0
        assert at.slider("bias").value == pytest.approx(data(dataset=name).y.mean(), abs=at.slider("bias").step)


def test_other_data_in_standard_units_leave_weight_bias_and_rate():
    at = moved(opened())
    at.selectbox("dataset").set_value("cars")
    assert starts(checked(at.run())) == MOVED


def test_a_link_in_raw_units_is_followed():
    at = opened(standardise="false", weight="20", bias="-3000")
    assert (at.slider("weight").value, at.slider("bias").value) == (20.0, -3000.0)


def test_reset_from_raw_units_gives_the_defaults():
    at = set_units(opened("cars"), False)
    at.slider("weight").set_value(at.slider("weight").max)
    checked(at.run())
    button(at, "reset").click()
    checked(at.run())
    assert values(at) == SLIDERS
    assert at.toggle("standardise").value is True
    assert at.selectbox("dataset").value == "penguins"
    assert words_of(at) == words_of(opened())


@pytest.mark.parametrize("chosen", [{"batch_size": 4}, {"batch_size": 1}], ids=str)
def test_a_run_of_batches_that_explodes_has_a_logarithmic_axis_and_an_alternative_that_says_so(chosen):
    at = opened("cars")
    at.selectbox("batch_size").set_value(chosen["batch_size"])
    at.slider("learning_rate").set_value(2.0)
    checked(at.run())
    assert spec(at)["layout"]["yaxis2"]["type"] == "log"
    assert re.search("The run diverges.|The loss grows.", at.get("plotly_chart")[0].proto.alt)
    at.slider("learning_rate").set_value(0.05)
    checked(at.run())
    assert "type" not in spec(at)["layout"]["yaxis2"]


def test_reset_puts_every_control_back():
    at = opened("cars")
    for slider, value in {"weight": 2.0, "bias": -1.0, "learning_rate": 0.5, "epochs": 100}.items():
        at.slider(slider).set_value(value)
    at.selectbox("optimizer").set_value("adam")
    at.number_input("seed").set_value(5)
    checked(at.run())
    button(at, "reset").click()
    checked(at.run())
    assert values(at) == SLIDERS
    assert at.selectbox("dataset").value == "penguins"
    assert at.selectbox("optimizer").value == "sgd"
    assert at.number_input("seed").value == 0


def test_made_up_data_have_sliders_and_others_have_not():
    at = opened()
    assert not {"slope", "intercept", "noise", "n_samples"} & {slider.key for slider in at.slider}
    at.selectbox("dataset").set_value("made_up")
    checked(at.run())
    assert {"slope", "intercept", "noise", "n_samples"} <= {slider.key for slider in at.slider}


@pytest.mark.parametrize(
    "recipe",
    [
        {"n_samples": "2", "noise": "0"},
        {"n_samples": "2", "noise": "3"},
        {"n_samples": "300", "noise": "0", "slope": "0", "intercept": "0"},
        {"n_samples": "300", "noise": "3", "slope": "-3", "intercept": "-3"},
        {"n_samples": "2", "noise": "0", "slope": "0", "intercept": "0"},
    ],
    ids=str,
)
@pytest.mark.parametrize("standardise", ["true", "false"])
def test_the_extremes_of_made_up_data_work(recipe, standardise):
    at = opened(data="made_up", standardise=standardise, log_loss="true", **recipe)
    assert len(trace(at, "data")["x"]) == int(recipe["n_samples"])
    at.slider("learning_rate").set_value(at.slider("learning_rate").max)
    checked(at.run())


def test_the_seed_makes_other_data():
    assert trace(opened(data="made_up", seed="1"), "data") != trace(opened(data="made_up", seed="2"), "data")


def test_every_chart_has_a_text_alternative_that_says_what_it_shows_now():
    at = opened()
    alts = [chart.proto.alt for chart in at.get("plotly_chart")]
    assert all(alts)
    at.slider("weight").set_value(3.0)
    checked(at.run())
    assert at.get("plotly_chart")[0].proto.alt != alts[0]


@pytest.mark.parametrize(
    "steps",
    [
        [("standardise", False), ("optimizer", "adam")],
        [("optimizer", "adam"), ("standardise", False), ("optimizer", "sgd")],
        [("standardise", False), ("dataset", "galton"), ("optimizer", "lion"), ("standardise", True)],
    ],
    ids=str,
)
def test_units_and_optimizers_change_in_any_order(steps):
    at = opened(dataset="cars")
    for key, value in steps:
        control = at.toggle(key) if key == "standardise" else at.selectbox(key)
        control.set_value(value)
        checked(at.run())
        for slider in at.slider:
            assert slider.min <= slider.value <= slider.max, slider.key


def test_what_makes_up_the_data_leaves_the_sliders_of_the_line_alone():
    at = opened(dataset="made_up", standardise="false")
    before = [(at.slider(key).min, at.slider(key).max, at.slider(key).value) for key in ("weight", "bias")]
    at.slider("noise").set_value(3.0)
    at.slider("slope").set_value(-3.0)
    checked(at.run())
    assert [(at.slider(key).min, at.slider(key).max, at.slider(key).value) for key in ("weight", "bias")] == before
