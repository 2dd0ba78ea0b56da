"""What one visitor has chosen: which of hand, session, link and start wins, and what survives a way to another page."""

from pathlib import Path
from unittest.mock import Mock
from urllib.parse import parse_qsl

import pytest

from playground.lessons.playground.table import TABLE
from playground.ui import session
from playground.ui.numeric import Number, Whole
from playground.ui.parameters import Choice
from playground.ui.state import settled
from tests.pages.test_playground import checked, opened

APP = Path(__file__).parents[2] / "app.py"


def go(at, page, link=""):
    """Open another page, as the browser does: without the link of the last one."""
    for name in at.query_params.to_dict() if hasattr(at.query_params, "to_dict") else list(at.query_params):
        del at.query_params[name]
    for name, value in parse_qsl(link):
        at.query_params[name] = value
    at.switch_page(f"playground/pages/{page}.py")
    return checked(at.run())


def link(at):
    return {name: value[0] if isinstance(value, list) else value for name, value in dict(at.query_params).items()}


def test_the_hand_wins_over_the_link_that_opened_the_page():
    at = opened(weight="2")
    at.slider("weight").set_value(-3.0)
    assert checked(at.run()).slider("weight").value == -3.0
    assert link(at) == {"weight": "-3"}


def test_a_link_that_is_opened_in_a_running_session_wins_over_what_was_chosen():
    at = opened(weight="2", epochs="10")
    at.slider("weight").set_value(-3.0)
    checked(at.run())
    at.query_params["weight"] = "0.45"
    assert checked(at.run()).slider("weight").value == 0.45
    assert at.slider("epochs").value == 10
    at.slider("weight").set_value(1.0)
    assert checked(at.run()).slider("weight").value == 1.0


def test_an_older_link_of_this_page_that_comes_back_late_is_not_opened():
    at = opened()
    for weight in (2.0, 3.0):
        at.slider("weight").set_value(weight)
        checked(at.run())
    at.query_params["weight"] = "2"
    at.slider("bias").set_value(0.5)
    checked(at.run())
    assert (at.slider("weight").value, at.slider("bias").value) == (3.0, 0.5)
    assert link(at) == {"weight": "3", "bias": "0.5"}


def test_a_link_that_the_browser_got_only_after_its_next_report_is_not_opened():
    at = opened()
    for weight in (2.0, 3.0):  # both are reported with the address of the start
        at.slider("weight").set_value(weight)
        if "weight" in at.query_params:
            del at.query_params["weight"]
        checked(at.run())
    at.query_params["weight"] = "2"
    at.slider("weight").set_value(4.0)
    assert checked(at.run()).slider("weight").value == 4.0
    assert link(at) == {"weight": "4"}


@pytest.mark.parametrize("other", ["weights", "dot_product", "bias"])
def test_the_playground_keeps_its_choices_and_its_link_none_of_another_page(other):
    at = opened(weight="-1.45", a="2,1", optimizer="adam")
    go(at, other)
    assert link(at) == {}
    go(at, "playground")
    assert at.slider("weight").value == -1.45
    assert at.selectbox("optimizer").value == "adam"
    assert link(at) == {"weight": "-1.45", "a": "2,1", "optimizer": "adam"}


def test_a_link_to_another_page_wins_over_what_was_chosen_there():
    at = opened()
    go(at, "bias", "bias_idea=with and without&mean_x=0.5")
    at.slider("mean_x").set_value(1.0)
    checked(at.run())
    go(at, "playground")
    go(at, "bias", "bias_idea=with and without&mean_x=-0.5&mean_y=1")
    assert (at.slider("mean_x").value, at.slider("mean_y").value) == (-0.5, 1.0)


def test_what_is_as_at_the_start_is_not_in_the_link():
    at = opened(weight="-1.5", epochs="50", optimizer="sgd", batch_size="all rows", a="3,1", unit="false")
    assert link(at) == {}


def test_parameters_of_no_page_are_taken_out_of_the_link():
    assert link(opened(weight="2", w1="0.5", nothing="1")) == {"weight": "2"}


@pytest.mark.parametrize(
    ("page", "asked", "sentence"),
    [
        ("", {"epochs": "500"}, "epochs is 200."),
        ("", {"optimizer": "adam", "learning_rate": "0.001"}, "learning_rate is 0.01."),
        ("", {"dataset": "nothing", "epochs": "20"}, "dataset is penguins."),
        ("", {"weight": "<b>9</b>"}, "weight is -1.5."),
        ("dot_product", {"dot_product_idea": "many numbers", "u": ",".join(map(str, range(84)))}, "u is "),
    ],
)
def test_a_link_that_asks_for_what_there_is_not_is_told_what_it_got(page, asked, sentence):
    at = opened(**({} if page else asked))
    if page:
        go(at, page, "&".join(f"{name}={value}" for name, value in asked.items()))
    toasts = [toast.value.replace("\\", "") for toast in at.toast]
    assert len(toasts) == 1
    assert sentence in toasts[0]
    assert "<" not in toasts[0]
    checked(at.run())
    assert not at.toast


def test_a_link_that_asks_for_what_there_is_is_told_nothing():
    assert not opened(epochs="200", learning_rate="0.37", a="2,1", optimizer="sgd", answer="12", unknown="1").toast


def test_a_link_whose_message_is_cut_short_is_sent_by_the_next_run(monkeypatch):
    values = {**settled(TABLE, {}), "weight": 2.0}
    address = Mock(to_dict=Mock(return_value={}), from_dict=Mock(side_effect=[InterruptedError, None]))
    monkeypatch.setattr("streamlit.session_state", {"_kept": session.Kept(values={"playground": values})})
    monkeypatch.setattr("streamlit.query_params", address)
    with pytest.raises(InterruptedError):
        session.write_link("playground", TABLE)
    address.to_dict.return_value = {"weight": "2"}  # Streamlit knows it, and the browser does not
    assert not session.kept().is_opened("playground", {"weight": "2"})
    session.write_link("playground", TABLE)
    assert address.from_dict.call_count == 2
    session.write_link("playground", TABLE)
    assert address.from_dict.call_count == 2


def test_what_follows_from_what_was_measured_anew_is_measured_anew_at_once(monkeypatch):
    """The row's units are those of the data, and the share's those of the row: both start anew when the data change."""
    table = (
        Choice(key="data", start="cars", options=("cars", "moons")),
        Whole(key="row", start=1, low=1, high=9, units=lambda values: values["data"]),
        Number(key="share", start=0.5, units=lambda values: values["row"]),
    )
    monkeypatch.setattr("streamlit.session_state", {})
    monkeypatch.setattr("streamlit.query_params", Mock(to_dict=lambda: {"row": "4", "share": "0.25"}))
    assert session.values_of("page", table) == {"data": "cars", "row": 4, "share": 0.25}
    assert session.put("page", table, data="moons") == {"data": "moons", "row": 1, "share": 0.5}
    assert session.put("page", table, share=0.75) == {"data": "moons", "row": 1, "share": 0.75}
