"""The Dot product page through Streamlit's own test driver: each number is the core's, each mission can be solved."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from playground.figures.numbers import decimals
from playground.learning import angle, cosine_similarity, dot_product, norm, projection
from tests.pages.test_playground import checked, trace, words_of

PAGE = Path(__file__).parents[2] / "playground" / "pages" / "dot_product.py"
THREE_WAYS, MANY = "the same number three ways", "many numbers"
TABLE = "numbers_table_0"


GUESSES = {"two vectors": "guess_longer", THREE_WAYS: "guess_line", MANY: "guess_many"}


def opened(**link):
    """The page of that link, the question of its idea answered: all is shown only then."""
    guess = GUESSES.get(link.get("dot_product_idea", "two vectors"), "guess_longer")
    return unanswered(**{guess: "show me", **link})


def unanswered(**link):
    at = AppTest.from_file(PAGE, default_timeout=30)
    for name, value in link.items():
        at.query_params[name] = value
    return checked(at.run())


def text(at):
    return words_of(at).replace("**", "")


def claim(at, start):
    """Whether the claim that starts so is said to hold; None where it is not on the page."""
    said = next((line for line in text(at).splitlines() if line.startswith(f"“{start}")), "")
    return True if "✓ holds here" in said else False if "✗ does not hold here" in said else None


def solved(at, mission):
    return any(mission in line and "Solved!" in line for line in text(at).splitlines())


A_AND_B, SIMILAR = "a · b is between", "The more similar"
ZERO = "make a · b zero"


def test_two_vectors_show_what_the_core_computes():
    a, b = (1.5, -2.0), (-0.5, 3.0)
    said = text(opened(a="1.5,-2", b="-0.5,3"))
    assert "1.5 × (−0.5) + (−2) × 3 = −0.75 − 6 = −6.75" in said
    assert f"|a| = {decimals(norm(a))}, |b| = {decimals(norm(b))}" in said
    assert f"= {decimals(cosine_similarity(a, b))}" in said
    assert f"angle = {decimals(angle(a, b))}°: they lean apart" in said
    x, y = projection(a, b)
    assert f"projection of a on b = ({decimals(x)}, {decimals(y)})" in said
    assert f"left over, the dashed line = ({decimals(1.5 - x)}, {decimals(-2 - y)})" in said


def test_the_page_starts_where_the_longer_vector_wins_with_itself():
    said = text(opened())
    assert "a · b = 2 × 4 + 3 × 1 = 8 + 3 = 11" in said
    assert "projection of a on b = (2.5882, 0.6471)" in said  # 11 / 17 of (4, 1)
    assert claim(opened(), SIMILAR) is True, "b · b is 17"


@pytest.mark.parametrize(("link", "product"), [({"a": "1,1"}, 5), ({"b": "1,1"}, 5), ({"a": "zzz", "b": "1,1"}, 5)])
def test_a_vector_that_the_link_lacks_starts_as_on_this_page(link, product):
    assert re.search(rf"a · b = .* = {product}\n", text(opened(**link)).replace("  \n", "\n"))


def test_the_claim_flips_with_unit_length():
    vectors = {"a": "3,4", "b": "0,5"}
    assert claim(opened(**vectors), A_AND_B) is False
    at = opened(**vectors, unit="true")
    assert claim(at, A_AND_B) is True
    assert "a · b = 0.8, a · a = 1, b · b = 1" in text(at)


def test_the_button_shows_a_pair_whose_less_similar_vector_has_the_larger_product():
    at = opened(a="1,0", b="1,2")
    assert claim(at, SIMILAR) is True
    at.button("beating_pair").click()
    checked(at.run())
    assert claim(at, SIMILAR) is False
    cosine, product = re.search(r"less similar: cosine ([\d.]+), and a · b = ([\d.]+)\.", text(at)).groups()
    assert float(cosine) < 0.95
    assert float(product) > 5.0


@pytest.mark.parametrize(
    ("mission", "link"),
    [
        (ZERO, {"a": "3,0", "b": "0,2.5"}),
        ("bring the line to height 0", {"dot_product_idea": THREE_WAYS, "line_w": "1", "line_b": "-2", "line_x": "2"}),
        ("make the cosine 1", {"dot_product_idea": MANY, "u": "1,2,3", "v": "2,4,6"}),
    ],
)
def test_every_mission_can_be_solved_and_is_not_at_the_start(mission, link):
    start = {"dot_product_idea": link["dot_product_idea"]} if "dot_product_idea" in link else {}
    assert not solved(opened(**start), mission)
    assert solved(opened(**link), mission)


def test_a_zero_vector_has_no_angle_and_no_verdict_on_similarity():
    at = opened(a="0,0")
    assert "no angle" in text(at)
    assert claim(at, SIMILAR) is None
    assert claim(at, A_AND_B) is False


def ways(at):
    """The number at the end of each of the three ways, and the height in the picture."""
    said = text(at)
    ends = [re.search(rf"As {way}.*?(?:= |height )(−?[\d.]+)(?=\n[^=]|\Z)", said, re.DOTALL) for way in WAYS]
    return [float(end.group(1).replace("−", "-").rstrip(".")) for end in ends] + trace(at, "height")["y"][1:]


WAYS = ("the neuron's sum", "a projection", "a height")


def test_one_slider_moves_all_three_ways():
    at = opened(dot_product_idea=THREE_WAYS)
    assert ways(at) == [3.5] * 4
    for slider, value, number in (("line_w", -1.5, -1.5), ("line_b", 0.5, -2.5), ("line_x", -3.0, 5.0)):
        at.slider(slider).set_value(value)
        checked(at.run())
        assert ways(at) == [number] * 4


def test_the_angle_says_where_the_line_is_zero():
    assert "perpendicular" in text(opened(dot_product_idea=THREE_WAYS, line_w="1", line_b="-2", line_x="2"))
    assert "no angle" not in text(opened(dot_product_idea=THREE_WAYS, line_w="0", line_b="0"))


def test_a_table_of_numbers_is_summed_by_the_core():
    u, v = [1.5, -2.0, 3.0], [4.0, 5.0, -6.0]
    at = opened(dot_product_idea=MANY, u="1.5,-2,3", v="4,5,-6", guess_many="show me")
    assert "u · v = 6 − 10 − 18 = −22" in text(at)
    assert f"= {decimals(cosine_similarity(u, v))}" in text(at)
    assert f"= {decimals(angle(u, v))}°" in text(at)
    assert decimals(dot_product(u, v)) == "−22"
    assert at.dataframe[0].value["u × v"].dropna().tolist() == [6.0, -10.0, -18.0]


def test_a_cell_that_is_typed_changes_the_products_and_the_sum():
    at = opened(dot_product_idea=MANY)
    assert "u · v = 2 − 2 + 0 + 3 = 3" in text(at)
    at.session_state[TABLE] = edits({0: {"u": "10"}, 4: {"u": "1", "v": "2,5"}})
    checked(at.run())
    assert "u · v = 10 − 2 + 0 + 3 + 2.5 = 13.5" in text(at)
    assert at.dataframe[0].value["u × v"].dropna().tolist() == [10.0, -2.0, 0.0, 3.0, 2.5]


@pytest.mark.parametrize("cell", [None, "", "x", "nan", "1e308", "-1e308", "1,000", "<b>"])
def test_a_cell_that_is_empty_or_no_number_counts_as_missing(cell):
    at = opened(dot_product_idea=MANY)
    at.session_state[TABLE] = edits({1: {"v": cell}})
    checked(at.run())
    assert "Row 2: only one of two cells has a number" in text(at)
    assert "u · v = 2 + 0 + 3 = 5" in text(at)


def test_an_empty_table_asks_for_numbers():
    at = opened(dot_product_idea=MANY)
    at.session_state[TABLE] = edits({row: {"u": None} for row in range(4)})
    assert "needs a partner" in text(checked(at.run()))


HOSTILE = [
    {"edited_rows": {10: {"u": "1"}}, "added_rows": [], "deleted_rows": []},
    {"edited_rows": {-1: {"u": "1"}}, "added_rows": [], "deleted_rows": []},
    {"edited_rows": {10**30: {"u": "1"}}},
    {"edited_rows": {0: {"w": "1"}}},
    {"edited_rows": {0: "u"}},
    {"edited_rows": [1, 2]},
    {"edited_rows": None, "added_rows": [{"u": "1"}]},
    {"edited_rows": {}, "added_rows": 5, "deleted_rows": [99]},
    {"edited_rows": {}, "deleted_rows": "all"},
    {},
]


@pytest.mark.parametrize("state", HOSTILE, ids=str)
def test_edits_that_no_hand_can_make_start_a_new_table_and_change_nothing(state):
    at = opened(dot_product_idea=MANY, u="1,2", v="3,4")
    at.session_state[TABLE] = state
    assert "u · v = 3 + 8 = 11" in text(checked(at.run()))
    at.session_state["numbers_table_1"] = edits({0: {"u": "2"}})
    assert "u · v = 6 + 8 = 14" in text(checked(at.run()))


@pytest.mark.parametrize("cell", ["9" * 400, "\ud800", "x"], ids=lambda cell: repr(cell)[:9])
def test_a_cell_that_is_not_a_number_counts_as_missing(cell):
    at = opened(dot_product_idea=MANY, u="1,2", v="3,4")
    at.session_state[TABLE] = edits({0: {"u": cell}})
    assert "Row 1: only one of two cells has a number" in text(checked(at.run()))


@pytest.mark.parametrize("cell", [7, True, 1e400, ["1"], {"u": 1}], ids=lambda cell: repr(cell)[:9])
def test_a_cell_that_holds_something_else_than_text_is_no_edit(cell):
    at = opened(dot_product_idea=MANY, u="1,2", v="3,4")
    at.session_state[TABLE] = edits({0: {"u": cell}})
    assert "u · v = 3 + 8 = 11" in text(checked(at.run()))


def test_a_table_that_was_left_starts_from_what_it_showed_last():
    at = opened(dot_product_idea=MANY)
    at.session_state[TABLE] = edits({0: {"u": "10"}})
    checked(at.run())
    at.button_group("dot_product_idea").set_value(["two vectors"])
    checked(at.run())
    del at.session_state[TABLE]  # as Streamlit does with what a browser has said of a table that is gone
    at.button_group("dot_product_idea").set_value([MANY])
    checked(at.run())
    assert "u · v = 10 − 2 + 0 + 3 = 11" in text(at)
    assert at.dataframe[0].value["u"].tolist()[:2] == ["10", "1"]


def test_a_link_that_is_opened_wins_over_what_was_typed():
    at = opened(dot_product_idea=MANY)
    at.session_state[TABLE] = edits({0: {"u": "10"}})
    checked(at.run())
    at.query_params["u"], at.query_params["v"] = "5", "6"
    assert "u · v = 30 = 30" in text(checked(at.run()))
    assert at.dataframe[0].value["u"].tolist()[:2] == ["5", ""]


def edits(cells):
    return {"edited_rows": cells, "added_rows": [], "deleted_rows": []}


def test_a_column_of_zeros_has_no_angle():
    assert "no angle" in text(opened(dot_product_idea=MANY, u="0,0", v="1,2"))


def test_the_largest_numbers_stay_numbers():
    at = opened(dot_product_idea=MANY, u=",".join(["1e6"] * 10), v=",".join(["-1e6"] * 10), guess_many="yes")
    assert "angle = arccos −1 = 180°" in text(at)


NONSENSE = [
    {"dot_product_idea": "nonsense"},
    {"a": "zzz", "b": "1e999,1", "unit": "maybe"},
    {"dot_product_idea": THREE_WAYS, "line_w": "1e999", "line_b": "nan", "line_x": "<script>"},
    {"dot_product_idea": MANY, "u": "1,x", "v": "1,2,3,4,5,6,7,8,9,10,11"},
    {"dot_product_idea": MANY, "u": "1e308,1", "v": "nan"},
    {"dot_product_idea": MANY, "u": "**bold**", "v": ","},
]


@pytest.mark.parametrize("link", NONSENSE, ids=str)
def test_nonsense_in_the_link_falls_back_to_the_defaults(link):
    idea = {"dot_product_idea": link["dot_product_idea"]} if link.get("dot_product_idea") in (THREE_WAYS, MANY) else {}
    assert text(opened(**link)) == text(opened(**idea))


def test_a_number_beyond_the_end_of_its_slider_becomes_the_end():
    at = opened(dot_product_idea=THREE_WAYS, line_w="99", line_x="-99")
    assert (at.slider("line_w").value, at.slider("line_x").value) == (2.0, -3.0)
    assert ways(at) == [-4.5] * 4


def test_every_chart_says_what_it_shows_now():
    says = {
        "": "Now 42.3 degrees, cosine 0.740.",
        THREE_WAYS: "At x = 2 its height is 3.5.",
        MANY: "80.1575 degrees apart.",
    }
    for idea, said in says.items():
        link = {"dot_product_idea": idea, "guess_many": "show me"} if idea else {}
        charts = opened(**link).get("plotly_chart")
        assert [said in chart.proto.alt for chart in charts] == [True]


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ({"guess_longer": "both"}, "✗ It is “a · b”. Twice the length"),
        ({"dot_product_idea": THREE_WAYS, "guess_line": "7"}, "✓ Right. (2, 1) · (3, 1) = 2 × 3 + 1 × 1"),
        ({"dot_product_idea": MANY, "guess_many": "show me"}, "Two arrows that have a length lie in one plane"),
    ],
)
def test_each_idea_is_explained_after_a_guess_and_not_before(link, words):
    assert words in text(opened(**link))
    without = {name: value for name, value in link.items() if name == "dot_product_idea"}
    assert words not in text(unanswered(**without))


def report(at, turn, boards, moving=False):
    """What the browser's part of the page says next."""
    said = {"turn": turn, "draws": True, "narrow": False, "boards": boards, "moving": moving}
    at.session_state["stage"] = SimpleNamespace(report=said)


UNREADABLE = [
    None,
    "3,1",
    7,
    [],
    [1.0],
    [1.0, 2.0, 3.0],
    ["x", 1.0],
    [None, 1.0],
    {"x": 1.0},
    [True, 1.0],
    [1e999, 1.0],
]


@pytest.mark.parametrize("arrow", UNREADABLE, ids=str)
@pytest.mark.parametrize(("idea", "board"), [("two vectors", "two_vectors"), (THREE_WAYS, "line_board")])
def test_arrows_of_the_wrong_kind_change_nothing(idea, board, arrow):
    at = opened(dot_product_idea=idea)
    before = text(at)
    report(at, 1, {board: {"a": arrow, "b": [1.0, 1.0], "unit": False, "given": 1}}, moving=True)
    assert text(checked(at.run())) == before


@pytest.mark.parametrize(("idea", "board"), [("two vectors", "two_vectors"), (THREE_WAYS, "line_board")])
def test_arrows_out_of_reach_do_no_harm(idea, board):
    at = opened(dot_product_idea=idea)
    report(at, 1, {board: {"a": [1e15, -1e15], "b": [1e-320, 1e15], "unit": True, "given": 1}}, moving=True)
    checked(at.run())
