"""Ideas whose controls come with the answer, through Streamlit's own test driver: the question, then all of it."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.lessons.dot_product.test_which_car import CARS
from tests.pages.test_playground import checked, words_of

PAGES = Path(__file__).parents[2] / "playground" / "pages"
BY_HAND = "a sum by hand"
TWINS, CHANGE, CAR = "twins", "when do weights change?", "which car is most like yours?"
SMALLER = "can a smaller rate save it?"
PAIRS, TURN = "three pairs", "turn both"
YES, COLLAR, ZERO = "yes or no?", "the collar", "it starts at zero"
IDEAS = {
    BY_HAND: ("weights", "guess_first_sum", "2.4", "1.6"),
    TWINS: ("weights", "guess_twins", "soon", "never"),
    SMALLER: ("weights", "guess_rate", "none", "about 28"),
    CHANGE: ("weights", "guess_change", "once", "8 times"),
    PAIRS: ("dot_product", "guess_pairs", "B, C, A", "A, C, B"),
    TURN: ("dot_product", "guess_turn", "a + b", "a · b"),
    CAR: ("dot_product", "guess_car", "the Imperial itself", "the Lincoln Continental"),
    YES: ("bias", "guess_yes", "to all", "to none"),
    COLLAR: ("bias", "guess_collar", "both", "the bias"),
    ZERO: ("bias", "guess_zero", "yes", "no"),
}
"""Each idea, its page, the key of its question, a wrong answer and the right one."""
BEFORE = {YES: {"yes_weight", "yes_bias"}, ZERO: {"zero_weight"}}
"""What can be moved before the answer: it is what the question is about."""
AFTER = {
    BY_HAND: {"first_w1", "first_w2", "first_w3"},
    TWINS: {"twins_start", "twins_value", "twins_epoch"},
    SMALLER: {"silent_start", "silent_rate", "silent_way"},
    CHANGE: {"change_dataset", "change_batch_size", "rows_read"},
    PAIRS: {"angle_a", "angle_b", "angle_c"},
    TURN: {"turn"},
    CAR: {"your_car", "measure"},
    YES: {"species", "measured_from", "yes_weight", "yes_bias"},
    COLLAR: {"collar", "ruler"},
    ZERO: {"zero_weight", "zero_updates"},
}
SOLVED = {
    BY_HAND: {"first_w1": "1.5"},
    TWINS: {"twins_start": "random", "twins_epoch": "500"},
    SMALLER: {"silent_start": "1", "silent_way": "6"},
    CHANGE: {"change_dataset": "penguins", "change_batch_size": "32 rows"},
    PAIRS: {"angle_b": "120"},
    TURN: {"turn": "53"},
    CAR: {"your_car": "Lincoln Continental"},
    YES: {"yes_weight": "0.48", "yes_bias": "-99"},
    COLLAR: {"collar": "300", "ruler": "6"},
    ZERO: {"zero_weight": "2"},
}
each_idea = pytest.mark.parametrize("idea", IDEAS)


def opened(idea, **link):
    page, *_ = IDEAS[idea]
    at = AppTest.from_file(PAGES / f"{page}.py", default_timeout=30)
    for name, value in {f"{page}_idea": idea, **link}.items():
        at.query_params[name] = value
    return checked(at.run())


def controls(at, idea):
    page, guess, *_ = IDEAS[idea]
    found = [*at.slider, *at.selectbox, *at.number_input, *at.button_group]
    return {control.key for control in found} - {f"{page}_idea", guess}


def said(at):
    return words_of(at).replace("*", "")


@each_idea
def test_an_idea_opens_with_its_question_and_no_more_controls_than_that_needs(idea):
    at = opened(idea)
    assert controls(at, idea) == BEFORE.get(idea, set())
    assert "Mission:" not in said(at)
    assert IDEAS[idea][3] not in said(at)
    assert all(chart.proto.alt for chart in at.get("plotly_chart"))


@each_idea
def test_an_answer_brings_the_controls_the_reason_and_the_mission(idea):
    _, guess, wrong, right = IDEAS[idea]
    at = opened(idea)
    at.button_group(key=guess).set_value(wrong)
    checked(at.run())
    assert controls(at, idea) == AFTER[idea]
    assert f"✗ It is “{right}”." in said(at)
    assert "Mission:" in said(at)
    assert "Solved!" not in said(at)


@each_idea
def test_a_link_with_an_answer_and_controls_opens_all_of_it_and_its_mission_is_solved(idea):
    _, guess, _, right = IDEAS[idea]
    at = opened(idea, **{guess: right}, **SOLVED[idea])
    assert "Solved!" in said(at)
    assert at.query_params["done"]
    assert "Solved!" not in said(opened(idea, **SOLVED[idea])), "not before the answer"


def test_random_neurons_have_a_seed_and_can_be_drawn_again():
    at = opened(TWINS, guess_twins="never", twins_start="random", twins_seed="99", twins_epoch="500")
    assert controls(at, TWINS) == {"twins_start", "twins_seed", "twins_epoch"}
    at.button(key="twins_draw").click()
    assert checked(at.run()).number_input(key="twins_seed").value == 0
    at.button(key="twins_draw").click()
    assert "0.197 is the loss of one number for all rows" in said(checked(at.run()))


def test_the_rows_that_were_read_begin_anew_with_other_data():
    at = opened(CHANGE, guess_change="once", rows_read="32")
    assert "the weights have changed 8 times" in said(at)
    at.button_group(key="change_dataset").set_value("penguins")
    assert at.run().slider(key="rows_read").value == 0
    assert "Before the first row" in said(at)


def test_a_value_that_the_slider_cannot_have_is_shown_as_the_nearest_state():
    at = opened(TWINS, guess_twins="never", twins_epoch="7")
    assert "After 5 epochs" in said(at)
    assert "After 500 epochs" in said(opened(TWINS, guess_twins="never", twins_epoch="1e9"))


def test_two_cars_become_the_columns_of_many_numbers():
    at = opened(CAR, guess_car="show me", measure="cosine similarity")
    at.button(key="to_many_numbers").click()
    checked(at.run())
    assert at.button_group(key="dot_product_idea").value == "many numbers"
    for column, car in (("u", "Chrysler Imperial"), ("v", "Lincoln Continental")):
        numbers = [float(number) for number in at.query_params[column].split(",")]
        assert numbers == pytest.approx(CARS[car], abs=5e-4)
    assert re.search(r"sum of the products: 11\.0", said(at))


def test_after_the_small_numbers_come_real_penguins():
    at = opened(BY_HAND, guess_first_sum="1.6")
    at.button(key="to_real_rows").click()
    assert checked(at.run()).button_group(key="weights_idea").value == "the weighted sum"
    assert "flipper length" in said(at)
