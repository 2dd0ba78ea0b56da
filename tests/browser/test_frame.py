"""The frame of an idea under a visitor's hand: the answer in its place, and a mission that is felt."""

import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NARROW, WIDE, fresh_page
from tests.browser.test_accessibility import expect_whole, violations
from tests.browser.test_playground import hold, slider
from tests.browser.test_weights import opened
from tests.chapters import CHAPTERS, IDEAS, ideas_of

SPOKEN = ".voice[role=status]"
MISSION = ".st-key-mission_reach_the_label"
ANIMATION = "(badge) => getComputedStyle(badge).animationName"
SIGN = "(option) => getComputedStyle(option.querySelector('p'), '::before').content"


def option(page, name):
    return page.locator(".st-key-guess_sum").get_by_role("radio", name=name)


def test_the_answer_stands_where_the_tap_was_and_is_spoken(page, address):
    opened(page, address)
    chosen = option(page, "the output")
    before = chosen.bounding_box()
    assert before["height"] >= 44
    chosen.click()
    answer = page.locator(".st-key-outcome_of_the_guess")
    expect(answer).to_contain_text("✗ It is “its product”")
    after, beside = chosen.bounding_box(), answer.bounding_box()
    assert after["y"] == before["y"]
    assert abs(beside["y"] + beside["height"] / 2 - after["y"] - after["height"] / 2) < 20, "in the same line"
    assert "✗" in chosen.evaluate(SIGN)
    assert "✓" in option(page, "its product").evaluate(SIGN)
    assert option(page, "both").evaluate(SIGN) == "none"
    assert option(page, "show me").evaluate(SIGN) == "none"
    expect(page.locator(SPOKEN)).to_contain_text("It is “its product”")
    option(page, "its product").click()
    expect(page.locator(SPOKEN)).to_contain_text("Right.")
    assert option(page, "the output").evaluate(SIGN) == "none"


def solve(page, address):
    opened(page, address)
    option(page, "its product").click()
    expect(page.locator(MISSION)).not_to_contain_text("Solved")
    weight = slider(page, "w1")
    for _ in range(15):  # to 0.05
        weight.press("ArrowLeft")
    expect(page.locator(MISSION)).to_contain_text("Solved!")


def test_a_solved_mission_is_felt_and_spoken(page, address):
    solve(page, address)
    expect(page.locator(SPOKEN)).to_contain_text("Solved!")
    assert "solved-badge" in page.locator(f"{MISSION} .badge").evaluate(ANIMATION)
    page.reload()
    expect(page.locator(MISSION)).to_contain_text(re.compile("Solved"))


@pytest.mark.thorough
def test_a_solved_mission_stands_still_for_those_who_asked_for_less_motion(chromium, address):
    with fresh_page(chromium, viewport=WIDE, reduced_motion="reduce") as page:
        solve(page, address)
        expect(page.locator(SPOKEN)).to_contain_text("Solved!")
        assert page.locator(f"{MISSION} .badge").evaluate(ANIMATION) == "none"


def test_next_and_back_lead_through_the_lesson_and_reset_puts_an_idea_back(page, address):
    opened(page, address)
    slider(page, "w1").press("ArrowRight")
    following = page.locator(".st-key-idea_after button")
    name = following.inner_text().split("next: ")[-1].strip()
    following.click()
    expect(page.locator(".st-key-weights_idea [aria-checked=true]")).to_have_text(name)
    page.get_by_role("button", name="back: the weighted sum").click()
    expect(slider(page, "w1")).to_have_value("0.85")
    page.get_by_role("button", name="reset").click()
    expect(slider(page, "w1")).to_have_value("0.8")
    expect(page).not_to_have_url(re.compile("w1="))


@pytest.mark.thorough
def test_an_idea_that_is_done_has_a_tick_in_the_menu(page, address):
    opened(page, address)
    ideas = page.locator(".st-key-weights_idea").get_by_role("radio")
    assert ideas.nth(0).evaluate(SIGN) == "none"
    solve(page, address)
    expect(page.locator(".st-key-ideas [data-done='1']")).to_be_attached()
    assert "✓" in ideas.nth(0).evaluate(SIGN)
    assert ideas.nth(1).evaluate(SIGN) == "none"


PLOT = """(wanted) => {
  const traces = [...document.querySelectorAll('.st-key-pair .scatterlayer .trace')];
  const shown = traces.map((each) => each.__data__[0].trace.name);
  return JSON.stringify([...new Set(shown)].sort()) === JSON.stringify(wanted);
}"""
LOSS = "() => document.querySelector('.st-key-pair .js-plotly-plot').data.at(-1).y.at(-1)"


