"""The page for a visitor's own table, through Streamlit's own test driver."""

import gc
import json
from urllib.parse import urlencode

import pytest

from playground.data.packing import pack, unpack
from playground.learning.memory import SHARED
from playground.lessons.your_numbers.examples import EXAMPLES
from playground.lessons.your_numbers.notebook import Notebook
from playground.lessons.your_numbers.table import table_of
from playground.ui import fault
from playground.ui.anew import SENTENCE
from playground.ui.strip import FRAMES, SCREENS
from tests.data.corpus import CORPUS, Asked, Refused
from tests.links.screen import visit
from tests.pages.test_playground import checked, words_of

SMALL = "x,y\n1,3\n2,5\n4,9"
PASSED = next(iter(EXAMPLES.values()))
HOSTILE = "<b>x</b>,**y**,[z](http://a.b)\n1,2,<img src=x>\n2,3,:red[k]\n3,5,<img src=x>\n3,4,:red[k]"


def opened(text=None, **link):
    packed = {} if text is None else {"your_table": pack(text)}
    return checked(visit("your-numbers", urlencode({**packed, **link})))


def run(at):
    return checked(at.run())


def pasted(text, at=None):
    at = opened() if at is None else at
    at.text_area("your_table").set_value(text)
    return run(at)


def uploaded(content, name="mine.csv", at=None):
    at = opened() if at is None else at
    at.file_uploader(key="your_upload").set_value((name, content, "text/csv"))
    return run(at)


def said(at):
    return words_of(at).replace("*", "")


def chart(at, key="your_training"):
    return json.loads(next(each for each in at.get("plotly_chart") if each.key == key).proto.spec)


def trace(at, name):
    return next(each for each in chart(at)["data"] if each["name"] == name)


@pytest.mark.parametrize(
    ("text", "link", "one"),
    [
        (SMALL, {}, "1 is its limit"),
        (PASSED, {}, "1: limit of squared errors"),
        (SMALL, {"your_batch_size": 1}, "1: limit of squared errors"),
        (SMALL, {"your_optimizer": "adam"}, "1 is ten times the usual"),
    ],
)
def test_the_slider_of_the_rate_says_what_1_is_as_the_words_below_do(text, link, one):
    at = opened(text, **link)
    assert at.slider("your_rate_share").label == f"learning rate ({one})"
    assert ("limit 1.00" in said(at)) == (one == "1 is its limit")


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ({}, "Learning rate 0.100: below 8.00 every step is sure to go down."),
        ({"your_learning_rate": "9"}, "Learning rate 9.00. It has no exact limit, but below 8.00 every step"),
        ({"your_l2": "0.1"}, "With this loss or activation it has no single limit."),
    ],
)
def test_with_yes_and_no_the_words_say_which_rates_are_sure(link, words):
    """One feature in standard units: the sum of its squares is their number, so h is 2, and 16 / 2 is 8."""
    assert words in said(opened(PASSED, **link))


def test_the_empty_page_says_what_to_bring():
    at = opened()
    assert "Bring a table of your own" in said(at)
    assert not at.get("plotly_chart")


def test_a_pasted_table_is_learned_from():
    at = pasted("arm\theight\n62\t154\n64\t158\n66\t161")
    assert "Read as UTF-8 with tabs between cells" in said(at)
    assert "height = " in said(at)
    assert trace(at, "data")["x"] == [62, 64, 66]


def test_the_link_of_a_pasted_table_opens_it():
    at = pasted(SMALL)
    assert unpack("".join(at.query_params["your_table"])) == SMALL
    assert said(opened(SMALL)) == said(at)


def test_a_table_too_long_for_a_link_is_in_none_and_the_page_says_so():
    at = pasted("x,y\n" + "\n".join(f"{i * 7919 % 10007},{i * i % 9973}" for i in range(2500)))
    assert "your_table" not in at.query_params
    assert "too long for a link" in said(at)
    assert "a random sample of 2000 rows" in said(at)


