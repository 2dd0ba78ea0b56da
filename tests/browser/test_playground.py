"""The Playground page under a visitor's hand, in a real browser."""

import re
from itertools import combinations, pairwise
from math import hypot
from urllib.parse import parse_qs, urlsplit

import numpy as np
import pytest
from playwright.sync_api import expect

from playground.data import real
from playground.figures.numbers import decimals, number
from tests.browser.conftest import NARROW, expect_rest

RATE, WEIGHT, BIAS, EPOCHS = 0.1, -1.5, 1.0, 50


def thorough(*values):
    """These values for the thorough run alone."""
    return [pytest.param(value, marks=pytest.mark.thorough) for value in values]


LINES = """() => Object.fromEntries([...document.querySelectorAll('.st-key-training .scatterlayer .trace')]
  .map((trace) => [trace.__data__[0].trace.name, trace.querySelector('path.js-line')?.getAttribute('d') ?? null]))"""
NEURON, LOSS = "neuron", "loss"
"""Names of lines of the training chart; Plotly may change their order in the document."""


def opened(page, address, link=""):
    """The page of that link, with everything drawn and listening."""
    page.goto(f"{address}/{link}")
    return drawn(page)


def drawn(page):
    """That page, with everything drawn and listening."""
    expect(page.locator(".st-key-training .scatterlayer path.js-line")).not_to_have_count(0)
    expect(page.locator(".st-key-cosine .scatterlayer path.js-line")).to_have_count(1)
    expect(page.locator('.st-key-board [data-handle="b"]')).to_be_attached()
    expect(page.locator(".st-key-player output")).to_have_text(re.compile(r"epoch \d+ of \d+"))
    expect(page.locator(".st-key-similarity")).to_contain_text("|a|")
    expect_rest(page)
    return page


@pytest.fixture
def rested(kept_page):
    """The default page without a page load: the board as at the start, and the start of training shown."""
    page = drawn(kept_page)
    page.get_by_label("unit length").uncheck()
    for name, value in {"a x": "3", "a y": "1", "b x": "1", "b y": "2"}.items():
        field(page, name).fill(value)
    page.get_by_label("speed").select_option("fast")
    scrubber(page).press("Home")
    page.evaluate("() => document.activeElement.blur()")
    expect(similarity(page)).to_contain_text("3 × 1 + 1 × 2")
    expect(numbers(page)).to_contain_text(loss_text(0))
    expect(page).to_have_url(re.compile(r"/$"))
    return drawn(page)


def numbers(page):
    return page.locator(".st-key-numbers")


def similarity(page):
    return page.locator(".st-key-similarity")


def output(page):
    return page.locator(".st-key-player output")


def scrubber(page):
    return page.locator(".st-key-player input[type=range]")


def play(page):
    """The button that plays, and pauses while it does."""
    return page.locator('[data-action="play"]')


def go_to(page, name, arrived):
    """Another page, by its name in the navigation; arrived: what is there."""
    page.get_by_test_id("stTopNavLink").filter(has_text=name).click()
    expect(page.locator(arrived)).to_be_visible()
    expect_rest(page)


def shown_epoch(page):
    return int(re.match(r"epoch (\d+) of", output(page).inner_text()).group(1))


def slider(page, key):
    return page.locator(f".st-key-{key} input[type=range]")


def lines(page):
    return page.evaluate(LINES)


def corners(path):
    """The numbers of a drawn line."""
    return [float(number) for number in re.findall(r"-?[\d.]+", path)]


def field(page, name):
    return page.locator(f'.st-key-board input[aria-label="{name}"]')


def tip(page, name):
    return page.locator(f'.st-key-board [data-handle="{name}"]')


def vector(page, name):
    return float(field(page, f"{name} x").input_value()), float(field(page, f"{name} y").input_value())


def middle(box):
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def after(epoch, *, weight=WEIGHT, bias=BIAS, rate=RATE):
    """Weight, bias and loss on standardised penguins: there each epoch shrinks both errors alike."""
    data = real("penguins")
    r = float(np.corrcoef(data.X[:, 0], data.y)[0, 1])
    left = (1 - 2 * rate) ** epoch
    w, b = r + (weight - r) * left, bias * left
    return w, b, 1 - r * r + (w - r) ** 2 + b * b


def loss_text(epoch, **start):
    return re.compile(rf"loss\s{re.escape(number(after(epoch, **start)[2]))}(?!\d)")


# The vector board


def draw(page, start, end):
    """Press and drag in the plane; both places in pixels to the right of and above the origin."""
    x, y = middle(page.locator(".st-key-board svg").first.bounding_box())
    page.mouse.move(x + start[0], y - start[1])
    page.mouse.down()
    page.mouse.move(x + (start[0] + end[0]) / 2, y - (start[1] + end[1]) / 2)
    page.mouse.move(x + end[0], y - end[1], steps=4)
    page.mouse.up()


