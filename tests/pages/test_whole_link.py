"""A chapter's link holds all that was chosen on it, also in the ideas that are not on the screen."""

from functools import cache
from itertools import islice, product

import pytest
from streamlit.testing.v1 import AppTest

from tests.chapters import ideas_of
from tests.links.screen import NAMES
from tests.pages.test_links import APP, CHAPTERS, PAGES, all_shown, fresh, go, ideas, visit
from tests.pages.test_playground import checked, words_of

SUM, START, UPDATE = "the weighted sum", "where weights come from", "one update"
LEAST_NAMES = {"weights": 25, "dot_product": 9, "bias": 17}
"""How many names a link has at least when everything was changed."""
TABLE = {"edited_rows": {0: {"u": "7"}, 2: {"v": None}}, "added_rows": [], "deleted_rows": []}


def opened(chapter, link):
    """That chapter for a visitor who comes with that link."""
    at = AppTest.from_file(APP, default_timeout=30).run()
    at.switch_page(f"playground/pages/{chapter}.py")
    for name, value in link.items():
        at.query_params[name] = value
    return checked(at.run())


def another(control):
    """A value that the control does not have now."""
    options = [getattr(option, "content", option) for option in getattr(control, "options", [])]
    if control.key.startswith("guess"):
        return options[0]
    if options:
        return next(option for option in reversed(options) if option != control.value)
    if control.value is None:
        return 0.25
    if isinstance(control.value, bool):
        return not control.value
    step = control.step or 1
    steps = round((control.max - control.min) / step) // 3
    return type(control.value)(round(control.min + steps * step, 6))


def change_everything(chapter):
    """A session whose visitor has put every control of every idea elsewhere, and where they ended."""
    at = visit(chapter)
    for each in islice(ideas(at, chapter), 1, None):  # the first one is shown twice
        for key in [control.key for control in choices(each) if not control.key.endswith("_idea")]:
            control = next(control for control in choices(each) if control.key == key)
            wanted = another(control)
            control.set_value(NAMES.get(wanted, wanted) if isinstance(wanted, str) else wanted)
            checked(each.run())
        for control in (*each.slider, *each.toggle, *each.number_input):
            control.set_value(another(control))
        if each.get("arrow_data_frame") or each.dataframe:
            each.session_state["numbers_table_0"] = TABLE
        checked(each.run())
    return at


def choices(at):
    """What decides which other controls there are; set one after the other."""
    return [*at.selectbox, *at.button_group]


def link_of(at):
    return dict(at.query_params)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_link_opens_every_idea_as_its_sender_left_it(chapter):
    at = change_everything(chapter)
    sent, link = all_shown(at, chapter), link_of(at)
    assert len(link) >= LEAST_NAMES[chapter], link
    assert sent != fresh(chapter)
    assert all_shown(opened(chapter, link), chapter) == sent


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_is_as_it_was_after_a_visit_elsewhere(chapter):
    at = change_everything(chapter)
    link = link_of(at)
    for page in (page for page in PAGES if page != chapter):
        go(at, page)
    assert link_of(go(at, chapter)) == link
    assert all_shown(at, chapter) == all_shown(opened(chapter, link), chapter)


def choose(at, key, value):
    at.button_group(key=key).set_value(value)
    return checked(at.run())


def test_a_control_that_comes_back_has_its_last_value_not_the_link_s():
    at = opened("weights", {"weights_idea": START, "fan_in": "9"})
    assert at.slider("fan_in").value == 9
    at.slider("fan_in").set_value(12)
    checked(at.run())
    choose(at, "weights_idea", SUM)
    assert link_of(at)["fan_in"] == "12"
    choose(at, "weights_idea", START)
    assert at.slider("fan_in").value == 12


def test_an_answer_comes_back_with_its_idea_and_goes_with_its_step():
    at = opened("weights", {"weights_idea": UPDATE})
    at.slider("epoch").set_value(2)  # forgets an answer that was not asked for yet
    checked(at.run())
    at.selectbox("hidden").set_value("product")
    checked(at.run())
    at.text_input("answer").set_value("0,25")
    checked(at.run())
    choose(at, "weights_idea", SUM)
    assert link_of(at)["answer"] == "0,25"
    choose(at, "weights_idea", UPDATE)
    assert at.text_input("answer").value == "0,25"
    at.slider("epoch").set_value(3)
    assert "answer" not in link_of(checked(at.run()))
    assert at.text_input("answer").value == ""


def test_what_is_at_its_start_is_not_in_the_link():
    at = opened("weights", {"weights_idea": START, "fan_in": "9", "draw_seed": "0"})
    assert link_of(at) == {"weights_idea": START, "fan_in": "9"}
    at.slider("fan_in").set_value(3)
    assert link_of(checked(at.run())) == {"weights_idea": START}


def test_guesses_and_missions_of_other_ideas_count_though_they_are_not_shown():
    link = {"guess_bias": "it moves up", "guess_track": "no", "guess_curved": "show me", "done": "the_largest_rate"}
    at = opened("bias", {"bias_idea": "the bias alone", **link})
    assert "First guesses: 1 of 2 right." in words_of(at)
    assert "Solved" not in words_of(at)
    assert "Solved earlier." in words_of(choose(at, "bias_idea", "claim: no growing error"))
    assert link_of(at)["guess_bias"] == "it moves up"


@cache
def names_in(chapter):
    """The names that a link of it can have."""
    return link_of(change_everything(chapter)).keys() - {f"{chapter}_idea", "done"}


NONSENSE = ("<b>x</b>", "1e999", "9" * 400, "", "nan")
EVERY_TIME = [*zip(CHAPTERS, NONSENSE, strict=False)]
"""What is no value of a row is tested with the rows: here that a page with nothing else in its link opens."""


@pytest.mark.parametrize(
    ("chapter", "text"),
    [
        pytest.param(*each, marks=[pytest.mark.thorough] * (each not in EVERY_TIME))
        for each in product(CHAPTERS, NONSENSE)
    ],
)
def test_nonsense_under_every_name_of_a_link_opens_every_idea_as_it_starts(chapter, text):
    names = names_in(chapter)
    at = opened(chapter, dict.fromkeys(names, text))
    assert all_shown(at, chapter) == fresh(chapter)
    opening = {key for idea in ideas_of(chapter) for key in idea.opening}
    assert link_of(at).keys() <= {f"{chapter}_idea", *opening}
