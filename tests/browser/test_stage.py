"""What moving along strips must hold to: right pictures and words, few messages, nothing stale, and nothing lost."""

import re

import pytest
from playwright.sync_api import expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.server import ROOT, free_port, served
from tests.browser.conftest import expect_listening, expect_rest
from tests.browser.test_playground import (
    LINES,
    NEURON,
    corners,
    field,
    go_to,
    hold,
    lines,
    loss_text,
    middle,
    more,
    numbers,
    opened,
    output,
    play,
    scrubber,
    similarity,
    slider,
    value_of,
    wait_for_another,
)

PLOTLY_KNOWS = """() => {
  const { data, newest } = document.querySelector('.st-key-training .js-plotly-plot');
  return Object.entries(newest.traces).every(([i, trace]) => !trace.y || String(data[i].y) === String(trace.y));
}"""
"""Whether Plotly has the picture that is on the screen: lines move on the screen first."""
TRACE_NOW = """((name) => {
  const { data, newest } = document.querySelector('.st-key-training .js-plotly-plot');
  const position = data.findIndex((trace) => trace.name === name);
  return { ...data[position], ...newest?.traces[position] };
})"""
"""A trace of the training chart as it is on the screen."""
SAME_LINES = f"""(before) => {{
  const corners = (path) => ((path ?? '').match(/-?[\\d.]+/g) ?? []).map(Number);
  const same = (one, other) => one.length === other.length && one.every((part, i) => Math.abs(part - other[i]) < 0.1);
  return Object.entries(({LINES})()).every(([name, path]) => same(corners(path), corners(before[name])));
}}"""
"""Whether the lines are where they were: a strip's frames have five digits, and what is shown at rest has all."""
IS_RESTING = '[data-testid="stApp"]'


def expect_numbers_of_the_sliders(page, epochs=0):
    """The numbers are those of the sliders, as Streamlit has them; it has them once they stand in the link."""
    for key in ("weight", "bias"):
        expect(page).to_have_url(re.compile(rf"[?&]{key}={re.escape(f'{value_of(page, key):g}')}(&|$)"))
    expect(numbers(page)).to_contain_text(
        loss_text(epochs, weight=value_of(page, "weight"), bias=value_of(page, "bias"))
    )


def nothing(message):
    return False


def everything(message):
    return True


def answers(message):
    """Whether it tells the browser's part something."""
    said = ForwardMsg.FromString(bytes(message))
    return said.delta.new_element.WhichOneof("type") == "bidi_component"


@pytest.fixture
def network(own_page):
    """The page's connection. holds: which message of the server's it keeps, with all that follow, until they are let
    go. messages: what the page has sent."""

    class Network:
        def __init__(self):
            self.holds, self.kept, self.messages = nothing, [], []

        def let_go(self):
            self.holds = nothing
            for send, message in self.kept:
                send(message)
            self.kept = []

    network = Network()

    def pass_on(near):
        far = near.connect_to_server()

        def from_page(message):
            network.messages.append(bytes(message))
            far.send(message)

        def from_server(message):
            if network.kept or network.holds(message):
                network.kept.append((near.send, message))
            else:
                near.send(message)

        near.on_message(from_page)
        far.on_message(from_server)

    own_page.route_web_socket(re.compile(r".*/_stcore/stream.*"), pass_on)
    return network


LOOK_INTO_THE_STAGE = """async () => {
  window.stage = await import(new URL('app/static/stage.js', window.location.origin));
}"""
IS_WHOLE = """(key) => {
  const strip = window.stage.strips.strips.get(key);
  return Boolean(strip) && strip.frames.size === strip.count;
}"""


def wait_for_the_strip(page, key):
    """Rest on a slider until its whole strip has arrived: then the page has nothing left to ask."""
    page.evaluate(LOOK_INTO_THE_STAGE)
    slider(page, key).focus()
    page.wait_for_function(IS_WHOLE, arg=key)
    expect_rest(page)


