"""The frame of every idea, on every chapter: what stands where, before the tap and after it."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from playground.ui.chapter import table_of
from playground.ui.numeric import Number, Whole
from playground.ui.question import SHOW_ME
from playground.ui.state import settled
from tests.chapters import CHAPTERS, IDEAS, each_idea, ideas_of
from tests.links.screen import controls_of, value_of
from tests.pages.test_playground import checked, plain

SUM = next(idea for _, idea in IDEAS if idea.name == "the weighted sum")
PAGES = Path(__file__).parents[2] / "playground" / "pages"


def opened(chapter, idea, **link):
    """The page of that chapter with that idea on the screen."""
    at = AppTest.from_file(PAGES / f"{chapter}.py", default_timeout=30)
    at.query_params[f"{chapter}_idea"] = idea.name
    for name, value in link.items():
        at.query_params[name] = value
    return checked(at.run())


def order(at):
    """Keys and words in the order in which they stand."""
    found = []

    def walk(block):
        for child in block.children.values():
            if hasattr(child, "children"):
                walk(child)
            elif child.type == "html":
                found.append(child.proto.body)
            elif getattr(child, "key", None):
                found.append(child.key)

    walk(at.main)
    return found


@each_idea
def test_the_question_stands_on_top_and_its_options_below_it(chapter, idea):
    shown = order(opened(chapter, idea))
    heading = next(i for i, body in enumerate(shown) if body.startswith("<h2>"))
    assert plain(shown[heading]) == idea.question.text
    assert shown[heading + 1] == idea.question.key
    before = [body for body in shown[:heading] if not body.startswith("<")]
    assert before == ["stage", f"{chapter}_idea"], "only the menu, what is beside it and what is not seen come first"


@each_idea
def test_the_answer_stands_beside_the_options(chapter, idea):
    wrong = next(option for option in idea.question.options if option != idea.question.answer)
    for guess, sign in ((idea.question.answer, "✓ Right."), (wrong, "✗ It is"), (SHOW_ME, "The answer is")):
        shown = order(opened(chapter, idea, **{idea.question.key: guess}))
        beside = shown[shown.index(idea.question.key) + 1]
        assert plain(beside).replace("**", "").startswith(sign)
        assert plain(idea.question.why) in plain(beside)
        right = int(re.search(r'data-right="(\d)"', beside).group(1))
        assert idea.question.options[right - 1] == idea.question.answer, "the sign stands on the right option"
    assert "data-right" not in "".join(order(opened(chapter, idea)))


@each_idea
def test_the_reason_is_one_sentence(chapter, idea):
    assert len(re.findall(r"[.!?](?:\s|$)", idea.question.why)) == 1
    assert len(idea.question.why.split()) <= 30


def test_a_sign_is_there_for_as_many_options_as_a_question_has():
    css = (PAGES.parent / "ui" / "question.css").read_text(encoding="utf-8")
    most = max(len(idea.question.options) for _, idea in IDEAS)
    assert all(f'[data-right="{place}"]) [role="radio"]:nth-child({place})' in css for place in range(1, most + 1))


def test_every_chapter_has_its_ideas():
    assert {chapter for chapter, _ in IDEAS} == set(CHAPTERS)


def missions_of(at):
    return [body for body in order(at) if '<div class="mission' in body]


def test_a_mission_that_is_solved_is_marked_and_is_spoken():
    assert not missions_of(opened("weights", SUM)), "it comes with the answer"
    (shown,) = missions_of(opened("weights", SUM, guess_sum="both"))
    assert 'class="mission open"' in shown
    assert "data-say" not in shown
    (shown,) = missions_of(opened("weights", SUM, guess_sum="both", w1="0.05"))
    assert 'class="mission solved" data-say' in shown
    assert "Solved!" in shown
    (shown,) = missions_of(opened("weights", SUM, guess_sum="both", done="reach_the_label"))
    assert 'class="mission solved_earlier"' in shown
    assert "data-say" not in shown, "what was solved earlier is no news"


def test_motion_is_for_those_who_did_not_ask_for_less_of_it():
    css = (PAGES.parent / "ui" / "mission.css").read_text(encoding="utf-8")
    allowed = css.index("@media (prefers-reduced-motion: no-preference)")
    assert "animation" not in css[:allowed]
    assert css[allowed:].count("animation") == 2


def done(at):
    """The names of the ideas with a tick in the menu."""
    body = next(body for body in order(at) if "data-done" in body)
    return [int(place) for place in re.search('data-done="(.*?)"', body).group(1).split()]


@each_idea
def test_an_idea_gets_its_tick_with_its_mission_or_else_with_its_answer(chapter, idea):
    place = ideas_of(chapter).index(idea) + 1
    assert done(opened(chapter, idea)) == []
    answered = opened(chapter, idea, **{idea.question.key: idea.question.answer})
    assert done(answered) == ([] if idea.missions else [place])
    solved = opened(chapter, idea, done=",".join(idea.missions))
    assert done(solved) == ([place] if idea.missions else [])


def test_a_tick_is_there_for_as_many_ideas_as_a_chapter_has():
    css = (PAGES.parent / "ui" / "lesson.css").read_text(encoding="utf-8")
    most = max(len(ideas_of(chapter)) for chapter in CHAPTERS)
    assert all(f'[data-done~="{place}"]) [role="radio"]:nth-child({place})' in css for place in range(1, most + 1))


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_next_and_back_lead_through_the_whole_chapter(chapter):
    ideas = ideas_of(chapter)
    at = opened(chapter, ideas[0])
    there, back = [at.session_state[f"{chapter}_idea"]], []
    while any(button.key == "idea_after" for button in at.button):
        at.button(key="idea_after").click()
        there.append(checked(at.run()).session_state[f"{chapter}_idea"])
    while any(button.key == "idea_before" for button in at.button):
        at.button(key="idea_before").click()
        back.append(checked(at.run()).session_state[f"{chapter}_idea"])
    assert there == [idea.name for idea in ideas]
    assert back == there[-2::-1]


@each_idea
def test_reset_puts_the_idea_s_own_controls_back_and_nothing_else(chapter, idea):
    guess = {idea.question.key: idea.question.answer}
    fresh = opened(chapter, idea, **guess)
    table = table_of(chapter, ideas_of(chapter))
    changed = {row.key: row.positions(settled(table, {}))[0] for row in idea.parameters if type(row) in (Number, Whole)}
    others = {"w1": "-2", "frozen_weight": "-2", "line_w": "-2"} | guess
    at = opened(chapter, idea, **{**others, **{key: f"{value:g}" for key, value in changed.items()}})
    before = dict(at.query_params)
    at.button(key="reset_idea").click()
    checked(at.run())
    shown, as_fresh = ({each.key: value_of(each) for each in controls_of(page)} for page in (at, fresh))
    assert shown == {**as_fresh, **idea.opening}
    own = {row.key for row in idea.parameters}
    assert {name for name in before if name not in at.query_params} <= own
    assert idea.question.key in at.query_params


def test_a_chapter_has_a_tick_in_the_navigation_once_all_of_its_ideas_are_done():
    at = AppTest.from_file(PAGES.parents[1] / "app.py", default_timeout=30)
    for idea in ideas_of("bias"):
        at.query_params[idea.question.key] = SHOW_ME
    at.switch_page("playground/pages/bias.py")
    checked(at.run())
    assert icons(checked(at.run())) == {}
    missions = [mission for idea in ideas_of("bias") for mission in idea.missions]
    at.query_params["done"] = ",".join(missions)
    checked(at.run())
    assert icons(checked(at.run())) == {"Bias": ":material/check:"}


def icons(at):
    """The icons of the pages in the navigation, where they have one."""
    return {page["page_name"]: page["icon"] for page in at._registered_pages.values() if page["icon"]}


SECOND = [(chapter, idea) for chapter, idea in IDEAS if idea.second_question]
TRIED = {
    "moves, does not tilt": {"held_bias": "-2"},
    "claim: no growing error": {"bias_learning_rate": "0.6"},
    "with and without": {"mean_x": "0", "mean_y": "0"},
    "a hundred starts": {"fall_activation": "relu", "fallen": "60"},
}
"""What a visitor has to do to see it."""


@pytest.mark.parametrize(("chapter", "idea"), SECOND, ids=[idea.name for _, idea in SECOND])
def test_what_was_seen_is_asked_after_trying_and_judged_in_a_sign_and_in_words(chapter, idea):
    guess, second = {idea.question.key: SHOW_ME}, idea.second_question
    assert "What did you see?" not in "".join(order(opened(chapter, idea, **guess))), "nothing was tried yet"
    assert "What did you see?" not in "".join(order(opened(chapter, idea, **TRIED[idea.name]))), "the first one first"
    for option in second.options:
        at = opened(chapter, idea, **guess, **TRIED[idea.name])
        (button,) = [button for button in at.button if button.label == option]
        button.click()
        checked(at.run())
        sign, words = ("✓", "Yes.") if option == second.answer else ("✗", "Look again.")
        assert f"{sign} {option}" in [button.label for button in at.button]
        assert f"<strong>{words}</strong> {second.why}" in "".join(order(at))
        assert at.query_params[second.key] in (option, [option])


def test_every_second_question_is_tried():
    assert TRIED.keys() == {idea.name for _, idea in SECOND}
