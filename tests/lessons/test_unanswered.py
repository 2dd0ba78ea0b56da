"""Ideas that hold back: nothing on the screen answers their question before the tap, and there is little to read."""

import re

import pytest

from playground.lessons.bias.collar import idea as collar
from playground.lessons.bias.collar import text as collar_text
from playground.lessons.bias.starts_at_zero import idea as starts_at_zero
from playground.lessons.bias.starts_at_zero import text as starts_at_zero_text
from playground.lessons.bias.yes_or_no import idea as yes_or_no
from playground.lessons.bias.yes_or_no import text as yes_or_no_text
from playground.lessons.dot_product.three_pairs import idea as three_pairs
from playground.lessons.dot_product.three_pairs import text as three_pairs_text
from playground.lessons.dot_product.turned import idea as turned
from playground.lessons.dot_product.turned import text as turned_text
from playground.lessons.dot_product.which_car import idea as which_car
from playground.lessons.unanswered import FIRST
from playground.lessons.weights.first_sum import idea as first_sum
from playground.lessons.weights.first_sum import text as first_sum_text
from playground.lessons.weights.smaller_rate import idea as smaller_rate
from playground.lessons.weights.smaller_rate import text as smaller_rate_text
from playground.lessons.weights.twins import idea as twins
from playground.lessons.weights.twins import text as twins_text
from playground.lessons.weights.when_weights_change import idea as when_weights_change
from playground.lessons.weights.when_weights_change import text as when_weights_change_text
from playground.ui.chapter import SHOW_ME, table_of
from playground.ui.part import FACTS
from playground.ui.state import settled

HELD_BACK = {
    first_sum.IDEA: (first_sum_text.INTRODUCTION, ["1.6", "too low", "target"]),
    twins.IDEA: (twins_text.INTRODUCTION, ["never", "equal", "0.197", "random"]),
    smaller_rate.IDEA: (smaller_rate_text.INTRODUCTION, ["27", "labels", "below 0", "about 28"]),
    when_weights_change.IDEA: (when_weights_change_text.INTRODUCTION, ["8", ":fails:", "batches of"]),
    three_pairs.IDEA: (three_pairs_text.INTRODUCTION, ["1.04", "−2.57", "angle", "A, C, B"]),
    turned.IDEA: (turned_text.INTRODUCTION, ["= **5**", "stays", "neither", "a · b"]),
    which_car.IDEA: ("", ["11.0", "10.2", "longer", "largest", "cosine"]),
    yes_or_no.IDEA: (yes_or_no_text.INTRODUCTION, ["none", "206.7", "0.64", "0.977"]),
    collar.IDEA: (collar_text.INTRODUCTION, ["−5281", "rise", "rises", "keeps its slope"]),
    starts_at_zero.IDEA: (starts_at_zero_text.INTRODUCTION, ["−6", "gradient", "mean error"]),
}
"""Each idea, what else stands beside its picture until then, and what would answer."""
MOST_WORDS, MOST_NUMBERS = 60, 25
each_idea = pytest.mark.parametrize("idea", HELD_BACK, ids=lambda idea: idea.name)


def seen(idea, guess=None, **wanted):
    return idea.view(settled((*table_of("chapter", [idea]), *FACTS), {idea.question.key: guess, **wanted}))


def read(screen):
    """All that is to be read on a screen, also by those who hear its pictures."""
    drawn = [text for picture in screen.pictures.values() for trace in picture.traces for text in trace.get("text", ())]
    return [*screen.words.values(), *(picture.alt for picture in screen.pictures.values()), *drawn]


@each_idea
def test_nothing_on_the_screen_answers_before_the_tap(idea):
    beside, answers = HELD_BACK[idea]
    screen = seen(idea)
    before = " ".join([beside, *read(screen), *screen.mission.hints])
    for answer in answers:
        assert not re.search(rf"(?<![\w.]){re.escape(answer)}(?![\w.]*\w)", before), answer


@each_idea
def test_what_would_answer_is_there_after_it_or_in_the_reason(idea):
    screen = seen(idea, SHOW_ME)
    after = " ".join([idea.question.why, idea.question.answer, *read(screen), *screen.mission.hints])
    found = [answer for answer in HELD_BACK[idea][1] if answer in after]
    assert len(found) >= 2, "else the test before could not fail"


@each_idea
def test_an_idea_opens_with_little_to_read(idea):
    beside, _ = HELD_BACK[idea]
    said = " ".join([idea.question.text, *idea.question.options, beside, *seen(idea).words.values()])
    assert len(re.findall(r"[^\W\d_]+", said)) <= MOST_WORDS
    assert len(re.findall(r"\d+(?:\.\d+)?", said)) <= MOST_NUMBERS


@each_idea
def test_the_hints_follow_once_the_question_is_answered(idea):
    assert seen(idea).mission.hints == FIRST
    assert seen(idea, SHOW_ME).mission.hints != FIRST


@each_idea
def test_no_state_solves_a_mission_before_the_answer(idea):
    for row in idea.parameters:
        for value in getattr(row, "options", (row.start,)):
            assert not seen(idea, **{row.key: value}).mission.solved
