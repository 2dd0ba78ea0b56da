"""Everyone can use it: axe-core on every page and idea, forced colours, less motion, a screen reader's words, paper."""

import re
from itertools import cycle, islice
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from playground.data.packing import pack
from tests.browser.conftest import NARROW, WIDE, expect_rest
from tests.browser.test_playground import grip, loss_text, middle, more, numbers, opened, output, play, slider

HOURS = "hours,sleep,passed\n1,7,no\n2,8,no\n3,6,yes\n4,8,yes\n2,5,yes\n1,9,yes"
OWN_TABLE = f"your-numbers?{urlencode({'your_table': pack(HOURS)})}"
PAGES = ("", "weights", "dot-product", "bias", "your-numbers", OWN_TABLE)
IDEAS = '[class*="_idea"] [role="radio"]'
AXE = Axe()


def expect_whole(page):
    expect_rest(page)
    expect(page.locator('[data-testid="stSkeleton"]')).to_have_count(0)
    expect(page.locator(".stHtml p").first).to_be_attached()


STANDS_STILL = """() => !document.querySelector('[data-stale="true"]') && document.getAnimations().every((each) => {
  const { iterations } = each.effect.getComputedTiming();
  return iterations === Infinity || each.playState !== 'running';
})"""
"""Whether nothing fades any more: words that do have less contrast for a moment."""


def violations(page):
    page.wait_for_function(STANDS_STILL)
    found = AXE.run(page).response["violations"]
    faults = {(each["id"], node["html"][:120]) for each in found for node in each["nodes"]}
    return {(name, html) for name, html in faults if not html.startswith(STREAMLITS)}


STREAMLITS = '<section role="presentation" tabindex="-1" data-testid="stFileUploaderDropzone"'
"""Where files are dropped: its role conflicts with its name, and it is Streamlit's own."""


THEMES_AND_WIDTHS = [("light", WIDE), ("dark", NARROW), ("dark", WIDE), ("light", NARROW)]


@pytest.mark.parametrize(
    "first", [0, *(pytest.param(i, marks=pytest.mark.thorough) for i in range(1, len(THEMES_AND_WIDTHS)))]
)
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "playground")
def test_axe_finds_nothing_on_any_idea_in_light_and_dark_wide_and_narrow(page, address, path, first):
    """Each idea in one theme and width, the next one in the next; a thorough run sees each in all of them."""
    page.goto(f"{address}/{path}")
    expect_whole(page)
    ideas = page.locator(IDEAS).all_inner_texts() or [None, None]
    assert len(ideas) > 2 or not path or path.startswith("your-numbers")
    found = {}
    for idea, (scheme, size) in zip(ideas, islice(cycle(THEMES_AND_WIDTHS), first, None), strict=False):
        page.set_viewport_size(WIDE)
        if idea is not None:
            page.locator(IDEAS, has_text=idea).click()
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size(size)
        expect(page.locator('[data-testid="stApp"]')).to_have_css("color-scheme", scheme)  # a moment later
        expect_whole(page)
        if faults := violations(page):
            found[idea, scheme, size["width"]] = faults
    assert found == {}


def test_axe_would_find_a_fault(page, address):
    page.goto(f"{address}/")
    expect_whole(page)
    page.evaluate("() => document.body.insertAdjacentHTML('beforeend', '<img src=\"data:,\"><button></button>')")
    assert {"image-alt", "button-name"} <= {name for name, _ in violations(page)}


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.thorough)])
def test_where_colours_are_forced_tracks_and_thumbs_of_sliders_are_seen(page, address, scheme):
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    opened(page, address)
    track = page.locator(".st-key-weight .stSlider [data-rac] > [data-rac] > div").first
    assert track.evaluate("(track) => parseFloat(getComputedStyle(track).borderTopWidth)") >= 1
    thumb = page.locator('.st-key-weight .stSlider [data-rac][style*="translate"]')
    assert thumb.evaluate("(thumb) => parseFloat(getComputedStyle(thumb).outlineWidth)") >= 4


def test_a_screen_reader_hears_the_numbers_once_they_have_settled_and_nothing_while_it_plays(page, address):
    opened(page, address, "?epochs=12")
    voice = page.get_by_role("status").and_(page.locator(".voice"))
    slider(page, "weight").press("ArrowRight")
    expect(voice).to_contain_text(loss_text(0, weight=-1.45))
    page.evaluate("""() => {
      window.heard = [];
      const voice = document.querySelector('.voice');
      new MutationObserver(() => window.heard.push(voice.textContent)).observe(voice, { childList: true });
    }""")
    page.get_by_label("speed").select_option("fast")
    play(page).click()
    expect(output(page)).to_have_text("epoch 12 of 12")
    expect(voice).to_contain_text(loss_text(12, weight=-1.45))
    assert len(page.evaluate("() => window.heard")) == 1
    assert "epoch 12" in page.evaluate("() => window.heard[0]")


@pytest.mark.thorough
def test_the_focus_moves_into_a_popover_that_opens(page, address):
    opened(page, address)
    more(page)
    page.wait_for_function(
        "() => document.querySelector('[data-testid=stPopoverBody]')?.contains(document.activeElement)"
    )


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("", "Playground"),
        ("weights", "Weights"),
        ("dot-product", "Dot product"),
        ("bias", "Bias"),
        ("your-numbers", "Your numbers"),
    ],
)
def test_the_title_names_the_page(page, address, path, title):
    page.goto(f"{address}/{path}")
    expect(page).to_have_title(f"{title} · One Neuron")