def test_on_an_arrived_strip_pictures_and_words_move_without_the_server(network, own_page, address):
    page = own_page
    opened(page, address, "?epochs=3")
    wait_for_the_strip(page, "weight")
    network.holds = everything
    network.messages.clear()
    before = lines(page)
    hold(page, "weight", 0.25)
    wait_for_another(page, NEURON, before[NEURON])
    held = value_of(page, "weight")
    assert held != -1.5
    expect(numbers(page)).to_contain_text(loss_text(0, weight=held))
    assert network.messages == []
    page.mouse.up()
    network.let_go()
    expect(page).to_have_url(re.compile(rf"[?&]weight={held:g}(&|$)"))
    expect(numbers(page)).to_contain_text(loss_text(0, weight=held))
    expect_rest(page)
    assert len(network.messages) <= 8


def test_playing_says_nothing_until_it_rests(network, own_page, address):
    page = own_page
    opened(page, address, "?epochs=200")
    wait_for_the_strip(page, "weight")
    play(page).hover()
    page.wait_for_function(IS_WHOLE, arg="shown")
    expect_rest(page)
    page.get_by_label("speed").select_option("fast")
    play(page).click()
    expect(output(page)).to_have_text(re.compile(r"epoch [2-8] of 200"))
    network.messages.clear()
    expect(output(page)).to_have_text(re.compile(r"epoch [2-9]\d of 200"))
    assert network.messages == []
    expect(output(page)).to_have_text("epoch 200 of 200")
    expect(numbers(page)).to_contain_text(loss_text(200))


def test_where_a_strip_has_not_arrived_the_last_picture_stays_and_the_right_one_follows(network, own_page, address):
    page = own_page
    opened(page, address, "?epochs=3")
    before = lines(page)
    network.holds = everything
    hold(page, "weight", 0.25)
    held = value_of(page, "weight")
    assert lines(page) == before
    network.let_go()
    wait_for_another(page, NEURON, before[NEURON])
    expect(numbers(page)).to_contain_text(loss_text(0, weight=held))
    page.mouse.up()
    expect(page).to_have_url(re.compile(rf"[?&]weight={held:g}(&|$)"))


@pytest.mark.thorough
def test_two_quick_drags_leave_no_stale_value(page, address):
    opened(page, address, "?epochs=3")
    for key in ("weight", "bias"):
        hold(page, key, 0.3)
        page.mouse.up()
    expect_numbers_of_the_sliders(page)


@pytest.mark.thorough
def test_a_drag_that_ends_outside_the_window_counts(page, address):
    opened(page, address, "?epochs=3&bias=2")
    hold(page, "weight", 0.1)
    page.mouse.move(-60, 900, steps=4)
    page.mouse.up()
    assert value_of(page, "weight") == -5.0
    expect_numbers_of_the_sliders(page)


def test_a_rate_held_above_the_limit_shows_a_line_and_words_of_that_rate(page, address):
    opened(page, address)
    hold(page, "learning_rate", 0.9)
    expect(page.locator(".st-key-training .y2title")).to_contain_text("logarithmic")
    last = f"() => {TRACE_NOW}('loss').y.at(-1)"
    page.wait_for_function(f"() => ({last})() > 1e3")
    page.mouse.up()
    page.wait_for_function(f"() => ({last})() > 1e3")
    page.get_by_label("to the end").click()
    expect(numbers(page)).to_contain_text("grows without end")


HALF_A_SECOND_OF_FRAMES = """async () => {
  for (let i = 0; i < 30; i += 1) await new Promise((drawn) => { requestAnimationFrame(drawn); });
}"""
DRAW_AGAIN_ONCE_CHANGED = """() => {
  const chart = document.querySelector('.st-key-neuron .js-plotly-plot');
  const before = structuredClone(chart.data);
  const drawAgain = (_, observer) => {
    if ([...chart.querySelectorAll('.textpoint')].filter((text) => text.textContent.includes('×')).length !== 2) return;
    observer.disconnect();
    window.Plotly.react(chart, before, chart.layout).then(() => { window.isDrawnAgain = true; });
  };
  new MutationObserver(drawAgain).observe(chart, { childList: true, subtree: true });
}"""
"""As Streamlit does with a chart that is new, whatever was changed on it meanwhile."""


