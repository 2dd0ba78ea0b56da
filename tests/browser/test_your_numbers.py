"""The page for a visitor's own table under their hand, in a real browser."""

import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from playground.data.packing import pack
from tests.browser.conftest import expect_rest, fresh_page
from tests.browser.test_playground import hold, slider

PASTED = "arm\theight\n62\t154\n64\t158\n66\t161\n68\t165"
HOSTILE = "<img src=x onerror=alert(1)>,**y**\n1,2\n2,3\n3,5"
ASKED = "x;y;z\n1,200;3;4\n5;4;5\n6;7;8"
PLACES = """(name) => document.querySelector('.st-key-your_training .js-plotly-plot').data
  .find((trace) => trace.name === name).y"""


def opened(page, address, text=None, **link):
    packed = {"your_table": pack(text)} if text else {}
    page.goto(f"{address}/your-numbers?{urlencode({**packed, **link})}")
    expect(page.locator(".st-key-your_reading")).to_be_visible()
    if text:
        drawn(page)
    return page


def drawn(page):
    expect(page.locator(".st-key-your_training .scatterlayer .trace").first).to_be_attached()
    expect_rest(page)


def readout(page):
    return page.locator(".st-key-your_readout")


def typed(page, key, text):
    field = page.locator(f".st-key-{key} input")
    field.fill(text)
    field.press("Enter")


def test_a_pasted_table_is_learned_from_and_its_link_opens_it_elsewhere(page, address, chromium):
    opened(page, address)
    expect(page.locator('[data-part="drawing"][data-built]')).to_be_attached()
    page.locator(".st-key-your_table textarea").fill(PASTED)
    page.locator(".st-key-your_table textarea").press("Control+Enter")
    expect(page.locator(".st-key-your_reading")).to_contain_text("tabs between cells")
    drawn(page)
    expect(page.locator("summary", has_text="your table")).to_be_focused()  # what it stood in has closed
    expect(readout(page)).to_contain_text("height = ")
    expect(page).to_have_url(re.compile(r"your_table="))
    with fresh_page(chromium) as other:
        other.goto(page.url)
        expect(readout(other)).to_have_text(readout(page).inner_text(), use_inner_text=True)


def test_a_file_is_read_and_a_row_is_predicted(page, address, tmp_path):
    file = tmp_path / "houses.csv"
    file.write_text("area;price\n0,5;100\n1,5;300\n2,0;400\n", encoding="utf-8")
    opened(page, address)
    page.locator(".st-key-your_upload input[type=file]").set_input_files(file)
    expect(page.locator(".st-key-your_reading")).to_contain_text("a decimal comma")
    drawn(page)
    typed(page, "your_epochs", "2000")
    expect(readout(page)).to_contain_text("price = 200.0 · area + 0")
    typed(page, "your_x1", "3,5")
    expect(page.locator(".st-key-your_prediction")).to_contain_text("200 × 3.5")
    expect(page.locator(".st-key-your_prediction strong")).to_have_text("700")
    assert "table" not in page.url


@pytest.mark.thorough
def test_the_line_follows_the_player_and_the_rate(page, address):
    opened(page, address, PASTED.replace("\t", ","), your_learning_rate="")
    page.locator(".player button").nth(1).hover()
    last = page.evaluate(PLACES, "neuron")
    page.locator(".player input").focus()
    page.keyboard.press("Home")
    expect(readout(page)).to_contain_text("epoch 0")
    page.wait_for_function(f"(last) => JSON.stringify(({PLACES})('neuron')) !== JSON.stringify(last)", arg=last)
    chart = page.locator(".st-key-your_training .js-plotly-plot").element_handle()
    before = page.evaluate(PLACES, "loss")
    hold(page, "your_rate_share", 0.2)
    page.wait_for_function(f"(before) => JSON.stringify(({PLACES})('loss')) !== JSON.stringify(before)", arg=before)
    page.mouse.up()
    expect(page).to_have_url(re.compile("your_rate_share="))
    assert chart.evaluate("(chart) => chart.isConnected")  # changed in place
    assert float(slider(page, "your_rate_share").input_value()) > 0.1