def expect_products(page):
    """The numbers beside the board are those of the two vectors in the fields."""
    (ax, ay), (bx, by) = vector(page, "a"), vector(page, "b")
    expect(similarity(page)).to_contain_text(f"= {decimals(ax * bx + ay * by)}\n", use_inner_text=True)
    lengths = f"|a| = {decimals(hypot(ax, ay))}, |b| = {decimals(hypot(bx, by))}"
    expect(similarity(page)).to_contain_text(lengths)


def test_pressing_and_dragging_in_the_empty_plane_draws_first_a_then_b(rested):
    page = rested
    draw(page, (-60, -40), (-120, 48))
    ax, ay = vector(page, "a")
    assert ax / ay == pytest.approx(-120 / 48, rel=0.03)
    assert vector(page, "b") == (1.0, 2.0)
    expect_products(page)

    drawn_a = vector(page, "a")
    draw(page, (-40, -60), (90, -60))
    bx, by = vector(page, "b")
    assert bx / by == pytest.approx(90 / -60, rel=0.03)
    assert vector(page, "a") == drawn_a
    expect_products(page)
    expect(similarity(page)).to_contain_text("they lean apart")


def test_the_numbers_follow_while_a_tip_is_dragged(rested):
    page = rested
    x, y = middle(tip(page, "a").bounding_box())
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 40, y - 20, steps=5)
    expect(similarity(page)).not_to_contain_text("3 × 1 + 1 × 2")
    page.mouse.up()
    assert vector(page, "b") == (1.0, 2.0)
    expect_products(page)


def test_a_tap_in_the_plane_draws_nothing(rested):
    page = rested
    x, y = middle(page.locator(".st-key-board svg").first.bounding_box())
    page.mouse.click(x - 90, y + 50)
    assert (vector(page, "a"), vector(page, "b")) == ((3.0, 1.0), (1.0, 2.0))


def test_both_vectors_can_be_drawn_with_the_keyboard(rested):
    page = rested
    tip(page, "b").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(similarity(page)).to_contain_text("3 × 1.3 + 1 × 2 = 3.9 + 2 = 5.9")
    tip(page, "a").focus()
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("ArrowLeft")
    expect(similarity(page)).to_contain_text("2.9 × 1.3 + (−1) × 2 = 3.77 − 2 = 1.77")


def test_tips_are_reached_with_the_tab_key(rested):
    page = rested
    tip(page, "b").focus()
    page.keyboard.press("Tab")
    expect(tip(page, "a")).to_be_focused()


def test_number_fields_take_exact_values(rested):
    page = rested
    for name, value in {"a x": "0.125", "a y": "-4", "b x": "8", "b y": "0.5"}.items():
        field(page, name).fill(value)
    expect(similarity(page)).to_contain_text("0.125 × 8 + (−4) × 0.5 = 1 − 2 = −1")
    field(page, "b y").press("Enter")
    expect(field(page, "a x")).to_have_value("0.125")


def test_unit_length_keeps_both_vectors_at_length_one(rested):
    page = rested
    page.get_by_label("unit length").check()
    expect(similarity(page)).to_contain_text("|a| = 1, |b| = 1")
    expect(similarity(page)).to_contain_text("0.7071")
    tip(page, "a").focus()
    page.keyboard.press("ArrowUp")
    expect(similarity(page)).not_to_contain_text("0.7071")
    expect(similarity(page)).to_contain_text("|a| = 1, |b| = 1")


@pytest.mark.thorough
def test_a_zero_vector_is_said_to_have_no_angle(rested):
    page = rested
    field(page, "a x").fill("0")
    field(page, "a y").fill("0")
    expect(similarity(page)).to_contain_text("no angle")
    expect(page.locator("body")).not_to_contain_text(re.compile(r"\bnan\b", re.IGNORECASE))
    field(page, "a x").fill("2")
    expect(similarity(page)).to_contain_text("2 × 1 + 0 × 2 = 2 + 0 = 2")


def test_the_mark_on_the_cosine_curve_follows_the_board(rested):
    page = rested
    mark = page.locator(".st-key-cosine .scatterlayer path.point")
    before = mark.get_attribute("transform")
    field(page, "a x").fill("-3")
    expect(mark).not_to_have_attribute("transform", before)


# The player


EPOCHS_SEEN = """() => {
  window.epochs = [];
  const output = document.querySelector('.st-key-player output');
  new MutationObserver(() => window.epochs.push([parseInt(output.textContent.split(' ')[1]), performance.now()]))
    .observe(output, { childList: true, characterData: true, subtree: true });
}"""