def test_on_a_phone_pages_are_reached_by_a_bar_and_targets_are_large(phone, address):
    opened(phone, address)
    bar = phone.locator(".st-key-pages")
    for name in ("Playground", "Weights", "Dot product", "Bias"):
        assert bar.get_by_role("link", name=name).bounding_box()["height"] >= 44
    for key in ("weight", "bias"):
        box = grip(phone, key).bounding_box()
        assert min(box["width"], box["height"]) >= 43.9
    bar.get_by_role("link", name="Weights").click()
    expect(phone.locator(".st-key-weights_idea")).to_be_visible()


@pytest.mark.thorough
def test_a_help_button_is_large_enough_to_hit(page, address):
    opened(page, address)
    box = page.get_by_label("Help for weight").bounding_box()
    assert min(box["width"], box["height"]) >= 24


@pytest.mark.thorough
def test_on_a_wall_all_is_larger_and_arrow_keys_step_through_the_epochs(page, address):
    opened(page, address, "?epochs=5&project=true")
    assert page.evaluate("() => parseFloat(getComputedStyle(document.documentElement).fontSize)") >= 26
    for word in page.locator(".st-key-training svg text").all():
        assert word.evaluate("(word) => parseFloat(getComputedStyle(word).fontSize)") >= 24
    expect(page.locator(".st-key-controls")).not_to_be_visible()
    for epoch in (1, 2):
        page.keyboard.press("ArrowRight")
        expect(numbers(page)).to_contain_text(loss_text(epoch))
    page.keyboard.press("ArrowLeft")
    expect(numbers(page)).to_contain_text(loss_text(1))
    page.get_by_role("button", name="project").click()
    expect(page.locator(".st-key-controls")).to_be_visible()
    expect(page).not_to_have_url(re.compile("project"))


def test_project_mode_goes_along_to_other_pages_and_stands_in_the_link(page, address):
    opened(page, address)
    page.get_by_role("button", name="project").click()
    expect(page).to_have_url(re.compile(r"[?&]project=true"))
    page.get_by_test_id("stTopNavLink").filter(has_text="Weights").click()
    expect(page.locator(".st-key-guess_sum")).to_be_visible()
    expect(page).to_have_url(re.compile(r"weights\?(.*&)?project=true"))
    assert page.evaluate("() => document.documentElement.classList.contains('project')")


FITS_ON_PAPER = """(width) => {
  window.dispatchEvent(new Event('beforeprint'));
  const shown = [...document.querySelectorAll('.js-plotly-plot')].filter((chart) => chart.checkVisibility());
  const boxes = shown.map((chart) => chart.getBoundingClientRect());
  return boxes.every((box) => box.width > 0 && box.left >= 0 && box.right <= width);
}"""
"""Whether no picture is cut at that width, once those that follow the window have done so."""


@pytest.mark.parametrize("path", ["", *(pytest.param(path, marks=pytest.mark.thorough) for path in PAGES[1:])])
def test_on_paper_a_page_is_light_and_shows_no_controls_and_no_picture_is_cut(page, address, path):
    page.emulate_media(color_scheme="dark")
    page.goto(f"{address}/{path}")
    expect_whole(page)
    page.set_viewport_size({"width": 794, "height": 1123})  # A4 at 96 dots an inch
    page.emulate_media(media="print", color_scheme="dark")
    page.wait_for_function(FITS_ON_PAPER, arg=794)
    for control in page.locator(".stSlider, .player, [data-testid=stHeader], .stPopover").all():
        expect(control).not_to_be_visible()
    words = page.locator(".stHtml p").first
    assert words.evaluate("(words) => getComputedStyle(words).color") == "rgb(26, 26, 26)"


def test_the_playground_prints_as_a_sheet(page, address):
    opened(page, address)
    printed = page.pdf(format="A4")
    assert printed.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) <= 2


@pytest.mark.thorough
def test_less_motion_shows_the_same_numbers(page, address):
    page.emulate_media(reduced_motion="reduce")
    opened(page, address, "?epochs=5")
    page.get_by_label("speed").select_option("fast")
    play(page).click()
    expect(output(page)).to_have_text("epoch 5 of 5")
    expect(numbers(page)).to_contain_text(loss_text(5))


LOOKS = """() => {
  const looks = [];
  let element = window.focused ??= document.activeElement;
  for (let up = 0; element && up < 7; up += 1, element = element.parentElement) {
    const { outline, boxShadow, borderColor, stroke, fillOpacity, backgroundColor } = getComputedStyle(element);
    looks.push([outline, boxShadow, borderColor, stroke, fillOpacity, backgroundColor].join());
  }
  return looks.join() + getComputedStyle(window.focused.nextElementSibling ?? window.focused).boxShadow;
}"""
"""How the focused element and those around it look; also later, when the focus is elsewhere."""


def test_every_focus_on_the_way_through_the_page_is_seen(page, address):
    opened(page, address)
    page.mouse.click(*middle(page.locator(".headline").bounding_box()))
    with_focus = []
    for _ in range(28):
        page.keyboard.press("Tab")
        page.evaluate("() => { window.focused = null; }")
        with_focus.append((page.evaluate_handle("() => document.activeElement"), page.evaluate(LOOKS)))
    page.evaluate("() => document.activeElement.blur()")
    alike = []
    for element, looks in with_focus:
        page.evaluate("(element) => { window.focused = element; }", element)
        name = element.evaluate("(element) => element.tagName + (element.ariaLabel ?? element.className)")
        alike += [name] if page.evaluate(LOOKS) == looks and not name.startswith("BODY") else []
    assert len(with_focus) > 20
    assert alike == []