def test_what_would_answer_is_not_drawn_until_the_tap_and_the_rest_follows_the_finger(page, address):
    page.goto(f"{address}/bias?{urlencode({'bias_idea': 'with and without'})}")
    page.wait_for_function(PLOT, arg=["data", "origin", "with bias"])
    chart, before = page.locator(".st-key-pair .js-plotly-plot").element_handle(), page.evaluate(LOSS)
    hold(page, "bias_learning_rate", -0.9)
    page.wait_for_function(f"(before) => ({LOSS})() > before + 0.01", arg=before)
    assert page.evaluate(f"({PLOT})({['data', 'origin', 'with bias']})")
    page.mouse.up()
    expect(page).to_have_url(re.compile("bias_learning_rate="))
    assert chart.evaluate("(chart) => chart.isConnected"), "the picture was changed, not replaced"
    slow = page.evaluate(LOSS)
    page.locator(".st-key-guess_without").get_by_role("radio", name="lower").click()
    page.wait_for_function(PLOT, arg=["data", "lowest possible loss", "origin", "with bias", "without bias"])
    assert page.evaluate(LOSS) == slow


ANSWERED = {
    "a wrong answer and a solved mission": ("weights", {"guess_sum": "both", "w1": "0.05"}),
    "what was seen": (
        "bias",
        {
            "bias_idea": "claim: no growing error",
            "guess_growing": "yes",
            "bias_learning_rate": "0.6",
            "saw_growth": "fell",
        },
    ),
    "a table and the arithmetic": ("weights", {"weights_idea": "one update", "guess_update": "up", "part": "update"}),
}


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.thorough)])
@pytest.mark.parametrize(
    ("path", "link"),
    [
        pytest.param(*each, id=name, marks=[pytest.mark.thorough] * (name != "what was seen"))
        for name, each in ANSWERED.items()
    ],
)
def test_axe_finds_nothing_on_an_idea_that_is_answered(page, address, path, link, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address}/{path}?{urlencode(link)}")
    expect(page.locator("[data-right]")).to_be_attached()
    expect_whole(page)
    assert violations(page) == set()


def test_a_picture_grows_with_the_window_and_on_a_wall_stands_with_its_question_alone(page, address):
    page.goto(f"{address}/bias?{urlencode({'bias_idea': 'the collar'})}")
    drawn = page.locator(".st-key-collar_picture .main-svg").first
    expect(drawn).to_have_attribute("height", "320")
    page.set_viewport_size({"width": 1920, "height": 1080})
    expect(drawn).to_have_attribute("height", "680")
    page.get_by_role("button", name="project").click()
    expect(drawn).to_have_attribute("height", "760")
    expect(page.locator(".st-key-asked h2")).to_be_visible()
    expect(page.locator(".st-key-result")).to_be_hidden()
    page.locator(".st-key-guess_collar").get_by_role("radio", name="both").click()
    expect(page.locator(".st-key-outcome_of_the_guess")).to_contain_text("It is “the bias”")
    expect(page.locator(".st-key-asked h2")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 1920
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".st-key-asked h2")).to_contain_text("The weight is frozen")


BELOW = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  return main.scrollHeight - main.clientHeight;
}"""
DRAWN = ":is(.stPlotlyChart .main-svg, svg.plane)"


def answered(page, address, chapter, idea):
    """That idea with a wrong answer, as that has most to say."""
    wrong = next(option for option in idea.question.options if option != idea.question.answer)
    link = {f"{chapter}_idea": idea.name, idea.question.key: wrong}
    page.goto(f"{address}/{chapter.replace('_', '-')}?{urlencode(link)}")
    expect(page.locator("[data-right]")).to_be_attached()
    expect(page.locator(DRAWN).first).to_be_visible()
    expect_whole(page)


@pytest.mark.thorough
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_an_answered_idea_fits_on_a_laptop(page, address, chapter):
    for idea in ideas_of(chapter):
        answered(page, address, chapter, idea)
        assert page.evaluate(BELOW) <= 0, idea.name


ON_ITS_OWN = [
    (chapter, idea) for chapter, idea in IDEAS if idea.name in ("twins", "turn both", "yes or no?", "a hundred starts")
]


@pytest.mark.thorough
@pytest.mark.parametrize(("chapter", "idea"), ON_ITS_OWN, ids=[idea.name for _, idea in ON_ITS_OWN])
def test_on_a_phone_the_picture_of_an_idea_stands_above_its_controls_and_stays_in_sight(phone, address, chapter, idea):
    answered(phone, address, chapter, idea)
    last = phone.locator(".st-key-tried .stSlider").last
    last.evaluate("(control) => control.scrollIntoView({ block: 'end' })")
    picture, moved = phone.locator(".stPlotlyChart").first.bounding_box(), last.bounding_box()
    assert picture["y"] >= 0
    assert picture["y"] + picture["height"] <= moved["y"]
    assert moved["y"] < NARROW["height"]
