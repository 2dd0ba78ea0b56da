"""What live sliders must hold to: no stale value, one message in flight, and sliders that work without their help."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_playground import (
    LINES,
    START,
    field,
    hold,
    lines,
    loss_text,
    middle,
    numbers,
    opened,
    output,
    scrubber,
    shown_epoch,
    similarity,
    slider,
    value_of,
    wait_for_another,
)

PLOTLY_KNOWS = """() => {
  const { data, newest } = document.querySelector('.st-key-training .js-plotly-plot');
  return newest.traces.every((position, i) => String(data[position].y) === String(newest.data[i].y));
}"""
"""Whether Plotly has the picture that is on the screen: lines move on the screen first."""


def expect_numbers_of_the_sliders(page, epochs=3):
    """The numbers are those of the sliders, as Streamlit has them; it has them once they stand in the link."""
    for key in ("weight", "bias"):
        expect(page).to_have_url(re.compile(rf"[?&]{key}={re.escape(f'{value_of(page, key):g}')}(&|$)"))
    expect(numbers(page)).to_contain_text(
        loss_text(epochs, weight=value_of(page, "weight"), bias=value_of(page, "bias"))
    )


def test_two_quick_drags_leave_no_stale_value(page, address):
    opened(page, address, "?epochs=3")
    for key in ("weight", "bias"):
        hold(page, key, 0.3)
        page.mouse.up()
    expect_numbers_of_the_sliders(page)


def test_a_drag_that_ends_outside_the_window_counts(page, address):
    opened(page, address, "?epochs=3&bias=2")
    hold(page, "weight", 0.1)
    page.mouse.move(-60, 900, steps=4)
    page.mouse.up()
    assert value_of(page, "weight") == -5.0
    expect_numbers_of_the_sliders(page)


def test_after_a_drag_another_slider_moves_alone(page, address):
    opened(page, address, "?epochs=3")
    hold(page, "weight", 0.3)
    page.mouse.up()
    slider(page, "bias").press("ArrowRight")
    expect_numbers_of_the_sliders(page)


IS_RUNNING = b"J\x02\x10\x01"
"""The server's message that a run has begun."""


@pytest.fixture
def network(page):
    """The page's connection.

    held: keeps what the server says, but that it is running, until it is let go.
    held_from: it is held from the page's next message with these bytes on, which is not counted.
    lost: the next message with these bytes never arrives.
    said: counts the page's words.
    """

    class Network:
        held, held_from, kept, lost, said = False, None, [], None, 0

        def let_go(self):
            self.held = False
            for send, message in self.kept:
                send(message)

    network = Network()

    def pass_on(near):
        far = near.connect_to_server()

        def from_page(message):
            network.said += 1
            if network.held_from and network.held_from in bytes(message):
                network.held, network.held_from, network.said = True, None, 0
            far.send(message)

        def from_server(message):
            if network.lost and network.lost in bytes(message):
                network.lost = None
            elif network.held and bytes(message) != IS_RUNNING:
                network.kept.append((near.send, message))
            else:
                near.send(message)

        near.on_message(from_page)
        far.on_message(from_server)

    page.route_web_socket(re.compile(r".*/_stcore/stream.*"), pass_on)
    return network


def test_one_message_is_in_flight_and_the_last_position_is_drawn(network, page, address):
    opened(page, address, "?epochs=3")
    before = lines(page)
    x, y = middle(slider(page, "weight").bounding_box())
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 8, y, steps=3)
    wait_for_another(page, START, before[START])
    network.held, network.said = True, 0
    page.mouse.move(x + 50, y, steps=25)
    held = value_of(page, "weight")
    # A browser sends what it has before it answers a question, so all that was said has been counted.
    assert page.evaluate("() => true")
    assert network.said <= 1
    network.let_go()
    expect(numbers(page)).to_contain_text(loss_text(3, weight=held))
    page.mouse.up()


def test_without_the_browsers_plotly_the_whole_picture_is_sent(page, address):
    page.add_init_script("Object.defineProperty(window, 'Plotly', { get: () => undefined, set: () => {} })")
    opened(page, address, "?epochs=3")
    before = lines(page)
    for press in range(2):
        slider(page, "weight").press("ArrowRight")
        expect(numbers(page)).to_contain_text(loss_text(3, weight=-1.45 + 0.05 * press))
    page.wait_for_function(f"(before) => ({LINES})().{START} !== before", arg=before[START])