def test_names_are_shown_as_text_and_run_nothing(own_page, address):
    page = own_page
    alerts = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    opened(page, address, HOSTILE)
    expect(readout(page)).to_contain_text("**y** = ")
    expect(readout(page)).to_contain_text("<img src=x onerror=alert(1)>")
    expect(page.locator(".st-key-your_training .g-xtitle text")).to_contain_text("<img src=x onerror=alert(1)>")
    expect(page.locator(".st-key-your_x1 label")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("[data-testid=stMain] img").count() == 0
    assert not alerts


@pytest.mark.parametrize("answer", ["comma", pytest.param("point", marks=pytest.mark.thorough)])
def test_a_comma_with_two_readings_is_answered_by_a_press(page, address, answer):
    page.goto(f"{address}/your-numbers?{urlencode({'your_table': pack(ASKED)})}")
    expect(page.locator(".st-key-your_reading")).to_contain_text("does 1,200 mean 1200")
    page.locator(f".st-key-your_comma_{answer} button").click()
    drawn(page)
    expect(page.locator(".st-key-your_sum")).to_contain_text("× 1200" if answer == "point" else "× 1.2")


def plane(page):
    return page.locator(".st-key-your_drawing svg.drawing-plane")


def place_of(page, x, y):
    """Where a point of the plane is on the screen: it reaches from 0 to 10 within a margin of 22 px."""
    box = plane(page).bounding_box()
    across, up = (box["width"] - 44) / 10, (box["height"] - 44) / 10
    return box["x"] + 22 + x * across, box["y"] + box["height"] - 22 - y * up


def table_text(page):
    return page.locator(".st-key-your_table textarea").input_value()


def expect_rows(page, rows):
    expect(page.locator(".st-key-your_reading")).to_contain_text(f"{rows} row")


def test_points_are_drawn_moved_and_deleted_with_the_mouse_and_the_link_has_them(page, address, chromium):
    opened(page, address)
    for rows, (x, y) in enumerate([(2, 3), (4, 5), (8, 9)], start=1):
        page.mouse.click(*place_of(page, x, y))
        expect_rows(page, rows)
    assert table_text(page) == "x,y\n2,3\n4,5\n8,9"
    drawn(page)
    page.mouse.move(*place_of(page, 8, 9))
    page.mouse.down()
    page.mouse.move(*place_of(page, 6, 7), steps=4)
    page.mouse.up()
    expect(readout(page)).to_contain_text("y = 1.000 · x + 1.000")
    assert table_text(page) == "x,y\n2,3\n4,5\n6,7"
    expect(page).to_have_url(re.compile("your_table="))
    with fresh_page(chromium) as other:
        other.goto(page.url)
        expect(plane(other).locator(".drawn-point")).to_have_count(3)
        expect(plane(other).locator(".drawn-point").first).to_have_attribute("aria-label", "point 1 at 2, 3")
    page.mouse.dblclick(*place_of(page, 4, 5))
    expect_rows(page, 2)
    assert table_text(page) == "x,y\n2,3\n6,7"


@pytest.mark.thorough
def test_points_are_drawn_with_the_keyboard_alone(page, address):
    opened(page, address)
    page.get_by_role("button", name="add a point").press("Enter")
    point = plane(page).locator(".drawn-point").first
    expect(point).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowUp")
    expect_rows(page, 1)
    assert table_text(page) == "x,y\n5.1,6"
    expect(point).to_be_focused()
    page.keyboard.press("Delete")
    expect(page.locator(".st-key-your_reading")).to_contain_text("Bring a table of your own")
    assert table_text(page) == ""


FOLLOWS = """() => {
  const [chart, rate] = ['your_training', 'your_rate_share'].map((key) => document.querySelector(`.st-key-${key}`));
  return chart && rate && chart.compareDocumentPosition(rate) & Node.DOCUMENT_POSITION_FOLLOWING;
}"""
"""Whether the slider of the rate stands after the picture, also for a screen reader."""


def test_on_a_phone_a_hand_on_the_rate_sees_the_loss_above_it(phone, address):
    opened(phone, address, PASTED)
    phone.wait_for_function(FOLLOWS)  # once it is known how wide the window is
    rate = slider(phone, "your_rate_share")
    rate.evaluate("(input) => input.scrollIntoView({ block: 'end' })")
    chart, below = phone.locator(".st-key-your_training").bounding_box(), rate.bounding_box()
    bottom = chart["y"] + chart["height"]
    assert bottom <= below["y"]
    assert bottom - max(chart["y"], 0) > chart["height"] / 2  # the lower half has the loss


@pytest.mark.thorough
def test_points_are_drawn_and_removed_by_touch(phone, address):
    opened(phone, address)
    expect(plane(phone)).to_be_visible()
    for rows, (x, y) in enumerate([(2, 3), (6, 7)], start=1):
        plane(phone).scroll_into_view_if_needed()
        phone.touchscreen.tap(*place_of(phone, x, y))
        expect_rows(phone, rows)
    phone.get_by_role("button", name="remove it").tap()
    expect_rows(phone, 1)
    assert table_text(phone) == "x,y\n2,3"


@pytest.mark.thorough
def test_a_table_that_was_pasted_is_not_drawn_over(page, address):
    opened(page, address, PASTED)
    page.get_by_text("your table", exact=True).click()
    expect(page.locator(".st-key-your_table textarea")).to_be_visible()
    expect(plane(page)).to_have_count(0)


def test_cells_take_a_paste_from_a_spreadsheet_and_what_is_typed(page, address):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, address)
    page.get_by_text("as cells").click()
    first, below = page.get_by_test_id("glide-cell-1-0"), page.get_by_test_id("glide-cell-1-1")
    expect(first).to_be_attached()
    cells = page.locator(".st-key-your_cells_table canvas").first.bounding_box()
    page.mouse.click(cells["x"] + 60, cells["y"] + 50)
    expect(first).to_have_attribute("aria-selected", "true")
    more_than_there_is_room_for = "\n".join(f"{x}\t{2 * x + 1}" for x in range(12))
    page.evaluate("(text) => navigator.clipboard.writeText(text)", f"x\ty\n{more_than_there_is_room_for}")
    page.keyboard.press("Control+v")
    expect(page.locator(".st-key-your_reading")).to_contain_text("12 rows, 2 columns")
    expect(readout(page)).to_contain_text("y = 2.000 · x + 1.000")
    page.keyboard.press("ArrowDown")
    expect(below).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    page.locator("textarea.gdg-input").fill("−100")
    page.keyboard.press("Enter")
    expect(below).to_have_text("−100")
    expect(readout(page)).not_to_contain_text("y = 2.000 · x")
    expect(page).to_have_url(re.compile("your_table="))


def test_own_rows_are_learned_on_the_playground_and_change_in_place(page, address):
    opened(page, address, PASTED)
    page.get_by_role("link", name="Playground").first.click()
    page.locator(".st-key-dataset input").click()
    page.get_by_role("option", name="Your numbers").click()
    expect(page.locator(".st-key-about")).to_contain_text("X: arm, y: height, 4 rows")
    expect(page.locator(".st-key-numbers")).to_contain_text("height = ")
    chart = page.locator(".st-key-training .js-plotly-plot").element_handle()
    before = page.locator(".st-key-numbers").inner_text()
    hold(page, "weight", 0.2)
    expect(page.locator(".st-key-numbers")).not_to_have_text(before, use_inner_text=True)
    page.mouse.up()
    expect(page).to_have_url(re.compile("weight=.*own=|own=.*weight="))
    assert chart.evaluate("(chart) => chart.isConnected")
