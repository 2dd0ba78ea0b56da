"""A question and its answer: right or wrong is said in a sign and in words, and nothing before there is a guess."""

import pytest

from playground.ui.question import SHOW_ME, Question, is_answered

QUESTION = Question("guess", "How many?", ("one", "two", "three"), answer="two", why="One and one.")


def test_nothing_is_said_before_there_is_a_guess():
    assert not is_answered({"guess": None}, QUESTION)
    assert QUESTION.outcome({"guess": None}) == ""


def test_a_right_guess_gets_a_tick_and_the_reason():
    assert QUESTION.outcome({"guess": "two"}) == ":holds: **Right.** One and one."


@pytest.mark.parametrize("guess", ["one", "three"])
def test_a_wrong_guess_gets_a_cross_the_right_option_and_the_reason(guess):
    assert QUESTION.outcome({"guess": guess}) == ":fails: It is “**two**”. One and one."


def test_who_asks_to_be_shown_is_neither_right_nor_wrong():
    said = QUESTION.outcome({"guess": SHOW_ME})
    assert said == "The answer is “**two**”. One and one."
    assert ":holds:" not in said


def test_the_right_option_may_depend_on_the_state():
    options = ("yes", "no")
    asked = Question(
        "guess", "More?", options, "yes", "Look.", exception=lambda values: None if values["n"] else ("no", "None.")
    )
    assert asked.outcome({"guess": "yes", "n": 2}) == ":holds: **Right.** Look."
    assert asked.outcome({"guess": "yes", "n": 0}) == ":fails: It is “**no**”. None."
    assert asked.outcome({"guess": "no", "n": 0}) == ":holds: **Right.** None."