def test_without_the_live_part_sliders_report_on_release(page, address):
    page.add_init_script(
        "window.MutationObserver = class { observe() {} disconnect() {} takeRecords() { return []; } }"
    )
    opened(page, address, "?epochs=3")
    hold(page, "weight", 0.25)
    page.mouse.up()
    expect(numbers(page)).to_contain_text(loss_text(3, weight=value_of(page, "weight")))


def test_another_theme_shows_the_same_picture(page, address):
    opened(page, address, "?epochs=3")
    for weight in (-1.45, -1.4):
        before = lines(page)
        slider(page, "weight").press("ArrowRight")
        wait_for_another(page, START, before[START])
        expect(numbers(page)).to_contain_text(loss_text(3, weight=weight))
    expect(page.locator('[data-testid="stApp"]')).to_have_attribute("data-test-script-state", "notRunning")
    page.wait_for_function(PLOTLY_KNOWS)
    before, light = lines(page), page.locator('[data-testid="stApp"]').evaluate("(app) => getComputedStyle(app).color")
    page.emulate_media(color_scheme="dark")
    expect(page.locator('[data-testid="stApp"]')).not_to_have_css("color", light)
    page.wait_for_function(
        f"(before) => Object.entries(({LINES})()).every(([name, d]) => d === before[name])", arg=before
    )
    page.get_by_label("one epoch back").click()
    expect(numbers(page)).to_contain_text(loss_text(2, weight=value_of(page, "weight")))
    assert lines(page)[START] == before[START]


def test_calls_that_follow_each_other_soon_leave_all_parts_at_work(page, address):
    """Streamlit calls a part anew for every theme, and ends the call before if it has not settled."""
    opened(page, address, "?epochs=3")
    processor = page.context.new_cdp_session(page)
    processor.send("Emulation.setCPUThrottlingRate", {"rate": 6})
    for scheme in ("dark", "light") * 3:
        page.emulate_media(color_scheme=scheme)
        slider(page, "weight").press("ArrowRight")
    processor.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    page.get_by_label("one epoch back").click()
    expect(numbers(page)).to_contain_text(loss_text(2, weight=-1.2))
    hold(page, "weight", 0.2)
    expect(numbers(page)).to_contain_text(loss_text(2, weight=value_of(page, "weight")))
    page.mouse.up()
    field(page, "a x").fill("2.5")
    expect(similarity(page)).to_contain_text("2.5 × 1 + 1 × 2")


def test_a_slider_moved_while_it_plays_keeps_playing_the_new_run(page, address):
    opened(page, address)
    page.get_by_label("speed").select_option("slow")
    play(page).click()
    expect(page.locator(".st-key-player output")).to_have_text(re.compile(r"epoch [2-5] of 50"))
    slider(page, "weight").press("ArrowRight")
    expect(page).to_have_url(re.compile(r"weight=-1\.45"))
    expect(page.locator(".st-key-player output")).to_have_text(re.compile(r"epoch ([6-9]|[1-3]\d) of 50"))
    page.get_by_label("speed").select_option("fast")
    expect(page.locator(".st-key-player output")).to_have_text("epoch 50 of 50")
    expect(numbers(page)).to_contain_text(loss_text(50, weight=-1.45))


def go_to(page, name, arrived):
    page.get_by_role("link", name=name).click()
    expect(page.locator(arrived)).to_be_visible()
    expect(page.locator('[data-testid="stApp"]')).to_have_attribute("data-test-script-state", "notRunning")


def test_after_a_page_switch_all_is_as_it_was_and_sliders_are_live(page, address):
    opened(page, address, "?epochs=3&a=2,1")
    slider(page, "weight").press("ArrowRight")
    expect(numbers(page)).to_contain_text(loss_text(3, weight=-1.45))
    go_to(page, "Weights", ".st-key-weights_idea")
    go_to(page, "Playground", ".st-key-training .js-plotly-plot")
    expect(numbers(page)).to_contain_text(loss_text(3, weight=-1.45))
    expect(page).to_have_url(re.compile(r"(?=.*weight=-1\.45)(?=.*epochs=3)(?=.*a=2(,|%2C)1)"))
    hold(page, "weight", 0.2)
    expect(numbers(page)).to_contain_text(loss_text(3, weight=value_of(page, "weight")))
    page.mouse.up()
    expect(page).to_have_url(re.compile(rf"weight={value_of(page, 'weight'):g}(&|$)"))
    expect(numbers(page)).to_contain_text(loss_text(3, weight=value_of(page, "weight")))


