"""The Dot product page under a visitor's hand: board, sliders and table in a real browser."""

import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import expect_listening
from tests.browser.test_playground import middle, slider

BOARD, LINE = ".st-key-two_vectors", ".st-key-line_board"


def opened(page, address, idea=None):
    """The page with that idea on the screen, guessed, and everything drawn and listening."""
    link = {"dot_product_idea": idea} if idea else {}
    link |= {"guess_longer": "both", "guess_line": "7", "guess_many": "yes"}
    page.goto(f"{address}/dot-product?{urlencode(link)}")
    expect(page.locator('[data-testid="stMain"] .js-plotly-plot .trace').first).to_be_attached()
    expect_listening(page)
    return page


def tip(page, board, name):
    return page.locator(f'{board} [data-handle="{name}"]')


def numbers(page):
    return page.locator(".st-key-numbers")


def arithmetic(page):
    return page.locator(".st-key-arithmetic")


def expect_three_ways(page, w, b, x):
    """The sliders, the tips, the sum, the line's height and the link are those of this neuron."""
    for key, value in {"line_w": w, "line_b": b, "line_x": x}.items():
        expect(slider(page, key)).to_have_value(f"{value:g}")
    expect_pictures(page, w, b, x)


def expect_pictures(page, w, b, x):
    expect(tip(page, LINE, "a")).to_have_attribute("aria-valuetext", f"{w:g}, {b:g}")
    expect(tip(page, LINE, "b")).to_have_attribute("aria-valuetext", f"{x:g}, 1")
    height = f"{round(w * x + b, 4):g}".replace("-", "−")
    expect(numbers(page)).to_contain_text(re.compile(rf"= {re.escape(height)}\n"), use_inner_text=True)
    chart = page.locator(".st-key-line_height .stPlotlyChart")
    expect(chart).to_have_attribute("aria-label", re.compile(rf"its height is {re.escape(height)}\.$"))


def test_sliders_and_arrows_move_one_another_and_the_line(page, address):
    opened(page, address, "the same number three ways")
    slider(page, "line_w").press("ArrowRight")
    expect_three_ways(page, 1.05, 1.5, 2)

    x0, _ = middle(page.locator(f"{LINE} svg.plane").bounding_box())
    x, y = middle(tip(page, LINE, "b").bounding_box())
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(2 * x0 - x, y + 60, steps=5)  # the other side, and not off its level
    expect(tip(page, LINE, "b")).to_have_attribute("aria-valuetext", re.compile("^-(1.9[5-9]|2.0[0-5]|2), 1$"))
    expect(numbers(page)).to_contain_text("below 0 here")  # 1.05 × −2 + 1.5, while the tip is held
    page.mouse.up()
    expect_three_ways(page, 1.05, 1.5, -2)
    expect(page).to_have_url(re.compile(r"[?&]line_x=-2(&|$)"))

    tip(page, LINE, "a").press("ArrowUp")
    expect_three_ways(page, 1.05, 1.6, -2)
    slider(page, "line_b").press("ArrowLeft")
    expect_three_ways(page, 1.05, 1.55, -2)


def test_a_pair_is_put_on_the_board_and_drawing_goes_on_from_there(page, address):
    opened(page, address)
    field = page.locator(f'{BOARD} input[aria-label="a x"]')
    field.fill("1")
    expect(arithmetic(page)).to_contain_text("1 × 4 + 3 × 1 = 4 + 3 = 7")
    expect(numbers(page)).to_contain_text("a · b = 7")
    page.get_by_role("button", name="show me a pair").click()
    expect(field).not_to_have_value("1")
    pair = [page.locator(f'{BOARD} input[aria-label="a {axis}"]').input_value() for axis in "xy"]
    expect(arithmetic(page)).to_contain_text(f"a · b = {pair[0]} × 4 + {pair[1]} × 1")
    expect(page.locator(".st-key-claims")).to_contain_text("The more similar vector has the larger dot product")
    expect(page).to_have_url(re.compile(rf"[?&]a={re.escape(pair[0])}(,|%2C){re.escape(pair[1])}(&|$)"))
    page.get_by_label("unit length").check()
    expect(page.locator(".st-key-claims")).to_contain_text("Unit length is on")
    expect(numbers(page)).to_contain_text("lengths = 1 and 1")


