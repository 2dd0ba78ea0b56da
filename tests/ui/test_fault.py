"""A page that cannot be shown says so, and can be begun anew; the fault is in the log."""

import pytest

from playground.lessons.playground import view as module
from playground.lessons.playground.table import TABLE
from playground.ui import fault, strip
from playground.ui.anew import SENTENCE
from playground.ui.part import FACTS
from playground.ui.state import settled
from playground.ui.strip import frozen
from tests.links.screen import visit


@pytest.fixture
def caught(monkeypatch):
    monkeypatch.setattr(fault, "FAULTS", (Exception,))


@pytest.fixture
def view(monkeypatch):
    """The Playground, whose screen cannot be made where the weight is above 1."""
    right = module.playground

    def playground(values):
        if values["weight"] > 1:
            raise ZeroDivisionError("what the visitor shall not see")
        return right(values)

    monkeypatch.setattr(module, "playground", playground)
    return playground


@pytest.mark.usefixtures("caught", "view")
def test_a_page_that_cannot_be_shown_says_so_and_can_be_begun_anew(caplog):
    at = visit("", "weight=2&epochs=20")
    assert not at.exception
    assert [error.value for error in at.error] == [SENTENCE]
    assert "what the visitor shall not see" in caplog.text
    assert "what the visitor shall not see" not in str(at)
    at.button("begin_anew").click()
    at.run()
    assert not at.error
    assert at.slider("weight").value == -1.5
    assert at.slider("epochs").value == 50


@pytest.mark.usefixtures("caught")
def test_a_value_without_a_screen_leaves_the_others_of_its_strip(view):
    state = frozen(settled((*TABLE, *FACTS), {}))
    frames = strip.piece(view, state, "weight", [0.5, 0.75, 1.5], 1, 0).frames
    assert frames.keys() == {0, 1, 2}
    assert frames[2] == strip.NO_CHANGE
    assert frames[0] != strip.NO_CHANGE
