"""The Bias page through Streamlit's own test driver: numbers, verdicts that flip, missions, and links."""

import re
from pathlib import Path

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from playground.data import real
from playground.figures.numbers import number
from tests.pages.test_playground import checked, spec, trace, words_of

APP = Path(__file__).parents[2] / "app.py"
ALONE, SIDE_BY_SIDE = "the bias alone", "with and without"
GROWING, LINEAR, TRACK = "claim: no growing error", "claim: not linear", "claim: back on track"
IDEAS = ("moves, does not tilt", SIDE_BY_SIDE, ALONE, GROWING, LINEAR, TRACK)
PENGUINS = real("penguins")
SLOPE = float(np.corrcoef(PENGUINS.X[:, 0], PENGUINS.y)[0, 1])


GUESSES = {GROWING: "guess_growing", LINEAR: "guess_curved", TRACK: "guess_track"}
EVERY_GUESS = {IDEAS[0]: "guess_bias", SIDE_BY_SIDE: "guess_without", ALONE: "guess_alone", **GUESSES}


def opened(idea=IDEAS[0], **link):
    """The page with that idea on the screen, its question answered: all is shown only then."""
    return unanswered(idea, **{EVERY_GUESS.get(idea, "guess_bias"): "show me", **link})


def unanswered(idea=IDEAS[0], **link):
    at = AppTest.from_file(APP, default_timeout=30)
    at.query_params["bias_idea"] = idea
    for name, value in link.items():
        at.query_params[name] = value
    at.switch_page("playground/pages/bias.py")
    return checked(at.run())


def guessed(idea, **link):
    """The page of a claim's idea whose question has been answered: verdicts stand there only then."""
    return opened(idea, **{GUESSES[idea]: "yes", **link})


def text(at):
    return words_of(at).replace("*", "")


def holds(at, claim):
    """What the page's verdict on that claim is."""
    line = next(line for line in text(at).splitlines() if line.startswith(f"“{claim}”"))
    return {"holds here": True, "does not hold here": False}[re.search(r"(does not hold|holds) here", line)[0]]


def answered(at):
    """Whether the answer to the question stands on the screen."""
    return bool(re.search("✓ Right|✗ It is|The answer is", text(at)))


def solved(at):
    return "Solved!" in text(at)


def set_(at, **values):
    for key, value in values.items():
        at.slider(key).set_value(value)
    return checked(at.run())


@pytest.mark.parametrize("idea", IDEAS)
def test_every_idea_opens_unsolved_and_explains_after_a_guess(idea):
    at = unanswered(idea)
    assert not solved(at)
    assert not answered(at)
    guess = next(control for control in at.get("button_group") if control.key.startswith("guess"))
    guess.set_value(guess.options[1].content if hasattr(guess.options[1], "content") else guess.options[1])
    assert answered(checked(at.run()))
    assert "First guesses" in text(at)


def test_the_tally_counts_right_guesses_of_a_link_and_leaves_show_me_out():
    assert "First guesses" not in text(opened(guess_bias="show me"))
    assert "First guesses: 1 of 1 right" in text(opened(guess_bias="it moves up"))
    at = opened(guess_bias="both")
    assert "First guesses: 0 of 1 right" in text(at)
    at.button_group(key="bias_idea").set_value(SIDE_BY_SIDE)
    at.run()
    at.button_group(key="guess_without").set_value("higher")
    assert "First guesses: 1 of 2 right" in text(checked(at.run()))


def test_the_tally_counts_the_first_answer_to_each_question_only():
    at = opened(guess_bias="both")
    for later in ("it moves up", "it gets steeper", "it moves up"):
        at.button_group(key="guess_bias").set_value(later)
        assert "First guesses: 0 of 1 right" in text(checked(at.run()))
    assert "✓ Right. The bias is added" in text(at)


def test_a_right_first_guess_stays_right():
    at = opened(guess_bias="it moves up")
    at.button_group(key="guess_bias").set_value("both")
    assert "First guesses: 1 of 1 right" in text(checked(at.run()))