def test_a_page_left_while_it_plays_does_not_come_back(page, address):
    opened(page, address)
    page.get_by_label("speed").select_option("slow")
    play(page).click()
    expect(output(page)).to_have_text(re.compile(r"epoch [2-5] of 50"))
    go_to(page, "Weights", ".st-key-weights_idea")
    expect(page.locator(".st-key-training")).to_have_count(0)
    go_to(page, "Playground", ".st-key-training .js-plotly-plot")
    expect(page.locator(".st-key-weights_idea")).to_have_count(0)


def test_a_slider_is_live_while_another_control_has_the_focus(page, address):
    opened(page, address, "?epochs=3")
    page.get_by_label("one epoch back").focus()
    hold(page, "weight", 0.2)
    expect(numbers(page)).to_contain_text(loss_text(3, weight=value_of(page, "weight")))
    page.mouse.up()


def wait_epochs(page, least, most):
    """Wait until the player has gone on by at least and at most that many epochs."""
    now = shown_epoch(page)
    expect(output(page)).to_have_text(re.compile(rf"epoch ({'|'.join(str(now + n) for n in range(least, most))}) of"))


def test_while_a_press_is_answered_nothing_else_speaks(network, page, address):
    """Streamlit forgets the end of a run if the next message comes at that moment: a control would be lost."""
    opened(page, address)
    page.get_by_label("speed").select_option("slow")
    play(page).click()
    page.get_by_role("button", name="more").click()
    page.mouse.move(*middle(page.get_by_text("logarithmic loss axis").bounding_box()))
    page.mouse.down()
    wait_epochs(page, 2, 9)  # what was on its way has been answered, as nothing is said during a press
    network.held_from = b"log_loss=true"
    page.mouse.up()
    expect(page).to_have_url(re.compile("log_loss=true"))
    field(page, "a x").fill("2.5")
    wait_epochs(page, 3, 12)
    assert network.held
    assert network.said == 0
    network.let_go()
    expect(page.locator(".st-key-training").get_by_text("loss (logarithmic)")).to_be_attached()
    expect(similarity(page)).to_contain_text("2.5 × 1 + 1 × 2")


def test_a_picture_that_was_lost_on_the_way_is_sent_again(network, page, address):
    opened(page, address, "?epochs=3")
    hold(page, "weight", 0.1)
    page.wait_for_function("() => document.querySelector('.st-key-training .js-plotly-plot').newest?.traces.length")
    page.mouse.up()
    expect(page).to_have_url(re.compile("weight="))
    expect(numbers(page)).to_contain_text(loss_text(3, weight=value_of(page, "weight")))
    page.wait_for_function(PLOTLY_KNOWS)
    before, weight = lines(page), value_of(page, "weight") + 0.05
    network.lost = b'"pictures": {"training"'
    slider(page, "weight").press("ArrowRight")
    expect(numbers(page)).to_contain_text(loss_text(3, weight=weight))
    assert network.lost is None
    page.get_by_label("one epoch back").click()
    wait_for_another(page, START, before[START])
    expect(numbers(page)).to_contain_text(loss_text(2, weight=weight))


MOVE_BOTH = """([first, second]) => {
  for (const [input, value] of [first, second]) {
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
}"""


def test_what_two_parts_report_at_one_moment_is_heard_from_both(page, address):
    opened(page, address, "?epochs=5")
    moved = [[field(page, "a x").element_handle(), "2.5"], [scrubber(page).element_handle(), "2"]]
    page.evaluate(MOVE_BOTH, moved)
    expect(numbers(page)).to_contain_text(loss_text(2))
    expect(similarity(page)).to_contain_text("2.5 × 1 + 1 × 2")
    expect(page).to_have_url(re.compile(r"[?&]a=2\.5(,|%2C)1(&|$)"))


def test_the_scripts_travel_once(page, address):
    said = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda payload: said.append(bytes(payload))))
    opened(page, address, "?epochs=3")
    assert sum(b"moveOnScreen" in message for message in said) == 1
    said.clear()
    before = lines(page)
    hold(page, "weight", 0.2)
    wait_for_another(page, START, before[START])
    page.mouse.up()
    expect(page).to_have_url(re.compile("weight="))
    assert said
    assert not any(b"moveOnScreen" in message for message in said)
