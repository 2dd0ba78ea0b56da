"""The Weights page under a visitor's hand, in a real browser."""

import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from playground.data import standard
from playground.learning import Settings
from playground.lessons.weights.hundred_starts.model import fall, hundred_starts
from tests.browser.conftest import NARROW, expect_listening
from tests.browser.test_playground import hold, slider, value_of

SUM, START, HUNDRED, UPDATE = "the weighted sum", "where weights come from", "a hundred starts", "one update"
CHARTS = {SUM: "neuron", START: "draws", HUNDRED: "starts", UPDATE: "update"}
TEXTS = "() => [...document.querySelectorAll('.st-key-neuron .textpoint')].map((text) => text.textContent)"
PLACES = """() => document.querySelector('.st-key-starts .js-plotly-plot').data
  .find((trace) => trace.name === 'neuron').x"""

PLACES_OF_BEADS = """() => document.getAnimations().filter(({ effect }) => effect.target.matches('.bead')).map(
  ({ effect }) => new Set(effect.getKeyframes().map(({ transform }) => transform)).size)"""


def settled(page, idea):
    expect(page.locator(f".st-key-{CHARTS[idea]} .scatterlayer .trace").first).to_be_attached()
    expect_listening(page)


def opened(page, address, idea=SUM):
    """The Weights page with that idea on the screen and its picture drawn."""
    page.goto(f"{address}/weights?{urlencode({'weights_idea': idea})}")
    settled(page, idea)
    return page


def choose(page, idea):
    page.locator(".st-key-weights_idea").get_by_role("radio", name=idea).click()
    settled(page, idea)


def test_the_neuron_follows_the_finger_and_says_what_the_arithmetic_says(page, address):
    opened(page, address)
    chart = page.locator(".st-key-neuron .js-plotly-plot").element_handle()
    hold(page, "w1", -0.9)
    weight = value_of(page, "w1")
    assert weight < 0
    expect(page.locator(".st-key-arithmetic")).to_contain_text(f"× (−{-weight:#.3g})")
    page.wait_for_function(f"(said) => ({TEXTS})().some((text) => text.startsWith(said))", arg=f"× (−{-weight:#.3g})")
    page.mouse.up()
    expect(page).to_have_url(re.compile(rf"w1={re.escape(f'{weight:g}')}(&|$)"))
    assert chart.evaluate("(chart) => chart.isConnected")  # the picture was changed, not replaced
    for inputs in (2, 5):
        page.locator(".st-key-inputs").get_by_role("radio", name=str(inputs)).click()
        expect(page.locator(".st-key-neuron .textpoint").filter(has_text="×")).to_have_count(inputs)
    total = page.locator(".st-key-arithmetic strong").first.text_content()
    assert total in page.evaluate(TEXTS)


@pytest.mark.thorough
def test_the_hundred_have_a_seed_of_their_own_and_fall_with_the_keyboard(page, address):
    opened(page, address, START)
    page.locator(".st-key-draw_again button").click()
    expect(page).to_have_url(re.compile(r"[?&]draw_seed=1(&|$)"))
    choose(page, HUNDRED)
    starts = hundred_starts("glorot_uniform", 0, draw_bias=True)[:, 0].round(4).tolist()
    assert page.evaluate(PLACES) == pytest.approx(starts)
    page.locator(".st-key-draw_again button").click()
    expect(page).to_have_url(re.compile(r"[?&]draw_seed=1(&|$)"))
    starts = hundred_starts("glorot_uniform", 1, draw_bias=True)[:, 0].round(4).tolist()
    page.wait_for_function(f"(starts) => ({PLACES})().every((x, i) => Math.abs(x - starts[i]) < 1e-6)", arg=starts)
    page.locator(".st-key-guess_fall").get_by_role("radio", name="all over").click()
    epochs = slider(page, "fallen")
    epochs.focus()
    epochs.press("End")
    expect(page.locator(".st-key-fall")).to_contain_text("100 at the lowest loss")
    page.wait_for_function(f"() => Math.max(...({PLACES})()) - Math.min(...({PLACES})()) < 0.001")
    mission = page.locator(".st-key-mission_all_move")
    page.locator(".st-key-fall_activation").get_by_role("radio", name="relu").click()
    expect(page.locator(".st-key-fall")).to_contain_text("silent from the start")
    expect(mission).not_to_contain_text("Solved!")
    page.locator(".st-key-draw_bias").get_by_text("draw the bias too").click()
    expect(page.locator(".st-key-fall")).to_contain_text("0 silent from the start")
    expect(mission).not_to_contain_text("Solved!")  # half of them fall silent on the way
    expect(page).to_have_url(re.compile(r"[?&]draw_seed=1(&|$)"))


