"""The Weights page through Streamlit's own test driver: its numbers are the core's, and its missions can be solved."""

import re
from pathlib import Path

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from playground.data import real
from playground.data.tables import table
from playground.figures.numbers import number
from playground.learning import OPTIMIZERS, Settings, Standardizer
from playground.lessons.weights.one_update.model import itemise
from playground.lessons.weights.where_weights_come_from.model import random_start
from tests.pages.test_playground import checked, spec, trace, words_of

APP = Path(__file__).parents[2] / "app.py"
SUM, START, HUNDRED, UPDATE = IDEAS = ("the weighted sum", "where weights come from", "a hundred starts", "one update")


GUESSES = {SUM: "guess_sum", START: "guess_start", HUNDRED: "guess_fall", UPDATE: "guess_update"}


def opened(idea, **link):
    """The page with that idea on the screen, its question answered: all is shown only then."""
    return unanswered(idea, **{GUESSES[idea]: "show me", **link})


def unanswered(idea, **link):
    at = AppTest.from_file(APP, default_timeout=30)
    at.query_params["weights_idea"] = idea
    for name, value in link.items():
        at.query_params[name] = str(value)
    at.switch_page("playground/pages/weights.py")
    return checked(at.run())


def text(at):
    return words_of(at).replace("*", "")


def tables(at):
    """The tables of an update, as HTML."""
    html = next(element.proto.body for element in at.get("html") if "<table>" in element.proto.body)
    return html.split("</table>")[:-1]


def solved(at):
    return "Solved!" in text(at)


def answered(at):
    """Whether the answer to the question stands on the screen."""
    return bool(re.search("✓ Right|✗ It is|The answer is", text(at)))


def drawn(at):
    """All text on the picture."""
    return [text for each in spec(at)["data"] for text in each.get("text", [])]


@pytest.mark.parametrize("idea", IDEAS)
def test_each_idea_opens_alone_with_its_guess_and_no_mission_solved(idea):
    at = unanswered(idea)
    assert len(at.get("plotly_chart")) == 1
    assert "Guess first" not in text(at)
    assert not answered(at)
    assert not solved(at)


@pytest.mark.parametrize(
    ("idea", "key", "wrong", "right"),
    [
        (SUM, "guess_sum", "the output", "its product"),
        (START, "guess_start", "larger", "smaller"),
        (HUNDRED, "guess_fall", "all over", "in one place"),
        (UPDATE, "guess_update", "up", "down"),
    ],
)
def test_a_guess_opens_the_explanation_and_is_counted(idea, key, wrong, right):
    at = opened(idea, **{key: wrong})
    assert f"✗ It is “{right}”." in text(at)
    assert "First guesses: 0 of 1 right" in text(at)
    at.segmented_control(key).set_value(right)
    checked(at.run())
    assert "✓ Right." in text(at)
    assert "First guesses: 0 of 1 right" in text(at), "a later answer is no guess"
    assert "First guesses: 1 of 1 right" in text(opened(idea, **{key: right}))


@pytest.mark.parametrize(("data", "row", "inputs"), [("penguins", 1, 5), ("penguins", 200, 2), ("cars", 17, 3)])
def test_the_neuron_and_the_arithmetic_are_the_row_s(data, row, inputs):
    at = opened(SUM, table=data, row=row, inputs=inputs, w1=1.5, w2=-0.7, sum_bias=0.35)
    weights = [1.5, -0.7, -0.4, 0.6, -0.2][:inputs]
    rows = table(data)
    x = rows.X_standard[row - 1, :inputs]
    output = float(sum(a * b for a, b in zip(x, weights, strict=True))) + 0.35
    shown = drawn(at)
    for feature, weight in zip(x, weights, strict=True):
        assert number(feature) in shown
        assert f"= {number(float(feature * weight))}" in " ".join(shown)
    assert number(output) in shown
    assert f"+ 0.350 = {number(output)}" in text(at)
    measured = output * float(rows.y.std()) + float(rows.y.mean())
    assert f"{rows.label.name} of {number(measured, 4)} {rows.label.unit}" in text(at)
    assert f"has {number(float(rows.y[row - 1]), 4)} {rows.label.unit}" in text(at)


def test_the_second_hint_solves_the_sum():
    at = opened(SUM)
    assert not solved(at)
    weight = float(
        re.search(r"Change the weight of .*? by .*?, to ([−-]?[\d.]+):", text(at)).group(1).replace("−", "-")
    )
    name = re.search(r"Try the weight of (.+?): make it", text(at)).group(1)
    slider = next(each for each in at.slider if each.label == f"weight of {name}")
    slider.set_value(weight)
    checked(at.run())
    assert solved(at)
    assert "reach_the_label" in at.query_params["done"]