def test_an_example_is_a_table():
    at = opened()
    at.button(key="your_example_1").click()
    at = run(at)
    assert at.text_area("your_table").value == PASSED
    assert "probability of yes = sigmoid(" in said(at)


def test_a_comma_with_two_readings_is_asked_about_and_the_answer_is_for_this_table_only():
    at = pasted("size;price\n1,200;3\n5;4")
    assert "does 1,200 mean 1200" in said(at)
    assert not at.get("plotly_chart")
    at.button(key="your_comma_point").click()
    at = run(at)
    assert trace(at, "data")["x"] == [1200, 5]
    assert trace(pasted("size;price\n1,200;3\n5;4\n1,300;5", at), "data")["x"] == [1200, 5, 1300]  # one row more
    at = pasted("size;price\n1,700;3\n5;4", at)
    assert "does 1,700 mean 1700" in said(at)


def test_guesses_can_be_changed():
    at = pasted("2019,2020\n1,2\n3,5")
    assert "no line of names: 3 rows" in said(at)
    at.selectbox("your_header").set_value("names")
    at = run(at)
    assert "names in the first line: 2 rows" in said(at)
    assert "2020 = " in said(at)


def test_label_and_features_are_chosen_and_kept_while_a_row_is_corrected():
    at = pasted("a,b,c\n1,2,3\n2,3,5\n3,5,9\n4,4,4")
    assert (at.selectbox("your_label").value, at.multiselect("your_features").value) == (2, [0, 1])
    at.selectbox("your_label").set_value(0)
    at = run(at)
    assert at.multiselect("your_features").value == [1, 2]
    at.multiselect("your_features").set_value([1])
    at = run(at)
    assert "a = " in said(at)
    at = pasted("a,b,c\n1,2,3\n2,3,5\n3,5,9\n4,4,8", at)
    assert (at.selectbox("your_label").value, at.multiselect("your_features").value) == (0, [1])
    at = pasted("d,e\n1,2\n2,3", at)
    assert (at.selectbox("your_label").value, at.multiselect("your_features").value) == (1, [0])


def test_without_a_feature_the_page_says_what_to_do():
    at = pasted(SMALL)
    at.multiselect("your_features").set_value([])
    assert "Choose at least one feature." in said(run(at))
    assert "Choose at least one feature." in said(opened(PASSED, your_features="none"))


def as_cells(at, number=0, **edits):
    """Type into the cells, as the browser reports it."""
    state = {"edited_rows": {}, "added_rows": [], "deleted_rows": [], **edits}
    at.session_state[f"your_cells_table_{number}"] = state
    return run(at)


def test_a_table_is_typed_into_cells_and_is_then_the_text_and_in_the_link():
    at = opened()
    at.toggle("your_cells").set_value(True)
    at = run(at)
    assert list(at.dataframe[0].value.columns) == ["A", "B", "C", "D"]
    rows = {0: {"A": "arm", "B": "height"}, 1: {"A": "62", "B": "154"}, 2: {"A": "64,5", "B": "158"}}
    at = as_cells(at, edited_rows=rows)
    assert trace(at, "data")["x"] == [62, 64.5]
    at = as_cells(at, edited_rows={**rows, 3: {"A": "66", "B": "161"}})
    assert trace(at, "data")["x"] == [62, 64.5, 66]
    assert unpack("".join(at.query_params["your_table"])) == "arm\theight\n62\t154\n64,5\t158\n66\t161"
    at.toggle("your_cells").set_value(False)
    assert run(at).text_area("your_table").value == "arm\theight\n62\t154\n64,5\t158\n66\t161"


def test_a_pasted_table_is_shown_as_cells_and_stays_as_it_is_until_one_is_changed():
    at = pasted(SMALL)
    at.toggle("your_cells").set_value(True)
    at = as_cells(run(at))
    assert at.dataframe[0].value.iloc[:4, :2].to_numpy().tolist() == [["x", "y"], ["1", "3"], ["2", "5"], ["4", "9"]]
    assert unpack("".join(at.query_params["your_table"])) == SMALL
    at = as_cells(at, deleted_rows=[1])
    assert trace(at, "data")["x"] == [2, 4]


