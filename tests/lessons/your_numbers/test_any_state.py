"""Whatever a link says of whatever table: a screen without a fault, and a link that opens the same."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playground.figures.markup import as_html
from playground.lessons.your_numbers.notebook import Notebook
from playground.lessons.your_numbers.table import table_of
from playground.lessons.your_numbers.view import view_of
from playground.ui.numeric import TypedNumber
from playground.ui.parameters import Choice, Switch
from playground.ui.some import Some
from playground.ui.state import from_link, settled, to_link
from tests.lessons.your_numbers.test_pictures_and_words import NOT_A_NUMBER

TEXTS = (
    "x,y\n1,3\n2,5\n4,9",
    "a,b,y\n1,2,3\n2,3,5\n3,5,9\n4,4,8\n5,9,1",
    "a,b,y\n0,0,no\n0,1,yes\n1,0,yes\n1,1,no",
    "hours,passed\n1,no\n2,yes\n3,no\n4,yes",
    "x,y\n5,1\n5,2",
    "x,y\n1,3",
    "x,y\n1e150,1\n-1e150,2\n2e149,1",
    "x,y\n1e-300,1e-300\n2e-300,3e-300\n5e-300,1e-300",
    "x,y\n1,1e149\n2,-1e149\n3,1e148",
    "x,y\n1e-300,1e10\n2e-300,3e10\n5e-300,1e10",
    "x,y\n1,3e-162\n2,5e-162\n3,4e-162",
    "x,y\n1,5e-324\n2,1e-323\n3,2e-323",
    "x,y\n5e-324,1\n1e-323,2\n2e-323,2",
    "a,b,y\n1,2,1\n2,3,1.0000000000000002\n3,5,1",
    "x,y\n1e-149,1e149\n3e-149,-1e149\n2e-149,1e149",
    "q,w,e,r,t\n1,2,3,4,5\n2,3,5,7,1\n9,8,7,6,5",
    "x;y\n1,200;3",
    "x,y\n1\n2,3",
)
NUMBERS = st.sampled_from(["", "0", "1", "-1", "0.5", "1e-9", "1e9", "1e-300", "0,3", "abc"])
SPECIAL = {
    "your_table": st.sampled_from(TEXTS),
    "your_file": st.just(""),
    "your_epochs": st.integers(-1, 300),
    "your_start_weights": st.sampled_from(["", "1", "1 2", "-3; 4", "1e9", "x"]),
    "shown": st.sampled_from([0, 1, 7, 1_000_000]),
}
ROWS = table_of(Notebook())


def wanted_of(row):
    if row.key in SPECIAL:
        return SPECIAL[row.key]
    if isinstance(row, Switch):
        return st.booleans()
    if isinstance(row, Choice):
        return st.sampled_from(list(row.options))
    if isinstance(row, Some):
        return st.lists(st.integers(0, 4), max_size=3)
    return NUMBERS if isinstance(row, TypedNumber) else st.integers(0, 5)


ALWAYS = {key: SPECIAL[key] for key in ("your_table", "your_file")}
STATES = st.fixed_dictionaries(ALWAYS, optional={row.key: wanted_of(row) for row in ROWS if row.key not in ALWAYS})


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(STATES, st.booleans())
def test_any_state_has_a_screen_without_a_fault_and_a_link(wanted, narrow):
    notebook = Notebook()
    table = table_of(notebook)
    values = settled(table, wanted)
    screen = view_of(notebook)({**values, "narrow": narrow})
    for picture in screen.pictures.values():
        json.dumps(picture.whole(), allow_nan=False)
    for words in screen.words.values():
        as_html(words)
        assert not NOT_A_NUMBER.search(words)
    link = to_link(table, values)
    again = from_link(table, link)
    typed = {row.key for row in table if isinstance(row, TypedNumber) or not row.linked}
    assert {key: again[key] for key in again if key not in typed} == {
        key: values[key] for key in values if key not in typed
    }
