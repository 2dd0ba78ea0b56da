"""A chart that was changed in place shows what its own link shows: nothing is missing, stale or in another order."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import WIDE, expect_rest
from tests.browser.test_playground import slider

SEEN = """(chart) => [...chart.querySelectorAll(
    '.cartesianlayer :is(.trace, .contour) :is(path, text), .cartesianlayer :is(.xtick, .ytick, .x2tick, .y2tick) text'
  )].map((part) => ['d', 'transform'].map((name) => part.getAttribute(name)).join() + part.textContent)"""
CASES = [
    ("weights?weights_idea=a+hundred+starts&fall_activation=relu", "starts", ["fallen"]),
    ("weights?weights_idea=one+update&part=update", "update", ["epoch", "update_learning_rate"]),
    ("weights?weights_idea=raw+or+standardised%3F&guess_scaling=1", "round_bowl", ["scaling_epoch"]),
    ("weights?inputs=2", "neuron", ["w1", "sum_bias"]),
    ("?", "training", ["learning_rate", "weight"]),
]


def chart_of(page, key):
    chart = page.locator(f".st-key-{key}:not([data-retained]) .js-plotly-plot")
    expect(chart.locator(".scatterlayer .trace").first).to_be_attached()
    # What moves before the browser's part is there is drawn whole; the first thing that it does is to wear the theme.
    page.wait_for_function("() => document.documentElement.style.length > 0")
    expect_rest(page)
    return chart


ALWAYS = ("training",)


@pytest.mark.parametrize(
    ("link", "key", "sliders"),
    [pytest.param(*case, id=case[1], marks=[pytest.mark.thorough] * (case[1] not in ALWAYS)) for case in CASES],
)
def test_after_its_sliders_moved_a_chart_is_that_of_its_link(page, tabs, address, link, key, sliders):
    page.goto(f"{address}/{link}")
    chart = chart_of(page, key)
    drawn = chart.element_handle()
    for name in sliders:
        slider(page, name).focus()
        for press in ("End", "Home", "PageUp", "PageUp", "ArrowRight"):
            page.keyboard.press(press)
        value = float(slider(page, name).input_value())
        expect(page).to_have_url(re.compile(rf"\b{name}={value:g}(&|$)"))
    expect_rest(page)
    with tabs.taken(viewport=WIDE) as fresh:
        fresh.goto(page.url)
        seen = chart_of(fresh, key).evaluate(SEEN)
    assert len(seen) > 5
    # Lines that follow the hand are Plotly's own again once the hand rests.
    page.wait_for_function(f"([chart, seen]) => String(({SEEN})(chart)) === String(seen)", arg=[drawn, seen])