def test_letting_it_learn_plays_from_the_visitors_line_and_says_how_far_both_came(page, address):
    opened(page, address, "?weight=0.5&bias=0.5")
    expect(numbers(page)).to_contain_text(re.compile(r"you: \d+\s% of the way"))
    hand = re.search(r"you: (\d+\s%)", numbers(page).inner_text())[1]
    page.get_by_label("speed").select_option("fast")
    play(page).click()
    expect(output(page)).to_have_text("epoch 50 of 50")
    expect(numbers(page)).to_contain_text(loss_text(50, weight=0.5, bias=0.5))
    expect(numbers(page)).to_contain_text(re.compile(rf"neuron: 100\s% of the way to the best\s+by hand {hand}"))
    expect(numbers(page)).to_contain_text("has arrived")


@pytest.mark.thorough
def test_the_first_five_epochs_are_seen_one_by_one(page, address):
    opened(page, address, "?epochs=12")
    page.evaluate(EPOCHS_SEEN)
    play(page).click()
    expect(output(page)).to_have_text("epoch 12 of 12")
    seen = page.evaluate("() => window.epochs")
    assert [epoch for epoch, _ in seen] == list(range(1, 13))
    pauses = [later - sooner for (_, sooner), (_, later) in pairwise(seen)]
    assert min(pauses[:5]) > 700, "about one a second"
    assert sum(pauses[5:]) < min(pauses[:5])


@pytest.mark.thorough
def test_pausing_shows_the_exact_numbers_of_that_epoch(rested):
    page = rested
    page.get_by_label("speed").select_option("normal")
    play(page).click()
    expect(output(page)).to_have_text(re.compile(r"epoch ([3-9]|[1-4]\d) of 50"))
    play(page).click()
    stopped = shown_epoch(page)
    assert 0 < stopped < 50
    expect(numbers(page)).to_contain_text(loss_text(stopped))
    assert shown_epoch(page) == stopped
    page.get_by_label("speed").select_option("fast")
    play(page).click()
    expect(output(page)).to_have_text("epoch 50 of 50")


@pytest.mark.thorough
def test_steps_go_one_epoch_back_and_forward(page, address):
    opened(page, address, "?epochs=5")
    steps = [
        ("to the end", 5),
        ("one epoch back", 4),
        ("one epoch back", 3),
        ("one epoch forward", 4),
        ("to the start", 0),
    ]
    for name, epoch in steps:
        page.get_by_label(name).click()
        expect(output(page)).to_have_text(f"epoch {epoch} of 5")
        expect(numbers(page)).to_contain_text(loss_text(epoch))


def test_the_scrubber_obeys_the_keyboard(rested):
    page = rested
    scrubber(page).focus()
    page.keyboard.press("Home")
    expect(output(page)).to_have_text("epoch 0 of 50")
    at_the_start = lines(page)[NEURON]
    page.keyboard.press("ArrowRight")
    expect(output(page)).to_have_text("epoch 1 of 50")
    expect(numbers(page)).to_contain_text(loss_text(1))
    wait_for_another(page, NEURON, at_the_start)
    assert corners(lines(page)["start"]) == pytest.approx(corners(at_the_start), abs=0.1)
    page.keyboard.press("End")
    expect(numbers(page)).to_contain_text(loss_text(50))


# The sliders


def hold(page, key, part):
    """Press on a slider's middle and move the finger by that part of its length, without letting go."""
    expect_rest(page)  # what still comes may push it away
    slider(page, key).scroll_into_view_if_needed()  # waits until it stands still
    box = slider(page, key).bounding_box()
    x, y = middle(box)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + part * box["width"], y, steps=8)


def value_of(page, key):
    return float(slider(page, key).input_value())


def wait_for_another(page, line, before):
    page.wait_for_function(f"(before) => ({LINES})().{line} !== before", arg=before)


@pytest.mark.thorough
def test_the_line_and_the_numbers_follow_the_weight_under_the_finger(page, address):
    opened(page, address, "?epochs=3")
    before = lines(page)
    hold(page, "weight", 0.25)
    wait_for_another(page, NEURON, before[NEURON])
    held = value_of(page, "weight")
    assert held != WEIGHT
    expect(numbers(page)).to_contain_text(loss_text(0, weight=held))
    page.mouse.up()
    expect(page).to_have_url(re.compile(rf"[?&]weight={held:g}(&|$)"))
    assert value_of(page, "weight") == held
    expect(numbers(page)).to_contain_text(loss_text(0, weight=held))


def test_after_release_the_sliders_own_value_counts(page, address):
    opened(page, address, "?epochs=3")
    hold(page, "weight", 0.25)
    expect(numbers(page)).not_to_contain_text(loss_text(0))
    page.mouse.up()
    released = value_of(page, "weight")
    slider(page, "weight").focus()
    page.keyboard.press("ArrowRight")
    moved = round(released + 0.05, 2)
    expect(numbers(page)).to_contain_text(loss_text(0, weight=moved))
    assert value_of(page, "weight") == pytest.approx(moved)
    slider(page, "bias").focus()
    page.keyboard.press("ArrowLeft")
    expect(numbers(page)).to_contain_text(loss_text(0, weight=moved, bias=0.95))


