"""Before there is a guess nothing on an idea's screen answers its question; with the guess it all comes."""

import json
import re

import pytest

from playground.ui.chapter import SHOW_ME
from tests.chapters import IDEAS, each_idea
from tests.pages.test_frame import opened
from tests.pages.test_playground import plain

ANSWERED_BY = {
    "the weighted sum": ["no other", "sum of all products"],
    "where weights come from": ["√", "divide by", "every weight", "with 1 input"],
    "a hundred starts": ["bowl", "lowest", "one place", "under way", "loss over weight and bias"],
    "raw or standardised?": ["round", "condition number", "limit of the learning rate", "creeps", "standardised \\d"],
    "one update": ["against", r"share of the gradient", "follows the sum"],
    "two vectors": [r"\|a\|", "divides by both", "cosine 1", "angle is left", "cosine 0.740"],
    "the same number three ways": [r"\b7\b", r"w × x \+ b", "neuron's sum", "3.5 ?$", "bias is a weight"],
    "many numbers": ["angle =", "cosine", "arccos", "degrees", "plane", "formula stays"],
    "moves, does not tilt": ["slope", "threshold", "grey", "other biases", r"bias 1.00$", "weight alone"],
    "with and without": ["4.36", "without:", "without bias", "lowest possible loss", "pinned", "4.12"],
    "the bias alone": ["twice", "2 × ", "−5.00", "wrong tilt"],
    "claim: no growing error": ["holds here", "limits? (is|are)", "converges", "up to the learning rate"],
    "claim: not linear": ["holds here", "straight", "bends", r"f\(x \+ 1\)", "at three places", "one line"],
    "claim: back on track": ["holds here", "it goes from", "it ends at", "mean error goes", "moves until"],
}
"""Of each idea, what answers its question. Each of them is there once there is a guess."""


def drawn(figure):
    """The names and words of what is drawn in a picture."""
    traces = [trace for trace in figure["data"] if trace.get("visible", True) is True]
    words = [str(word) for trace in traces for word in trace.get("text") or ()]
    return [trace["name"] for trace in traces] + words


def said_on(at, question):
    """All that is on the screen in words, beside the question and its options; also what is one tap away."""
    html = [plain(body.proto.body) for body in at.get("html") if not body.proto.body.startswith("<h2>")]
    labels = [each.label for kind in ("slider", "selectbox", "toggle", "number_input") for each in at.get(kind)]
    helps = [each.help or "" for kind in ("slider", "selectbox", "toggle", "number_input") for each in at.get(kind)]
    written = [each.value for each in (*at.markdown, *at.caption)]
    charts = at.get("plotly_chart")
    pictures = [line for chart in charts for line in (chart.proto.alt, *drawn(json.loads(chart.proto.spec)))]
    return "\n".join([*html, *labels, *helps, *written, *pictures]).replace("*", "")


def found(patterns, text):
    return [pattern for pattern in patterns if re.search(pattern, text, re.IGNORECASE | re.MULTILINE)]


@each_idea
def test_nothing_answers_the_question_before_the_tap(chapter, idea):
    before = said_on(opened(chapter, idea), idea.question)
    assert found(ANSWERED_BY.get(idea.name, []), before) == []
    assert idea.question.why not in before
    assert not idea.question.more or idea.question.more not in before


@each_idea
def test_what_answers_it_is_there_after_the_tap(chapter, idea):
    at = opened(chapter, idea, **{idea.question.key: SHOW_ME})
    after = said_on(at, idea.question)
    assert plain(idea.question.why) in after
    patterns = ANSWERED_BY.get(idea.name, [])
    assert found(patterns, after) == patterns, "words that are never there would prove nothing"


SPOKEN_OPTIONS = {"a · b", "down", "up", "yes", "no", "both", "the same"}
"""Options that are names of what is on the screen, or words of every day."""


@pytest.mark.parametrize(
    ("chapter", "idea"),
    [each for each in IDEAS if each[1].question.answer not in SPOKEN_OPTIONS],
    ids=[idea.name for _, idea in IDEAS if idea.question.answer not in SPOKEN_OPTIONS],
)
def test_the_right_option_is_named_nowhere_else(chapter, idea):
    before = said_on(opened(chapter, idea), idea.question)
    assert not re.search(rf"(?<![\w.]){re.escape(idea.question.answer)}(?![\w.])", before, re.IGNORECASE)


def test_no_idea_is_listed_that_is_gone():
    assert ANSWERED_BY.keys() <= {idea.name for _, idea in IDEAS}
