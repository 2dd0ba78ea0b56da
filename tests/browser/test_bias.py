"""The Bias page under a visitor's hand, in a real browser."""

import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NARROW, expect_listening, expect_rest
from tests.browser.test_playground import hold, value_of

ENDS = """() => Object.fromEntries([...document.querySelectorAll('.st-key-moves .scatterlayer .trace')]
  .filter((trace) => trace.querySelector('path.js-line'))
  .map((trace) => [trace.__data__[0].trace.name, trace.__data__[0].trace.y]))"""


def opened(page, address, idea=None):
    """The Bias page with that idea on the screen and its picture drawn."""
    page.goto(f"{address}/bias?{urlencode({'bias_idea': idea} if idea else {'guess_bias': 'both'})}")
    expect(page.locator('[data-testid="stMain"] .scatterlayer path.js-line').first).to_be_attached()
    expect_listening(page)
    return page


def test_the_line_moves_with_the_finger_on_the_bias_and_its_ghosts_stand(page, address):
    opened(page, address)
    before = page.evaluate(ENDS)
    chart = page.locator(".st-key-moves .js-plotly-plot").element_handle()
    hold(page, "held_bias", -0.9)
    # The line's left end is at weight × x + bias = 0.8 × (−5) + bias.
    page.wait_for_function(
        f"() => {{ const bias = Number(document.querySelector('.st-key-held_bias input').value);"
        f" return bias < 0 && Math.abs(({ENDS})().neuron[0] - (bias - 4)) < 1e-9; }}"
    )
    bias = value_of(page, "held_bias")
    after = page.evaluate(ENDS)
    assert after["other biases"] == before["other biases"]
    assert after["neuron"][-1] - after["neuron"][0] == pytest.approx(8.0)  # 0.8 over x from −5 to 5
    expect(page.locator(".st-key-numbers")).to_contain_text("= 0.800.\nSlope with bias 0", use_inner_text=True)
    page.mouse.up()
    expect(page).to_have_url(re.compile(rf"held_bias={re.escape(f'{bias:g}')}(&|$)"))
    assert chart.evaluate("(chart) => chart.isConnected")  # the picture was changed, not replaced


@pytest.mark.thorough
def test_every_idea_fits_the_width_of_a_phone(page, address):
    opened(page, address)
    page.set_viewport_size(NARROW)
    for idea in ("with and without", "the bias alone", "claim: not linear", "claim: back on track"):
        page.get_by_role("radio", name=idea).click()
        expect(page.locator(".stPlotlyChart .main-svg").first).to_be_attached()
        expect_listening(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def test_on_a_phone_the_next_idea_begins_at_its_question(phone, address):
    phone.goto(f"{address}/bias")
    expect_rest(phone)
    question = phone.locator(".st-key-asked h2")
    for _ in range(2):
        before = question.inner_text()
        phone.get_by_role("button", name="next").first.click()
        expect(question).not_to_have_text(before)
        expect_rest(phone)
        expect(question).to_be_in_viewport()
        phone.wait_for_function("() => document.querySelector('.st-key-asked h2').getBoundingClientRect().top >= 56")