def test_the_sum_page_says_how_a_measurement_comes_to_standard_units():
    at = opened(SUM)
    measured = table("penguins").X[:, 0]
    mean, deviation = number(float(measured.mean()), 4), number(float(measured.std()), 4)
    assert measured[0] == 181
    assert f"The flipper length: (181.0 − {mean}) / {deviation} = −1.42." in text(at)
    assert number((181 - float(measured.mean())) / float(measured.std())) == "−1.42"


def test_a_link_to_a_row_that_a_smaller_table_lacks_falls_back():
    at = opened(SUM, table="cars", row=300, inputs=5)
    assert 1 <= at.number_input("row").value <= 32
    assert at.segmented_control("inputs").value <= 3


@pytest.mark.parametrize("name", ["glorot_uniform", "he_normal", "random_normal", "zeros"])
def test_the_start_on_the_page_is_the_core_s(name):
    at = opened(START, initializer=name, fan_in=5, fan_out=2, draw_seed=8)
    start = random_start(name, 5, 2, 8)
    assert ", ".join(number(float(weight)) for weight in start.weights) in text(at)
    assert f"= {number(start.sum_deviation)}" in text(at)
    assert trace(at, "this neuron")["x"] == start.weights.tolist()
    assert sum(trace(at, "draws")["y"][1:-2]) == 2000


def test_the_dice_draw_from_the_next_seed():
    at = opened(START, draw_seed=9999)
    before = trace(at, "this neuron")["x"]
    at.button("draw_again").click()
    checked(at.run())
    assert at.number_input("draw_seed").value == 0
    assert trace(at, "this neuron")["x"] != before
    assert trace(at, "this neuron") == trace(opened(START), "this neuron")


def test_the_claim_about_the_sum_holds_for_he_and_not_for_a_fixed_deviation():
    at = opened(START, initializer="he_uniform")
    assert "holds here" in text(at)
    assert "1.41 with 1 input, 1.41 with 64" in text(at)
    at.selectbox("initializer").set_value("random_uniform")
    checked(at.run())
    assert "does not hold here" in text(at)


def test_a_hundred_linear_starts_arrive_at_the_least_squares_line():
    at = opened(HUNDRED, fallen=60)
    data = real("penguins")
    r = np.corrcoef(data.X[:, 0], data.y)[0, 1]  # in standard units the slope is r and the intercept 0
    assert "Each learns body mass from flipper length (penguins, in standard units)" in text(at)
    assert "100 at the lowest loss," in text(at)
    assert f"lowest loss, {number(1 - r * r)}" in text(at)
    assert trace(at, "neuron")["x"] == pytest.approx([r] * 100, abs=1e-3)
    assert trace(at, "neuron")["y"] == pytest.approx([0.0] * 100, abs=1e-3)


@pytest.mark.parametrize(
    ("chosen", "in_link"),
    [
        ({"fallen": 60}, False),
        ({"fallen": 59}, True),
        ({"fallen": 60, "fall_activation": "relu"}, True),
    ],
)
def test_a_link_tells_where_the_hundred_were_stopped_and_not_where_they_come_by_themselves(chosen, in_link):
    at = opened(HUNDRED, **chosen)
    assert at.slider("fallen").value == chosen["fallen"], "links from before tell it, and are read the same way"
    assert ("fallen" in at.query_params) is in_link
    assert "fallen" in unanswered(HUNDRED, fallen=60).query_params, "nothing plays before there is an answer"


def test_every_relu_neuron_moves_at_first_once_the_biases_start_at_zero_and_most_learn_from_weights_near_zero():
    at = opened(HUNDRED, fall_activation="relu")
    stuck = int(re.search(r"(\d+) silent from the start", text(at)).group(1))
    crosses = trace(at, "silent neuron")["x"]
    assert stuck == len(crosses) > 0
    assert f"and {stuck} never move" in text(at)
    assert not solved(at)
    at.slider("fallen").set_value(60)
    checked(at.run())
    assert set(crosses) <= set(trace(at, "silent neuron")["x"])
    at.toggle("draw_bias").set_value(False)
    checked(at.run())
    assert "0 silent from the start" in text(at)
    assert not solved(at)
    assert "fall silent on the way" in text(at)
    at.selectbox("initializer").set_value("random_uniform")
    checked(at.run())
    assert solved(at)


