"""A visitor's own rows on the Playground and in ideas that use a chosen data set, by Streamlit's test driver."""

import json
from urllib.parse import urlencode

import pytest

from playground.data.own import OWN, TITLE, own_from
from playground.data.packing import pack, unpack
from tests.links.screen import controls_of, visit
from tests.pages.test_playground import checked, words_of
from tests.pages.test_session import go, link
from tests.pages.test_your_numbers import LONG, chart, pasted, run, said, shared_by_all, uploaded

SMALL = "arm (cm),**height**\n1,3\n2,5\n4,9"
FILE = b"arm,secret\n1,3\n2,5\n4,9"
NOT_HERE = "bring them on the page Your numbers"
MENUS = (
    ("playground", "dataset", ""),
    ("weights", "table", ""),
    ("weights", "change_dataset", "weights_idea=when+do+weights+change%3F&guess_change=once"),
    ("weights", "update_dataset", "weights_idea=one+update"),
    ("weights", "fall_dataset", "weights_idea=a+hundred+starts&guess_fall=all+over"),
    ("weights", "scaling_dataset", "weights_idea=raw+or+standardised%3F&guess_scaling=1"),
    ("bias", "bias_dataset", "bias_idea=with+and+without"),
)


def menu(at, key):
    """A data menu: the options of some stand side by side. None where there is nothing to choose from."""
    return next((control for control in controls_of(at) if control.key == key), None)


def options(at, key):
    """What it offers."""
    found = menu(at, key)
    return found.options if found else []


def chosen(at, page, key, address=""):
    """That page with the visitor's own rows chosen in its data menu."""
    go(at, page, address)
    menu(at, key).set_value(OWN)
    return run(at)


@pytest.mark.parametrize(("page", "key", "address"), MENUS)
def test_own_rows_are_in_the_data_menu_once_they_are_there(page, key, address):
    assert TITLE not in options(go(pasted(""), page, address), key)
    at = go(pasted(SMALL), page, address)
    assert options(at, key)[-1] == TITLE
    assert menu(at, key).value != OWN
    assert not any("own" in name for name in at.query_params)


def test_the_playground_learns_a_pasted_table_and_its_link_opens_it_elsewhere():
    at = chosen(pasted(SMALL), "playground", "dataset")
    data = next(trace for trace in chart(at, "training")["data"] if trace["name"] == "data")
    assert (data["x"], data["y"]) == ([1, 2, 4], [3, 5, 9])
    assert "X: arm (cm), y: **height**, 3 rows" in words_of(at).replace("&#42;", "*")
    other = checked(visit("", urlencode(link(at))))
    assert words_of(other) == words_of(at)
    assert not other.toast


def test_other_pages_say_that_their_address_has_no_room_for_the_rows():
    at = chosen(pasted(LONG), "playground", "dataset")
    assert "but not the rows that you brought" in said(at)
    menu(at, "dataset").set_value("penguins")
    assert "holds everything you chose" in said(run(at))


def test_one_update_takes_the_visitors_rows():
    at = chosen(
        pasted(SMALL),
        "weights",
        "update_dataset",
        "weights_idea=one+update&guess_update=down&update_batch_size=all+rows",
    )
    # In standard units x is −1.0690, −0.2673, 1.3363 (mean 7/3, deviation √(14/9)), and y is 2 x + 1, so the same.
    assert "−1.069" in said(at)
    assert "−0.2673" in said(at)
    assert "1.336" in said(at)
    other = checked(visit("weights", urlencode(link(at))))
    assert said(other) == said(at)


def test_the_weighted_sum_takes_all_features_of_a_pasted_table_and_its_link_opens_them_elsewhere():
    at = chosen(pasted("arm (cm),leg,height\n1,5,3\n2,1,5\n4,6,9"), "weights", "table", "guess_sum=both")
    assert [slider.label for slider in at.slider][:2] == ["weight of arm", "weight of leg"]
    # The first row in standard units: (1 − 7/3) / √(14/9) = −1.07, and (5 − 4) / √(14/3) = 0.463.
    assert "(−1.07) × 0.800 + 0.463 × 0.400 + 0.200" in said(at)
    assert "This row has 3.000" in said(at)
    assert link(at).keys() == {"guess_sum", "table", "update_own"}
    other = checked(visit("weights", urlencode(link(at))))
    assert said(other) == said(at)
    assert not other.toast
    assert [slider.label for slider in other.slider][:2] == ["weight of arm", "weight of leg"]


def test_where_a_link_has_no_room_for_all_features_the_page_says_so():
    rows = "\n".join(",".join(f"{i * prime % 997 / 7}" for prime in (7, 11, 13, 17, 19)) for i in range(1, 251))
    at = chosen(pasted(f"a,b,c,d,y\n{rows}"), "weights", "table", "guess_sum=both")
    assert "the first of these features only" in " ".join(caption.value for caption in at.caption)
    other = checked(visit("weights", urlencode(link(at))))
    assert [slider.label for slider in other.slider] == ["weight of a", "bias"]
    assert link(chosen(pasted(SMALL), "weights", "table")).keys() == {"table", "update_own"}