def test_the_picture_follows_every_slider_under_the_finger(page, address):
    opened(page, address)
    for key, line in {"bias": NEURON, "learning_rate": LOSS, "epochs": LOSS}.items():
        before = lines(page)
        hold(page, key, 0.2)
        wait_for_another(page, line, before[line])
        page.mouse.up()
        expect(page).to_have_url(re.compile(rf"[?&]{key}="))


@pytest.mark.thorough
def test_the_chart_stays_the_same_element_while_a_slider_is_dragged(page, address):
    opened(page, address)
    page.evaluate("""() => {
      const chart = () => document.querySelector('.st-key-training .js-plotly-plot');
      window.chart = chart();
      window.bad = [];
      const look = () => {
        if (chart() !== window.chart) window.bad.push('another element');
        if (!chart()?.querySelector('.scatterlayer path.js-line')) window.bad.push('no line');
        requestAnimationFrame(look);
      };
      look();
    }""")
    before = lines(page)
    hold(page, "weight", 0.3)
    wait_for_another(page, NEURON, before[NEURON])
    page.mouse.up()
    expect(page).to_have_url(re.compile("weight="))
    expect_rest(page)
    assert page.evaluate("() => window.bad") == []


@pytest.mark.thorough
def test_the_text_alternative_follows_the_slider(page, address):
    opened(page, address, "?epochs=3")
    chart = page.locator(".st-key-training [aria-label*='points']").first
    before = chart.get_attribute("aria-label")
    assert "After epoch 0 of 3" in before
    slider(page, "weight").focus()
    page.keyboard.press("ArrowRight")
    expect(chart).not_to_have_attribute("aria-label", before)


# Links


def link_of(page):
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


@pytest.mark.thorough
def test_a_link_restores_the_page(page, address):
    opened(page, address, "?dataset=cars&weight=2&epochs=100&a=2,0&b=0,3")
    assert value_of(page, "weight") == 2.0
    assert value_of(page, "epochs") == 100
    assert (vector(page, "a"), vector(page, "b")) == ((2.0, 0.0), (0.0, 3.0))
    expect(similarity(page)).to_contain_text("2 × 0 + 0 × 3 = 0 + 0 = 0")
    expect(similarity(page)).to_contain_text("perpendicular")
    expect(output(page)).to_have_text("epoch 0 of 100")
    page.get_by_label("to the end").click()
    expect(numbers(page)).to_contain_text("fuel economy = −5.34 · mass + 37.3")


def test_what_is_chosen_is_written_into_the_link_and_comes_back_with_it(page, address):
    opened(page, address)
    slider(page, "weight").focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"[?&]weight=-1\.45(&|$)"))
    field(page, "a x").fill("2.5")
    expect(page).to_have_url(re.compile(r"[?&]a=2\.5(,|%2C)1(&|$)"))
    page.get_by_label("unit length").check()
    expect(page).to_have_url(re.compile(r"[?&]unit=true(&|$)"))
    expect(numbers(page)).to_contain_text(loss_text(0, weight=-1.45))
    expect(similarity(page)).to_contain_text("|a| = 1,")
    shown = similarity(page).inner_text()
    opened(page, address, f"?{urlsplit(page.url).query}")
    assert value_of(page, "weight") == -1.45
    expect(similarity(page)).to_have_text(shown, use_inner_text=True)
    expect(page.get_by_label("unit length")).to_be_checked()


@pytest.mark.thorough
def test_choosing_a_data_set_writes_its_name_into_the_link(page, address):
    opened(page, address)
    page.locator(".st-key-dataset").click()
    page.get_by_role("option", name="Cars of 1974", exact=True).click()
    expect(page.get_by_text("fuel economy (mpg)").first).to_be_visible()
    expect(numbers(page)).to_contain_text("fuel economy = ")
    assert link_of(page) == {"dataset": "cars"}


@pytest.mark.thorough
def test_reset_makes_the_link_the_bare_address(page, address):
    opened(page, address, "?weight=2&epochs=10&optimizer=adam&learning_rate=0.5")
    page.get_by_role("button", name=re.compile("more")).click()
    page.get_by_role("button", name=re.compile("reset")).click()
    expect(output(page)).to_have_text("epoch 0 of 50")
    expect(numbers(page)).to_contain_text(loss_text(0))
    expect(slider(page, "weight")).to_have_value(f"{WEIGHT:g}")
    expect(slider(page, "learning_rate")).to_have_value(f"{RATE:g}")
    expect(page).to_have_url(re.compile(r"^[^?]*\??$"))


