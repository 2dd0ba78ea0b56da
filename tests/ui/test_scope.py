"""A value that several ideas use: each has its own, and what a link says goes to the first one that uses it."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.pages.test_playground import checked

PAGE = Path(__file__).parents[2] / "playground" / "pages" / "bias.py"
RATE = "bias_learning_rate"
GROWING, TRACK, PAIR, MOVES, CURVED = (
    "claim: no growing error",
    "claim: back on track",
    "with and without",
    "moves, does not tilt",
    "claim: not linear",
)


def opened(**link):
    at = AppTest.from_file(PAGE, default_timeout=30)
    for name, value in link.items():
        at.query_params[name] = value
    return checked(at.run())


def go(at, idea):
    at.button_group(key="bias_idea").set_value(idea)
    return checked(at.run())


def rate(at):
    return at.slider(key=RATE).value


def link(at):
    return {name: text[0] if isinstance(text, list) else text for name, text in at.query_params.items()}


def test_a_rate_for_one_idea_does_not_open_another_with_it():
    at = opened(bias_idea=GROWING)
    at.slider(key=RATE).set_value(0.6)
    checked(at.run())
    assert rate(go(at, TRACK)) == 0.2
    assert rate(go(at, PAIR)) == 0.2


def test_an_idea_that_is_come_back_to_is_as_it_was_left():
    at = opened(bias_idea=GROWING)
    at.slider(key=RATE).set_value(0.6)
    at.slider(key="mean_x").set_value(0.5)
    go(checked(at.run()), TRACK).slider(key=RATE).set_value(0.1)
    at = go(checked(at.run()), GROWING)
    assert (rate(at), at.slider(key="mean_x").value) == (0.6, 0.5)
    at = go(at, TRACK)
    assert (rate(at), at.slider(key="mean_x").value) == (0.1, 0.5)


def test_a_rate_that_is_set_in_the_moment_of_leaving_stays_with_the_idea_that_is_left():
    at = opened(bias_idea=GROWING)
    at.slider(key=RATE).set_value(0.6)
    assert rate(go(at, TRACK)) == 0.2
    assert rate(go(at, GROWING)) == 0.6


def test_an_idea_without_that_control_in_between_changes_nothing():
    at = opened(bias_idea=GROWING, bias_learning_rate="0.6")
    at = go(at, MOVES)
    assert link(at)[f"claim_no_growing_error.{RATE}"] == "0.6", "what was chosen stays in the address"
    assert rate(go(at, GROWING)) == 0.6
    go(at, MOVES)
    assert rate(go(at, TRACK)) == 0.2


def test_a_link_sets_the_idea_that_it_opens():
    at = opened(bias_idea=TRACK, bias_learning_rate="0.6", held_weight="1.5")
    assert rate(at) == 0.6
    assert rate(go(at, GROWING)) == 0.2
    assert go(at, CURVED).slider(key="held_weight").value == 1.5, "and the first one that uses its other values"
    assert go(at, MOVES).slider(key="held_weight").value == 0.8


def test_the_address_has_the_values_of_the_idea_on_the_screen():
    at = opened(bias_idea=GROWING, bias_learning_rate="0.6")
    there = link(go(at, TRACK))
    assert (there.get(RATE), there[f"claim_no_growing_error.{RATE}"]) == (None, "0.6")
    assert link(go(at, GROWING)) == {"bias_idea": GROWING, RATE: "0.6"}
    assert rate(go(opened(**there), GROWING)) == 0.6


def test_a_link_that_is_opened_in_a_session_forgets_what_the_ideas_had():
    at = go(opened(bias_idea=GROWING, bias_learning_rate="0.6"), TRACK)
    at.query_params.clear()
    at.query_params["bias_idea"] = PAIR
    at = checked(at.run())
    assert rate(at) == 0.2
    assert rate(go(at, GROWING)) == 0.2