@pytest.mark.thorough
def test_the_hundred_fall_under_the_finger_before_it_is_let_go(page, address):
    opened(page, address, HUNDRED)
    chart = page.locator(".st-key-starts .js-plotly-plot").element_handle()
    hold(page, "fallen", 0.2)
    epoch = int(value_of(page, "fallen"))
    assert epoch > 0
    expect(page.locator(".st-key-fall")).to_contain_text(f"after {epoch} epochs")
    fallen = fall(
        *standard("penguins"), Settings(learning_rate=0.1, epochs=60), hundred_starts("glorot_uniform", 0, True)
    )
    page.wait_for_function(
        f"(places) => ({PLACES})().every((x, i) => Math.abs(x - places[i]) < 0.001)",
        arg=fallen.paths[epoch, :, 0].tolist(),
    )
    assert "fallen" not in page.url, "a value that is let go is in the address"
    page.mouse.up()
    expect(page).to_have_url(re.compile(rf"fallen={epoch}(&|$)"))
    assert chart.evaluate("(chart) => chart.isConnected")


def test_the_hundred_fall_by_themselves_once_until_they_are_touched(page, address):
    opened(page, address, HUNDRED)
    page.locator(".st-key-guess_fall").get_by_role("radio", name="in one place").click()
    expect(page.locator(".st-key-fall")).to_contain_text("after 2 epochs")  # nobody has moved the slider
    page.locator(".st-key-fall").click()
    expect(page).to_have_url(re.compile(r"fallen=\d+(&|$)"))
    rested = int(value_of(page, "fallen"))
    assert rested < 60
    expect(page.get_by_role("button", name="Let them learn")).to_be_visible()
    choose(page, SUM)
    choose(page, HUNDRED)
    expect(page.get_by_role("button", name="Let them learn")).to_be_visible()
    assert int(value_of(page, "fallen")) == rested


@pytest.mark.thorough
def test_the_products_travel_once_after_each_change_and_stand_still_for_who_asks_for_less_motion(page, address):
    page.goto(f"{address}/weights?{urlencode({'weights_idea': 'a sum by hand', 'guess_first_sum': '1.6'})}")
    products = page.locator(".bead.product")
    expect(products).to_have_text(["1.6", "0.4", "−0.4"])
    expect(products).to_have_count(0)  # once
    page.emulate_media(reduced_motion="reduce")
    grip = page.get_by_role("slider", name="first weight: a handle in the picture")
    grip.focus()
    grip.press("ArrowUp")
    expect(page).to_have_url(re.compile(r"first_w1=0\.9(&|$)"))
    expect(products).to_have_text(["1.8", "0.4", "−0.4"])
    assert page.evaluate(PLACES_OF_BEADS) == [1, 1, 1]
    expect(page.locator(".bead.feature")).to_have_count(0)


def test_an_answer_along_the_slider_of_epochs_is_none(page, address):
    page.goto(f"{address}/weights?{urlencode({'weights_idea': UPDATE, 'part': 'update', 'hidden': 'product'})}")
    settled(page, UPDATE)
    field = page.locator(".st-key-answer input")
    field.fill("9")
    field.press("Enter")
    outcome = page.locator(".st-key-outcome")
    expect(outcome).to_contain_text("9 is too high")
    hold(page, "epoch", 0.3)
    expect(page.locator(".st-key-place")).to_contain_text(f"epoch {int(value_of(page, 'epoch'))}.")
    expect(outcome).to_have_text(re.compile("^Any answer within"))
    page.mouse.up()
    expect(field).to_have_value("")
    expect(outcome).to_have_text(re.compile("^Any answer within"))
    expect(page).not_to_have_url(re.compile("answer="))


def test_every_idea_fits_the_width_of_a_phone(page, address):
    opened(page, address)
    page.set_viewport_size(NARROW)
    for idea in CHARTS:
        choose(page, idea)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
