"""Where a page is not laid out anew for a change, it would be laid out alike: only pictures and words differ."""

from unittest.mock import Mock

import pytest

from playground.data.packing import pack
from playground.ui.answer import PAGE
from playground.ui.chapter import SHOW_ME
from playground.ui.numeric import Number
from playground.ui.parameters import Choice, Switch
from playground.ui.stage import Stage
from playground.ui.state import row_of, settled
from tests.chapters import IDEAS
from tests.links.screen import visit

ADDRESSES = {"weights": "weights", "dot_product": "dot-product", "bias": "bias"}
PLACES = {
    "playground": ("", ""),
    "playground, made-up data": ("", "dataset=made_up"),
    **{
        idea.name: (ADDRESSES[chapter], f"{chapter}_idea={idea.name}&{idea.question.key}={SHOW_ME}")
        for chapter, idea in IDEAS
    },
    "an idea that is not answered": ("bias", ""),
    "your numbers": ("your-numbers", "your_table=" + pack("x,y\n1,3\n2,5\n4,9")),
    "several features": ("your-numbers", "your_table=" + pack("a,b,y\n1,3,2\n2,5,1\n4,9,5\n5,8,7")),
    "yes or no of one's own": ("your-numbers", "your_table=" + pack("a,b,y\n1,3,no\n2,5,no\n4,9,yes\n5,8,yes")),
}


@pytest.fixture
def stages(monkeypatch):
    """Every stage that was laid out."""
    found, close = [], Stage.close

    def closing(stage):
        found.append(stage)
        close(stage)

    monkeypatch.setattr(Stage, "close", closing)
    return found


def layout_of(at, stage):
    """All that stands on the page but pictures and words: what each element is, says and offers."""
    found, todo = [], [at.main]
    while todo:
        node = todo.pop()
        key = getattr(node.proto, "id", "").rsplit("-", 1)[-1] if node.proto is not None else ""
        if node.type == "plotly_chart" or key in stage.screen.words:
            continue
        children = list(getattr(node, "children", {}).values())
        todo += children
        if not children:
            message = node.proto if node.type in ("markdown", "html", "button") else getattr(node, "options", None)
            found.append((node.type, getattr(node, "key", None), getattr(node, "label", None), str(message)))
    return found


def with_other(stage, key, value):
    """All values when that one is chosen."""
    return settled(stage.table, {**stage.values.all, key: value})


def others(stage):
    """For each control on the page another value of it."""
    for row in stage.table:
        now = stage.values.all[row.key]
        if isinstance(row, Number) and row.key in stage.sliders:
            yield row.key, next(each for each in reversed(stage.sliders[row.key]) if each != now)
        elif isinstance(row, Switch):
            yield row.key, not now
        elif isinstance(row, Choice):
            yield from ((row.key, each) for each in row.offers(stage.values.all)[:2] if each != now)


@pytest.mark.parametrize(("address", "query"), PLACES.values(), ids=PLACES)
def test_what_is_shown_without_the_page_would_be_laid_out_alike(stages, address, query):
    at = visit(address, query)
    assert not at.exception
    first = stages[-1]
    before = layout_of(at, first)
    for key, value in others(first):
        if first.screen_laid_out(with_other(first, key, value)) is None:
            continue
        text = row_of(first.table, key).write(value)
        again = visit(address, f"{query}&{key}={text}" if query else f"{key}={text}")
        assert layout_of(again, stages[-1]) == before, key


def test_the_sliders_of_the_playground_need_no_page(stages):
    visit("")
    (stage,) = stages
    for key in ("weight", "bias", "learning_rate", "epochs"):
        assert stage.screen_laid_out(with_other(stage, key, stage.sliders[key][-1])) is not None
    for key, value in (("dataset", "cars"), ("bowl", True), ("standardise", False)):
        assert stage.screen_laid_out(with_other(stage, key, value)) is None


def test_a_stage_whose_place_another_one_has_taken_holds_nothing_of_what_it_showed(stages):
    at = visit("")
    first = stages[-1]
    assert first.screen.pictures
    at.switch_page("playground/pages/weights.py").run()
    last = stages[-1]
    assert not first.screen.pictures
    assert first.screen is first.drawn
    assert not first.message.strips
    assert last.screen.pictures
    assert last.message.strips


def test_a_change_whose_answer_is_cut_short_is_told_by_the_next_run(stages, monkeypatch):
    at = visit("")
    stage = stages[-1]
    said = at.session_state._state.filtered_state | {"weight": 2.0}
    monkeypatch.setattr("streamlit.session_state", said)
    monkeypatch.setattr("playground.ui.stage.new_report", lambda: stage.report)
    stage.draws = True
    with monkeypatch.context() as cut:
        cut.setattr(Stage, "_send", Mock(side_effect=InterruptedError))  # Streamlit may end a run wherever it is
        with pytest.raises(InterruptedError):
            stage._renew()
    assert stage._renew() == PAGE