def test_who_wanted_to_be_shown_first_makes_no_guess_later():
    at = opened(guess_bias="show me")
    at.button_group(key="guess_bias").set_value("it moves up")
    said = text(checked(at.run()))
    assert "✓ Right." in said
    assert "First guesses" not in said


@pytest.mark.parametrize("guess", ["yes", "no", "show me"])
@pytest.mark.parametrize("idea", GUESSES)
def test_verdicts_appear_once_there_is_a_guess(idea, guess):
    at = unanswered(idea)
    assert not re.search(r"(holds|does not hold) here", text(at))
    at.button_group(key=GUESSES[idea]).set_value(guess)
    said = text(checked(at.run()))
    assert len(re.findall(r"(?:holds|does not hold) here\. ", said)) == 2


def test_the_bias_slider_moves_the_line_and_leaves_its_slope():
    at = opened()
    before = np.array(trace(at, "neuron")["y"])
    set_(at, held_bias=-2.0)
    np.testing.assert_allclose(np.array(trace(at, "neuron")["y"]) - before, -3.0)
    assert "At x = 0 the output is −2.00" in text(at)
    assert "f(1) − f(0) = −1.20 − (−2.00) = 0.800" in text(at)


def test_a_relu_says_where_its_threshold_is_and_the_mission_wants_it_at_2():
    at = opened(held_activation="relu", held_weight="0.5", held_bias="1")
    assert "−1.00 / 0.500 = −2.00" in text(at)
    assert not solved(at)
    assert solved(set_(at, held_bias=-1.0))


def test_a_line_that_crosses_zero_at_2_is_no_threshold():
    assert not solved(opened(held_activation="linear", held_weight="0.5", held_bias="-1"))


def test_a_weight_of_zero_has_no_threshold():
    assert "no threshold" in text(opened(held_activation="sigmoid", held_weight="0"))


def test_the_numbers_with_and_without_are_those_of_the_closed_forms():
    at = opened(SIDE_BY_SIDE, bias_epochs="200")
    weight = (SLOPE - 2) / 2  # mean(x y) / mean(x^2) with means -1 and 2
    said = text(at)
    assert f"With bias: y = {number(SLOPE)} x + {number(2 + SLOPE)}, loss {number(1 - SLOPE**2)}" in said
    assert f"Without: y = {number(weight)} x, loss {number(5 - 2 * weight**2)}" in said


def test_the_rate_between_both_limits_fails_only_with_a_bias():
    at = set_(opened(SIDE_BY_SIDE), bias_learning_rate=0.45)
    assert "Rate 0.450 is above its limit 0.3820: it diverges" in text(at)
    assert "never settles" in text(opened(SIDE_BY_SIDE, bias_learning_rate="1", mean_x="0"))


def test_the_gradient_of_the_bias_alone_stands_beside_twice_the_mean_error():
    at = opened(ALONE, frozen_weight="0.5", guess_alone="show me")
    # mean error at bias 0: w mean x - mean y = -0.5 - 2
    assert "| 0 | 0 | −2.50 | −5.00 | −5.00 | 1.00 |" in text(at)
    assert "| 1 | 1.00 | −1.50 | −3.00 | −3.00 | 0.600 |" in text(at)
    floor = 1 - SLOPE**2 + (0.5 - SLOPE) ** 2
    assert f"Lowest with weight 0.500: {number(floor)}" in text(at)


def test_the_bias_alone_reaches_the_floor_when_the_frozen_weight_is_right():
    at = opened(ALONE)
    assert not solved(set_(at, frozen_weight=0.6))
    assert solved(set_(at, frozen_weight=round(SLOPE, 2)))
    assert not solved(opened(ALONE, frozen_weight=f"{SLOPE:.2f}", bias_epochs="2"))
    assert "does not settle" in text(opened(ALONE, bias_learning_rate="1.1"))


def test_the_lower_floor_is_gone_where_the_data_are_centred():
    claim = "With a bias a lower loss is possible"
    at = guessed(GROWING)
    assert holds(at, claim)
    assert not holds(set_(at, mean_x=0.0, mean_y=0.0), claim)