def test_the_share_button_copies_the_address(page, address):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, address, "?weight=2")
    page.get_by_role("button", name=re.compile("share")).click()
    field(page, "a x").fill("2.5")
    expect(page).to_have_url(re.compile(r"[?&]a=2\.5(,|%2C)1(&|$)"))
    page.get_by_role("button", name="Copy the link to this page").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    assert page.evaluate("() => navigator.clipboard.readText()") == page.url


@pytest.mark.thorough
def test_a_random_start_moves_the_sliders(page, address):
    opened(page, address)
    page.get_by_role("button", name=re.compile("more")).click()
    page.get_by_role("button", name=re.compile("random start")).click()
    expect(slider(page, "bias")).to_have_value("0")
    expect(page).to_have_url(re.compile("weight="))
    expect(slider(page, "weight")).not_to_have_value(f"{WEIGHT:g}")
    assert abs(value_of(page, "weight")) <= 3**0.5


@pytest.mark.thorough
def test_a_diverging_link_shows_one_sentence_and_no_nan(page, address):
    opened(page, address, "?learning_rate=1.5&epochs=200")
    page.get_by_label("to the end").click()
    expect(numbers(page)).to_contain_text("the loss grows without end")
    expect(numbers(page)).to_contain_text("above the limit 1.00")
    expect(numbers(page)).to_contain_text("Choose a smaller one.")
    nonsense = re.compile(r"\b(NaN|Infinity|undefined|null)\b")
    assert not nonsense.search(page.locator("body").inner_text())
    assert not nonsense.search(page.locator(".st-key-training .js-plotly-plot").inner_html())


@pytest.mark.thorough
def test_a_slider_that_makes_the_run_diverge_changes_the_loss_axis(page, address):
    opened(page, address)
    slider(page, "learning_rate").focus()
    page.keyboard.press("End")
    expect(page.locator(".st-key-training .y2title")).to_contain_text("logarithmic")
    page.keyboard.press("Home")
    expect(page.locator(".st-key-training .y2title")).to_have_text("loss")


@pytest.mark.thorough
def test_nonsense_in_a_link_shows_the_default_page(page, address):
    opened(page, address, "?weight=x&epochs=nan&dataset=nonsense&a=zzz&b=1e999,2&unit=maybe&seed=1e999")
    assert (value_of(page, "weight"), value_of(page, "epochs")) == (WEIGHT, EPOCHS)
    assert (vector(page, "a"), vector(page, "b")) == ((3.0, 1.0), (1.0, 2.0))


# The layout


ABOVE_THE_FOLD = ("weight", "bias", "learning_rate", "epochs", "training", "player", "numbers")
PLACES = (*ABOVE_THE_FOLD, "board", "similarity", "cosine")


def overlap(one, other):
    """How far two boxes reach into each other, in px; at most 0 if they do not."""
    across = min(one["x"] + one["width"], other["x"] + other["width"]) - max(one["x"], other["x"])
    down = min(one["y"] + one["height"], other["y"] + other["height"]) - max(one["y"], other["y"])
    return min(across, down)


def expect_nothing_overlaps(page):
    boxes = {key: page.locator(f".st-key-{key}").bounding_box() for key in PLACES}
    assert all(box["width"] > 20 and box["height"] > 20 for box in boxes.values()), boxes
    assert {pair for pair in combinations(PLACES, 2) if overlap(*(boxes[key] for key in pair)) > 0.5} == set()


def expect_nothing_is_cut_off(page):
    """No text of the numbers or of the board is wider than the room it has."""
    for key in ("numbers", "similarity", "board", "player"):
        room = page.locator(f".st-key-{key}")
        assert room.evaluate("(element) => element.scrollWidth <= element.clientWidth + 1"), key


def expect_no_scroll_sideways(page):
    wide = """() => [...document.querySelectorAll('html, body, [data-testid=stMain]')]
      .filter((element) => element.scrollWidth > element.clientWidth).map((element) => element.tagName)"""
    assert page.evaluate(wide) == []


LINKS = [
    "",
    "?learning_rate=2&epochs=200&dataset=galton",
    "?batch_size=1&learning_rate=0.5",
    "?standardise=false",
    "?optimizer=adam",
    "?a=-123.45,678.9&b=-98.76,-543.21",
]


def expect_everything_in_its_place(page):
    expect_rest(page)  # until then a picture may stand there twice: the new one, and the old one that is about to go
    expect(page.locator(".st-key-training")).to_have_count(1)
    expect_nothing_overlaps(page)
    expect_nothing_is_cut_off(page)
    expect_no_scroll_sideways(page)