def test_when_do_weights_change_counts_the_visitors_batches():
    address = "weights_idea=when+do+weights+change%3F&guess_change=once&rows_read=3&change_batch_size=1+row"
    at = chosen(pasted(SMALL), "weights", "change_dataset", address)
    at.slider("rows_read").set_value(3)
    run(at)
    assert "row 3 of 3: the weights have changed 3 times" in said(at)
    assert "3 rows make 3 batches of a single row: 3 changes an epoch" in said(at)
    other = checked(visit("weights", urlencode(link(at))))
    assert said(other) == said(at)


def test_another_table_takes_the_place_of_the_one_before():
    at = chosen(pasted(SMALL), "playground", "dataset")
    go(at, "your_numbers")
    at = go(pasted("x,y\n7,1\n8,2", at), "playground")
    assert "2 rows of X and y" in said(at)
    go(at, "your_numbers")
    at = go(pasted("", at), "playground")
    assert at.selectbox("dataset").value == "penguins"
    assert not at.toast


def test_an_upload_is_in_no_link_and_a_link_that_names_it_says_so_and_shows_built_in_data():
    at = chosen(uploaded(FILE), "playground", "dataset")
    assert "y: secret, 3 rows" in said(at)
    assert "nobody else sees them" in said(at)
    assert link(at) == {"dataset": OWN}
    told = json.loads(next(iter(at.get("bidi_component"))).proto.bytes)["links"]
    assert not any("own=" in query or "table" in query for query in told.values())
    other = checked(visit("", urlencode(link(at))))
    assert [NOT_HERE in toast.value for toast in other.toast] == [True]
    assert other.selectbox("dataset").value == "penguins"
    assert "y: secret" in said(run(at))


def test_a_link_of_ones_own_upload_is_opened_while_it_is_there():
    at = go(uploaded(FILE), "playground", f"dataset={OWN}")
    assert at.selectbox("dataset").value == OWN
    assert not at.toast


def test_a_link_with_a_table_shows_it_also_to_somebody_who_has_another_one():
    shared = link(chosen(pasted("x,y\n7,1\n8,2"), "playground", "dataset"))
    at = go(pasted(SMALL), "playground", urlencode(shared))
    assert "2 rows of X and y" in said(at)
    assert "2 rows of X and y" in said(run(at))
    assert "height" in said(go(at, "your_numbers"))


def test_what_one_visitor_brings_is_in_no_menu_of_another_and_in_no_cache_that_others_share():
    pages = [chosen(uploaded(b"q,y\n1.5,3\n2,5\n4,9"), *menu) for menu in MENUS]
    for (page, key, address), other in zip(MENUS, pages, strict=True):
        at = chosen(uploaded(FILE), page, key, address)
        assert menu(at, key).value == OWN
        assert "secret" not in said(run(other))
        assert "secret" not in json.dumps([json.loads(each.proto.spec) for each in run(other).get("plotly_chart")])
        assert TITLE not in options(go(pasted(""), page, address), key)
    assert "secret" not in shared_by_all()


def test_reset_leaves_own_rows_in_the_menu():
    at = chosen(pasted(SMALL), "playground", "dataset")
    next(button for button in at.button if button.label == "reset").click()
    at = run(at)
    assert at.selectbox("dataset").value == "penguins"
    assert TITLE in at.selectbox("dataset").options


@pytest.mark.parametrize("own", ["nonsense", pack("a\t\tb\t\n1\tnan"), pack("a\tb\n1\t2"), pack("a\t\tb\t\n1e400\t2")])
def test_nonsense_for_own_rows_in_a_link_is_said_to_be_missing(own):
    at = checked(visit("", urlencode({"dataset": OWN, "own": own})))
    assert [NOT_HERE in toast.value for toast in at.toast] == [True]
    assert at.selectbox("dataset").value == "penguins"


def test_a_link_holds_every_digit():
    at = chosen(pasted("x,y\n0.1,3e-7\n0.30000000000000004,2\n123456789.123,5"), "playground", "dataset")
    rows = own_from(unpack(link(at)["own"]))
    assert rows.X[:, 0].tolist() == [0.1, 0.30000000000000004, 123456789.123]
    assert rows.y.tolist() == [3e-7, 2.0, 5.0]


def test_names_are_text_wherever_they_stand():
    at = pasted("<b>x</b>,**y**\n1,2\n2,3\n3,5")
    for menu in MENUS:
        chosen(at, *menu)
        html = "\n".join(element.proto.body for element in at.get("html"))
        assert "<b>x" not in html
        assert "<strong>y</strong>" not in html
        for each in at.get("plotly_chart"):
            assert "<b>" not in each.proto.spec
        go(at, "your_numbers")
