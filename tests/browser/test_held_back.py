"""Ideas whose controls come with the answer, in a real browser: tap and try. Their missions: `test_missions.py`."""

from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import expect_listening
from tests.browser.test_playground import middle, slider, value_of
from tests.browser.test_same_picture import (
    test_after_its_sliders_moved_a_chart_is_that_of_its_link as is_that_of_its_link,
)

FIRST_POINTS = """(key) => [...document.querySelectorAll(`.st-key-${key} .js-plotly-plot`)]
  .flatMap((chart) => chart.data.map((trace) => [trace.name, trace.x.length, trace.y.at(-1)]))"""


def opened(page, address, path, idea, picture, **link):
    """The page of that chapter with the idea on the screen and its picture drawn."""
    which = path.replace("-", "_") + "_idea"
    page.goto(f"{address}/{path}?{urlencode({which: idea, **link})}")
    expect(page.locator(f".st-key-{picture} .scatterlayer .trace").first).to_be_attached()
    rests(page)


def rests(page):
    expect_listening(page)


def tap(page, key, name):
    page.locator(f".st-key-{key}").get_by_role("radio", name=name, exact=True).click()
    rests(page)


def press(page, key, *keys):
    for each in keys:
        slider(page, key).press(each)


def test_the_weights_change_with_the_last_row_of_each_batch(page, address):
    idea = "when do weights change?"
    opened(page, address, "weights", idea, "changes")
    tap(page, "guess_change", "once")
    press(page, "rows_read", *["ArrowRight"] * 3)
    expect(page.locator(".st-key-result")).to_contain_text("row 3 of 32: the weights have changed 0 times")
    chart = page.locator(".st-key-changes .js-plotly-plot").element_handle()
    press(page, "rows_read", "ArrowRight")
    expect(page.locator(".st-key-result")).to_contain_text("the weights have changed 1 time.")
    assert chart.evaluate("(chart) => chart.isConnected"), "the picture was changed, not replaced"


def test_the_switch_is_dragged_among_the_penguins(page, address):
    opened(page, address, "bias", "yes or no?", "decision", yes_weight="0.48", yes_bias="-97.5")
    press(page, "yes_bias", "ArrowLeft")  # from here on the browser's part draws: until it reports, pictures go whole
    expect(page.locator(".st-key-result")).to_contain_text("204.2 mm")
    chart = page.locator(".st-key-decision .js-plotly-plot").element_handle()
    press(page, "yes_bias", *["ArrowLeft"] * 3)
    expect(page.locator(".st-key-result")).to_contain_text("8 mistakes in 342 answers")
    assert chart.evaluate("(chart) => chart.isConnected"), "the picture was changed, not replaced"
    mistakes = [count for name, count, _ in page.evaluate(FIRST_POINTS, "decision") if name == "mistake"]
    assert mistakes == [8]
    mission = page.locator(".st-key-mission_few_mistakes")
    expect(mission).to_have_count(0)
    tap(page, "guess_yes", "to none")
    expect(mission).to_contain_text("Solved!")


ANSWERED = [
    ("weights", "a sum by hand", "wires", {"guess_first_sum": "1.6"}),
    ("weights", "twins", "twins", {"guess_twins": "never", "twins_start": "random"}),
    ("weights", "when do weights change?", "changes", {"guess_change": "once"}),
    ("weights", "can a smaller rate save it?", "silence", {"guess_rate": "none"}),
    ("dot-product", "turn both", "turned", {"guess_turn": "both"}),
    ("dot-product", "three pairs", "pairs", {"guess_pairs": "show me"}),
    ("dot-product", "which car is most like yours?", "list", {"guess_car": "show me"}),
    ("bias", "yes or no?", "decision", {"guess_yes": "show me"}),
    ("bias", "the collar", "collar_picture", {"guess_collar": "both"}),
    ("bias", "it starts at zero", "from_zero", {"guess_zero": "no"}),
]


@pytest.mark.thorough
def test_on_a_phone_no_answered_idea_scrolls_sideways(phone, address):
    wider = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    for path, idea, picture, link in ANSWERED:
        opened(phone, address, path, idea, picture, **link)
        assert phone.evaluate(wider) <= 0, idea


def test_a_neuron_falls_silent_at_both_rates(page, address):
    opened(page, address, "weights", "can a smaller rate save it?", "silence")
    tap(page, "guess_rate", "none")
    press(page, "silent_way", "End")
    expect(page.locator(".st-key-result")).to_contain_text("After 60 epochs no row is live")
    tap(page, "silent_rate", "0.001")
    expect(page.locator(".st-key-result")).to_contain_text("After 6000 epochs no row is live")


def test_a_weight_is_dragged_on_its_wire(page, address):
    opened(page, address, "weights", "a sum by hand", "wires", first_w1="1.4")
    expect(page.locator(".grip")).to_have_count(0)
    tap(page, "guess_first_sum", "2.4")
    grip = page.locator(".grip").first
    expect(grip).to_have_attribute("aria-valuenow", "1.4")
    expect(page.locator(".st-key-result")).to_contain_text("0.2 too low")
    x, y = middle(grip.bounding_box())
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y + 20, steps=5)
    expect(page.locator(".st-key-result")).not_to_contain_text("0.2 too low")
    page.mouse.up()
    assert value_of(page, "first_w1") < 1.2
    now = value_of(page, "first_w1")
    grip.press("ArrowUp")
    expect(slider(page, "first_w1")).to_have_value(f"{now + 0.1:.1f}")


MOVED = [
    ("weights?weights_idea=a+sum+by+hand&guess_first_sum=0.8", "wires", ["first_w1", "first_w3"]),
    ("weights?weights_idea=twins&guess_twins=never&twins_start=random", "twins", ["twins_epoch"]),
    ("weights?weights_idea=can+a+smaller+rate+save+it%3F&guess_rate=none", "silence", ["silent_start", "silent_way"]),
    ("weights?weights_idea=when+do+weights+change%3F&guess_change=once", "changes", ["rows_read"]),
    ("dot-product?dot_product_idea=turn+both&guess_turn=both", "turned", ["turn"]),
    ("dot-product?dot_product_idea=three+pairs&guess_pairs=show+me", "pairs", ["angle_a", "angle_c"]),
    ("bias?bias_idea=yes+or+no%3F&guess_yes=to+all", "decision", ["yes_weight", "yes_bias"]),
    ("bias?bias_idea=the+collar&guess_collar=both", "collar_picture", ["ruler", "collar"]),
    ("bias?bias_idea=it+starts+at+zero&guess_zero=no", "from_zero", ["zero_weight", "zero_updates"]),
]


@pytest.mark.parametrize(
    ("link", "key", "sliders"),
    [pytest.param(*case, id=case[1], marks=pytest.mark.thorough) for case in MOVED],
)
def test_after_its_sliders_moved_a_picture_is_that_of_its_link(page, tabs, address, link, key, sliders):
    is_that_of_its_link(page, tabs, address, link, key, sliders)
