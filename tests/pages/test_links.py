"""Pages leave one another alone: no key belongs to two, and what is chosen on one changes no other."""

from functools import cache
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block

from tests.pages.test_playground import checked, values, words_of

APP = Path(__file__).parents[2] / "app.py"
CHAPTERS = ("weights", "dot_product", "bias")
PAGES = ("playground", *CHAPTERS, "your_numbers")
RATES = {"playground": "learning_rate", "weights": "update_learning_rate", "bias": "bias_learning_rate"}
ON_EVERY_PAGE = {"stage"}
"""These components hold nothing that was chosen."""


def visit(page):
    """That page for a visitor who has chosen nothing yet; the test driver finds pages only once the app has run."""
    return go(AppTest.from_file(APP, default_timeout=30).run(), page)


def go(at, page):
    at.query_params.clear()  # as the browser does
    at.switch_page(f"playground/pages/{page}.py")
    return checked(at.run())


def ideas(at, page):
    """Open every idea of that page, one after the other."""
    yield at
    for name in at.button_group(key=f"{page}_idea").options if page in CHAPTERS else ():
        at.button_group(key=f"{page}_idea").set_value(getattr(name, "content", name))
        yield checked(at.run())


def shown(at):
    """Everything that the page says, draws and has its controls at."""
    charts = [(chart.proto.spec, chart.proto.alt) for chart in at.get("plotly_chart")]
    controls = [*at.slider, *at.selectbox, *at.number_input, *at.toggle, *at.button_group]
    return words_of(at), charts, {control.key: control.value for control in controls}


def all_shown(at, page):
    return [shown(each) for each in ideas(at, page)]


@cache
def fresh(page):
    return all_shown(visit(page), page)


def keys(at):
    nodes = [node for node in at.main if not isinstance(node, Block)]
    return {node.key for node in nodes if getattr(node, "key", None)} - ON_EVERY_PAGE


def keys_of(page):
    """Keys of all that can be set or drawn on a page, with what is shown only now and then."""
    at = visit(page)
    if page == "playground":
        at.selectbox("dataset").set_value("made_up")
        checked(at.run())
    if page == "your_numbers":
        at.text_area("your_table").set_value("x1,x2,y\n1,2,no\n2,4,yes\n3,3,no")
        checked(at.run())
    found = set().union(*(keys(each) for each in ideas(at, page)))
    if page == "weights":  # its last idea asks for a number
        at.selectbox("hidden").set_value("product")
        found |= keys(checked(at.run()))
    return found


def test_no_key_belongs_to_two_pages():
    owners = {}
    for page in PAGES:
        for key in keys_of(page):
            owners.setdefault(key, []).append(page)
    buttons = {"reset_idea", "idea_before", "idea_after"}  # of every chapter's frame; they hold no value
    assert {key for key, pages in owners.items() if len(pages) > 1} <= buttons
    wanted = {
        "learning_rate",
        "slope",
        "weights_idea",
        "answer",
        "line_w",
        "guess_many",
        "at_x",
        "bias_learning_rate",
        "your_swapped",
    }
    assert wanted <= set(owners), "ideas were not all opened"


@pytest.mark.parametrize("dataset", ["made_up", "cars"])
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_what_is_chosen_on_the_playground_leaves_every_idea_as_it_is(chapter, dataset):
    at = visit("playground")
    at.slider("learning_rate").set_value(2.0)
    at.slider("epochs").set_value(200)
    at.selectbox("dataset").set_value(dataset)
    at.selectbox("batch_size").set_value(128)
    at.selectbox("optimizer").set_value("lion")
    at.number_input("seed").set_value(5)
    checked(at.run())
    assert all_shown(go(at, chapter), chapter) == fresh(chapter)
    go(at, "playground")
    assert values(at) == {"weight": -1.5, "bias": 1.0, "learning_rate": 2.0, "epochs": 200}
    assert at.selectbox("dataset").value == dataset


def with_the_largest_rate(page):
    """A session whose visitor has put that page's learning rate at its maximum."""
    at = visit(page)
    for each in ideas(at, page):
        found = [slider for slider in each.slider if slider.key == RATES[page]]
        if found:
            found[0].set_value(found[0].max)
            checked(at.run())
            assert at.slider(RATES[page]).value > 0.3
    return at


@pytest.mark.parametrize(("page", "other"), [(page, other) for page in RATES for other in PAGES if other != page])
def test_the_largest_rate_of_a_page_leaves_every_other_page_as_it_is(page, other):
    at = with_the_largest_rate(page)
    assert all_shown(go(at, other), other) == fresh(other)
