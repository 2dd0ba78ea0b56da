"""Whatever changes on the training chart changes in place: no empty chart, no other chart, no jump of its place."""

import re

import pytest
from playwright.sync_api import expect

from playground.data import TITLES
from tests.browser.conftest import expect_rest
from tests.browser.test_playground import (
    NEURON,
    lines,
    loss_text,
    middle,
    numbers,
    opened,
    output,
    play,
    slider,
    wait_for_another,
)
from tests.browser.test_stage import TRACE_NOW

CHART = "document.querySelector('.st-key-training .js-plotly-plot')"
BELOW_ITS_VALUE_PX = 17
"""There is the thumb."""
WATCH = """() => {
  const chart = () => document.querySelector('.st-key-training .js-plotly-plot');
  window.first = chart();
  window.top_ = chart().getBoundingClientRect().top;
  window.bad = [];
  window.looks = 0;
  const look = () => {
    window.looks++;
    if (chart() !== window.first) window.bad.push('another chart');
    if (!chart()?.querySelector('.scatterlayer path.js-line')) window.bad.push('an empty chart');
    if (chart()?.getBoundingClientRect().top !== window.top_) window.bad.push('another place');
    requestAnimationFrame(look);
  };
  look();
}"""


def touch(page):
    """The first touch of the page tells Python that charts can change in place."""
    slider(page, "weight").focus()
    expect_rest(page)


def expect_no_flicker(page):
    expect_rest(page)
    assert page.evaluate("() => window.looks") > 5
    assert page.evaluate("() => [...new Set(window.bad)]") == []


def choose(page, key, option):
    page.locator(f".st-key-{key}").click()
    page.get_by_role("option", name=TITLES.get(option, option), exact=True).click()


def more(page):
    page.get_by_role("button", name=re.compile("more")).click()


@pytest.mark.thorough
def test_another_data_set_is_drawn_in_place(page, address):
    opened(page, address)
    touch(page)
    page.evaluate(WATCH)
    for name, title in {"cars": "mass (thousand lb)", "galton": "parents' mean height (in)", "anscombe_2": "x"}.items():
        choose(page, "dataset", name)
        expect(page.locator(".st-key-training .xtitle")).to_have_text(title)
        expect_no_flicker(page)


@pytest.mark.thorough
def test_the_sliders_of_made_up_data_move_its_points_in_place(page, address):
    opened(page, address, "?dataset=made_up")
    more(page)
    expect(slider(page, "slope")).to_be_attached()
    expect_rest(page)
    page.evaluate(WATCH)
    points = f"() => {CHART}.data[0].x.concat({CHART}.data[0].y).join()"
    for key in ("slope", "intercept", "noise", "n_samples"):
        before = page.evaluate(points)
        slider(page, key).scroll_into_view_if_needed()
        x, y = middle(page.locator(f".st-key-{key} [data-testid=stSliderThumbValue]").bounding_box())
        page.mouse.move(x, y + BELOW_ITS_VALUE_PX)
        page.mouse.down()
        page.mouse.move(x + 25, y + BELOW_ITS_VALUE_PX, steps=12)
        page.wait_for_function(f"(before) => ({points})() !== before", arg=before)
        page.mouse.up()
        expect(page).to_have_url(re.compile(rf"[?&]{key}="))
    expect_no_flicker(page)


@pytest.mark.thorough
def test_a_loss_axis_becomes_logarithmic_and_linear_again_in_place(page, address):
    opened(page, address)
    touch(page)
    page.evaluate(WATCH)
    slider(page, "learning_rate").press("End")
    expect(page.locator(".st-key-training .y2title")).to_contain_text("logarithmic")
    slider(page, "learning_rate").press("Home")
    expect(page.locator(".st-key-training .y2title")).to_have_text("loss")
    expect_no_flicker(page)


@pytest.mark.thorough
def test_another_data_set_keeps_its_picture_in_another_theme_and_width(page, address):
    opened(page, address, "?epochs=3")
    touch(page)
    choose(page, "dataset", "cars")
    expect(page.locator(".st-key-training .xtitle")).to_contain_text("mass")
    expect(numbers(page)).to_contain_text("· mass")
    expect_rest(page)
    before = lines(page)
    page.emulate_media(color_scheme="dark")
    expect(page.locator('[data-testid="stApp"]')).not_to_have_css("color", "rgb(49, 51, 63)")
    assert page.locator(".st-key-training .xtitle").text_content() == "mass (thousand lb)"
    assert lines(page) == before
    page.set_viewport_size({"width": 1100, "height": 720})
    wait_for_another(page, NEURON, before[NEURON])
    assert page.locator(".st-key-training .xtitle").text_content() == "mass (thousand lb)"
    assert page.locator(".st-key-training .scatterlayer .trace").first.locator(".point").count() == 32


HEAR_THE_OUTPUT = """() => {
  const output = document.querySelector('[data-part="player"] output');
  window.heard = [];
  new MutationObserver(() => window.heard.push(output.textContent)).observe(output, { childList: true });
}"""


def test_a_data_set_chosen_while_it_plays_shows_the_start_of_its_own_run(page, address):
    opened(page, address, "?epochs=200")
    touch(page)
    play(page).click()
    expect(output(page)).to_have_text(re.compile(r"epoch ([2-9]|1\d) of 200"))
    choose(page, "dataset", "cars")
    expect(page.locator(".st-key-training .xtitle")).to_contain_text("mass")
    expect(output(page)).to_have_text("epoch 0 of 200")
    page.evaluate(HEAR_THE_OUTPUT)
    page.get_by_label("to the end").click()
    expect(output(page)).to_have_text("epoch 200 of 200")
    expect_line_and_numbers_of_one_epoch(page)
    assert set(page.evaluate("() => window.heard")) == {"epoch 200 of 200"}  # not once more the start meanwhile


def expect_line_and_numbers_of_one_epoch(page):
    """The text alternative, the numbers and the mark on the loss curve are those of the epoch that the player names."""
    epoch, last = re.match(r"epoch (\d+) of (\d+)", output(page).inner_text()).groups()
    chart = page.locator(".st-key-training [aria-label*='points']").first
    expect(chart).to_have_attribute("aria-label", re.compile(rf"After epoch {epoch} of {last} "))
    loss = re.search(r"loss went from \S+ to (\S+)\. ", chart.get_attribute("aria-label"))[1]
    expect(numbers(page)).to_contain_text(re.compile(rf"loss\s{re.escape(loss)}(?!\d)"))
    page.wait_for_function(f"(epoch) => {TRACE_NOW}('shown epoch').x[0] === epoch", arg=int(epoch))


def test_other_epochs_keep_the_start_and_are_played_on_request(page, address):
    opened(page, address)
    page.get_by_label("to the end").click()
    expect(numbers(page)).to_contain_text(loss_text(50))
    slider(page, "epochs").press("End")
    expect(output(page)).to_have_text("epoch 0 of 200")
    expect(numbers(page)).to_contain_text(loss_text(0))
    page.get_by_label("to the end").click()
    expect(output(page)).to_have_text("epoch 200 of 200")
    expect_line_and_numbers_of_one_epoch(page)


@pytest.mark.thorough
def test_the_text_alternative_follows_the_player(page, address):
    opened(page, address, "?epochs=5")
    for _ in range(4):
        page.get_by_label("one epoch forward").click()
    expect(output(page)).to_have_text("epoch 4 of 5")
    expect_line_and_numbers_of_one_epoch(page)