def test_a_bias_does_not_stop_the_error_from_growing_above_the_limit():
    claim = "The error does not grow with a bias"
    at = guessed(GROWING)
    assert holds(at, claim)
    assert "0.3820 with a bias and 0.5000 without" in text(at)
    assert not holds(set_(at, bias_learning_rate=0.45), claim)
    assert "only the neuron with a bias diverges" in text(at)
    assert not holds(set_(at, bias_learning_rate=0.6), claim)
    assert "only the neuron" not in text(at)
    assert holds(set_(at, mean_x=0.0), claim)  # the limit is 1 there


def test_the_largest_rate_is_the_last_position_below_the_limit():
    at = guessed(GROWING)
    assert not solved(set_(at, bias_learning_rate=0.37))
    assert not solved(set_(at, bias_learning_rate=0.39))
    assert solved(set_(at, bias_learning_rate=0.38))
    assert "Solved earlier." in text(set_(at, bias_learning_rate=0.2))  # once solved it stays so


def test_the_output_at_zero_is_the_bias():
    claim = "The bias moves the output at x = 0"
    at = guessed(LINEAR)
    assert holds(at, claim)
    assert "f(0) = 1.00 with bias 1.00, and 0 with bias 0" in text(at)
    assert not holds(set_(at, held_bias=0.0), claim)


def test_only_an_activation_makes_it_curved():
    claim = "The output bends here"
    assert not holds(guessed(LINEAR), claim)
    assert not holds(guessed(LINEAR, held_bias="-4", at_x="-3.7"), claim)
    assert holds(guessed(LINEAR, held_activation="sigmoid"), claim)
    kinked = guessed(LINEAR, held_activation="relu", held_weight="0.5", held_bias="-1")
    assert holds(kinked, claim)  # x = 2 is the threshold
    assert not holds(set_(kinked, at_x=-2.0), claim)


def test_the_mean_error_goes_to_zero_with_epochs_and_a_rate_below_the_limit():
    claim = "With a bias the mean error goes to 0"
    at = guessed(TRACK)
    assert holds(at, claim)
    assert not holds(set_(at, bias_epochs=2), claim)
    assert not holds(set_(at, bias_epochs=50, bias_learning_rate=0.45), claim)


def test_the_mean_error_without_a_bias_is_zero_only_for_centred_data():
    claim = "It goes to 0 without a bias as well"
    at = guessed(TRACK)
    assert not holds(at, claim)
    left = (SLOPE - 2) / 2 * -1 - 2  # weight times mean x, less mean y
    assert f"It ends at {number(left)}" in text(at)
    assert holds(set_(at, mean_x=0.0, mean_y=0.0), claim)


@pytest.mark.parametrize("idea", IDEAS[1:4] + IDEAS[5:])
def test_the_extremes_show_numbers_and_sentences(idea):
    guess = {GUESSES[idea]: "no"} if idea in GUESSES else {}
    far = {"mean_x": "2", "mean_y": "-3", "bias_learning_rate": "1.2", "bias_epochs": "200", "frozen_weight": "-2"}
    near = {"mean_x": "0", "mean_y": "0", "bias_learning_rate": "1", "bias_epochs": "1", "frozen_weight": "0"}
    for extreme in (far, near):
        opened(idea, **guess, **extreme)


def test_nonsense_in_the_link_falls_back_to_the_defaults():
    nonsense = {
        "mean_x": "nan",
        "mean_y": "inf",
        "bias_learning_rate": "1e999",
        "bias_epochs": "2.5",
        "bias_dataset": "<b>",
        "done": "<b>,,",
    }
    assert text(opened(SIDE_BY_SIDE, **nonsense)) == text(opened(SIDE_BY_SIDE))
    assert text(opened("nonsense", held_bias="inf", held_weight="x", held_activation="cubic")) == text(opened())


def test_the_text_alternative_says_what_the_picture_shows_now():
    at = opened(SIDE_BY_SIDE)
    before = at.get("plotly_chart")[0].proto.alt
    set_(at, mean_y=-1.0)
    after = at.get("plotly_chart")[0].proto.alt
    assert "weight 0.0" not in after
    assert number((SLOPE + 1) / 2) in after != before
    assert spec(at)["layout"]["xaxis"]["title"]["text"] == "x: flipper length"