@pytest.mark.parametrize("link", [LINKS[0], *thorough(*LINKS[1:])])
def test_a_laptop_shows_the_line_and_what_is_learned_without_scrolling_and_nothing_overlaps(page, address, link):
    opened(page, address, link)
    expect_everything_in_its_place(page)
    boxes = [page.locator(f".st-key-{key}").bounding_box() for key in ABOVE_THE_FOLD]
    assert max(box["y"] + box["height"] for box in boxes) <= 720
    height = "() => document.querySelector('.st-key-training .js-plotly-plot')._fullLayout.yaxis._length"
    assert page.evaluate(height) >= 340
    page.set_viewport_size(NARROW)
    expect(page.locator(".st-key-training .main-svg").first).to_have_attribute("height", "420")
    expect_rest(page)
    expect_everything_in_its_place(page)


@pytest.mark.parametrize("size", [(320, 640), *thorough((768, 1024), (800, 600), (1024, 768), (1920, 1080))], ids=str)
def test_nothing_overlaps_and_nothing_is_cut_off_in_other_windows(page, address, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    opened(page, address)
    expect_everything_in_its_place(page)
    assert scrubber(page).bounding_box()["width"] >= 200


@pytest.mark.thorough
def test_the_picture_grows_with_the_window(page, address):
    opened(page, address)
    before = page.locator(".st-key-training .main-svg").first.bounding_box()
    page.set_viewport_size({"width": 1920, "height": 1080})
    taller = str(round(before["height"] + 360))
    expect(page.locator(".st-key-training .main-svg").first).to_have_attribute("height", taller)


def test_on_a_phone_the_picture_stays_in_sight_while_a_slider_below_it_moves(phone, address):
    opened(phone, address)
    slider(phone, "epochs").scroll_into_view_if_needed()
    picture, moved = (phone.locator(f".st-key-{key}").bounding_box() for key in ("training", "weight"))
    assert picture["y"] >= 0
    assert picture["y"] + picture["height"] <= 844
    assert moved["y"] < 844


# The handles


def grip(page, key):
    return page.locator(f'.grip[aria-label^="{key}"]')


def drag_grip(page, key, up):
    """Take that handle and move it so many pixels up, without letting go."""
    x, y = middle(grip(page, key).bounding_box())
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y - up, steps=8)


@pytest.mark.parametrize("key", ["weight", *thorough("bias")])
def test_a_handle_is_its_slider_with_another_grip(page, address, key):
    opened(page, address)
    before, start = lines(page), value_of(page, key)
    drag_grip(page, key, 60)
    wait_for_another(page, NEURON, before[NEURON])
    held = value_of(page, key)
    assert held > start
    assert held * 20 == pytest.approx(round(held * 20)), "in the slider's own steps"
    expect(numbers(page)).to_contain_text(loss_text(0, **{key: held}))
    page.mouse.up()
    expect(page).to_have_url(re.compile(rf"[?&]{key}={held:g}(&|$)"))
    assert value_of(page, key) == held
    expect(numbers(page)).to_contain_text(loss_text(0, **{key: held}))
    expect(grip(page, key)).to_have_attribute("aria-valuenow", f"{held:g}")


STANDS_AT = """([key, x, y]) => {
  const { left, right, top, bottom } = document.querySelector(`.grip[aria-label^="${key}"]`).getBoundingClientRect();
  return Math.abs((left + right) / 2 - x) <= 1 && Math.abs((top + bottom) / 2 - y) <= 3; // half a step of the slider
}"""
"""Whether the middle of that handle is at that place in the window. It comes there with the picture, which may be
drawn after the address is told: so wait for it."""


def test_a_handle_follows_the_finger_to_the_pixel(page, address):
    opened(page, address)
    x, y = middle(grip(page, "bias").bounding_box())
    drag_grip(page, "bias", 100)
    page.wait_for_function(STANDS_AT, arg=["bias", x, y - 100])  # in the hand
    page.mouse.up()
    expect(page).to_have_url(re.compile("bias="))
    page.wait_for_function(STANDS_AT, arg=["bias", x, y - 100])  # and let go


AGREE = """() => {
  const point = document.querySelector('.st-key-bowl_of_loss .grip').getAttribute('aria-valuenow');
  const slider = document.querySelector('.st-key-weight input[type=range]').value;
  const told = new URLSearchParams(location.search);
  return Number(point) === Number(slider) && slider === told.get('weight') && told.has('bias');
}"""
"""Whether the point, its slider and the address have the same weight."""