def test_a_change_stays_on_the_figure_that_it_is_a_change_of_and_is_shown_on_no_other(network, own_page, address):
    page = own_page
    page.goto(f"{address}/weights")
    expect_listening(page)
    products = page.locator(".st-key-neuron:not([data-retained]) .textpoint").filter(has_text="×")
    inputs = page.locator(".st-key-inputs")
    hold(page, "w1", 0.25)
    page.mouse.up()
    expect(page).to_have_url(re.compile("w1="))
    page.evaluate(DRAW_AGAIN_ONCE_CHANGED)
    inputs.get_by_role("radio", name="2").click()
    page.wait_for_function("() => window.isDrawnAgain")
    expect(products).to_have_count(2)  # on the figure that was drawn for three
    expect_rest(page)
    network.holds = answers  # what differs from the figure for five is told after it
    inputs.get_by_role("radio", name="5").click()
    expect(products).to_have_count(5)
    page.wait_for_function("() => document.querySelectorAll('.st-key-w5').length")
    page.evaluate(HALF_A_SECOND_OF_FRAMES)
    expect(products).to_have_count(5, timeout=1000)
    total = page.locator(".st-key-arithmetic strong").first.text_content()
    assert total in page.locator(".st-key-neuron:not([data-retained]) .textpoint").all_text_contents()


@pytest.mark.thorough
def test_without_the_browsers_plotly_the_whole_picture_is_sent_for_good(own_page, address):
    page = own_page
    page.add_init_script("Object.defineProperty(window, 'Plotly', { get: () => undefined, set: () => {} })")
    opened(page, address, "?epochs=3")
    before = lines(page)
    for press in range(3):
        slider(page, "weight").press("ArrowRight")
        expect(numbers(page)).to_contain_text(loss_text(0, weight=-1.45 + 0.05 * press))
        field(page, "a x").fill(f"{press}.5")  # another report, after which it can draw no more than before
        expect(similarity(page)).to_contain_text(f"{press}.5 × 1")
    page.wait_for_function(f"(before) => ({LINES})().{NEURON} !== before", arg=before[NEURON])


def test_without_the_scripts_sliders_report_on_release(chromium, address):
    context = chromium.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    page.route("**/app/static/**", lambda route: route.abort())
    page.goto(f"{address}/?epochs=3")
    expect(page.locator(".st-key-training .scatterlayer path.js-line")).not_to_have_count(0)
    expect_rest(page)
    hold(page, "weight", 0.25)
    page.mouse.up()
    expect(numbers(page)).to_contain_text(loss_text(0, weight=value_of(page, "weight")), timeout=60_000)
    context.close()


@pytest.mark.thorough
def test_another_theme_shows_the_same_picture(page, address):
    opened(page, address, "?epochs=3")
    for weight in (-1.45, -1.4):
        before = lines(page)
        slider(page, "weight").press("ArrowRight")
        wait_for_another(page, NEURON, before[NEURON])
        expect(numbers(page)).to_contain_text(loss_text(0, weight=weight))
    expect_rest(page)
    page.wait_for_function(PLOTLY_KNOWS)
    before, light = lines(page), page.locator(IS_RESTING).evaluate("(app) => getComputedStyle(app).color")
    page.emulate_media(color_scheme="dark")
    expect(page.locator(IS_RESTING)).not_to_have_css("color", light)
    page.wait_for_function(SAME_LINES, arg=before)
    page.get_by_label("one epoch forward").click()
    expect(numbers(page)).to_contain_text(loss_text(1, weight=value_of(page, "weight")))
    assert corners(lines(page)["start"]) == pytest.approx(corners(before[NEURON]), abs=0.1)


@pytest.mark.thorough
def test_calls_that_follow_each_other_soon_leave_all_parts_at_work(own_page, address):
    """Streamlit calls the component anew for every theme, and ends the call before if it has not settled."""
    page = own_page
    opened(page, address, "?epochs=3")
    processor = page.context.new_cdp_session(page)
    processor.send("Emulation.setCPUThrottlingRate", {"rate": 3})
    for scheme in ("dark", "light") * 3:
        page.emulate_media(color_scheme=scheme)
        slider(page, "weight").press("ArrowRight")
    processor.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    page.get_by_label("one epoch forward").click()
    expect(numbers(page)).to_contain_text(loss_text(1, weight=-1.2))
    hold(page, "weight", 0.2)
    expect(numbers(page)).to_contain_text(loss_text(0, weight=value_of(page, "weight")))
    page.mouse.up()
    field(page, "a x").fill("2.5")
    expect(similarity(page)).to_contain_text("2.5 × 1 + 1 × 2")


