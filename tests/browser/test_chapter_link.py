"""The address of a chapter under a visitor's hand: nothing that was chosen leaves it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_playground import middle, slider, value_of
from tests.browser.test_weights import START, SUM, choose, settled

EVERYTHING = re.compile(r"/weights\?(?=.*\bw1=0.85(&|$))(?=.*\bfan_in=9(&|$))(?=.*\bguess_fall=all\+over(&|$))")


def test_what_was_chosen_stays_in_the_address_across_ideas_pages_and_a_reload(page, address):
    page.goto(f"{address}/weights?fan_in=9&guess_fall=all+over")
    settled(page, SUM)
    slider(page, "w1").press("ArrowRight")
    expect(page).to_have_url(EVERYTHING)
    choose(page, START)
    expect(page).to_have_url(re.compile(EVERYTHING.pattern + r"(?=.*\bweights_idea=where)"))
    expect(slider(page, "fan_in")).to_have_value("9")

    page.get_by_test_id("stTopNavLink").filter(has_text="Bias").click()
    expect(page).to_have_url(re.compile("/bias$"))
    page.get_by_test_id("stTopNavLink").filter(has_text="Weights").click()
    settled(page, START)
    expect(page).to_have_url(EVERYTHING)
    expect(slider(page, "fan_in")).to_have_value("9")
    page.reload()
    settled(page, START)
    expect(page).to_have_url(EVERYTHING)
    choose(page, SUM)
    expect(slider(page, "w1")).to_have_value("0.85")
    expect(page).to_have_url(EVERYTHING)
    expect(page.locator('[data-testid="stCaptionContainer"]').first).to_contain_text("0 of 1 right")


def test_back_goes_to_the_page_before_and_forward_to_the_idea_that_was_left(page, address):
    page.goto(f"{address}/bias")
    expect(page.locator(".st-key-moves .scatterlayer path.js-line").first).to_be_attached()
    page.get_by_test_id("stTopNavLink").filter(has_text="Weights").click()
    settled(page, SUM)
    slider(page, "w1").press("ArrowRight")
    choose(page, START)
    expect(page).to_have_url(re.compile("w1=0.85"))
    page.go_back()
    expect(page.locator(".st-key-moves .scatterlayer path.js-line").first).to_be_attached()
    expect(page).to_have_url(re.compile("/bias$"))
    page.go_forward()
    settled(page, START)
    expect(page).to_have_url(re.compile("w1=0.85"))


def test_a_quick_hand_between_ideas_loses_nothing(page, address):
    page.goto(f"{address}/weights")
    settled(page, SUM)
    ideas = page.locator(".st-key-weights_idea").get_by_role("radio")
    for turn in range(6):  # without waiting for an answer
        slider(page, "w1").press("ArrowRight")
        ideas.nth(1 + turn % 3).click()
        ideas.nth(0).click()
        expect(slider(page, "w1")).to_be_attached()
    settled(page, SUM)
    value = slider(page, "w1").input_value()
    expect(page).to_have_url(re.compile(rf"\bw1={re.escape(f'{float(value):g}')}(&|$)"))


@pytest.mark.thorough
def test_the_link_that_share_copies_opens_the_chapter_as_its_sender_left_it(page, address):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}/weights?fan_in=9&guess_fall=all+over")
    settled(page, SUM)
    slider(page, "w1").press("ArrowRight")
    expect(page).to_have_url(EVERYTHING)
    page.get_by_role("button", name=re.compile("share")).click()
    page.get_by_role("button", name="Copy the link to this page").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    with page.context.browser.new_context() as receiver:
        theirs = receiver.new_page()
        theirs.goto(copied)
        settled(theirs, SUM)
        expect(slider(theirs, "w1")).to_have_value("0.85")
        choose(theirs, START)
        expect(slider(theirs, "fan_in")).to_have_value("9")


def test_the_link_for_a_class_has_no_guesses_no_answers_and_no_missions(page, address):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(
        f"{address}/weights?fan_in=9&guess_fall=all+over&guess_sum=both&done=reach_the_label&hidden=error&answer=1"
    )
    settled(page, SUM)
    page.get_by_role("button", name=re.compile("share")).click()
    page.get_by_role("button", name="Copy it without guesses and missions").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    assert page.evaluate("() => navigator.clipboard.readText()") == f"{address}/weights?fan_in=9&hidden=error"


@pytest.mark.thorough
def test_a_slider_that_is_dragged_past_the_answer_solves_no_mission(page, address):
    page.goto(f"{address}/weights?guess_sum=both")
    settled(page, SUM)
    mission = page.locator(".st-key-mission_reach_the_label")
    output = page.locator(".st-key-output")
    x, y = middle(slider(page, "w1").bounding_box())
    page.mouse.move(x, y)
    page.mouse.down()
    for moved in range(400):  # to the left, until the label is reached
        page.mouse.move(x - moved, y)
        if value_of(page, "w1") <= 0.05:
            break
    expect(output).to_contain_text("within 0.05 of it")
    expect(mission).not_to_contain_text("Solved")
    page.mouse.move(x - moved - 60, y, steps=8)
    expect(output).to_contain_text("too high")
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"\bw1=-"))
    settled(page, SUM)
    expect(mission).not_to_contain_text("Solved")