def test_a_table_from_elsewhere_is_in_new_cells():
    at = opened()
    at.toggle("your_cells").set_value(True)
    at = as_cells(run(at), edited_rows={0: {"A": "x", "B": "y"}, 1: {"A": "1", "B": "2"}, 2: {"A": "2", "B": "3"}})
    at.query_params["your_table"] = pack(SMALL)
    at = run(at)
    assert trace(at, "data")["x"] == [1, 2, 4]
    at.toggle("your_cells").set_value(True)
    assert run(at).dataframe[0].value.iloc[1, 1] == "3"


@pytest.mark.parametrize(
    "hostile", [{"edited_rows": 5}, {"edited_rows": {0: 7}}, {"added_rows": [9]}, {"deleted_rows": "x"}]
)
def test_edits_that_no_hand_can_make_are_harmless(hostile):
    at = pasted(SMALL)
    at.toggle("your_cells").set_value(True)
    assert trace(as_cells(run(at), **hostile), "data")["x"] == [1, 2, 4]


def test_a_long_table_is_no_table_of_cells():
    at = pasted("x,y\n" + "\n".join(f"{i},{i}" for i in range(400)))
    assert "your_cells" not in [each.key for each in at.toggle]


def test_titles_and_units_by_hand_take_the_place_of_the_tables():
    at = pasted("arm (cm),height (cm)\n62,154\n64,158\n66,161")
    assert (at.text_input("your_title1").value, at.text_input("your_unit1").value) == ("arm", "cm")
    at.text_input("your_title1").set_value("<i>Arm</i>")
    at.text_input("your_unit1").set_value("in")
    at = run(at)
    assert chart(at)["layout"]["xaxis"]["title"]["text"] == "&lt;i&gt;Arm&lt;/i&gt; (in)"
    assert at.text_input("your_x1").label == r"\<i\>Arm\<\/i\> \(in\)"
    at.text_input("your_title1").set_value("")
    assert run(at).text_input("your_title1").value == "arm"


def test_a_row_that_is_typed_is_predicted_and_changes_no_weight():
    at = pasted(SMALL)
    before = [line for line in said(at).splitlines() if "y = " in line]
    at.text_input("your_x1").set_value("7,5")
    at = run(at)
    assert "y: 2 × 7.5 + 1 = 16" in said(at)
    assert [line for line in said(at).splitlines() if "y = " in line] == before


def test_the_sum_of_any_row_is_written_out():
    at = pasted(SMALL)
    at.number_input("your_row").set_value(3)
    assert "Row 3 (line 4): 2 × 4 + 1 = 9" in said(run(at))


def test_yes_or_no_can_be_swapped():
    at = pasted(PASSED)
    assert "probability of yes" in said(at)
    at.toggle("your_swapped").set_value(True)
    assert "probability of no" in said(run(at))


def test_rows_that_are_held_back_have_a_loss_of_their_own():
    at = pasted(PASSED)
    at.selectbox("your_test").set_value(20)
    at = run(at)
    assert "16 rows to train on, 4 held back." in said(at)
    assert "held back: accuracy" in said(at)
    assert len(trace(at, "loss of rows held back")["x"]) == len(opened_epochs(at))


def opened_epochs(at):
    """The epochs that the player can show."""
    return json.loads(next(iter(at.get("bidi_component"))).proto.bytes)["player"]["epochs"]


@pytest.mark.parametrize("optimizer", ["sgd", "rmsprop", "adagrad", "adam", "adamw", "lion"])
def test_every_optimizer_starts_with_its_own_rate(optimizer):
    at = pasted(SMALL)
    at.selectbox("your_optimizer").set_value(optimizer)
    at = run(at)
    own = {"sgd": "0.100", "adamw": "0.001", "adam": "0.001", "rmsprop": "0.001", "adagrad": "0.001", "lion": "0.001"}
    assert at.text_input("your_learning_rate").placeholder.startswith(own[optimizer])