def test_a_number_typed_into_the_table_changes_the_sum_and_the_link(page, address):
    opened(page, address, "many numbers")
    expect(numbers(page)).to_contain_text("u · v = 2 − 2 + 0 + 3 = 3")
    u1, v2 = page.get_by_test_id("glide-cell-1-0"), page.get_by_test_id("glide-cell-2-1")
    expect(u1).to_have_text("2")
    table = page.locator(".st-key-numbers_table canvas").first.bounding_box()
    page.mouse.click(table["x"] + 100, table["y"] + 50)
    expect(u1).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    page.locator("textarea.gdg-input").fill("−7,5")
    page.keyboard.press("Enter")
    expect(numbers(page)).to_contain_text("u · v = −7.5 − 2 + 0 + 3 = −6.5")
    expect(page).to_have_url(re.compile(r"[?&]u=-7\.5(,|%2C)1(,|%2C)0(,|%2C)3(&|$)"))
    page.keyboard.press("ArrowRight")
    expect(v2).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Delete")
    expect(numbers(page)).to_contain_text("Row 2: only one of two cells has a number")
    expect(numbers(page)).to_contain_text("u · v = −7.5 + 0 + 3 = −4.5")


@pytest.mark.thorough
def test_board_and_numbers_end_at_the_same_edge(page, address):
    page.goto(f"{address}/dot-product?a=3,1&b=999,999.95&guess_longer=both")
    expect(tip(page, BOARD, "b")).to_be_attached()
    expect(arithmetic(page)).to_contain_text("3 × 999 + 1 × 999.95")
    for _ in range(3):
        tip(page, BOARD, "b").press("ArrowUp")
    expect(tip(page, BOARD, "b")).to_have_attribute("aria-valuetext", "999, 1000")
    expect(arithmetic(page)).to_contain_text("3 × 999 + 1 × 1000")
    tip(page, BOARD, "a").press("ArrowRight")
    expect(arithmetic(page)).to_contain_text("3.1 × 999 + 1 × 1000")


def held_at(page, control, x, y):
    """Press on the middle of an element and move the pointer, without letting go."""
    from_x, from_y = middle(control.bounding_box())
    page.mouse.move(from_x, from_y)
    page.mouse.down()
    page.mouse.move(from_x + x, from_y + y, steps=12)


@pytest.mark.thorough
def test_the_board_follows_a_slider_that_is_held(page, address):
    opened(page, address, "the same number three ways")
    held_at(page, slider(page, "line_w"), -60, 0)
    expect(slider(page, "line_w")).not_to_have_value("1")
    w = float(slider(page, "line_w").input_value())
    expect_pictures(page, w, 1.5, 2)
    page.mouse.up()
    expect(page).to_have_url(re.compile(rf"[?&]line_w={w:g}(&|$)"))
    expect_three_ways(page, w, 1.5, 2)


@pytest.mark.thorough
def test_the_sliders_follow_a_tip_that_is_held(page, address):
    opened(page, address, "the same number three ways")
    held_at(page, tip(page, LINE, "a"), -40, 30)
    expect(tip(page, LINE, "a")).not_to_have_attribute("aria-valuetext", "1, 1.5")
    expect(numbers(page)).not_to_contain_text("1 × 2 + 1.5 × 1")
    held = tip(page, LINE, "a").get_attribute("aria-valuetext")  # a held tip is where the pointer is
    w, b = (round(float(part) / 0.05) * 0.05 for part in held.split(", "))
    for key, value in {"line_w": w, "line_b": b}.items():
        expect(slider(page, key)).to_have_value(f"{value:g}")
    page.mouse.up()
    expect_three_ways(page, w, b, 2)


@pytest.mark.thorough
def test_a_slider_moves_on_from_where_the_board_was_left(page, address):
    opened(page, address, "the same number three ways")
    held_at(page, tip(page, LINE, "b"), -30, 0)
    page.mouse.up()
    x = float(tip(page, LINE, "b").get_attribute("aria-valuetext").split(", ")[0])
    expect_three_ways(page, 1, 1.5, x)
    for _ in range(5):
        slider(page, "line_x").press("ArrowRight")
    expect_three_ways(page, 1, 1.5, round(x + 0.25, 2))


@pytest.mark.thorough
def test_unit_length_is_that_of_the_board_with_the_switch(page, address):
    opened(page, address)
    page.get_by_label("unit length").check()
    expect(numbers(page)).to_contain_text("lengths = 1 and 1")
    page.get_by_role("radio", name="the same number three ways").click()
    tip(page, LINE, "a").press("ArrowRight")
    expect_three_ways(page, 1.1, 1.5, 2)