def test_linear_neurons_do_not_solve_the_mission_of_relu():
    assert not solved(opened(HUNDRED, draw_bias="false", fallen=60))
    assert not solved(opened(HUNDRED, draw_bias="false", fall_activation="relu", initializer="zeros"))


def update(epoch=3, batch=1, optimizer="sgd", rate=0.1):
    data = real("cars")
    standardizer = Standardizer.fit(data.X, data.y)
    settings = Settings(
        optimizer=optimizer,
        learning_rate=rate,
        epochs=20,
        batch_size=4,
        initial_weights=(0.6,),
        initial_bias=0.5,
    )
    return itemise(standardizer.transform_X(data.X), standardizer.transform_y(data.y), settings, epoch, batch)


@pytest.mark.parametrize("optimizer", list(OPTIMIZERS))
def test_every_number_of_the_update_is_on_the_page_with_every_optimizer(optimizer):
    at = opened(UPDATE, epoch=3, batch=2, part="update", update_optimizer=optimizer)
    seen = update(optimizer=optimizer)
    rows = [seen.features[:, 0], seen.products[:, 0], seen.predictions, seen.labels, seen.errors, *seen.shares.T]
    moments = getattr(seen.state_after, "_asdict", dict)()  # plain gradient descent has none
    moments = [value for name, value in moments.items() if name not in ("steps", "velocity")]
    parameters = [seen.weights, seen.gradient, seen.step, seen.new_weights, [seen.bias, seen.new_bias], *moments]
    for value in np.concatenate([np.ravel(each) for each in rows + parameters]):
        assert number(float(value), 4) in text(at)


def place(at):
    return at.slider("epoch").value, at.slider("batch").value, at.segmented_control("part").value


def test_the_arrows_step_through_the_parts_and_on_to_the_next_step():
    at = opened(UPDATE, batch=8)
    places = [place(at)]
    for _ in range(4):
        at.button("part_forward").click()
        places.append(place(checked(at.run())))
    assert places == [(1, 8, "predict"), (1, 8, "error"), (1, 8, "gradient"), (1, 8, "update"), (2, 1, "predict")]
    at.button("part_back").click()
    assert place(checked(at.run())) == (1, 8, "update")


def test_forward_goes_from_epoch_to_epoch_once_all_rows_are_one_batch():
    at = opened(UPDATE)
    at.slider("batch").set_value(5)
    checked(at.run())
    at.selectbox("update_batch_size").set_value(0)
    checked(at.run())
    epochs = []
    for _ in range(8):
        at.button("part_forward").click()
        epochs.append(checked(at.run()).slider("epoch").value)
    assert epochs == [1, 1, 1, 2, 2, 2, 2, 3]


def test_a_press_goes_on_from_where_a_slider_was_moved_just_before():
    at = opened(UPDATE, part="update", batch=8)
    at.slider("epoch").set_value(5)
    at.button("part_forward").click()
    assert place(checked(at.run())) == (6, 1, "predict")


def test_a_larger_batch_size_than_the_kept_batch_brings_the_nearest_batch():
    at = opened(UPDATE, batch=8)
    at.slider("batch").set_value(8)
    checked(at.run())
    for size in (8, 16, 0, 1):
        at.selectbox("update_batch_size").set_value(size)
        checked(at.run())
    at.slider("batch").set_value(32)
    checked(at.run())
    for dataset in ("anscombe_1", "galton", "cars"):
        at.selectbox("update_dataset").set_value(dataset)
        checked(at.run())
    assert at.slider("batch").value <= 32


@pytest.mark.parametrize(
    ("hidden", "value"),
    [
        ("product", lambda seen: seen.products[0, 0]),
        ("gradient", lambda seen: seen.gradient[0]),
        ("new weight", lambda seen: seen.new_weights[0]),
    ],
)
def test_a_hidden_cell_is_asked_for_and_checked_within_the_stated_tolerance(hidden, value):
    right = float(value(update()))
    at = opened(UPDATE, epoch=3, batch=2, part="update", hidden=hidden)
    stated = re.search(r"within ± ([\d.]+) counts", text(at)).group(1)
    tolerance = float(stated)
    assert "?" in tables(at)[0 if hidden == "product" else 1]
    assert not solved(at)
    at.text_input("answer").set_value(f"{right + 1.01 * tolerance:.9f}")
    checked(at.run())
    assert "too high" in text(at)
    assert f"within ± {stated} counts" in text(at)
    assert not solved(at)
    at.text_input("answer").set_value(f"{right + 0.99 * tolerance:.9f}")
    checked(at.run())
    assert "Right." in text(at)
    assert solved(at)


def asked(at):
    return "answer" in {field.key for field in at.text_input}


