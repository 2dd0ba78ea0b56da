"""Every mission in a real browser, by a visitor who reads its hints on the screen and does what they say.

`tests/lessons/test_missions.py` knows what each hint asks for, and shows that it leads there from wherever one may be.
Here the words come from the screen, and what they ask for is done with the controls.
"""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from playwright.sync_api import expect

from playground.data import TITLES
from playground.lessons.dot_product.many_numbers.columns import Column
from playground.ui.board import Vector
from playground.ui.chapter import table_of
from playground.ui.numeric import Number
from playground.ui.parameters import Choice, Switch
from playground.ui.part import FACTS
from playground.ui.state import from_link, row_of
from tests.browser.conftest import expect_rest
from tests.browser.test_playground import slider
from tests.chapters import ideas_of
from tests.lessons.test_missions import MISSIONS, MOST_STEPS

ALWAYS = ("a sum by hand",)
"""The others are led to their end by a thorough run."""
HINTS = (1, 2)
FIRST_CELL = (100, 50)
"""Where the first cell of the table of "many numbers" is, in pixels."""


class Visit:
    """A visitor to one idea: what the screen says, and what its controls are set to."""

    def __init__(self, page, address, chapter, idea):
        self.page, self.chapter, self.idea = page, chapter, idea
        self.ideas = ideas_of(chapter)
        self.table = (*table_of(chapter, self.ideas), *FACTS)
        page.goto(f"{address}/{chapter.replace('_', '-')}?{urlencode({f'{chapter}_idea': idea.name})}")
        self.rests()

    def rests(self):
        expect_rest(self.page)

    @property
    def values(self):
        """The state, which the address tells."""
        return from_link(self.table, dict(parse_qsl(urlsplit(self.page.url).query)))

    @property
    def mission(self):
        return self.page.locator(f".st-key-mission_{self.idea.missions[0]}")

    def is_solved(self):
        return self.idea.view(self.values).mission.solved

    def answer(self):
        """Tap the first option, be it right or wrong."""
        expect(self.mission).to_have_count(0)
        self.tap(self.idea.question.key, self.idea.question.options[0])
        expect(self.mission).to_be_visible()
        expect(self.mission).not_to_contain_text("Solved")

    def read(self, number):
        """Open a hint, and close it again."""
        place = self.page.locator(f".st-key-hint_{self.idea.missions[0]}_{number}")
        place.get_by_role("button").click()
        hint = self.page.get_by_test_id("stPopoverBody")
        expect(hint).to_be_visible()
        words = hint.inner_text().strip()
        self.page.keyboard.press("Escape")
        expect(hint).to_have_count(0)
        return words

    def do(self, wanted):
        """Set what is wanted with the controls, one after the other."""
        for key, value in wanted.items():
            row = row_of(self.table, key)
            if not self.has(row, value):
                self.set(row, value)
                self.page.wait_for_url(lambda _, row=row, value=value: self.has(row, value))
                self.rests()

    def has(self, row, value):
        """Whether the row has that value, or the position of its slider that is nearest."""
        now = self.values[row.key]
        if isinstance(row, Number):
            return abs(now - value) <= row.range_of(self.values).step / 2
        return now == row.check(value, self.values)

    def set(self, row, value):
        if isinstance(row, Choice):
            self.choose(row, value)
        elif isinstance(row, Number):
            self.move(row, value)
        elif isinstance(row, Switch):
            self.page.locator(f".st-key-{row.key} label").first.click()
        elif isinstance(row, Vector):
            for axis, part in zip("xy", value, strict=True):
                self.page.get_by_label(f"{row.key} {axis}", exact=True).fill(f"{part:g}")
        elif isinstance(row, Column):
            self.type_column(row.key, value)
        else:
            self.type(row.key, value)

    def choose(self, row, option):
        place, name = self.page.locator(f".st-key-{row.key}"), row.named(option)
        if place.get_by_role("radio").count():
            self.tap(row.key, name)
        else:
            place.get_by_role("combobox").fill(name)  # of a long list only a part is there
            self.page.get_by_role("option", name=TITLES.get(name, name), exact=True).click()

    def tap(self, key, name):
        self.page.locator(f".st-key-{key}").get_by_role("radio", name=name, exact=True).click()
        self.rests()

    def move(self, row, value):
        """With the keys where there is a slider; else the number is typed."""
        if not slider(self.page, row.key).count():
            self.type(row.key, f"{value:g}")
            return
        steps = round((value - self.values[row.key]) / row.range_of(self.values).step)
        for _ in range(abs(steps)):
            slider(self.page, row.key).press("ArrowRight" if steps > 0 else "ArrowLeft")

    def type(self, key, text):
        field = self.page.locator(f".st-key-{key} input")
        field.fill(text)
        field.press("Enter")

    def is_on(self, name, i):
        cell = self.page.get_by_test_id(f"glide-cell-{'uv'.index(name) + 1}-{i}")
        expect(cell).to_have_attribute("aria-selected", "true")

    def type_column(self, name, cells):
        table = self.page.locator(".st-key-numbers_table canvas").first.bounding_box()
        for i, (now, wanted) in enumerate(zip(self.values[name], cells, strict=True)):
            if now == wanted:
                continue
            first = table["x"] + FIRST_CELL[0], table["y"] + FIRST_CELL[1]
            self.page.mouse.move(*first, steps=5)  # the table wants to see the pointer come
            self.page.mouse.click(*first)
            self.is_on("u", 0)
            for key in ["ArrowRight"] * "uv".index(name) + ["ArrowDown"] * i:
                self.page.keyboard.press(key)
            self.is_on(name, i)
            self.page.keyboard.press("Enter")
            self.page.locator("textarea.gdg-input").fill(f"{wanted:g}")
            self.page.keyboard.press("Enter")


@pytest.mark.parametrize(
    ("chapter", "idea", "follow"),
    [
        pytest.param(chapter, idea, follow, id=idea.name, marks=[pytest.mark.thorough] * (idea.name not in ALWAYS))
        for chapter, idea, follow, _ in MISSIONS
    ],
)
def test_the_hints_on_the_screen_lead_to_the_end_of_the_mission(page, address, chapter, idea, follow):
    visit = Visit(page, address, chapter, idea)
    visit.answer()
    for _ in range(MOST_STEPS):
        visit.do(follow(visit.values, [visit.read(number) for number in HINTS]))
        if visit.is_solved():
            break
    expect(visit.mission).to_contain_text("Solved!")
    expect(visit.mission.locator(".badge")).to_have_text("✓")
    expect(page.locator(".voice[role=status]")).to_contain_text("Solved!")
    expect(page).to_have_url(re.compile(rf"[?&]done={idea.missions[0]}(&|$)"))
    place = visit.ideas.index(idea) + 1
    expect(page.locator(f".st-key-ideas [data-done~='{place}']")).to_be_attached()