def test_the_point_of_the_bowl_is_the_same_in_the_hand(page, address):
    opened(page, address, "?bowl=true")
    point = page.locator(".st-key-bowl_of_loss .grip")
    point.scroll_into_view_if_needed()
    x, y = middle(point.bounding_box())
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 120, y + 40, steps=8)
    expect(numbers(page)).not_to_contain_text(loss_text(0))  # before it is let go
    page.mouse.up()
    page.wait_for_function(AGREE)  # on the way the address had other values
    weight, bias = value_of(page, "weight"), value_of(page, "bias")
    assert weight > -1.5
    assert bias < BIAS
    expect(numbers(page)).to_contain_text(loss_text(0, weight=weight, bias=bias))
    assert middle(point.bounding_box()) == pytest.approx((x + 120, y + 40), abs=7)  # half a step of each slider
    point.press("ArrowUp")
    expect(page).to_have_url(re.compile(rf"bias={re.escape(f'{bias + 0.05:g}')}(&|$)"))


def test_squares_of_errors_are_square_and_as_high_as_their_errors(page, address):
    opened(page, address, "?squares=true&weight=0.5&bias=0")
    page.get_by_label("one epoch forward").click()
    expect(numbers(page)).to_contain_text(loss_text(1, weight=0.5, bias=0.0))
    squares = page.locator(".handles rect")
    expect(squares).to_have_count(13)
    sides = squares.evaluate_all("(all) => all.map(({ width, height }) => [width.baseVal.value, height.baseVal.value])")
    assert all(width == pytest.approx(height) for width, height in sides)
    errors = page.evaluate("""() => {
      const chart = document.querySelector('.st-key-training .js-plotly-plot');
      const { y } = chart._fullData.find(({ name }) => name === 'errors');
      const up = (value) => chart._fullLayout.yaxis.d2p(value);
      return y.flatMap((_, i) => (i % 3 ? [] : [Math.abs(up(y[i]) - up(y[i + 1]))]));
    }""")
    assert [height for _, height in sides[:-1]] == pytest.approx(errors, abs=0.5)
    # The mean of all squares; those drawn are some of them.
    assert sides[-1][1] ** 2 == pytest.approx(sum(error**2 for error in errors) / 12, rel=0.7)


@pytest.mark.thorough
def test_handles_are_moved_with_the_keys_of_a_slider(page, address):
    opened(page, address)
    grip(page, "weight").focus()
    page.keyboard.press("ArrowUp")
    expect(page).to_have_url(re.compile(r"weight=-1\.45(&|$)"))
    page.keyboard.press("PageDown")
    expect(page).to_have_url(re.compile(r"weight=-1\.95(&|$)"))
    page.keyboard.press("End")
    expect(page).to_have_url(re.compile(r"weight=5(&|$)"))
    page.keyboard.press("Home")
    expect(page).to_have_url(re.compile(r"weight=-5(&|$)"))
    expect(numbers(page)).to_contain_text(loss_text(0, weight=-5.0))


def test_a_handle_is_dragged_by_touch(phone, address):
    opened(phone, address)
    grip(phone, "bias").scroll_into_view_if_needed()
    x, y = middle(grip(phone, "bias").bounding_box())
    fingers = phone.context.new_cdp_session(phone)
    touch = lambda kind, *points: fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})  # noqa: E731
    touch("touchStart", {"x": x, "y": y})
    for step in range(1, 9):
        touch("touchMove", {"x": x, "y": y + 5 * step})
    touch("touchEnd")
    fingers.detach()
    expect(phone).to_have_url(re.compile("bias="))
    assert value_of(phone, "bias") < BIAS
    expect(numbers(phone)).to_contain_text(loss_text(0, bias=value_of(phone, "bias")))


@pytest.mark.thorough
def test_a_handle_taken_after_training_goes_back_to_the_start(page, address):
    opened(page, address)
    page.get_by_label("to the end").click()
    expect(numbers(page)).to_contain_text(loss_text(50))
    drag_grip(page, "weight", 40)
    expect(output(page)).to_have_text("epoch 0 of 50")
    held = value_of(page, "weight")
    page.mouse.up()
    expect(numbers(page)).to_contain_text(loss_text(0, weight=held))


@pytest.mark.parametrize("comes", ["move", *thorough("click")])
def test_the_row_of_a_point_that_is_tapped_or_rested_on_is_in_the_neuron(page, address, comes):
    opened(page, address)
    point = page.locator(".st-key-training .scatterlayer .trace .point").nth(200)
    getattr(page.mouse, comes)(*middle(point.bounding_box()))
    expect(page).to_have_url(re.compile(r"sample=\d+"))
    row = int(re.search(r"sample=(\d+)", page.url)[1])
    data = real("penguins")
    assert (data.X[row - 1, 0], data.y[row - 1]) == (data.X[200, 0], data.y[200])  # equal rows share a place
    expect(page.locator(".st-key-training")).to_contain_text(f"row {row}: flipper length {data.X[200, 0]:g}")
    gap = page.locator(".st-key-training .textpoint", has_text=f"measured {data.y[200]:g}")
    expect(gap).not_to_have_css("display", "none")