def test_a_rate_of_a_billionth_and_a_hundred_thousand_epochs_can_be_had():
    at = opened(SMALL, your_learning_rate="1e-9", your_epochs="100000", your_standardise="false")
    assert at.number_input("your_epochs").value == 100_000
    assert at.text_input("your_learning_rate").value == "1e-9"
    assert "epoch 100000" in said(at)
    assert not at.toast


SHOWN = [name for name, case in CORPUS.items() if len(case) == 2 and len(case[0]) < 10_000 and name != "infinity"]
"""Without those that take long, and without the one whose cell is quoted and reads like a fault of the page."""


@pytest.mark.parametrize("name", SHOWN)
def test_a_file_of_the_corpus_is_shown_refused_or_asked_about(name):
    content, expected = CORPUS[name]
    at = uploaded(content.encode() if isinstance(content, str) else content)
    if isinstance(expected, Refused):
        assert expected.words in said(at)
    elif isinstance(expected, Asked):
        assert f"does {expected.cell} mean" in said(at)
    else:
        assert "Read as" in said(at)


def test_a_file_is_in_no_link_and_is_kept_while_other_pages_are_visited():
    at = uploaded(b"x,y\n1,3\n2,5\n4,9")
    assert trace(at, "data")["x"] == [1, 2, 4]
    assert not any("table" in name or "file" in name for name in at.query_params)
    at.query_params.clear()
    at.switch_page("playground/pages/bias.py")
    run(at)
    at.query_params.clear()
    at.switch_page("playground/pages/your_numbers.py")
    at = run(at)
    assert trace(at, "data")["x"] == [1, 2, 4]
    assert "In use: the file mine" in said(at).replace("\\", "")
    assert trace(run(at), "data")["x"] == [1, 2, 4]
    at.button(key="your_file_off").click()
    assert not run(at).get("plotly_chart")


def test_a_file_that_is_taken_off_is_gone():
    at = uploaded(b"x,y\n1,3\n2,5\n4,9")
    at.file_uploader(key="your_upload").set_value(None)
    assert not run(at).get("plotly_chart")


def test_a_page_whose_file_cannot_be_shown_is_started_over_without_it(monkeypatch):
    monkeypatch.setattr(fault, "FAULTS", (ZeroDivisionError,))
    right = Notebook.own

    def own(notebook, values):
        return 1 / 0 if notebook.name else right(notebook, values)

    monkeypatch.setattr(Notebook, "own", own)
    at = opened()
    at.file_uploader(key="your_upload").set_value(("mine.csv", b"x,y\n1,3\n2,5\n4,9", "text/csv"))
    assert [error.value for error in at.run().error] == [SENTENCE]
    at.button("begin_anew").click()
    assert not run(at).error
    assert "In use" not in said(at)
    assert trace(pasted("x,y\n1,3\n2,5\n4,9", at=at), "data")["x"] == [1, 2, 4]


def test_what_one_visitor_brings_is_not_seen_by_another():
    one, other = uploaded(b"secret,y\n1,3\n2,5\n4,9"), opened()
    assert "secret" in said(one)
    assert "secret" not in said(run(other))
    assert "secret" not in said(uploaded(b"x,y\n1,3\n2,5\n4,9", at=other))
    assert "secret" in said(run(one))


def test_an_upload_that_is_gone_is_said_in_a_sentence_until_there_is_a_table():
    address = dict(uploaded(b"x,y\n1,3\n2,5\n4,9").query_params)
    at = opened(your_epochs="7", **{name: "".join(text) for name, text in address.items()})  # another server's session
    assert "The file is not here" in said(at)
    assert "choose it again" in said(at)
    again = uploaded(b"x,y\n1,3\n2,5\n4,9", at=at)
    assert "not here" not in said(again)
    assert again.number_input("your_epochs").value == 7


LONG = "x,y\n" + "\n".join(f"{i * 0.7310585:.7f},{i % 97 * 1.3179022:.7f}" for i in range(900))