def test_a_slider_moved_while_it_plays_shows_the_start_of_the_new_run(page, address):
    opened(page, address)
    play(page).click()
    expect(output(page)).to_have_text(re.compile(r"epoch [2-5] of 50"))
    slider(page, "weight").press("ArrowRight")
    expect(page).to_have_url(re.compile(r"weight=-1\.45"))
    expect(output(page)).to_have_text("epoch 0 of 50")
    expect(numbers(page)).to_contain_text(loss_text(0, weight=-1.45))
    expect(play(page)).to_have_attribute("aria-label", "Let it learn")
    page.get_by_label("speed").select_option("fast")
    play(page).click()
    expect(output(page)).to_have_text("epoch 50 of 50")
    expect(numbers(page)).to_contain_text(loss_text(50, weight=-1.45))


@pytest.mark.thorough
def test_a_control_pressed_while_it_plays_is_not_lost(page, address):
    opened(page, address)
    page.get_by_label("speed").select_option("slow")
    play(page).click()
    expect(output(page)).to_have_text(re.compile(r"epoch [2-9] of 50"))
    more(page)
    page.get_by_text("logarithmic loss").click()
    expect(page).to_have_url(re.compile("log_loss=true"))
    expect(page.locator(".st-key-training .y2title")).to_contain_text("logarithmic")


def test_after_a_page_switch_all_is_as_it_was_and_sliders_are_live(page, address):
    opened(page, address, "?epochs=3&a=2,1")
    slider(page, "weight").press("ArrowRight")
    expect(numbers(page)).to_contain_text(loss_text(0, weight=-1.45))
    go_to(page, "Weights", ".st-key-weights_idea")
    go_to(page, "Playground", ".st-key-training .js-plotly-plot")
    expect(numbers(page)).to_contain_text(loss_text(0, weight=-1.45))
    expect(page).to_have_url(re.compile(r"(?=.*weight=-1\.45)(?=.*epochs=3)(?=.*a=2(,|%2C)1)"))
    hold(page, "weight", 0.2)
    expect(numbers(page)).to_contain_text(loss_text(0, weight=value_of(page, "weight")))
    page.mouse.up()
    expect(page).to_have_url(re.compile(rf"weight={value_of(page, 'weight'):g}(&|$)"))
    expect(numbers(page)).to_contain_text(loss_text(0, weight=value_of(page, "weight")))


@pytest.mark.thorough
def test_a_page_left_while_it_plays_does_not_come_back(page, address):
    opened(page, address)
    page.get_by_label("speed").select_option("slow")
    play(page).click()
    expect(output(page)).to_have_text(re.compile(r"epoch [2-5] of 50"))
    go_to(page, "Weights", ".st-key-weights_idea")
    expect(page.locator(".st-key-training")).to_have_count(0)
    go_to(page, "Playground", ".st-key-training .js-plotly-plot")
    expect(page.locator(".st-key-weights_idea")).to_have_count(0)


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


TOPS_OF_TITLES = """() => ['.xtitle', '.x2title'].map(
  (title) => document.querySelector(`.st-key-training ${title}`)?.getBoundingClientRect().top ?? NaN
)"""
IS_NARROW = f"() => {{ const [left, right] = ({TOPS_OF_TITLES})(); return right > left + 100; }}"
IS_WIDE = f"() => {{ const [left, right] = ({TOPS_OF_TITLES})(); return Math.abs(right - left) < 30; }}"


@pytest.mark.parametrize("width", [600, pytest.param(390, marks=pytest.mark.thorough)])
def test_a_narrow_window_that_is_no_phone_stays_narrow_when_it_is_touched(page, address, width):
    page.set_viewport_size({"width": width, "height": 844})
    opened(page, address, "?epochs=3")
    page.wait_for_function(IS_NARROW)
    slider(page, "weight").press("ArrowRight")
    expect(numbers(page)).to_contain_text(loss_text(0, weight=-1.45))
    expect_rest(page)
    assert page.evaluate(IS_NARROW)