def test_the_vectors_can_be_drawn_on_a_phone(phone, address):
    opened(phone, address)
    phone.locator(".st-key-board").scroll_into_view_if_needed()
    draw(phone, (-60, -40), (-120, 48))
    expect_products(phone)
    assert vector(phone, "a") != (3.0, 1.0)


# The keyboard and the browser's own buttons


def test_play_is_reached_with_the_tab_key_and_pressed_with_the_keyboard(rested):
    page = rested
    grip(page, "weight").focus()
    page.keyboard.press("Tab")
    expect(play(page)).to_be_focused()
    expect(play(page)).to_have_attribute("aria-label", "Let it learn")
    page.keyboard.press("Enter")
    expect(output(page)).to_have_text(re.compile(r"epoch ([1-9]|[1-4]\d) of 50"))


def test_back_leaves_the_page_whatever_was_drawn_on_the_board(page, address):
    page.goto("about:blank")
    opened(page, address)
    tip(page, "a").focus()
    for step in ("3.1", "3.2"):
        page.keyboard.press("ArrowRight")
        expect(page).to_have_url(re.compile(rf"[?&]a={re.escape(step)}(,|%2C)1(&|$)"))
    page.go_back()
    expect(page).to_have_url("about:blank")


def more(page):
    page.get_by_role("button", name=re.compile("more")).click()


def sliders(page):
    return [value_of(page, key) for key in ("weight", "bias", "learning_rate")]


@pytest.mark.thorough
def test_reset_from_raw_units_leaves_nothing_of_them(page, address):
    opened(page, address, "?standardise=false&dataset=cars&weight=4&bias=8")
    assert sliders(page)[:2] == [4.0, 8.0]
    more(page)
    page.get_by_role("button", name=re.compile("reset")).click()
    expect(numbers(page)).to_contain_text(loss_text(0))
    expect(page).to_have_url(re.compile(r"^[^?]*\??$"))
    assert sliders(page) == [WEIGHT, BIAS, RATE]


@pytest.mark.thorough
def test_other_units_start_anew_and_take_the_old_numbers_out_of_the_link(page, address):
    opened(page, address, "?weight=2&bias=-1&learning_rate=0.3")
    more(page)
    page.locator(".st-key-standardise label").first.click()
    expect(page).to_have_url(re.compile(r"\?standardise=false$"))
    expect(page.locator(".st-key-bridge")).not_to_contain_text("standard units")
    weight, bias, rate = sliders(page)
    assert weight == 0.0
    assert bias == pytest.approx(real("penguins").y.mean(), rel=0.01)
    assert 0.0 < rate < 1e-4


@pytest.mark.thorough
def test_a_random_start_leaves_made_up_data_as_they_are(page, address):
    opened(page, address, "?dataset=made_up")
    points = "() => document.querySelector('.st-key-training .js-plotly-plot').data[0].y.join()"
    before = page.evaluate(points)
    more(page)
    page.get_by_role("button", name=re.compile("random start")).click()
    expect(page).to_have_url(re.compile("weight="))
    expect(page.locator(".st-key-bridge")).to_contain_text("standard units")
    assert page.evaluate(points) == before


def test_a_finger_that_scrolls_over_a_slider_does_not_move_it_and_takes_its_thumb_from_beside_it(phone, address):
    phone.goto(address)
    expect_rest(phone)
    expect(phone.locator(".st-key-training .scatterlayer path.js-line")).not_to_have_count(0)  # it needs its room
    slider = phone.locator(".st-key-weight")
    number = slider.locator("input[type=range]")
    fingers = phone.context.new_cdp_session(phone)

    def swipe(x, y, dx, dy):
        for kind, share in (("touchStart", 0), *(("touchMove", step / 8) for step in range(1, 9)), ("touchEnd", None)):
            points = [] if share is None else [{"x": x + dx * share, "y": y + dy * share}]
            fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def thumb():
        slider.evaluate("element => element.scrollIntoView({ block: 'end' })")
        box = slider.locator('[style*="translate"]').first.bounding_box()
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    scrolled = phone.evaluate("() => document.querySelector('[data-testid=stMain]').scrollTop")
    x, y = thumb()
    swipe(x + 150, y, 0, -150)
    phone.wait_for_function("was => document.querySelector('[data-testid=stMain]').scrollTop > was + 50", arg=scrolled)
    expect(number).to_have_value("-1.5")
    phone.wait_for_function(
        "() => { const { scrollTop } = document.querySelector('[data-testid=stMain]'); "
        "const rests = scrollTop === window.before; window.before = scrollTop; return rests; }",
        polling=200,
    )
    x, y = thumb()
    assert slider.evaluate("(element, [x, y]) => element.contains(document.elementFromPoint(x, y))", [x + 17, y])
    swipe(x + 17, y, 60, 0)
    expect(number).not_to_have_value("-1.5")