def test_a_table_that_is_too_long_for_the_address_is_said_to_be_there_and_later_to_be_gone():
    at = pasted(LONG)
    assert "no room for the table" in said(at)
    assert "holds everything" not in said(at)
    again = opened(**dict(at.query_params))
    assert "The table is not here" in said(again)
    assert "holds everything" in said(pasted(SMALL, again))
    assert "not here" not in said(pasted("", again))


def test_who_takes_a_file_off_or_pastes_instead_is_told_of_none_that_is_gone():
    at = uploaded(b"x,y\n1,3\n2,5\n4,9")
    at.file_uploader(key="your_upload").set_value(None)
    at = run(at)
    assert "not here" not in said(at)
    assert "your_brought" not in at.query_params
    at = pasted(SMALL, opened(your_brought="upload"))
    assert "your_brought" not in at.query_params
    assert "not here" not in said(pasted("", at))


def shared_by_all():
    """Everything that is remembered for all visitors, and of what it is."""
    return repr([[*store._known.items()] for store in (SHARED, SCREENS, FRAMES)])


def test_a_table_that_is_brought_is_in_no_cache_that_others_share():
    at = uploaded(b"secret,y\n1234.25,3\n2,5\n4,9")
    at.slider("your_rate_share").set_value(0.2)
    assert "secret" in said(run(at))
    assert "secret" not in shared_by_all()
    assert "1234.25" not in shared_by_all()


def notebooks():
    gc.collect()
    return [each for each in gc.get_objects() if isinstance(each, Notebook)]


def test_a_file_is_gone_when_its_session_is():
    before = len(notebooks())
    at = uploaded(b"x,y\n1,3\n2,5\n4,9")
    assert len(notebooks()) == before + 1
    del at
    assert len(notebooks()) == before


def test_names_and_cells_are_text_wherever_they_stand():
    at = pasted(HOSTILE)
    html = "\n".join(element.proto.body for element in at.get("html"))
    assert "&lt;b&gt;x&lt;/b&gt;" in html
    assert "<b>x" not in html
    assert "<img" not in html
    assert "<strong>y</strong>" not in html
    labels = [field.label for field in at.text_input if field.key.startswith("your_x")]
    assert labels == [r"\<b\>x\<\/b\>", r"\*\*y\*\*"]
    for key in ("your_training", "your_weights"):
        for text in texts_of(chart(at, key)):
            assert "<" not in text
    assert not any("<" in each.value for each in [*at.markdown, *at.caption])


def texts_of(part):
    """Every text in a figure."""
    if isinstance(part, dict):
        return [text for each in part.values() for text in texts_of(each)]
    if isinstance(part, list):
        return [text for each in part for text in texts_of(each)]
    return [part] if isinstance(part, str) and "%{" not in part else []


@pytest.mark.parametrize(
    "link",
    [
        {"your_table": "nonsense"},
        {"your_label": "x"},
        {"your_features": "1,x"},
        {"your_kind": "maybe"},
        {"your_learning_rate": "<b>"},
        {"your_epochs": "1e999"},
        {"your_start_weights": "a b"},
        {"your_row": "-5"},
        {"your_x1": "nan"},
        {"your_rate_share": "inf"},
        {"your_decimal_mark": "?"},
    ],
    ids=str,
)
def test_nonsense_in_the_link_is_harmless(link):
    at = opened(**link) if "your_table" in link else opened(SMALL, **link)
    has_table, is_trained = "your_table" not in link, "must be" not in said(at)
    assert len(at.get("plotly_chart")) == (has_table and is_trained)


@pytest.mark.parametrize(
    ("key", "typed", "words"),
    [
        ("your_learning_rate", "abc", "The learning rate must be a number"),
        ("your_learning_rate", "-1", "the learning rate must be above 0"),
        ("your_start_weights", "1 2", "The start must be one number"),
        ("your_l1", "-1", "l1 must be at least 0"),
        ("your_momentum", "2", "momentum must be from 0 to below 1"),
    ],
)
def test_a_number_that_cannot_be_trained_with_is_refused_in_a_sentence(key, typed, words):
    at = pasted(SMALL)
    at.text_input(key).set_value(typed)
    at = run(at)
    assert words in said(at)
    at.text_input(key).set_value("")
    assert run(at).get("plotly_chart")


