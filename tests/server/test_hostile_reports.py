"""Whatever a browser may send over the real WebSocket: no traceback, no long run, and no memory that grows."""

import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.server import ROOT, memory_mb, served
from benchmarks.session import Session
from playground.data.packing import pack

EXAMPLES = 130
"""On each page."""
PAGES = ("", "weights", "dot-product", "bias", "your-numbers")
TABLE = {"your_table": pack("x1,x2,y\n1,3,no\n2,5,yes\n4,9,no")}
"""A page without a table has little to report on."""
GROWS_BY_MB = 60
"""Caches fill, to their bounds."""
NUMBERS = st.one_of(
    st.floats(),
    st.integers(-(2**60), 2**60),
    st.sampled_from([1e7, 2e7, 5e6, -1.0, 0.0, math.nan, math.inf, -math.inf, 1e300, 5e-324]),
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.text(max_size=12) | st.just("9" * 400),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
KEYS = st.sampled_from(
    ["your_rate_share", "weight", "epochs", "shown", "w1", "fan_in", "line_x", "bias_epochs", "mean_x", "x", ""]
)
PUT = st.sampled_from(["sample", "weight", "bias"])
BOARDS = st.sampled_from(["board", "two_vectors", "line_board"])
ARROWS = st.lists(NUMBERS, max_size=3) | ANYTHING
DRAWN = st.fixed_dictionaries({}, optional={"a": ARROWS, "b": ARROWS, "unit": ANYTHING, "given": st.integers(0, 9)})
WISH = st.fixed_dictionaries({"key": KEYS | ANYTHING, "at": NUMBERS | ANYTHING, "have": st.text("0123456789abcdef")})
REPORTS = ANYTHING | st.fixed_dictionaries(
    {"turn": st.integers(0, 10**9) | ANYTHING, "draws": st.booleans() | ANYTHING},
    optional={
        "narrow": ANYTHING,
        "project": ANYTHING,
        "moving": st.booleans(),
        "shown": st.tuples(st.text(max_size=12), NUMBERS).map(list) | ANYTHING,
        "put": st.tuples(st.dictionaries(KEYS | PUT, NUMBERS), NUMBERS).map(list) | ANYTHING,
        "boards": st.dictionaries(BOARDS, DRAWN | ANYTHING, max_size=3) | ANYTHING,
        "links": st.dictionaries(st.sampled_from(["weights", "bias", "x"]), st.text(max_size=40), max_size=2)
        | ANYTHING,
        "wish": WISH | ANYTHING,
    },
)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    log = tmp_path_factory.mktemp("hostile") / "log.txt"
    with served(ROOT / "app.py", log=log) as server:
        yield server
    written = log.read_text(encoding="utf-8")
    assert "Traceback" not in written, written[-4000:]


QUERIES = st.dictionaries(
    st.sampled_from(
        [
            "your_table",
            "your_features",
            "your_epochs",
            "weight",
            "seed",
            "epochs",
            "fan_in",
            "row",
            "a",
            "u",
            "done",
            "weights_idea",
            "bias_idea",
        ]
    ),
    st.text(max_size=8) | st.sampled_from(["9" * 400, "inf", "1e999", "nan", "-1", "1e7"]),
    max_size=3,
)


@pytest.mark.parametrize("page", PAGES)
def test_anything_that_is_reported_is_answered_with_a_page(page, server, wait):
    session = wait(Session.opened(server.port, page, TABLE))
    wait(session.reported({"turn": 1}))
    before = memory_mb(server.pid)

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(REPORTS, st.lists(st.none() | NUMBERS, max_size=8))
    def says(report, slider_values):
        session.values = dict(zip(session.sliders, map(_as_double, slider_values), strict=False))
        wait(session.reported(report))  # raises if the page shows an error

    says()
    wait(session.socket.close())
    assert memory_mb(server.pid) - before < GROWS_BY_MB


@pytest.mark.parametrize("page", PAGES)
def test_any_link_opens_a_page(page, server, wait):
    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(QUERIES)
    def opens(query):
        session = wait(Session.opened(server.port, page, {**TABLE, **query}))
        wait(session.socket.close())

    opens()


def test_a_file_that_the_server_does_not_have_is_no_file(server, wait):
    """As after a restart, or on another replica: the browser still names it."""
    session = wait(Session.opened(server.port, "your-numbers", TABLE))
    wait(session.reported({"turn": 1}))
    name, fragment = session.uploader
    for _ in range(2):
        message = session.message(fragment)
        state = message.rerun_script.widget_states.widgets.add(id=name)
        state.file_uploader_state_value.uploaded_file_info.add(file_id="gone", name="mine.csv", size=27)
        wait(session.ran(message))  # raises if the page shows an error
    wait(session.socket.close())


def _as_double(value):
    """A number as the protocol can carry it."""
    return value if value is None or isinstance(value, float) else float(value)