@pytest.mark.parametrize(("hidden", "first"), [("product", "predict"), ("error", "error"), ("new weight", "update")])
def test_there_is_a_field_for_a_hidden_cell_from_the_part_on_that_computes_it(hidden, first):
    parts = ["predict", "error", "gradient", "update"]
    for part in parts:
        at = opened(UPDATE, part=part, hidden=hidden)
        early = parts.index(part) < parts.index(first)
        assert asked(at) is not early
        assert (f"Go forward to “{first}”" in text(at)) is early
        assert ("What is " in "".join([text(at), *(field.label for field in at.text_input)])) is not early


def test_to_hide_a_cell_shows_all_others():
    at = opened(UPDATE)
    at.selectbox("hidden").set_value("prediction")
    assert checked(at.run()).segmented_control("part").value == "update"
    at.segmented_control("part").set_value("error")
    checked(at.run())
    at.selectbox("hidden").set_value("nothing")
    assert checked(at.run()).segmented_control("part").value == "error"


def test_the_question_stands_above_the_tables():
    nodes = list(opened(UPDATE, part="update", hidden="gradient").main)
    question = next(i for i, node in enumerate(nodes) if getattr(node, "key", None) == "answer")
    itemised = next(i for i, node in enumerate(nodes) if "<table>" in getattr(node.proto, "body", ""))
    assert question < itemised


CHANGES = {
    "epoch": lambda at: at.slider("epoch").set_value(7),
    "batch": lambda at: at.slider("batch").set_value(3),
    "rate": lambda at: at.slider("update_learning_rate").set_value(0.2),
    "data": lambda at: at.selectbox("update_dataset").set_value("penguins"),
    "batch size": lambda at: at.selectbox("update_batch_size").set_value(2),
    "optimizer": lambda at: at.selectbox("update_optimizer").set_value("adam"),
    "hidden cell": lambda at: at.selectbox("hidden").set_value("prediction"),
    "arrow": lambda at: at.button("part_back").click(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_an_answer_is_forgotten_with_the_step_it_was_given_for(change):
    at = opened(UPDATE, epoch=2, part="predict", hidden="product")
    at.text_input("answer").set_value("−123")
    assert re.search(r"123\S* is too low", text(checked(at.run())))
    CHANGES[change](at)
    checked(at.run())
    assert at.text_input("answer").value == ""
    assert not re.search(r"123\S* is too", text(at))
    assert "Any answer within" in text(at)


def test_an_answer_does_not_come_back_after_a_change_of_the_step_while_its_field_was_away():
    at = opened(UPDATE, epoch=2, part="gradient", hidden="gradient")
    at.text_input("answer").set_value("−123")
    checked(at.run())
    at.button("part_back").click()
    assert not asked(checked(at.run()))
    at.slider("epoch").set_value(3)
    checked(at.run())
    at.button("part_forward").click()
    assert checked(at.run()).text_input("answer").value == ""
    assert "answer" not in at.query_params


@pytest.mark.parametrize("typed", ["1,000", "<b>1</b>"])
def test_an_answer_that_is_no_number_stays_in_its_field_and_out_of_the_link(typed):
    at = opened(UPDATE, part="update", hidden="product")
    at.text_input("answer").set_value(typed)
    checked(at.run())
    assert at.text_input("answer").value == typed
    assert "That is not a number." in text(at)
    assert typed not in text(at)
    assert "answer" not in at.query_params


def test_an_answer_stays_while_the_parts_are_stepped_through():
    at = opened(UPDATE, part="gradient", hidden="product")
    at.text_input("answer").set_value("−123")
    checked(at.run())
    at.button("part_forward").click()
    assert re.search(r"123\S* is too low", text(checked(at.run())))


@pytest.mark.parametrize("nonsense", ["nan", "-3", "99999", "<b>x</b>", "abc"])
def test_a_link_with_nonsense_opens_every_idea_with_its_defaults(nonsense):
    keys = [
        "table",
        "row",
        "inputs",
        "w1",
        "sum_bias",
        "initializer",
        "draw_seed",
        "fan_in",
        "fallen",
        "fall_activation",
    ]
    keys += ["draw_bias", "epoch", "batch", "part", "hidden", "answer", "update_optimizer", "guess_sum", "done"]
    for idea in IDEAS if nonsense == "nan" else (HUNDRED,):
        at = opened(idea, **dict.fromkeys(keys, nonsense))
        assert not solved(at)
        assert nonsense == "-3" or nonsense not in text(at)
    assert unanswered(nonsense).segmented_control("weights_idea").value == SUM
