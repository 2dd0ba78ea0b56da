"""Three pairs of arrows of length 2: their dot products by the cosine, and their order."""

from math import cos, hypot, radians

import pytest

from playground.lessons.dot_product.three_pairs.idea import IDEA, QUESTION, three_pairs
from playground.lessons.dot_product.three_pairs.model import PAIRS, is_on_target, order_of, pair
from tests.lessons.dot_product.test_views import values_of


@pytest.mark.parametrize("between", range(0, 181, 15))
@pytest.mark.parametrize("direction", [-80.0, 0.0, 33.0, 150.0])
def test_a_dot_product_is_4_times_the_cosine_whatever_the_direction(direction, between):
    seen = pair(direction, between)
    assert [hypot(*arrow) for arrow in (seen.first, seen.second)] == pytest.approx([2.0, 2.0])
    assert seen.dot == pytest.approx(4 * cos(radians(between)), abs=1e-12)


def test_the_order_is_that_of_the_answer():
    products = {name: 4 * cos(radians(between)) for name, (_, between) in PAIRS.items()}
    by_hand = sorted(products, key=products.get, reverse=True)
    assert ", ".join(by_hand) == QUESTION.answer == "A, C, B"
    assert order_of({name: pair(*angles) for name, angles in PAIRS.items()}) == by_hand


def test_minus_2_is_reached_at_120_degrees():
    assert [between for between in range(181) if is_on_target(pair(0.0, between))] == [120]


def guessed(**wanted):
    return three_pairs(values_of(IDEA, "show me", **wanted))


def test_the_table_is_in_order_with_its_sums():
    table = guessed(angle_a=90, angle_b=60, angle_c=180).words["compared"].splitlines()[1:]
    assert table == [
        "| B | 60° | 2 × 2 × 0.5 | **2** |",
        "| A | 90° | 2 × 2 × 0 | **0** |",
        "| C | 180° | 2 × 2 × (−1) | **−4** |",
    ]


def test_each_pair_has_its_dot_product_below_it_after_the_answer_only():
    names = [trace["text"][0] for trace in guessed().pictures["pairs"].traces if trace["name"].startswith("name of")]
    assert names == ["A: 1.04", "B: −2.57", "C: −1.04"]
    before = three_pairs(values_of(IDEA, angle_a=10))
    names = [trace["text"][0] for trace in before.pictures["pairs"].traces if trace["name"].startswith("name of")]
    assert names == ["A", "B", "C"]
    assert before.words["compared"] == ""
    assert "−" not in before.pictures["pairs"].alt


@pytest.mark.parametrize("key", ["angle_a", "angle_b", "angle_c"])
def test_a_pair_turns_in_place(key):
    one, other = guessed(), guessed(**{key: 40})
    assert other.fits(one)
    assert other.change(one)["pictures"]["pairs"]["traces"]
