"""Titles and units of columns, from the table's names or by hand."""

import pytest

from playground.data.sheet import SheetColumn
from playground.figures.markup import as_html
from playground.lessons.your_numbers.table import table_of
from playground.lessons.your_numbers.titles import written_in
from playground.ui.state import from_link, to_link
from tests.lessons.your_numbers.brought import brought, screen_of

TABLE = "arm (cm),height (cm)\n62,154\n64,158\n66,161"
# By hand: the means are 64 and 157.667; the slope is (2 · 3.667 + 2 · 3.333) / 8 = 1.75, the intercept 45.667.
ENOUGH = {"epochs": 2000}


@pytest.mark.parametrize(
    ("name", "title", "unit"),
    [
        ("height (cm)", "height", "cm"),
        ("speed [km/h]", "speed", "km/h"),
        ("x (2)", "x (2)", ""),
        ("(cm)", "(cm)", ""),
        ("a (b) c", "a (b) c", ""),
        ("a name (with a long remark)", "a name (with a long remark)", ""),
        ("plain", "plain", ""),
    ],
)
def test_a_unit_is_read_from_the_name_where_it_looks_like_one(name, title, unit):
    assert written_in(SheetColumn(name)) == (title, unit)


def test_the_sign_that_numbers_were_written_with_is_their_unit():
    assert written_in(SheetColumn("price", sign="€")) == ("price", "€")
    assert written_in(SheetColumn("price (€)", sign="€")) == ("price (€)", "")


def test_units_behind_the_numbers_are_on_the_axes_as_those_of_the_names_are():
    behind = "arm,height\n62 cm,154cm\n64 cm,158cm\n66 cm,161cm"
    found, expected = screen_of(behind, **ENOUGH), screen_of(TABLE, **ENOUGH)
    assert (found.words, found.pictures) == (expected.words, expected.pictures)


def test_titles_and_units_by_hand_are_on_the_axes_in_words_and_behind_numbers():
    chosen = {"title1": "Armlänge", "unit1": "in", "title2": "Größe", "unit2": "ft", "x1": "70", **ENOUGH}
    screen = screen_of(TABLE, **chosen)
    layout = screen.pictures["your_training"].layout
    assert (layout["xaxis"]["title"]["text"], layout["yaxis"]["title"]["text"]) == ("Armlänge (in)", "Größe (ft)")
    assert "Größe = 1.750 · Armlänge + 45.67" in screen.words["your_readout"].replace("*", "")
    assert "| Armlänge (in) | 1.75000" in as_text(screen.words["your_coefficients"])
    assert "= **168.167**\u00a0ft" in screen.words["your_prediction"]
    assert "Measured: **154**\u00a0ft, so the error is 0.166667\u00a0ft" in screen.words["your_sum"]


def as_text(words):
    """Marked-up words with what was marked as literal written out."""
    return words.replace("\ufff94\ufffa", "[").replace("\ufff93\ufffa", "-")


def test_titles_stand_as_text():
    screen = screen_of(TABLE, title1="<b>x</b>", unit2="**kg**", x1="70", **ENOUGH)
    html = "".join(as_html(words) for words in screen.words.values())
    assert "<b>" not in html
    assert "<strong>kg" not in html
    assert screen.pictures["your_training"].layout["xaxis"]["title"]["text"] == "&lt;b&gt;x&lt;/b&gt; (cm)"


def test_a_link_has_what_was_written_and_nothing_else_and_no_unit_is_a_choice():
    notebook, values = brought(TABLE, title1="Arm", unit2="")
    table = table_of(notebook)
    link = to_link(table, values)
    assert {name: text for name, text in link.items() if name != "your_table"} == {
        "your_title1": "Arm",
        "your_unit2": "-",
    }
    assert from_link(table, link) == values


def test_an_empty_title_is_that_of_the_table_and_another_table_has_its_own():
    notebook, values = brought(TABLE)
    row = next(row for row in table_of(notebook) if row.key == "your_title1")
    assert row.check("  ", values) == "arm"
    assert row.check("two\nlines\x00", values) == "two lines"
    assert row.units(values) != row.units({**values, "your_table": "a,b\n1,2\n2,4"})


def test_a_new_title_trains_the_same_run():
    notebook, values = brought(TABLE)
    weights = notebook.experiment(values).run.history.weights
    assert (notebook.experiment({**values, "your_title1": "Arm"}).run.history.weights == weights).all()