LINK = "[come here](https://elsewhere.org)  now"


@pytest.mark.parametrize("table", [SMALL, "x,y\n1,no\n2,yes\n3,no"])
def test_nothing_that_a_link_says_is_rendered_where_it_is_not_taken(table):
    names = [row.name for row in table_of(Notebook()) if row.linked and row.name != "your_table"]
    at = opened(table, **dict.fromkeys(names, LINK))
    assert at.toast
    for toast in at.toast:
        assert "elsewhere" not in toast.value
        assert "is ." not in toast.value
        assert "None" not in toast.value


@pytest.mark.parametrize("name", ["your_title1", "your_unit1", "your_title2"])
def test_a_title_of_a_link_is_text(name):
    at = opened(SMALL, **{name: LINK})
    assert not at.toast
    assert run(at).text_input(key=name).value in ("[come here](https://elsewhere.org) now", LINK[:20].strip())


def test_a_table_in_a_link_that_cannot_be_unpacked_is_not_named_by_what_stands_there():
    at = checked(visit("your-numbers", "your_table=garbage&your_label=77"))
    assert [toast.value.replace("\\", "") for toast in at.toast] == [
        "Part of this link cannot be used here: your_table is as at the start, your_label is as at the start."
    ]


SMOKERS = "smoker,age,y\nyes,20,3\nno,30,5\nyes,40,9\nno,50,8"


@pytest.mark.parametrize(
    ("typed", "age", "sentence"),
    [
        ("yes", "30", "y: 1.75 × 1 + 0.225 × 30 + (−2.5) = 6"),
        (" No", "30", "y: 1.75 × 0 + 0.225 × 30 + (−2.5) = 4.25"),
        ("1", "30", "y: 1.75 × 1 + 0.225 × 30 + (−2.5) = 6"),
        ("maybe", "30", "smoker: write “no”, which counts as 0, or “yes”, which counts as 1."),
        ("yes", "abc", "age: that is no clear number."),
        ("yes", "1,000", "age: that is no clear number."),
        ("yes", "", "Still missing: age."),
    ],
)
def test_what_is_typed_is_a_number_or_one_of_two_words(typed, age, sentence):
    at = pasted(SMOKERS)
    assert at.text_input("your_x1").placeholder == "no or yes"
    at.text_input("your_x1").set_value(typed)
    at.text_input("your_x2").set_value(age)
    assert sentence in said(run(at))


def test_a_picture_of_weights_that_have_decayed_to_almost_nothing_is_drawn():
    table = "size,rooms,price\n50,2,200000\n80,3,310000\n65,3,250000\n120,5,480000"
    at = opened(table, your_activation="sigmoid", your_l2="1", your_epochs="20000")
    assert at.get("plotly_chart")


@pytest.mark.parametrize(
    ("table", "link", "sentence"),
    [
        (EXAMPLES["exclusive or (XOR)"], {}, "0.100: nothing moves, as every gradient is 0 from the start."),
        ("a,b\n1,2\n2,2\n3,2", {}, "nothing moves, as every gradient is 0 from the start."),
        (SMALL, {"your_optimizer": "adam"}, "no exact limit. It has not finished: give it more epochs or a larger"),
        (SMALL, {"your_optimizer": "adam", "your_learning_rate": "0.1", "your_epochs": "5000"}, "no exact limit.\n"),
    ],
)
def test_what_does_not_move_and_what_has_not_finished_is_said_to_be_so(table, link, sentence):
    assert sentence in said(opened(table, **link)) + "\n"


def test_the_share_box_tells_that_a_file_is_not_in_the_address():
    assert "everything you chose" in said(pasted(SMALL))
    assert "but not the file" in said(uploaded(SMALL.encode()))