@pytest.mark.thorough
def test_a_phone_that_is_turned_gets_the_other_layout_also_while_it_plays(phone, address):
    opened(phone, address)
    phone.wait_for_function(IS_NARROW)
    phone.get_by_label("speed").select_option("slow")
    play(phone).click()
    expect(output(phone)).to_have_text(re.compile(r"epoch [1-5] of 50"))
    phone.set_viewport_size({"width": 844, "height": 390})
    phone.wait_for_function(IS_WIDE)
    phone.set_viewport_size({"width": 390, "height": 844})
    phone.wait_for_function(IS_NARROW)
    expect(output(phone)).to_have_text(re.compile(r"epoch \d+ of 50"))


def test_a_link_that_is_opened_in_a_running_session_wins(page, address):
    opened(page, address, "?epochs=3&weight=2")
    slider(page, "weight").press("ArrowRight")
    expect(page).to_have_url(re.compile(r"weight=2\.05"))
    expect_rest(page)
    page.evaluate("""() => {
      history.replaceState({}, '', '?epochs=3&weight=-3');
      window.dispatchEvent(new PopStateEvent('popstate'));
    }""")
    expect(numbers(page)).to_contain_text(loss_text(0, weight=-3.0))
    expect(slider(page, "weight")).to_have_value("-3")


HAS_BEEN_ANSWERED = "() => window.stage.speaker.turn > 0 && !window.stage.speaker.inFlight"


@pytest.mark.thorough
def test_what_was_chosen_on_other_pages_survives_a_server_that_is_killed(chromium):
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    context = chromium.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    page.set_default_timeout(60_000)
    with served(ROOT / "app.py", port=port):
        opened(page, address, "?epochs=3&weight=2")
        slider(page, "weight").press("ArrowRight")
        expect(page).to_have_url(re.compile(r"weight=2\.05"))
        go_to(page, "Bias", ".st-key-bias_idea")
        expect_rest(page)
    with served(ROOT / "app.py", port=port):
        page.reload()
        expect(page.locator(".st-key-bias_idea")).to_be_visible()
        page.evaluate(LOOK_INTO_THE_STAGE)
        page.wait_for_function(HAS_BEEN_ANSWERED)
        go_to(page, "Playground", ".st-key-training .js-plotly-plot")
        expect(numbers(page)).to_contain_text(loss_text(0, weight=2.05))
        expect(page).to_have_url(re.compile(r"(?=.*weight=2\.05)(?=.*epochs=3)"))
    context.close()


def test_the_link_for_a_class_holds_no_answer_and_nothing_of_the_frame(page, address):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(
        f"{address}/weights?weights_idea=one+update&hidden=product&answer=0.25&guess_sum=both&inputs=2&embed=true"
    )
    expect(page.locator(".st-key-weights_idea")).to_be_visible()
    page.get_by_role("button", name=re.compile("share")).click()
    page.get_by_role("button", name="Copy it without guesses and missions").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert "inputs=2" in copied
    assert not re.search("answer|guess|embed", copied), copied


@pytest.mark.thorough
def test_scripts_are_modules_that_are_fetched_once(own_page, address):
    page = own_page
    fetched = []
    page.on("response", lambda answer: fetched.append(answer) if "/app/static/" in answer.url else None)
    opened(page, address, "?epochs=3")
    names = [answer.url.rsplit("/", 1)[1] for answer in fetched]
    assert {"stage.js", "strips.js", "player.js", "board.js"} <= set(names)
    assert len(names) == len(set(names))
    assert all("javascript" in answer.headers["content-type"] for answer in fetched)
    before = lines(page)
    hold(page, "weight", 0.2)
    wait_for_another(page, NEURON, before[NEURON])
    page.mouse.up()
    expect(page).to_have_url(re.compile("weight="))
    assert len(fetched) == len(names)


def test_a_slider_is_live_while_another_control_has_the_focus(page, address):
    opened(page, address, "?epochs=3")
    page.get_by_label("one epoch forward").focus()
    x, y = middle(slider(page, "weight").bounding_box())
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 30, y, steps=6)
    expect(numbers(page)).to_contain_text(loss_text(0, weight=value_of(page, "weight")))
    page.mouse.up()
